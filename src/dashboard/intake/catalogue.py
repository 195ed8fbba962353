"""The checks as people read them: what each finds, how much it weighs, and what to do; catalogue.csv."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dashboard.intake.finding import Severity
from dashboard.reference.policy import policy
from dashboard.reference.tables import header_of, items, read_rows

CATALOGUE_PATH = Path(__file__).with_name("catalogue.csv")


@dataclass(frozen=True)
class Check:
    """A rule in words. `severities` are its own, as a cell of the table: one, or those it has by the case."""

    rule: str
    group: str
    title: str
    severities: str
    meaning: str
    what_to_do: str

    @property
    def own(self) -> tuple[Severity, ...]:
        """The severities that the rule gives by itself."""
        return tuple(map(Severity, items(self.severities)))

    @property
    def in_force(self) -> tuple[Severity, ...]:
        """The severities that its findings have: the policy's where it names the rule."""
        return tuple(
            dict.fromkeys(Severity(policy().checks.severity(self.rule, own.value)) for own in self.own)
        )

    @property
    def is_changed_by_policy(self) -> bool:
        """Whether the Department has given it another severity than its own."""
        return self.in_force != self.own


@cache
def catalogue() -> Mapping[str, Check]:
    """Rule -> check, in the order in which people read them."""
    rows = read_rows(CATALOGUE_PATH, header_of(Check))
    return MappingProxyType({row["rule"]: Check(**row) for row in rows})


def title_of(rule: str) -> str:
    """What people call a rule; its id where a file of an older program names one that is no more."""
    check = catalogue().get(rule)
    return check.title if check else rule
