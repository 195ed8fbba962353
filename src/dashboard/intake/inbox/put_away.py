"""Files of the drop folder moved to `done/` or `refused/`, each beside its receipt."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import TypeAlias

from dashboard.intake.figures import totals_of
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.inbox.found import Found
from dashboard.intake.inbox.reading import seen_of
from dashboard.intake.receipt import Receipt, Status
from dashboard.store.disk import flush_folder, flush_to_disk

DONE_NAME, REFUSED_NAME = "done", "refused"
RULE = "not_a_plain_file"

Papers: TypeAlias = Callable[
    [Receipt], Mapping[str, bytes]
]  # a receipt as files: ending of the name -> bytes


def receipt_as_json(receipt: Receipt) -> Mapping[str, bytes]:
    """The receipt as the command line prints it."""
    text = json.dumps(receipt.as_json(), ensure_ascii=False, indent=2)
    return {".bien-nhan.json": text.encode("utf-8", "replace")}


def put_away(home: Path, found: Found, receipt: Receipt, papers: Papers) -> Path | None:
    """Write the receipt, then move the file; its new path. Nothing that is there is overwritten.

    None where the file has changed since it was read, also while its receipt was written: it stays in the
    drop folder, to be taken in as it now is. A crash before the move leaves the file in the drop folder,
    where the next start finds it: its bytes are known by then, and it is moved as a duplicate.
    """
    is_refused = receipt.status is Status.REJECTED
    folder = home / (REFUSED_NAME if is_refused else DONE_NAME) / found.folder
    folder.mkdir(parents=True, exist_ok=True)
    files = papers(receipt)
    target = folder / _free_name(folder, found.name, tuple(files))
    if _has_changed(found):
        return None
    for ending, content in files.items():
        _write(folder / (target.name + ending), content)
    if _has_changed(found):
        for ending in files:
            (folder / (target.name + ending)).unlink()
        return None
    shutil.move(found.path, target)  # also to another disk, where the operator put the drop folder on one
    flush_folder(folder)
    return target


def _has_changed(found: Found) -> bool:
    return seen_of(found.path.lstat()) != found.seen


def refusal_of(found: Found) -> Receipt:
    """The receipt of what is not taken in for what it is; nothing of it was read."""
    finding = Finding(
        RULE,
        Severity.ERROR,
        f"“{found.name}” {found.fault} nên không được đọc.",
        suggestion="Chép chính tệp báo cáo (không phải đường tắt) vào thư mục inbox hoặc thư mục con mang mã "
        "nhà mạng, với tên thường.",
    )
    return Receipt(
        file_name=found.name,
        sha256="",
        status=Status.REJECTED,
        carrier_code=found.carrier_code,
        round_on=None,
        layout=None,
        rows_read_count=0,
        communes_count=0,
        totals=totals_of(()),
        matches={},
        skipped={},
        findings=(finding,),
    )


def _free_name(folder: Path, name: str, endings: tuple[str, ...]) -> str:
    """The name, or with a number where it or a paper beside it would meet one that is there."""
    stem, suffix = Path(name).stem, Path(name).suffix
    names = (name if number == 1 else f"{stem} ({number}){suffix}" for number in count(1))
    return next(
        free for free in names if not any(os.path.lexists(folder / (free + end)) for end in ("", *endings))
    )


def _write(path: Path, content: bytes) -> None:
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        flush_to_disk(file.fileno())
    Path(unfinished).replace(path)
