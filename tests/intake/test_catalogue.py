"""The checks in words: every rule, what the guide says of it, and the severity in force."""

import pytest

from dashboard.intake.catalogue import Check, catalogue, title_of
from dashboard.intake.finding import Severity
from dashboard.intake.rules import RULES
from dashboard.reference.policy import policy
from tests.docs.test_guide import SEVERITY_WORDS, row_of


def test_every_rule_is_in_it_once_and_nothing_else():
    assert sorted(catalogue()) == sorted(rule.RULE for rule in RULES)


@pytest.mark.parametrize("check", catalogue().values(), ids=lambda check: check.rule)
def test_it_says_what_the_guide_says(check: Check):
    _, severity, meaning, what_to_do = (
        cell.replace("**", "").replace("\\", "") for cell in row_of(check.rule)
    )
    # `python docs/checks.py` makes it so again.
    assert severity == " / ".join(SEVERITY_WORDS[own] for own in check.own)
    assert (check.meaning, check.what_to_do) == (meaning.replace("`", ""), what_to_do.replace("`", ""))


@pytest.mark.parametrize("check", catalogue().values(), ids=lambda check: check.rule)
def test_titles_are_short_and_no_two_alike(check: Check):
    assert 3 < len(check.title) <= 34
    assert [other.rule for other in catalogue().values() if other.title == check.title] == [check.rule]


def test_the_policy_changes_the_severity_in_force(monkeypatch: pytest.MonkeyPatch):
    check = catalogue()["total_jump"]
    assert check.in_force == (Severity.WARNING,)
    assert not check.is_changed_by_policy
    monkeypatch.setattr(policy().checks.__class__, "severity", lambda _, rule, own: "error")
    assert check.in_force == (Severity.ERROR,)
    assert check.is_changed_by_policy
    assert catalogue()["not_whole"].in_force == (Severity.ERROR,)


def test_a_rule_that_is_no_more_is_called_by_its_id():
    assert title_of("total_jump") == "Tổng thuê bao thay đổi bất thường"
    assert title_of("rule_of_long_ago") == "rule_of_long_ago"
