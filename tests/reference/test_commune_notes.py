"""Notes pinned to a commune and week: kept, told as of then, withdrawn, and in the journal for good."""

from datetime import UTC, date, datetime

import pytest

from dashboard.reference.commune_notes import (
    LONGEST_NOTE,
    SUBJECT,
    all_notes,
    notes_of,
    withdraw_note,
    write_note,
)
from dashboard.store.database import Store
from dashboard.store.decisions import decisions_made

CODE, FIRST, NEXT = "14758", date(2026, 11, 4), date(2026, 11, 11)


def test_notes_come_by_round_and_a_withdrawn_one_stays_in_the_journal(store: Store):
    write_note(store, CODE, NEXT, ("mất  sóng\n", "Lan"))
    write_note(store, CODE, FIRST, ("lũ", "Bình"))
    write_note(store, "14797", FIRST, ("lễ hội", "Bình"))
    then = datetime.now(UTC)
    first, second = notes_of(store.reader(), CODE)
    assert [(it.round_on, it.text, it.written_by) for it in (first, second)] == [
        (FIRST, "lũ", "Bình"),
        (NEXT, "mất sóng", "Lan"),
    ]
    withdraw_note(store, first, "Lan")
    assert notes_of(store.reader(), CODE) == (second,)
    assert notes_of(store.reader(), CODE, as_of=then) == (first, second)
    assert set(all_notes(store.reader())) == {CODE, "14797"}
    made = decisions_made(store.reader(), SUBJECT, first.key)
    assert [(it.decided_by, it.is_withdrawal) for it in made] == [("Bình", False), ("Lan", True)]


def test_several_notes_of_one_week_stand_beside_one_another(store: Store):
    for text in ("lũ", "mất sóng"):
        write_note(store, CODE, NEXT, (text, "Lan"))
    assert [it.text for it in notes_of(store.reader(), CODE)] == ["lũ", "mất sóng"]


def test_nothing_said_is_nothing_kept_and_a_novel_is_cut(store: Store):
    assert write_note(store, CODE, NEXT, ("  \n ", "Lan")) == ""
    write_note(store, CODE, NEXT, ("x" * 1000, "Lan"))
    assert [len(it.text) for it in notes_of(store.reader(), CODE)] == [LONGEST_NOTE]


def test_a_commune_that_there_is_not_is_refused(store: Store):
    with pytest.raises(KeyError):
        write_note(store, "00000", NEXT, ("lũ", "Lan"))
