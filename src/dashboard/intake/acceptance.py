"""Warnings of the files that stand, and what officers decided of them: accepted with a reason, or still open.

An acceptance is a decision (store/decisions.py) about one warning of one submission. It says which carrier,
round, rule and sentence it was about, so that a file sent again for the round with the same warning at the
same commune and values has not to be looked at a second time (docs/decisions/0013-checks.md).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeAlias

import duckdb

from dashboard.intake.finding import Finding, Severity
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.decisions import Decision, Draft, decide_all, decisions_in_force
from dashboard.store.questions import ask

SUBJECT = "warning_accepted"
Same: TypeAlias = tuple[str, ...]  # what two warnings share that are about the same thing


@dataclass(frozen=True)
class Acceptance:
    """Who accepted a warning, when (aware) and why.

    `key` is the decision's; `carried_from` the submission for which it was accepted when that is an earlier
    file of the round, None when it is the file itself.
    """

    key: str
    decided_by: str
    decided_at: datetime
    reason: str
    carried_from: str | None


@dataclass(frozen=True)
class FiledWarning:
    """A warning of a file that stands; `key` names it among all warnings, `acceptance` None: still open."""

    key: str
    submission_id: str
    carrier_code: str
    round_on: date
    file_name: str
    received_at: datetime
    is_simulated: bool
    finding: Finding
    acceptance: Acceptance | None = None

    def as_json(self) -> dict[str, Any]:
        """The command line's contract."""
        return {
            "submission": self.submission_id,
            "carrier": self.carrier_code,
            "round": self.round_on.isoformat(),
            "file": self.file_name,
            "is_simulated": self.is_simulated,
            **self.finding.as_json(),
            "accepted": _as_json(self.acceptance) if self.acceptance else None,
        }


def warnings_filed(
    cursor: duckdb.DuckDBPyConnection, round_on: date | None = None
) -> tuple[FiledWarning, ...]:
    """Every warning of the files that stand for a round (None: for every round), oldest round first."""
    rows = ask(cursor, "intake/warnings_of_standing_files", round_on=round_on).to_pylist()
    return _reviewed(cursor, rows)


def warnings_of_submission(cursor: duckdb.DuckDBPyConnection, submission_id: str) -> tuple[FiledWarning, ...]:
    """The warnings of one file, also of one that another has taken the place of."""
    rows = ask(cursor, "intake/warnings_of_submission", submission_id=submission_id).to_pylist()
    return _reviewed(cursor, rows)


def _reviewed(cursor: duckdb.DuckDBPyConnection, rows: list[dict[str, Any]]) -> tuple[FiledWarning, ...]:
    accepted = decisions_in_force(cursor, SUBJECT)
    alike = {_same_of(decision): decision for decision in accepted.values()}
    turns: Counter[str] = Counter()
    found = []
    for row in rows:
        warning = _warning(row, turns)
        decision = accepted.get(warning.key) or _carried(warning, alike)
        found.append(_with(warning, decision) if decision else warning)
    return tuple(found)


def open_count(warnings: Iterable[FiledWarning]) -> int:
    """How many nobody has accepted yet."""
    return sum(warning.acceptance is None for warning in warnings)


def accept(store: Store, warnings: Iterable[FiledWarning], decided_by: str, reason: str) -> None:
    """Accept warnings, all at the same moment. Raises ValueError without a person or a reason."""
    if not decided_by.strip() or not reason.strip():
        raise ValueError("an acceptance says who and why")
    decide_all(store, tuple(_draft(warning, decided_by.strip(), reason.strip()) for warning in warnings))


def withdraw(store: Store, warnings: Iterable[FiledWarning], decided_by: str, reason: str) -> None:
    """Take acceptances back, for this file and the one they were carried over from; open ones stay open."""
    keys = dict.fromkeys(warning.acceptance.key for warning in warnings if warning.acceptance)
    decide_all(store, tuple(Draft(SUBJECT, key, None, decided_by, reason) for key in keys))


def _warning(row: Mapping[str, Any], turns: Counter[str]) -> FiledWarning:
    """A row of the question; of several findings of a rule at one place the second is "…#2"."""
    names = Finding.__dataclass_fields__
    finding = Finding(**{**{name: row[name] for name in names}, "severity": Severity(row["severity"])})
    place = f"{finding.sheet or ''}!{finding.column or ''}{finding.row or ''}"
    key = f"{row['submission_id']}/{finding.rule}/{place}"
    turns[key] += 1
    key = key if turns[key] == 1 else f"{key}#{turns[key]}"
    return FiledWarning(
        key, finding=finding, **{name: value for name, value in row.items() if name not in names}
    )


def _draft(warning: FiledWarning, decided_by: str, reason: str) -> Draft:
    finding = warning.finding
    content = {
        "submission_id": warning.submission_id,
        "carrier_code": warning.carrier_code,
        "round_on": warning.round_on.isoformat(),
        "rule": finding.rule,
        "message": finding.message,
        "value": finding.value,
    }
    return Draft(SUBJECT, warning.key, content, decided_by, reason)


def _same_of(decision: Decision) -> Same:
    content = decision.content or {}
    names = ("carrier_code", "round_on", "rule", "message", "value")
    return tuple(str(content.get(name)) for name in names)


def _carried(warning: FiledWarning, alike: Mapping[Same, Decision]) -> Decision | None:
    """An acceptance of the same warning of another file of the round.

    Only of a warning about a cell: its sentence and value say all there is to it. One about the file as a
    whole may say the same of other figures.
    """
    finding = warning.finding
    same = (warning.carrier_code, warning.round_on, finding.rule, finding.message, finding.value)
    return None if finding.row is None else alike.get(tuple(map(str, same)))


def _with(warning: FiledWarning, decision: Decision) -> FiledWarning:
    given_for = str((decision.content or {}).get("submission_id"))
    acceptance = Acceptance(
        key=decision.key,
        decided_by=decision.decided_by,
        decided_at=decision.decided_at,
        reason=decision.reason,
        carried_from=None if given_for == warning.submission_id else given_for,
    )
    return replace(warning, acceptance=acceptance)


def _as_json(acceptance: Acceptance) -> dict[str, Any]:
    return {
        "by": acceptance.decided_by,
        "at": acceptance.decided_at.astimezone(LOCAL_ZONE).isoformat(),
        "reason": acceptance.reason,
        "carried_from": acceptance.carried_from,
    }
