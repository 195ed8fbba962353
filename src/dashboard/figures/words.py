"""What a picture or table says of itself: title, filters, cut-off, who is missing, source, marks."""

from dataclasses import dataclass, replace
from datetime import datetime

import duckdb

from dashboard.measures import Headline, headline, reporting_status
from dashboard.measures.selection import Selection
from dashboard.measures.wording import day_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.columns import columns
from dashboard.reference.names import fold
from dashboard.reference.policy import policy
from dashboard.settings import LOCAL_ZONE

SIMULATED_MARK = "SỐ LIỆU MÔ PHỎNG"
SOURCE = "Nguồn: báo cáo của các nhà mạng gửi Sở Khoa học và Công nghệ tỉnh Thanh Hóa"


@dataclass(frozen=True)
class Words:
    """Vietnamese words for what leaves the app; `mark` is empty where nothing is simulated."""

    title: str
    table_title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    source: str
    mark: str
    alt: str
    file_name: str


@dataclass(frozen=True)
class Background:
    """What stands behind a picture besides its selection: the layer's note, the state of the data, and the
    moment up to which reports count (None: all that came in), and how many communes were chosen (0: all)."""

    layer_note: str
    version: str
    as_of: datetime | None = None
    communes_count: int = 0


def words_about(cursor: duckdb.DuckDBPyConnection, selection: Selection, behind: Background) -> Words:
    """The words of a selection, of what the database holds."""
    scope = replace(selection.scope, as_of=behind.as_of)
    found = headline(cursor, scope)
    received = reporting_status(cursor, scope)["received_at"].to_pylist()
    latest = max((moment for moment in received if moment), default=None)
    cutoff = f"nhận đến {latest.astimezone(LOCAL_ZONE):%H:%M %d/%m/%Y}" if latest else "chưa nhận báo cáo"
    label = columns()[selection.measure].label
    chosen = f", {behind.communes_count} xã, phường được chọn" if behind.communes_count else ""
    lines = (f"{round_line(selection)}{chosen}", carriers_line(selection, found))
    known = f"; tính đến {behind.as_of.astimezone(LOCAL_ZONE):%H:%M %d/%m/%Y}" if behind.as_of else ""
    source = f"{SOURCE}; {cutoff}{known}; bản số liệu {behind.version}."
    return Words(
        title=f"{label} theo xã, phường",
        table_title="Kết quả xác thực thông tin thuê bao",
        lines=lines,
        notes=(f"{behind.layer_note}.", source),
        source=source,
        mark=SIMULATED_MARK if found.is_simulated else "",
        alt=f"Bản đồ {label[0].lower()}{label[1:]} của các xã, phường tỉnh Thanh Hóa. {'. '.join(lines)}.",
        file_name=file_name(selection),
    )


def round_line(selection: Selection) -> str:
    """Round, kind of commune and basis in a line."""
    parts = [f"Kỳ báo cáo {day_text(selection.round_on)}"]
    parts += [f"chỉ {selection.kind}"] if selection.kind else []
    parts += ["số gần nhất của từng nhà mạng"] if selection.basis == "last-known" else []
    return ", ".join(parts)


def carriers_line(selection: Selection, found: Headline) -> str:
    """Which carriers stand behind the figures, and which are missing."""
    names = [carrier_by_code()[code].name for code in selection.carriers]
    asked = ", ".join(names) if names else "Tất cả nhà mạng"
    count = f"{found.carriers_reported_count}/{found.carriers_expected_count} đã báo cáo"
    missing = [carrier_by_code()[code].name for code in found.carriers_missing]
    partly = policy().partly_reported.label.lower()
    behind = f"; thiếu {', '.join(missing)} ({partly})" if missing else ""
    return f"{asked}: {count}{behind}"


def file_name(selection: Selection) -> str:
    """A name that tells selections apart, without accents or spaces: verified_pct_2026-11-11_wintel_xa."""
    parts = [selection.measure, f"{selection.round_on:%Y-%m-%d}", "-".join(selection.carriers) or "tat-ca"]
    parts += [fold(selection.kind)] if selection.kind else []
    parts += ["gan-nhat"] if selection.basis == "last-known" else []
    parts += [selection.commune_code] if selection.commune_code else []
    return "_".join(parts)
