"""Matched rows to figures of communes."""

from dashboard.intake.figures import totals_of
from dashboard.reference.old_communes import old_communes
from dashboard.store.database import Store
from tests.intake.reports import COUNTS, HEADER, changed, examined, good_rows, sheet_of


def test_rows_of_old_communes_are_added_up_and_none_is_lost(store: Store):
    rows = [[old.district, old.name, *COUNTS] for old in old_communes()]
    case = examined(store, sheet_of(rows, header=("Huyện", "Xã/phường/TT", *HEADER[2:]))).case
    sizes = {figure.commune_code: figure.counts["total_count"] for figure in case.figures}
    parts = sum(old.commune_code == "14797" for old in old_communes())
    assert sizes["14797"] == parts * 100
    assert totals_of(case.figures)["total_count"] == 547 * 100


def test_figures_are_ordered_by_code_and_hold_the_counts_of_sims_only_where_there_are_any(store: Store):
    rows = [[*row, 9 if index == 0 else None] for index, row in enumerate(good_rows())]
    figures = examined(store, sheet_of(rows, header=(*HEADER, "SIM rác"))).case.figures
    codes = [figure.commune_code for figure in figures]
    assert codes == sorted(codes)
    assert [figure.counts["junk_sim_found_count"] for figure in figures[:2]] == [9, None]
    assert figures[0].counts["sim_not_own_name_count"] is None


def test_a_row_with_a_flaw_has_no_figure(store: Store):
    case = examined(store, sheet_of(changed(3, 2, "?"))).case
    assert len(case.figures) == 165


def test_nothing_sums_to_nothing_not_to_zero():
    assert set(totals_of(()).values()) == {None}
