"""What annexes come to: typed rows, and the cells that are not what they should be."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.intake.annexes.tables import AnnexKind, AnnexTable
from dashboard.intake.layout.table import Cell
from dashboard.intake.matching.places import Place


class Flaw(StrEnum):
    """What is wrong with a cell of an annex; each has its rule."""

    UNKNOWN_COMMUNE = "unknown_commune"
    DOUBLED_COMMUNE = "doubled_commune"
    INCOMPLETE = "incomplete"
    NOT_A_COUNT = "not_a_count"
    NOT_A_DATE = "not_a_date"
    NOT_A_CHOICE = "not_a_choice"
    ENDS_BEFORE_START = "ends_before_start"
    OUTSIDE_PROVINCE = "outside_province"


@dataclass(frozen=True)
class Problem:
    """A flawed cell: of which annex and column, and whether its whole row is left out because of it.

    `others` are the communes that a name might mean.
    """

    flaw: Flaw
    annex: AnnexKind
    cell: Cell
    column: str
    is_row_left_out: bool
    others: tuple[Place, ...] = ()


@dataclass(frozen=True)
class SimResult:
    """SIM results of a commune, by column of SIM_COLUMNS; None where the cell is empty or none."""

    commune_code: str
    counts: dict[str, int | None]
    cells: dict[str, Cell]


@dataclass(frozen=True)
class ServicePoint:
    """A service point as reported; `lon` and `lat` (EPSG:4326) are both there or neither."""

    point_kind: str
    commune_code: str
    address: str
    opening_hours: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    lon: float | None = None
    lat: float | None = None
    people_per_day_count: int | None = None
    serves_other_carriers: bool | None = None


@dataclass(frozen=True)
class PlanItem:
    """An item of the handling plan; without a commune it is of the whole province."""

    activity: str
    commune_code: str | None = None
    due_on: date | None = None
    target_count: int | None = None


@dataclass(frozen=True)
class Annexes:
    """All that the further sheets of a file say."""

    tables: tuple[AnnexTable, ...] = ()
    sim_results: tuple[SimResult, ...] = ()
    service_points: tuple[ServicePoint, ...] = ()
    plan_items: tuple[PlanItem, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def sheet_names(self) -> frozenset[str]:
        """Names of the sheets that are annexes."""
        return frozenset(table.sheet.name for table in self.tables)

    def problems_of(self, flaw: Flaw) -> tuple[Problem, ...]:
        """The cells with one flaw, in the order of the file."""
        return tuple(problem for problem in self.problems if problem.flaw is flaw)

    def counts(self) -> dict[str, int]:
        """How many rows were taken of each annex that has any."""
        sizes = {
            AnnexKind.SIM_RESULTS: len(self.sim_results),
            AnnexKind.SERVICE_POINTS: len(self.service_points),
            AnnexKind.PLAN_ITEMS: len(self.plan_items),
        }
        return {kind.value: size for kind, size in sizes.items() if size}


NO_ANNEXES = Annexes()
