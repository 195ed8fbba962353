"""Why figures were restated: kept with who and when, changed without losing what was said before."""

from dashboard.intake.rebuild import rebuild
from dashboard.intake.restatement_reason import LONGEST_REASON, SUBJECT, give_reason, reasons_given
from dashboard.store.database import Store, open_store
from dashboard.store.decisions import decisions_made


def test_the_last_words_stand_and_the_earlier_are_kept(store: Store):
    give_reason(store, "00000002", " tính  thừa\n", "A")
    give_reason(store, "00000002", "tính thừa ở 6 xã", "B")
    with store.reader() as cursor:
        reason = reasons_given(cursor)["00000002"]
        assert (reason.text, reason.given_by) == ("tính thừa ở 6 xã", "B")
        assert [made.reason for made in decisions_made(cursor, SUBJECT)] == ["tính thừa", "tính thừa ở 6 xã"]
        assert (
            reasons_given(cursor, as_of=decisions_made(cursor, SUBJECT)[0].decided_at)["00000002"].given_by
            == "A"
        )


def test_nothing_is_kept_where_nothing_is_said_and_an_empty_word_takes_it_back(store: Store):
    give_reason(store, "00000002", "  ", "A")
    give_reason(store, "00000002", "tính thừa", "A")
    give_reason(store, "00000002", "tính thừa", "B")
    give_reason(store, "00000002", "", "A")
    with store.reader() as cursor:
        assert reasons_given(cursor) == {}
        assert len(decisions_made(cursor, SUBJECT)) == 2


def test_a_rebuild_keeps_it_and_a_long_one_is_cut(store: Store):
    give_reason(store, "00000002", "x" * (LONGEST_REASON + 1), "A")
    store.close()
    assert rebuild(store.home).is_whole
    again = open_store(store.home)
    with again.reader() as cursor:
        assert reasons_given(cursor)["00000002"].text == "x" * LONGEST_REASON
    again.close()
