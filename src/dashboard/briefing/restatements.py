"""Restatements for a desk: the list of them, and one of them commune by commune."""

from io import BytesIO
from typing import Any

import pyarrow as pa
from xlsxwriter import Workbook

from dashboard.briefing.cells import cells
from dashboard.briefing.receipt_words import came_words, way_words
from dashboard.briefing.tables import AS_TEXT_IS
from dashboard.briefing.workbook import Grid, Heading, add_sheet
from dashboard.figures.words import SIMULATED_MARK
from dashboard.intake.restatement_reason import NONE_GIVEN
from dashboard.intake.wording import carrier_words, count_words, day_words, time_words
from dashboard.measures.cube import COUNTS
from dashboard.measures.restatements import CHANGE, FIRST, Restatement
from dashboard.reference.columns import columns

LISTED = (
    "round_on", "carrier_name", "first_received_at", "restated_at", "is_after_closing", "files_count",
    *(column for name in COUNTS for column in (FIRST + name, name, CHANGE.format(name))),
    "first_verified_pct", "verified_pct", "restated_verified_pct_change", "taken_in_by", "way",
    "restatement_reason", "first_file_name", "file_name",
)  # fmt: skip
FIRST_MEANS = (
    "Công bố lần đầu: số trong tệp có hiệu lực lúc đến hạn kỳ báo cáo; nhà mạng gửi muộn thì là tệp đầu "
    "tiên. Nay biết: số trong tệp nhận sau cùng."
)


def restatements_workbook(found: tuple[Restatement, ...]) -> bytes:
    """A row per restatement: each count first published, now known and their difference; who, when, why."""
    mark = mark_of(*found)
    return _workbook(Heading("Đính chính số liệu", (FIRST_MEANS,), mark), LISTED, [_row(it) for it in found])


def restatement_workbook(restatement: Restatement, communes: pa.Table) -> bytes:
    """One restatement commune by commune; `communes` as `measures.restated_communes` gives them."""
    heading = Heading("Đính chính theo xã, phường", restatement_lines(restatement), mark_of(restatement))
    rows = list(zip(*(cells(communes[name]) for name in communes.column_names), strict=True))
    return _workbook(heading, tuple(communes.column_names), rows)


def restatement_lines(restatement: Restatement) -> tuple[str, ...]:
    """Whose and which round; what was published first and what stands now; who, when, which way, why."""
    first, now = restatement.first, restatement.now
    closed = ", sau khi đóng kỳ" if restatement.is_after_closing else ""
    return (
        f"{carrier_words(restatement.carrier_code)}, kỳ {day_words(restatement.round_on)}",
        f"Công bố lần đầu: tệp “{first.file_name}”, nhận lúc {time_words(first.received_at)}, "
        f"{count_words(first.communes_count)} xã, phường",
        f"Nay biết: tệp “{now.file_name}”, nhận lúc {time_words(now.received_at)}{closed}, "
        f"{count_words(now.communes_count)} xã, phường; {came_words(now.way, now.taken_in_by)}",
        f"Lý do: {reason_words(restatement)}",
    )


def reason_words(restatement: Restatement) -> str:
    """Why, and who said so; that nobody did."""
    reason = restatement.now.reason
    return f"{reason.text} ({reason.given_by}, {time_words(reason.given_at)})" if reason else NONE_GIVEN


def mark_of(*found: Restatement) -> str:
    """The mark of simulated figures where any is among them."""
    is_simulated = any(file.is_simulated for it in found for file in it.files)
    return SIMULATED_MARK if is_simulated else ""


def _row(it: Restatement) -> tuple[Any, ...]:
    """The row of LISTED."""
    first, now = it.first, it.now
    counts = [value for name in COUNTS for value in (first.totals[name], now.totals[name], it.change(name))]
    rates = first.verified_pct, now.verified_pct
    change = rates[1] - rates[0] if rates[0] is not None and rates[1] is not None else None
    moments = cells(pa.chunked_array([pa.array([first.received_at, now.received_at])]))
    return (
        it.round_on, carrier_words(it.carrier_code), *moments, "Có" if it.is_after_closing else "Không",
        len(it.files), *counts, *rates, change, now.taken_in_by, way_words(now.way),
        now.reason.text if now.reason else NONE_GIVEN, first.file_name, now.file_name,
    )  # fmt: skip


def _workbook(heading: Heading, names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> bytes:
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **AS_TEXT_IS}) as book:
        book.set_properties({"title": heading.title, "comments": "\n".join((heading.mark, *heading.lines))})
        add_sheet(book, heading, Grid([columns()[name] for name in names], rows))
    return stream.getvalue()
