"""All that a briefing is made of, read from the database in one go."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

import duckdb
import pyarrow as pa

from dashboard.briefing.content.replaced import Replaced, replaced_since
from dashboard.briefing.content.request import BriefingRequest
from dashboard.briefing.content.support_known import KnownSupport, known_support
from dashboard.measures.comparison import round_before, sum_against
from dashboard.measures.cube import Cube, read_history
from dashboard.measures.reporting import reporting_status
from dashboard.measures.scope import Expected, Scope
from dashboard.measures.sums import sum_by
from dashboard.reference.commune_notes import Note, all_notes
from dashboard.reference.round_calendar import read_calendar
from dashboard.reference.rounds import round_of
from dashboard.store.questions import ask

Row: TypeAlias = dict[str, Any]
VERSION_DIGITS = 12  # as `measures.version` shows


@dataclass(frozen=True)
class Dues:
    """When the round, the one compared with (None without one) and the next weekly one `next_on` are due."""

    at: datetime
    before_at: datetime | None
    next_on: date
    next_at: datetime


@dataclass(frozen=True)
class Facts:
    """Figures of a request; tables as `measures.sums.sum_by` gives them, changes against `compare_on`.

    `cube` holds every round up to the request's. `reporting` has a row per carrier of the scope for the
    round; `files` every file received for it; `sims` a row per carrier that reported any SIM
    figure; `notes` by commune code.
    """

    request: BriefingRequest
    compare_on: date | None
    cube: Cube
    province: Row
    by_carrier: pa.Table
    by_commune: pa.Table
    by_commune_and_carrier: pa.Table
    history: pa.Table
    history_by_carrier: pa.Table
    reporting: tuple[Row, ...]
    files: pa.Table
    sims: tuple[Row, ...]
    replaced: tuple[Replaced, ...]
    data_version: str
    last_received_at: datetime | None
    due: Dues
    support: KnownSupport
    notes: Mapping[str, tuple[Note, ...]]

    @property
    def scope(self) -> Scope:
        """The figures asked for."""
        return self.request.scope

    @property
    def expected(self) -> Expected:
        """Communes and carriers that the figures are summed over."""
        return self.request.expected

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the scope's carriers without a file for the round."""
        return tuple(row["carrier_name"] for row in self.reporting if row["is_missing"])

    def lacking(self) -> dict[str, list[str]]:
        """Carrier that reported -> names of the communes where it did before and does not now."""
        found: dict[str, list[str]] = {}
        rows = self.by_commune.select(["commune_name", "carriers_mask", "carriers_expected_mask"]).to_pylist()
        for row in rows:
            for name in self.lacking_in(row):
                found.setdefault(name, []).append(row["commune_name"])
        return found

    def lacking_in(self, row: Row) -> list[str]:
        """Names of the carriers that reported, but not for this commune of `by_commune`."""
        mask = row["carriers_expected_mask"] & ~row["carriers_mask"]
        if not mask:
            return []
        names = [each.name for place, each in enumerate(self.expected.carriers) if mask >> place & 1]
        return [name for name in names if name not in self.missing]

    @property
    def missing_before(self) -> tuple[str, ...]:
        """Names of the scope's carriers without a file for the comparison round."""
        if self.compare_on is None:
            return ()
        place = self.cube.rounds.index(self.compare_on)
        carriers = self.expected.carriers_in(self.scope)
        return tuple(
            self.expected.carriers[each].name for each in carriers if not self.cube.has_file[place, each]
        )

    @property
    def compared_carriers_count(self) -> int:
        """How many of the scope's carriers reported in both rounds."""
        both = {row["carrier_name"] for row in self.reporting} - {*self.missing, *self.missing_before}
        return len(both) if self.compare_on else 0

    @property
    def cut_off_at(self) -> datetime:
        """The moment asked for; else when the last file that counts came in, of the round or of one before
        it, or the round was due."""
        return self.request.as_of or self.last_received_at or self.due.at

    @property
    def is_simulated(self) -> bool:
        """Whether any simulated figure stands behind what is told, of the round or of one before."""
        return bool(self.cube.is_simulated[:, self.expected.carriers_in(self.scope)].any())


