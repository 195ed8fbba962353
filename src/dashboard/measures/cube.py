"""What stands, as one block of numbers: rounds x communes x carriers x counts.

The database says which files stand and what is in them (two questions); everything after that is arithmetic
on this block, which costs a tenth of asking the database for each sum (docs/decisions/0006-measures.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeAlias

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.measures.scope import Expected, Positions, everyone
from dashboard.measures.standing import StandingFile, standing_files
from dashboard.reference.communes import communes
from dashboard.reference.round_calendar import read_calendar
from dashboard.reference.rounds import DAY, WEEK, names_weekly_round, round_of
from dashboard.store.questions import ask

Whole: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

COUNTS = (
    "total_count",
    "verified_count",
    "unverified_count",
    "locked_one_way_count",
    "locked_two_way_count",
)


@dataclass(frozen=True)
class Cube:
    """Standing files of some rounds, oldest first; T rounds, C communes, K carriers.

    `rounds` (T), `has_file`, `is_simulated` and `is_asked` (T, K; who is expected), `is_reported` (T, C, K),
    `counts` (T, C, K, 5; in the order of COUNTS, 0 where nothing is reported). Only rounds from position
    `first_whole` on hold all that is needed to say what was known then; those before are to look back to.
    """

    expected: Expected
    rounds: tuple[date, ...]
    first_whole: int
    has_file: Flags
    is_simulated: Flags
    is_asked: Flags
    is_reported: Flags
    counts: Whole

    def at_rounds(self, places: slice | list[int], first_whole: int) -> "Cube":
        """The same of some of its rounds, in order; of them those from `first_whole` on are shown."""
        kept = np.arange(len(self.rounds))[places]
        return replace(
            self,
            rounds=tuple(self.rounds[place] for place in kept),
            first_whole=first_whole,
            has_file=self.has_file[places],
            is_simulated=self.is_simulated[places],
            is_asked=self.is_asked[places],
            is_reported=self.is_reported[places],
            counts=self.counts[places],
        )

    def of_commune(self, commune_code: str) -> "Cube":
        """The same of one commune only. Raises ValueError for a code that is no commune's."""
        codes = [commune.code for commune in self.expected.communes]
        place = codes.index(commune_code)
        only = slice(place, place + 1)
        return replace(
            self,
            expected=replace(self.expected, communes=self.expected.communes[only]),
            is_reported=self.is_reported[:, only],
            counts=self.counts[:, only],
        )

    def positions_before(self) -> npt.NDArray[np.intp]:
        """Position of the round that each is compared with: the last before it in which any carrier reported;
        its own where there is none. A weekly round is compared with weekly ones only, so that an ad hoc round
        of two carriers does not make a week's change one of two days."""
        places = np.arange(len(self.rounds))
        is_weekly = np.array([names_weekly_round(day) for day in self.rounds], dtype=np.bool_)
        before = np.where(is_weekly, self._last_before(is_weekly), self._last_before(np.True_))
        return np.where(before < 0, places, before)

    def _last_before(self, is_wanted: Flags | np.bool_) -> npt.NDArray[np.intp]:
        """Position of the last wanted round with a file before each; -1 where there is none."""
        is_there = self.has_file.any(axis=1) & is_wanted
        places = np.where(is_there, np.arange(len(self.rounds)), -1)
        return np.maximum.accumulate(np.concatenate(([-1], places[:-1])))


def read_round(
    cursor: duckdb.DuckDBPyConnection,
    round_on: date,
    as_of: datetime | None = None,
    expected: Expected | None = None,
) -> Cube:
    """What is needed to know one round: its files, those of the round before, and for carriers or communes
    missing in it the older ones."""
    ground = expected or everyone()
    files = _files_until(round_on, standing_files(cursor, as_of), ground)
    needed = _needed(files, round_on, max(len(ground.communes), len(communes())))
    seen = {file.round_on for file in needed} | {round_on}
    return _filled(cursor, needed, _Frame(tuple(sorted(seen)), ground, as_of))


