"""All annexes of a file together, stored and made again."""

from datetime import date

from dashboard.intake.annexes.records import AnnexKind
from dashboard.store.database import Store
from dashboard.store.questions import ask
from tests.intake.annex_sheets import HAC_THANH, annexes_of, items, points, sims
from tests.intake.reports import examined, good_rows, sheet_of

NAME = "Phường Hạc Thành"


def test_several_sheets_of_a_kind_are_read_one_after_the_other():
    annexes = annexes_of(points(("Cố định", NAME, "A")), points(("Lưu động", NAME, "B")))
    assert [point.address for point in annexes.service_points] == ["A", "B"]
    assert annexes.counts() == {AnnexKind.SERVICE_POINTS: 2}


def test_what_annexes_say_of_other_carriers_and_days_is_not_whose_report_it_is(store: Store):
    sheets = (
        sheet_of(good_rows()),
        points(("Cố định", NAME, "Cạnh cửa hàng VNPT", None, "01/12/2026")),
        items(("Phối hợp Viettel, số liệu tính đến 25/11/2026", NAME, date(2026, 12, 1))),
    )
    examination = examined(store, *sheets, file_name="mobifone.xlsx")
    receipt = examination.receipt
    assert receipt.status == "accepted"
    assert (receipt.carrier_code, receipt.round_on) == ("mobifone", date(2026, 11, 11))
    assert receipt.as_json()["annexes"] == {"service_points": 1, "plan_items": 1}


def test_sim_results_join_the_figures_of_their_commune(store: Store):
    figures = examined(store, sheet_of(good_rows()), sims((HAC_THANH, NAME, 4, 2, 1))).case.figures
    found = {figure.commune_code: figure.counts["junk_sim_found_count"] for figure in figures}
    assert found.pop(HAC_THANH) == 4
    assert set(found.values()) == {None}


def test_an_empty_database_has_no_points_and_no_items(store: Store):
    cursor = store.reader()
    assert ask(cursor, "intake/service_points_taken_in").num_rows == 0
    assert ask(cursor, "intake/plan_items_taken_in").num_rows == 0
