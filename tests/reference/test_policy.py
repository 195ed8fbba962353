"""The policy file says what the letter and the circular say, and a broken one is refused."""

from datetime import date, time
from pathlib import Path

import pytest

from dashboard.paths import DATA_DIR
from dashboard.reference.columns import columns
from dashboard.reference.policy import policy, read_policy

ORIGINAL = (DATA_DIR / "policy.toml").read_text(encoding="utf-8")


def test_reports_are_due_on_wednesday_at_ten():
    assert (policy().round.weekday, policy().round.due_time) == (3, time(10))


def test_deadline_is_twelve_months_after_the_circular():
    assert policy().programme.starts_on == date(2026, 4, 15)
    assert policy().programme.deadline_on == date(2027, 4, 15)


def test_targets_ascend_to_the_deadline():
    targets = policy().programme.targets
    assert [target.due_on for target in targets] == sorted({target.due_on for target in targets})
    assert targets[-1].due_on == policy().programme.deadline_on
    assert all(0 < target.verified_pct <= 100 for target in targets)


def test_slow_is_below_a_class_limit_so_that_map_and_list_agree():
    assert policy().programme.low_below_pct in policy().scales["verified_pct"].limits


def test_every_scale_classes_a_described_column_in_its_unit():
    for name, scale in policy().scales.items():
        assert scale.unit in (columns()[name].unit, "")


def test_a_rule_keeps_its_own_severity_where_the_policy_is_silent():
    assert policy().checks.severity("verified_falls", "info") == "warning"
    assert policy().checks.severity("a_rule_to_come", "error") == "error"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('verified_falls = "warning"', 'verified_falls = "grave"'),
        ("limits = [60, 70, 80, 90]", "limits = [60, 80, 70, 90]"),
        ("limits = [60, 70, 80, 90]", "limits = [60, 70, 80]"),
        ("deadline_on = 2027-04-15", "deadlin_on = 2027-04-15"),
        ("[round]", "[rounds]"),
    ],
    ids=["severity", "order", "number of colours", "misspelt", "missing part"],
)
def test_a_broken_policy_is_refused(tmp_path: Path, old: str, new: str):
    assert old in ORIGINAL
    broken = tmp_path / "policy.toml"
    broken.write_text(ORIGINAL.replace(old, new), encoding="utf-8")
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_policy(broken)
