"""The rules as a set."""

from pathlib import Path

import pytest

from dashboard.intake import rules
from dashboard.intake.finding import Severity
from dashboard.intake.rules import RULES
from dashboard.reference.policy import policy
from dashboard.store.database import Store
from tests.intake.reports import changed, examined, good_rows, sheet_of

RULE_FILES = sorted(path.stem for path in Path(rules.__file__).parent.glob("[a-z]*.py"))


def test_every_rule_file_is_in_force_under_its_own_name():
    assert sorted(rule.RULE for rule in RULES) == RULE_FILES
    assert [rule.__name__.rpartition(".")[2] for rule in RULES] == [rule.RULE for rule in RULES]


@pytest.mark.parametrize("name", RULE_FILES)
def test_every_rule_has_its_own_test(name: str):
    assert (Path(__file__).parent / "rules" / f"test_{name}.py").exists()


def test_findings_come_errors_first(store: Store):
    rows = [*changed(3, 2, 101), ["", "Tổng", 1]]
    severities = [finding.severity for finding in examined(store, sheet_of(rows)).receipt.findings]
    weights = [list(Severity).index(severity) for severity in severities]
    assert weights == sorted(weights)
    assert set(severities) == set(Severity)


def test_the_policy_gives_a_rule_another_severity(store: Store, monkeypatch: pytest.MonkeyPatch):
    severities = {**policy().checks.severities, "missing_communes": "error"}
    monkeypatch.setattr(policy().checks.__class__, "severity", lambda _, rule, own: severities.get(rule, own))
    receipt = examined(store, sheet_of(good_rows()[1:])).receipt
    assert (receipt.status, receipt.errors_count) == ("rejected", 1)
