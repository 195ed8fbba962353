"""A receipt as a workbook to keep or to send back: what was read, matched, skipped, found, what changed."""

from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from dashboard.briefing.findings import add_findings_sheet
from dashboard.briefing.receipt_words import STATUS_WORDS, receipt_lines, way_words
from dashboard.briefing.tables import AS_TEXT_IS
from dashboard.briefing.workbook import Grid, Heading, add_sheet
from dashboard.figures.words import SIMULATED_MARK
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.receipt import Receipt
from dashboard.intake.rules.skipped_rows import REASONS
from dashboard.intake.wording import MATCH_WORDS, carrier_words
from dashboard.reference.columns import columns
from dashboard.settings import LOCAL_ZONE

COMPARED = ("item", "now_count", "then_count", "then_count_change")
FILE = (
    "submission_id", "file_name", "sha256", "status", "carrier_name", "round_on", "received_at",
    "taken_in_by", "way", "rows_read_count", "communes_count", "is_simulated", "program_version",
    "data_version",
)  # fmt: skip
ROWS = ("row_kind", "row_use", "rows_count")


def receipt_workbook(receipt: Receipt, notes: tuple[str, ...] = ()) -> bytes:
    """Four sheets: the five counts beside the carrier's last file, under what is said of the file; the file
    in one typed row; its rows by what became of them; the findings. `notes` stand first of what is said."""
    mark = SIMULATED_MARK if receipt.arrival and receipt.arrival.is_simulated else ""
    lines = (*notes, *(f"{label}: {words}" for label, words in receipt_lines(receipt).items()))
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **AS_TEXT_IS}) as book:
        book.set_properties({"title": f"Biên nhận {receipt.file_name}", "comments": mark})
        add_sheet(book, Heading("Biên nhận báo cáo", lines, mark), _grid(COMPARED, compared_rows(receipt)))
        add_sheet(book, Heading("Tệp", (), mark), _grid(FILE, [_file(receipt)]))
        add_sheet(book, Heading("Các dòng", (), mark), _grid(ROWS, _rows(receipt)))
        add_findings_sheet(book, Heading("Phát hiện", (), mark), receipt.findings, {})
    return stream.getvalue()


def receipt_name(receipt: Receipt, kind: str) -> str:
    """A file's name for a receipt: bien-nhan_00000012_abcdef123456.xlsx."""
    return f"bien-nhan_{receipt.submission_id or 'chua-nhan'}_{receipt.sha256[:12]}.{kind}"


def compared_rows(receipt: Receipt) -> list[tuple[str, int | None, int | None, int | None]]:
    """Label, now, then and difference of communes and the five counts; None for what is not known."""
    compared = receipt.compared
    now = receipt.communes_count or None
    then = compared.last.communes_count if compared else None
    communes = (columns()["communes_count"].label, now, then, now - then if now and then else None)
    counts = [
        (
            columns()[name].label,
            receipt.totals.get(name),
            compared.last.totals[name] if compared else None,
            receipt.difference(name),
        )
        for name in COUNT_COLUMNS
    ]
    return [communes, *counts]


def _file(receipt: Receipt) -> tuple[Any, ...]:
    """The row of FILE."""
    arrival, version = receipt.arrival, receipt.version
    at = arrival.received_at.astimezone(LOCAL_ZONE).replace(tzinfo=None, microsecond=0) if arrival else None
    came = (at, arrival.taken_in_by, way_words(arrival.way)) if arrival else (None, None, None)
    return (
        receipt.submission_id,
        receipt.file_name,
        receipt.sha256,
        STATUS_WORDS[receipt.status],
        carrier_words(receipt.carrier_code) if receipt.carrier_code else None,
        receipt.round_on,
        *came,
        receipt.rows_read_count,
        receipt.communes_count,
        "Có" if arrival and arrival.is_simulated else "Không",
        version.program if version else None,
        version.data if version else None,
    )


def _rows(receipt: Receipt) -> list[tuple[Any, ...]]:
    """Rows of figures by how they were matched, then the other rows by what they are."""
    matched = [
        ("Dòng số liệu", MATCH_WORDS.get(way, way), count) for way, count in receipt.matches.items() if count
    ]
    skipped = [
        ("Không phải số liệu", REASONS.get(it, it), count) for it, count in receipt.skipped.items() if count
    ]
    return [*matched, *skipped]


def _grid(names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Grid:
    return Grid([columns()[name] for name in names], rows)
