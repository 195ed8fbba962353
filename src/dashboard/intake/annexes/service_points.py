"""Fixed and mobile service points as carriers report them."""

from dashboard.intake.annexes.records import Flaw, Problem, ServicePoint
from dashboard.intake.annexes.rows import RowReader, is_empty
from dashboard.intake.annexes.tables import AnnexTable
from dashboard.intake.annexes.values import degrees_of, point_kind_of, yes_or_no
from dashboard.intake.matching.aliases import NO_ALIASES, Aliases

# The province as it is published: 19°18' to 20°40' N, 104°22' to 106°05' E; a hundredth of a degree, about
# a kilometre, is left for rounding.
SOUTH, NORTH = 19.29, 20.68
WEST, EAST = 104.35, 106.10


def service_points(
    table: AnnexTable, aliases: Aliases = NO_ALIASES
) -> tuple[list[ServicePoint], list[Problem]]:
    """A point for each row that says what, where and, if at all, when; the others with what is wrong."""
    points: list[ServicePoint] = []
    problems: list[Problem] = []
    for row in table.rows:
        reader = RowReader(table.kind, row, aliases)
        point = _point(reader)
        if not reader.is_left_out:
            points.append(point)
        problems += reader.problems
    return points, problems


def is_in_province(lon: float, lat: float) -> bool:
    """Whether a place lies in the box around the province."""
    return WEST <= lon <= EAST and SOUTH <= lat <= NORTH


def _point(reader: RowReader) -> ServicePoint:
    row = reader.row
    kind = point_kind_of(reader.needed("point_kind"))
    if kind is None and row.text("point_kind"):
        reader.note(Flaw.NOT_A_CHOICE, "point_kind", leaves_out=True)
    commune_code, address = reader.commune(), reader.needed("address")
    from_on, to_on = reader.day("from_on"), reader.day("to_on")
    if from_on and to_on and to_on < from_on:
        reader.note(Flaw.ENDS_BEFORE_START, "to_on", leaves_out=True)
    lon, lat = _place(reader)
    return ServicePoint(
        point_kind=kind or "",
        commune_code=commune_code,
        address=address,
        opening_hours=row.text("opening_hours") or None,
        from_on=from_on,
        to_on=to_on,
        lon=lon,
        lat=lat,
        people_per_day_count=reader.count("people_per_day_count"),
        serves_other_carriers=_serves_others(reader),
    )


def _place(reader: RowReader) -> tuple[float | None, float | None]:
    """Longitude and latitude; a point whose coordinates are none is kept by its address."""
    cells = reader.row.cell("lon"), reader.row.cell("lat")
    if all(cell is None or is_empty(cell) for cell in cells):
        return None, None
    lon, lat = (None if cell is None else degrees_of(cell.value) for cell in cells)
    if lon is None or lat is None or not is_in_province(lon, lat):
        reader.note(Flaw.OUTSIDE_PROVINCE, "lat", leaves_out=False)
        return None, None
    return lon, lat


def _serves_others(reader: RowReader) -> bool | None:
    cell = reader.row.cell("serves_other_carriers")
    if cell is None or is_empty(cell):
        return None
    answer = yes_or_no(cell.text)
    if answer is None:
        reader.note(Flaw.NOT_A_CHOICE, "serves_other_carriers", leaves_out=False)
    return answer
