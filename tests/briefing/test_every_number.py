"""Every number of every document is one that the figures account for; none is made on the way.

Each carrier has its own counts, so that one taken for another shows.
"""

from functools import cache
from pathlib import Path

import pytest

from dashboard.briefing.content import BriefingContent
from dashboard.briefing.office import Office
from dashboard.briefing.pdf.report import briefing_pdf
from dashboard.briefing.sheets import render_workbook
from dashboard.briefing.slides import render_slides
from dashboard.briefing.word import render_word
from tests.briefing.cases import BEFORE, CODES, COMMUNES, ROUND, again, briefed, empty_database
from tests.briefing.told import (
    counts_accounted_for,
    counts_told,
    percents_accounted_for,
    percents_told,
    text_of_pdf,
    text_of_slides,
    text_of_word,
    text_of_workbook,
    ticks_told,
)
from tests.briefing.word.test_document import PICTURE
from tests.measures.reports import Counts, Report, at, counts, reported

CASES = ("whole", "missing", "restated", "first")
FORMS = ("docx", "pptx", "pdf", "xlsx")


def of_carrier(place: int, verified: int) -> dict[str, Counts]:
    """Counts of a carrier that no other has, rates from a quarter to all but a few."""
    return {
        code: counts(
            4001 + 137 * place + 11 * number, verified + 31 * place + 19 * number, 41 + number % 9, 11 + place
        )
        for number, code in enumerate(COMMUNES)
    }


def reports_of(case: str) -> list[Report]:
    """Two whole weeks; a carrier missing; a figure restated; one week only."""
    before = [Report(code, BEFORE, of_carrier(place, 901)) for place, code in enumerate(CODES)]
    now = [Report(code, ROUND, of_carrier(place, 1003)) for place, code in enumerate(CODES)]
    return {
        "whole": [*before, *now],
        "missing": [*before, *now[:4]],
        "restated": [*before, *now, again(CODES[0], BEFORE, of_carrier(0, 877), at(ROUND, 8))],
        "first": now,
    }[case]


@cache
def content_of(case: str) -> BriefingContent:
    """The case's briefing, computed once."""
    with empty_database() as database:
        return briefed(database, reports_of(case))


@cache
def accounted_for(case: str) -> tuple[set[int], set[str]]:
    """Counts and percentages of the case, also as they stood before a correction."""
    whole_counts, whole_percents = set(), set()
    for reports in (reports_of(case), [report for report in reports_of(case) if report.received_at is None]):
        with empty_database() as database, reported(database, reports) as cursor:
            rounds = sorted({report.round_on for report in reports})
            whole_counts |= counts_accounted_for(cursor, rounds)
            whole_percents |= percents_accounted_for(cursor, rounds)
    return whole_counts, whole_percents


def told(case: str, form: str, folder: Path) -> str:
    """All that a document says."""
    content, office = content_of(case), Office()
    if form == "docx":
        return text_of_word(render_word(content, office, PICTURE))
    if form == "pptx":
        return text_of_slides(render_slides(content, office, PICTURE))
    if form == "xlsx":
        return text_of_workbook(render_workbook(content))
    return text_of_pdf(briefing_pdf(content, office, None), folder)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_every_count_from_a_thousand_on_is_one_of_the_figures(case: str, form: str, tmp_path: Path):
    text = told(case, form, tmp_path)
    found = counts_told(text) - (ticks_told(text) if form == "pdf" else set())
    assert len(found) > 20
    assert found - accounted_for(case)[0] == set()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_every_percentage_is_one_of_the_figures(case: str, form: str, tmp_path: Path):
    found = percents_told(told(case, form, tmp_path))
    assert len(found) > 5
    assert found - accounted_for(case)[1] == set()


def test_a_number_that_is_none_would_be_seen():
    text = text_of_word(render_word(content_of("whole"), Office(), PICTURE))
    wrong = text.replace(
        next(iter(f"{count:,}".replace(",", ".") for count in counts_told(text))), "9.876.543", 1
    )
    assert counts_told(wrong) - accounted_for("whole")[0] == {9_876_543}
