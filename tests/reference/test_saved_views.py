"""Saved views: by name, never overwritten, only to our own pages, taken back and named again."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reference.saved_views import (
    LONGEST_NAME,
    PARTS,
    SUBJECT,
    known_parts,
    save_view,
    saved_views,
    withdraw_view,
)
from dashboard.store.database import Store
from dashboard.store.decisions import decisions_made

ADDRESS = ("ban-do", "tuan=2026-11-11&nha-mang=viettel,wintel")


def test_a_view_keeps_page_and_filters_and_who_saved_it(store: Store):
    assert save_view(store, " Vùng  cao ", ADDRESS, "Lan")
    assert save_view(store, "Phường", ("phan-tich", "loai=phuong&tab=nha-mang"), "Bình")
    wards, high = saved_views(store.reader())
    assert (high.name, high.page, high.query, high.saved_by) == ("Vùng cao", *ADDRESS, "Lan")
    assert (high.is_of_newest_round, wards.is_of_newest_round) == (False, True)


def test_a_name_is_there_once_whatever_its_accents_until_it_is_taken_back(store: Store):
    assert save_view(store, "Vùng cao", ADDRESS, "Lan")
    assert not save_view(store, "vung cao", ("ban-do", ""), "Bình")
    [view] = saved_views(store.reader())
    assert view.query == ADDRESS[1]
    withdraw_view(store, view.key, "Bình")
    withdraw_view(store, "nobody", "Bình")
    assert saved_views(store.reader()) == ()
    assert save_view(store, "Vùng cao", ("ban-do", ""), "Bình")
    assert [it.decided_by for it in decisions_made(store.reader(), SUBJECT)] == ["Lan", "Bình", "Bình"]


@pytest.mark.parametrize("page", ["quan-tri", "", "//x.example", "https://x.example"])
def test_no_other_page_can_be_saved(store: Store, page: str):
    assert not save_view(store, "x", (page, ""), "Lan")


def test_without_a_name_nothing_is_kept_and_long_names_are_cut(store: Store):
    assert not save_view(store, "  ", ADDRESS, "Lan")
    assert save_view(store, "x" * 500, ADDRESS, "Lan")
    assert [len(it.name) for it in saved_views(store.reader())] == [LONGEST_NAME]


@given(st.text(max_size=80))
def test_an_address_holds_known_parts_alone(query: str):
    assert {name for name, _ in parse_qsl(known_parts(query))} <= set(PARTS)
    assert known_parts(known_parts(query)) == known_parts(query)
