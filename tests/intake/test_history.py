"""Earlier rounds as blocks of numbers."""

import numpy as np

from dashboard.intake.figures import CommuneFigure
from dashboard.intake.history import History, commune_places, last_known, row_of
from dashboard.intake.past import Past, Sought, look_back
from dashboard.reference.communes import communes
from dashboard.reference.policy import policy
from dashboard.reference.rounds import WEEK
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, ROUND_ON
from tests.intake.weeks import TOTAL, VERIFIED, counts_of, send, send_weeks


def past_of(store: Store, carrier_code: str = "mobifone", known_before: str | None = None) -> Past:
    with store.reader() as cursor:
        return look_back(cursor, Sought("", carrier_code, ROUND_ON, RECEIVED_AT, known_before))


def test_without_reports_there_is_no_history():
    history = History()
    assert history.of("total_count").shape == (0, 166)
    assert np.isnan(history.last("total_count")).all()


def test_the_rounds_come_newest_first_and_no_more_than_the_policy_asks_for(store: Store):
    asked = policy().checks.history_rounds_count
    send_weeks(store, asked + 1)
    history = past_of(store).history
    assert history.rounds == tuple(ROUND_ON - ago * WEEK for ago in range(1, asked + 1))
    np.testing.assert_array_equal(history.of("total_count")[2], counts_of(3)[:, TOTAL])
    np.testing.assert_array_equal(history.last("verified_count"), counts_of(1)[:, VERIFIED])


def test_of_a_round_the_file_that_stands_counts_and_of_this_round_and_other_carriers_none(store: Store):
    send(store, counts_of(1), 1)
    send(store, counts_of(0), 0)
    send(store, counts_of(1, "wintel"), 1, "wintel")
    history = past_of(store).history
    assert history.rounds == (ROUND_ON - WEEK,)
    np.testing.assert_array_equal(history.last("total_count"), counts_of(1)[:, TOTAL])


def test_other_carriers_are_known_by_their_last_report(store: Store):
    send_weeks(store, 2, "wintel")
    send(store, counts_of(0, "viettel"), 0, "viettel")
    viettel, wintel = past_of(store).others
    assert (viettel.carrier_code, viettel.round_on) == ("viettel", ROUND_ON)
    assert (wintel.carrier_code, wintel.round_on) == ("wintel", ROUND_ON - WEEK)
    np.testing.assert_array_equal(wintel.totals, counts_of(1, "wintel")[:, TOTAL])


def test_a_commune_left_out_has_its_last_known_figure_and_how_old_it_is():
    nan = np.nan
    known, ages = last_known(np.array([[nan, 2.0, nan], [1.0, 3.0, nan]]))
    np.testing.assert_array_equal(known, [1, 2, nan])
    assert ages.tolist() == [1, 0, 0]


def test_a_row_holds_nothing_where_a_file_says_nothing():
    code = communes()[5].code
    row = row_of([CommuneFigure(code, {"total_count": 7, "junk_sim_found_count": None})], "total_count")
    assert row[commune_places()[code]] == 7
    assert np.isnan(row).sum() == 165
    assert np.isnan(row_of([CommuneFigure(code, {"total_count": None})], "total_count")).all()


def test_what_came_later_plays_no_part_when_a_file_is_judged_again(store: Store):
    send_weeks(store, 2)
    send_weeks(store, 1, "wintel")
    past = past_of(store, known_before="00000002")
    assert past.history.rounds == (ROUND_ON - 2 * WEEK,)
    assert past.others == ()
