"""SIM results by commune, and how they join the figures."""

from dashboard.intake.annexes.records import Flaw
from dashboard.intake.annexes.sim_results import with_sim_results
from dashboard.intake.figures import CommuneFigure
from dashboard.intake.layout.vocabulary import SIM_COLUMNS
from tests.intake.annex_sheets import HAC_THANH, HAM_RONG, annexes_of, sims

NOTHING = dict.fromkeys(SIM_COLUMNS)


def test_counts_in_any_way_of_writing_and_empty_is_not_zero():
    [result] = annexes_of(sims((HAC_THANH, None, "1.234", 0, None))).sim_results
    assert list(result.counts.values()) == [1234, 0, None]


def test_a_cell_that_is_no_count_leaves_out_only_itself():
    annexes = annexes_of(sims((HAC_THANH, None, "nhiều", -1, 2.5), (HAM_RONG, None, 4, 5, 6)))
    assert [list(result.counts.values()) for result in annexes.sim_results] == [[None] * 3, [4, 5, 6]]
    assert [problem.flaw for problem in annexes.problems] == [Flaw.NOT_A_COUNT] * 3


def test_of_a_commune_that_stands_twice_the_first_row_counts():
    annexes = annexes_of(sims((HAC_THANH, None, 1), (HAC_THANH, None, 2)))
    assert [result.counts["junk_sim_found_count"] for result in annexes.sim_results] == [1]
    assert [problem.flaw for problem in annexes.problems] == [Flaw.DOUBLED_COMMUNE]


def test_they_fill_what_the_report_leaves_open_and_nothing_else():
    results = annexes_of(sims((HAC_THANH, None, 7, 8, None))).sim_results
    own = NOTHING | {"junk_sim_found_count": 5}
    figures = (CommuneFigure(HAC_THANH, {"total_count": 9, **own}), CommuneFigure(HAM_RONG, NOTHING))
    merged = with_sim_results(figures, results)
    assert merged[0].counts == {"total_count": 9, **own, "junk_sim_handled_count": 8}
    assert merged[1] is figures[1]
