"""Whose form it is, for which round, and what the carrier reported last, to be held against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

import duckdb

from dashboard.intake.form import CARRIER, ROUND
from dashboard.measures import Expected, Scope, figures_by_commune, reporting_status
from dashboard.reference.carriers import Carrier
from dashboard.reference.communes import communes
from dashboard.reference.round_calendar import read_calendar
from dashboard.reference.rounds import WEEK, due_at

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True)
class Previous:
    """The carrier's last report before the round: commune code -> total and verified."""

    round_on: date
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    is_simulated: bool = False


@dataclass(frozen=True)
class Form:
    """A form to be filled in; `previous` None where the carrier has not reported before.

    `decided_due_at` is when the round is due where people decided otherwise than the policy, else None.
    """

    carrier: Carrier
    round_on: date
    previous: Previous | None = None
    decided_due_at: datetime | None = None

    @property
    def due_at(self) -> datetime:
        """When it has to be back."""
        return self.decided_due_at or due_at(self.round_on)

    @property
    def due_words(self) -> str:
        """10:00 thứ Tư 18/11/2026."""
        return f"{self.due_at:%H:%M} {WEEKDAYS[self.due_at.weekday()]} {self.due_at:%d/%m/%Y}"

    @property
    def origin_lines(self) -> tuple[str, str]:
        """The two lines from which the reader knows carrier and round."""
        return (
            f"{CARRIER}{self.carrier.name}",
            f"{ROUND}{self.round_on:%d/%m/%Y} (hạn gửi: trước {self.due_words})",
        )

    @property
    def file_name(self) -> str:
        """Carrier and round once more, so that a folder of forms can be told apart."""
        return f"mau-bao-cao_{self.carrier.code}_{self.round_on:%Y-%m-%d}.xlsx"


def form_for(cursor: duckdb.DuckDBPyConnection, carrier: Carrier, round_on: date) -> Form:
    """The form of a carrier and round, with the figures of its last report before that round."""
    before = round_on - WEEK
    status = reporting_status(cursor, Scope(before, (carrier.code,))).to_pylist()[0]
    last_on = status["last_reported_on"]
    previous = None if last_on is None else _previous(cursor, carrier, last_on)
    return Form(carrier, round_on, previous, read_calendar(cursor).due_at(round_on))


def _previous(cursor: duckdb.DuckDBPyConnection, carrier: Carrier, round_on: date) -> Previous:
    rows = figures_by_commune(cursor, Scope(round_on), Expected(communes(), (carrier,))).to_pylist()
    known = [row for row in rows if row["total_count"] is not None]
    counts = {row["commune_code"]: (row["total_count"], row["verified_count"]) for row in known}
    return Previous(round_on, counts, any(row["is_simulated"] for row in known))
