"""Carriers' tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.tokens import SHAPE, new_token, token_of, tokens_in_force, withdrawal
from dashboard.store.database import Store
from dashboard.store.decisions import decide
from dashboard.store.journal import JOURNAL_NAME


def test_a_token_opens_until_it_is_withdrawn_and_only_its_hash_is_kept(store: Store):
    text, draft = new_token("viettel", "x")
    assert token_of(text, store.reader()) is None
    decide(store, draft)
    found = token_of(text, store.reader())
    assert found is not None
    assert (found.carrier_code, found.made_by) == ("viettel", "x")
    assert tokens_in_force(store.reader()) == (found,)
    secret = text.rsplit("_", 1)[1]
    assert secret not in (store.home / JOURNAL_NAME).read_text(encoding="utf-8")
    decide(store, withdrawal(draft.key, "y", "lost"))
    assert token_of(text, store.reader()) is None
    assert tokens_in_force(store.reader()) == ()


def test_no_two_tokens_are_alike():
    assert len({new_token("viettel", "x")[0] for _ in range(50)}) == 50


@pytest.mark.parametrize(
    "wrong", ["", "xt__", "xt_{key}_" + "0" * 64, "{text} ", "{text}0", "XT{rest}", "{text}\n"]
)
def test_anything_else_opens_nothing(store: Store, wrong: str):
    text, draft = new_token("viettel", "x")
    decide(store, draft)
    assert token_of(wrong.format(key=draft.key, text=text, rest=text[2:]), store.reader()) is None


@given(st.text(max_size=80))
def test_only_the_shape_of_a_token_is_one(text: str):
    assert SHAPE.fullmatch(text) is None or text.startswith("xt_")
