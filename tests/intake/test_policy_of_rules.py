"""What the policy says of rules, held against the rules there are."""

from dashboard.intake.rules import RULES
from dashboard.reference.policy import policy


def test_every_severity_in_the_policy_names_a_rule():
    known = {rule.RULE for rule in RULES}
    assert set(policy().checks.severities) <= known
