"""The public layer on a first start: tried once, briefly, and never in the way of the start."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from dashboard.boundaries.layers import LAYERS_FOLDER
from dashboard.settings import LOCAL_ZONE, settings
from dashboard.store.database import Store
from dashboard.store.questions import ask

MARKER_NAME = "first-start.json"
FIRST_START_PATIENCE_SECONDS = (
    30.0  # a first start may take 60 s in all; a usual line brings the layer in 5 s
)


@dataclass(frozen=True)
class FirstTry:
    """How the one try went.

    `outcome` is a LayerReport's status, or switched_off or not_needed; `detail` is a Vietnamese sentence.
    """

    outcome: str
    detail: str
    tried_at: str  # ISO 8601 with offset


def try_first_start(store: Store) -> FirstTry:
    """Download the public layer once in the life of a home folder; later calls answer with what came of it.

    A layer that is there already makes it needless, settings().first_start_download = false switches it off.
    Whatever goes wrong is noted and the schematic layer stays.
    """
    earlier = first_try(store.home)
    if earlier is not None:
        return earlier
    outcome, detail = _try(store)
    now = FirstTry(outcome, detail, datetime.now(LOCAL_ZONE).isoformat())
    marker = _marker(store.home)
    marker.parent.mkdir(parents=True, exist_ok=True)
    marker.write_text(json.dumps(asdict(now), ensure_ascii=False), encoding="utf-8")
    return now


def first_try(home: Path) -> FirstTry | None:
    """What came of the try, or None before it."""
    marker = _marker(home)
    return FirstTry(**json.loads(marker.read_text(encoding="utf-8"))) if marker.is_file() else None


def _try(store: Store) -> tuple[str, str]:
    if not settings().first_start_download:
        return "switched_off", "Không tự tải lớp ranh giới công khai (đã tắt trong cấu hình)."
    if any(not row["is_schematic"] for row in ask(store.reader(), "boundaries/publications").to_pylist()):
        return "not_needed", "Đã có lớp ranh giới."
    from dashboard.boundaries.download import download_layer

    report = download_layer(store, patience_seconds=FIRST_START_PATIENCE_SECONDS)
    return report.status, "; ".join(finding.message for finding in report.findings) or "Đã tải lớp ranh giới."


def _marker(home: Path) -> Path:
    return home / LAYERS_FOLDER / MARKER_NAME
