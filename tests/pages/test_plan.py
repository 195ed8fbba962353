"""Lập kế hoạch: what is missing is said; rules and assumptions are kept with who and why."""

from dashboard.store.database import Store
from dashboard.support.planner.assumptions import assumptions_in_force
from dashboard.support.planner.rules import rules_kept
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage

TAB = "ke-hoach"


def test_without_figures_or_halls_it_says_what_is_missing(empty: Store, open_page: OpenPage):
    page = open_page("support", tab=TAB)
    assert not page.exception
    page.button(key="plan-begin").click().run()
    assert "Chưa có báo cáo nào được nhận" in words_on(page)


def test_with_figures_and_no_register_it_asks_for_halls_and_groups(filled: Store, open_page: OpenPage):
    page = open_page("support", tab=TAB)
    page.button(key="plan-begin").click().run()
    assert "chưa có gì để bố trí" in words_on(page)


def test_a_rule_is_added_with_a_reason_and_taken_back(empty: Store, open_page: OpenPage):
    page = open_page("support", tab=TAB)
    assert page.button(key="rule-save").disabled
    page.selectbox(key="rule-commune").set_value("14758")
    page.text_input(key="rule-reason").set_value("hội nghị của xã").run()
    page.button(key="rule-save").click().run()
    assert not page.exception
    with empty.reader() as cursor:
        ((key, kept),) = rules_kept(cursor).items()
    assert kept.decision.reason == "hội nghị của xã"
    assert "Phường Hàm Rồng" in words_on(page)
    page.button(key=f"rule-{key}").click().run()
    with empty.reader() as cursor:
        assert [each.rule for each in rules_kept(cursor).values()] == [None]


def test_an_assumption_is_changed_for_a_reason(empty: Store, open_page: OpenPage):
    page = open_page("support", tab=TAB)
    page.number_input(key="assumption-turnout_pct").set_value(30.0)
    page.text_input(key="assumption-reason").set_value("đo ở ba buổi").run()
    page.button(key="assumption-save").click().run()
    with empty.reader() as cursor:
        changed = assumptions_in_force(cursor)["turnout_pct"]
    assert (changed.value, changed.decided.reason if changed.decided else "") == (30.0, "đo ở ba buổi")