def read_history(
    cursor: duckdb.DuckDBPyConnection,
    round_on: date,
    as_of: datetime | None = None,
    expected: Expected | None = None,
) -> Cube:
    """All rounds up to one, weeks in which nobody reported among them."""
    ground = expected or everyone()
    files = _files_until(round_on, standing_files(cursor, as_of), ground)
    weeks = {file.round_on for file in files} | {round_on}
    first, last = round_of(min(weeks)), round_of(round_on - WEEK + DAY)  # weekly rounds within
    weeks |= {last - WEEK * back for back in range((last - first) // WEEK + 1)}
    return replace(_filled(cursor, files, _Frame(tuple(sorted(weeks)), ground, as_of)), first_whole=0)


def _files_until(
    round_on: date, files: Iterable[StandingFile], expected: Expected
) -> tuple[StandingFile, ...]:
    codes = {carrier.code for carrier in expected.carriers}
    return tuple(file for file in files if file.round_on <= round_on and file.carrier_code in codes)


def _needed(files: tuple[StandingFile, ...], round_on: date, communes_count: int) -> tuple[StandingFile, ...]:
    """The files of the round and of the one before; of each carrier also older ones, back to the latest that
    covers every commune: behind that nothing can be the last known figure."""
    earlier = [file.round_on for file in files if file.round_on < round_on]
    weekly = [day for day in earlier if names_weekly_round(day)] if names_weekly_round(round_on) else []
    before_on = max(weekly or earlier, default=round_on)
    needed, covered = [], set()
    for file in reversed(files):
        if file.round_on >= before_on or file.carrier_code not in covered:
            needed.append(file)
        if file.communes_count >= communes_count:
            covered.add(file.carrier_code)
    return tuple(needed)


@dataclass(frozen=True)
class _Frame:
    """What a cube is filled into: its rounds, who is expected, the moment as of which it is known."""

    rounds: tuple[date, ...]
    expected: Expected
    as_of: datetime | None


def _filled(cursor: duckdb.DuckDBPyConnection, files: tuple[StandingFile, ...], frame: _Frame) -> Cube:
    rounds, expected = frame.rounds, frame.expected
    carriers = {carrier.code: place for place, carrier in enumerate(expected.carriers)}
    weeks = {day: place for place, day in enumerate(rounds)}
    shape = (len(rounds), len(expected.communes), len(carriers))
    week = np.array([weeks[file.round_on] for file in files], dtype=np.intp)
    carrier = np.array([carriers[file.carrier_code] for file in files], dtype=np.intp)
    has_file, is_simulated = np.zeros((2, shape[0], shape[2]), dtype=np.bool_)
    has_file[week, carrier] = True
    is_simulated[week, carrier] = [file.is_simulated for file in files]
    rows, commune, file = _rows(cursor, files, expected)
    cells = np.ravel_multi_index((week[file], commune, carrier[file]), shape)
    counts, is_reported = (
        np.zeros((np.prod(shape), len(COUNTS)), np.int64),
        np.zeros(np.prod(shape), np.bool_),
    )
    counts[cells], is_reported[cells] = rows, True
    is_asked = _asked(cursor, frame)
    blocks = has_file, is_simulated, is_asked, is_reported.reshape(shape), counts.reshape(*shape, len(COUNTS))
    return Cube(expected, rounds, len(rounds) - 1, *blocks)


def _asked(cursor: duckdb.DuckDBPyConnection, frame: _Frame) -> Flags:
    """Who is expected in each round (T, K): everybody in a weekly one, in an ad hoc one those asked."""
    rounds, expected = frame.rounds, frame.expected
    if all(map(names_weekly_round, rounds)):
        return np.ones((len(rounds), len(expected.carriers)), dtype=np.bool_)
    calendar = read_calendar(cursor, frame.as_of)
    asked = [None if names_weekly_round(day) else calendar.round(day).expected for day in rounds]
    return np.array(
        [[codes is None or carrier.code in codes for carrier in expected.carriers] for codes in asked],
        dtype=np.bool_,
    )


def _rows(
    cursor: duckdb.DuckDBPyConnection, files: tuple[StandingFile, ...], expected: Expected
) -> tuple[Whole, Positions, Positions]:
    """Counts (n, 5) of the files' rows, with the positions of their communes and files (n)."""
    ids = pa.array([file.submission_id for file in files], pa.string())
    codes = pa.array([commune.code for commune in expected.communes], pa.string())
    answer = ask(cursor, "measures/reported_counts", submission_ids=ids.to_pylist())
    commune = pc.index_in(answer["commune_code"], codes).fill_null(-1).to_numpy()
    file = pc.index_in(answer["submission_id"], ids).to_numpy()
    rows = np.stack([answer[name].to_numpy() for name in COUNTS], axis=1)
    is_ours = commune >= 0
    return (rows, commune, file) if is_ours.all() else (rows[is_ours], commune[is_ours], file[is_ours])
