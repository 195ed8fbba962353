"""A form filled in comes back exactly, without a question and without a finding, whoever saved it."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.briefing.template import report_sheet
from dashboard.intake.examine import Examination
from dashboard.intake.rebuild import rebuild
from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.paths import home
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.store.database import Store, open_store
from dashboard.store.questions import ask
from tests.briefing.template.conftest import figures_in, figures_of
from tests.briefing.template.forms import (
    RECEIVED_AT,
    ROUND_ON,
    Filling,
    empty_form,
    examined,
    filled,
    whole,
)

Check = Callable[[Examination], None]


def by_pandas(content: bytes, counts: Mapping[str, tuple[int, ...]] | None = None) -> bytes:
    """The workbook read and written again as bare tables, perhaps with counts put into the first one."""
    sheets = pd.read_excel(BytesIO(content), sheet_name=None, header=None, engine="openpyxl")
    if counts:
        table = sheets[report_sheet.NAME].astype(object)
        for place, commune in enumerate(communes()):
            table.iloc[report_sheet.FIRST_ROW + place, 2:7] = list(counts[commune.code])
        sheets[report_sheet.NAME] = table
    stream = BytesIO()
    with pd.ExcelWriter(stream, engine="openpyxl") as writer:
        for name, table in sheets.items():
            table.to_excel(writer, sheet_name=str(name), header=False, index=False)
    return stream.getvalue()


def test_filled_with_openpyxl(store: Store, is_read_whole: Check):
    is_read_whole(examined(store, filled(empty_form(), whole())))


def test_saved_again_by_pandas(store: Store, is_read_whole: Check):
    is_read_whole(examined(store, by_pandas(filled(empty_form(), whole()))))


def test_filled_by_pandas(store: Store):
    counts: dict[str, Any] = dict(whole().counts)
    examination = examined(store, by_pandas(empty_form(), counts))
    assert (examination.receipt.status, examination.receipt.findings) == ("accepted", ())
    assert figures_in(examination) == figures_of(Filling(counts))


@pytest.mark.parametrize("carrier", carriers(), ids=lambda carrier: carrier.code)
def test_every_carriers_form_says_whose_it_is_and_of_which_round(store: Store, carrier: Any):
    receipt = examined(store, filled(empty_form(carrier.code), Filling(whole().counts))).receipt
    assert (receipt.status, receipt.findings) == ("accepted", ())
    assert (receipt.carrier_code, receipt.round_on) == (carrier.code, ROUND_ON)


COUNT = st.integers(0, 1_000_000)


@st.composite
def rows_of_counts(draw: st.DrawFn) -> tuple[int, ...]:
    """Five counts that agree."""
    verified, one_way, two_way, rest = draw(st.tuples(COUNT, COUNT, COUNT, COUNT))
    unverified = one_way + two_way + rest
    return verified + unverified, verified, unverified, one_way, two_way


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    counts=st.lists(rows_of_counts(), min_size=len(communes()), max_size=len(communes())),
    sims=st.dictionaries(st.integers(0, 165), st.tuples(COUNT, COUNT, COUNT), max_size=30),
)
def test_any_figures_come_back_exactly(
    store: Store, counts: list[tuple[int, ...]], sims: dict[int, tuple[int, ...]]
):
    filling = Filling(
        {commune.code: row for commune, row in zip(communes(), counts, strict=True)},
        {communes()[place].code: row for place, row in sims.items()},
    )
    examination = examined(store, filled(empty_form(), filling))
    assert figures_in(examination) == figures_of(filling)
    assert not examination.receipt.errors_count  # warnings may come: what is drawn is often nobody's province


def test_an_empty_form_is_refused_and_a_half_filled_one_says_what_is_missing(store: Store):
    assert [finding.rule for finding in examined(store, empty_form()).receipt.findings] == [
        "nothing_filled_in"
    ]
    counts = dict(list(whole().counts.items())[:100])
    half = examined(store, filled(empty_form(), Filling(counts))).receipt
    assert half.communes_count == 100
    assert {finding.rule for finding in half.findings} == {"blank_counts", "missing_communes"}
    begun = {**whole().counts, "14797": (100, 70, None, 5, 3)}
    [gap] = examined(store, filled(empty_form(), Filling(begun))).receipt.findings
    assert (gap.rule, gap.column) == ("not_a_number", "E")


def test_what_the_sender_adds_to_the_form_is_told(store: Store):
    filling = Filling({**whole().counts}, points=(("Cố định", "Phường Hạc Thanhh", "1 Lê Lợi"),))
    receipt = examined(store, filled(empty_form(), filling)).receipt
    assert [finding.rule for finding in receipt.findings] == ["annex_unknown_commune"]


def test_points_and_items_are_stored_and_a_rebuild_makes_them_again(store: Store):
    request = IntakeRequest("a.xlsx", filled(empty_form(), whole()), RECEIVED_AT, "test", "test")
    assert take_in(request, store).status == "accepted"
    questions = ("intake/service_points_taken_in", "intake/plan_items_taken_in")
    before = [ask(store.reader(), question) for question in questions]
    assert [table.num_rows for table in before] == [2, 2]
    store.close()
    report = rebuild(home())
    assert (report.is_whole, report.is_identical) == (True, True)
    again = open_store(home())
    assert [ask(again.reader(), question) for question in questions] == before
    again.close()