def gather(cursor: duckdb.DuckDBPyConnection, request: BriefingRequest) -> Facts:
    """Read and sum everything. Raises ValueError for a comparison round before which nothing was reported."""
    scope = request.scope
    cube = read_history(cursor, request.round_on, request.as_of, request.expected)
    compare_on = _compared(cube, request)
    files = ask(cursor, "briefing/files_of_round", round_on=request.round_on, as_of=request.as_of)
    reporting = reporting_status(cursor, scope, request.expected).to_pylist()
    due = _dues(cursor, request, compare_on)
    behind = _behind(_files_behind(cursor, request, reporting))
    return Facts(
        request=request,
        compare_on=compare_on,
        cube=cube,
        province=sum_against(cube, scope, "province", compare_on).to_pylist()[0],
        by_carrier=sum_against(cube, scope, "carrier", compare_on),
        by_commune=sum_against(cube, scope, "commune", compare_on),
        by_commune_and_carrier=sum_against(cube, scope, "commune-carrier", compare_on),
        history=sum_by(cube, scope, "province"),
        history_by_carrier=sum_by(cube, scope, "carrier"),
        reporting=tuple(reporting),
        files=files.filter(_among(files, reporting)),
        sims=tuple(_sims(cursor, request, files.to_pylist(), reporting)),
        replaced=() if due.before_at is None else replaced_since(cursor, request, due.before_at),
        data_version=behind.data_version,
        last_received_at=behind.last_received_at,
        due=due,
        support=known_support(cursor, request.as_of),
        notes=all_notes(cursor, request.as_of),
    )


@dataclass(frozen=True)
class FilesBehind:
    """What stands behind the figures of a request: the name of its files together, when the last came in."""

    data_version: str
    last_received_at: datetime | None


def files_behind(cursor: duckdb.DuckDBPyConnection, request: BriefingRequest) -> FilesBehind:
    """The same as `gather` tells of them, without reading a figure."""
    reporting = reporting_status(cursor, request.scope, request.expected).to_pylist()
    return _behind(_files_behind(cursor, request, reporting))


def _behind(files: list[Row]) -> FilesBehind:
    return FilesBehind(_version(files), max((file["received_at"] for file in files), default=None))


def _dues(cursor: duckdb.DuckDBPyConnection, request: BriefingRequest, compare_on: date | None) -> Dues:
    calendar = read_calendar(cursor, request.as_of)
    next_on = round_of(request.round_on + timedelta(days=1))
    return Dues(
        at=calendar.due_at(request.round_on),
        before_at=calendar.due_at(compare_on) if compare_on else None,
        next_on=next_on,
        next_at=calendar.due_at(next_on),
    )


def _compared(cube: Cube, request: BriefingRequest) -> date | None:
    if request.compare_on is None:
        return round_before(cube, request.scope)
    if request.compare_on not in cube.rounds:
        raise ValueError(f"nothing was reported for {request.compare_on} or before")
    return request.compare_on


def _among(files: pa.Table, reporting: list[Row]) -> pa.Array:
    codes = {row["carrier_code"] for row in reporting}
    return pa.array([code in codes for code in files["carrier_code"].to_pylist()], pa.bool_())


def _sims(
    cursor: duckdb.DuckDBPyConnection, request: BriefingRequest, files: list[Row], reporting: list[Row]
) -> list[Row]:
    """SIM figures of the file that stands of each carrier, in the order of the carriers."""
    standing = {file["carrier_code"]: file["submission_id"] for file in files}
    codes = [commune.code for commune in request.expected.communes]
    ids = [standing[row["carrier_code"]] for row in reporting if row["carrier_code"] in standing]
    answer = ask(cursor, "measures/sims_of_files", submission_ids=ids, commune_codes=codes).to_pylist()
    found = {row.pop("submission_id"): row for row in answer if any_number(row)}
    return [
        {"carrier_code": row["carrier_code"], "carrier_name": row["carrier_name"]}
        | found[standing[row["carrier_code"]]]
        for row in reporting
        if standing.get(row["carrier_code"]) in found
    ]


def any_number(row: Row) -> bool:
    """Whether a row holds any figure at all."""
    return any(isinstance(value, int) for value in row.values())


def _files_behind(
    cursor: duckdb.DuckDBPyConnection, request: BriefingRequest, reporting: list[Row]
) -> list[Row]:
    """The scope's carriers' files for rounds up to the request's, as known at its moment."""
    codes = {row["carrier_code"] for row in reporting}
    rows = ask(cursor, "briefing/all_files", round_on=request.round_on, as_of=request.as_of).to_pylist()
    return [row for row in rows if row["carrier_code"] in codes]


def _version(behind: list[Row]) -> str:
    """A short name of the files behind the figures, the same whenever it is asked as of the same moment."""
    told = "".join(f"{row['submission_id']} {row['sha256']}\n" for row in behind)
    return hashlib.sha256(told.encode()).hexdigest()[:VERSION_DIGITS]
