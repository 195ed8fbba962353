"""What the Department decides without a programmer: data/policy.toml as frozen records."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeAlias, cast

from dashboard.paths import DATA_DIR
from dashboard.reference.scales import Look, Scale

SeverityName: TypeAlias = Literal["error", "warning", "info"]


@dataclass(frozen=True)
class RoundPolicy:
    """When reports are due: ISO weekday (3 is Wednesday) and hour in Asia/Ho_Chi_Minh.

    A round closes when the `closes_after_rounds`-th weekly round after it is due.
    """

    weekday: int
    due_time: time
    closes_after_rounds: int


@dataclass(frozen=True)
class Holiday:
    """A day off; `is_certain` where the law itself names it, else it awaits the year's announcement."""

    day: date
    name: str
    is_certain: bool


@dataclass(frozen=True)
class Target:
    """The rate to be reached by a day."""

    due_on: date
    verified_pct: float


@dataclass(frozen=True)
class Programme:
    """Start, end and targets; below `low_below_pct` a commune counts as progressing slowly."""

    starts_on: date
    deadline_on: date
    low_below_pct: float
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class PriorityPolicy:
    """Weights of the four questions of the priority, which add up to 1, and the floor in subscribers.

    Raises ValueError where they do not.
    """

    weight_unverified: float
    weight_rate: float
    weight_pace: float
    weight_locks: float
    floor_count: int

    def __post_init__(self) -> None:
        """Refuse weights that would make scores of different policies look comparable."""
        weights = (self.weight_unverified, self.weight_rate, self.weight_pace, self.weight_locks)
        if min(weights) < 0 or abs(sum(weights) - 1) > 1e-9:
            raise ValueError(f"priority: weights {weights} do not add up to 1")


@dataclass(frozen=True)
class CheckLimits:
    """Limits of intake rules: percent of the round before, subscribers, percentage points, rounds."""

    history_rounds_count: int
    history_fewest_rounds: int
    total_jump_deviations: float
    total_jump_least_pct: float
    total_jump_least_count: int
    total_jump_most_pct: float
    total_jump_pct: float
    total_jump_floor_count: int
    verified_drop_pct: float
    verified_drop_floor_count: int
    verified_drop_overall_pct: float
    rate_tolerance_pct: float
    rate_edge_points: float
    small_commune_count: int
    repeated_pct: float
    frozen_rounds_count: int
    frozen_floor_count: int
    frozen_fewest_count: int
    round_numbers_pct: float
    same_rate_pct: float
    severities: Mapping[str, SeverityName]

    def severity(self, rule: str, otherwise: SeverityName) -> SeverityName:
        """Severity that the policy gives a rule, or else the rule's own."""
        return self.severities.get(rule, otherwise)


@dataclass(frozen=True)
class BackupPolicy:
    """When the app makes backups, how many it keeps, and from when on it warns. Raises ValueError."""

    daily_at: time
    kept_days_count: int
    kept_weeks_count: int
    kept_months_count: int
    warn_after_hours: int
    least_free_disk_pct: float

    def __post_init__(self) -> None:
        """Refuse a rule that would keep nothing."""
        if self.kept_days_count < 1 or min(self.kept_weeks_count, self.kept_months_count) < 0:
            raise ValueError("backup: at least the last day's is kept")


@dataclass(frozen=True)
class Policy:
    """The whole policy. `scales` is keyed by the column they class, for example "verified_pct"."""

    round: RoundPolicy
    holidays: Mapping[date, Holiday]
    programme: Programme
    priority: PriorityPolicy
    backup: BackupPolicy
    checks: CheckLimits
    scales: Mapping[str, Scale]
    no_data: Look
    partly_reported: Look


@cache
def policy() -> Policy:
    """The policy of this process, read once."""
    return read_policy(DATA_DIR / "policy.toml")


def read_policy(path: Path) -> Policy:
    """A policy file as a record.

    Raises ValueError, KeyError or TypeError where it is malformed or incomplete.
    """
    with path.open("rb") as file:
        table = tomllib.load(file)
    return Policy(
        round=_round(table["round"]),
        holidays=MappingProxyType(_holidays(table["holidays"])),
        programme=_programme(table["programme"]),
        priority=PriorityPolicy(**table["priority"]),
        backup=BackupPolicy(**table["backup"]),
        checks=_checks(table["checks"]),
        scales=MappingProxyType({name: _scale(name, scale) for name, scale in table["scales"].items()}),
        no_data=Look(**table["looks"]["no_data"]),
        partly_reported=Look(**table["looks"]["partly_reported"]),
    )


def _round(table: dict[str, Any]) -> RoundPolicy:
    found = RoundPolicy(**table)
    if not 1 <= found.weekday <= 5 or found.closes_after_rounds < 1:
        raise ValueError("round: weekday must be a working day, closes_after_rounds at least 1")
    return found


def _holidays(table: dict[str, dict[str, str]]) -> dict[date, Holiday]:
    listed = [
        Holiday(date.fromisoformat(day), name, is_certain)
        for is_certain, part in ((True, "certain"), (False, "to_be_confirmed"))
        for day, name in table[part].items()
    ]
    found = {holiday.day: holiday for holiday in listed}
    if len(found) != len(listed):
        raise ValueError("holidays: a day stands in both lists")
    return found


def _programme(table: dict[str, Any]) -> Programme:
    targets = tuple(Target(**target) for target in table["targets"])
    return Programme(**{**table, "targets": targets})


def _checks(table: dict[str, Any]) -> CheckLimits:
    limits = {name: value for name, value in table.items() if name != "severity"}
    severities = cast("dict[str, SeverityName]", table["severity"])
    if unknown := set(severities.values()) - {"error", "warning", "info"}:
        raise ValueError(f"checks.severity: {', '.join(map(str, unknown))} is not a severity")
    return CheckLimits(**limits, severities=MappingProxyType(severities))


def _scale(column: str, table: dict[str, Any]) -> Scale:
    limits = tuple(float(limit) for limit in table["limits"])
    return Scale(column, table["unit"], limits, tuple(table["colours"]))
