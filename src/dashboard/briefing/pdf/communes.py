"""A sheet of one page for each commune: its figures by carrier, trend, rank, place, locks, SIMs."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO, TypeAlias

import pyarrow as pa

from dashboard.boundaries import layer_in_force
from dashboard.briefing.content.compose import briefing_content
from dashboard.briefing.content.facts import Facts, Row, gather
from dashboard.briefing.content.model import Footer
from dashboard.briefing.content.request import BriefingRequest
from dashboard.briefing.pdf.commune_words import Standing, sheet_data
from dashboard.briefing.pdf.locator import Locator, locator_of
from dashboard.briefing.pdf.typesetting import typesetter
from dashboard.measures.standing import standing_files
from dashboard.measures.sums import sum_by
from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.communes import commune_by_code, communes
from dashboard.reference.names import fold
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.questions import ask

Note: TypeAlias = Callable[[int, int, str], None]  # done, of how many, what was done last


@dataclass(frozen=True)
class SheetRequest:
    """The sheets that are asked for: of which round, counting what had come by which moment (None: all)."""

    round_on: date
    as_of: datetime | None = None


@dataclass(frozen=True)
class Ground:
    """What all sheets of a round are made of, read once; tables by commune code."""

    facts: Facts
    footer: Footer
    figures: Mapping[str, Row]
    by_carrier: Mapping[str, tuple[Row, ...]]
    history: Mapping[str, tuple[Row, ...]]
    sims: Mapping[str, tuple[Row, ...]]
    locator: Locator

    def standing(self, code: str) -> Standing:
        """All that the sheet of a commune tells."""
        return Standing(
            commune=commune_by_code()[code],
            figures=self.figures[code],
            by_carrier=self.by_carrier[code],
            history=self.history[code],
            sims=self.sims.get(code, ()),
            rate_rank=_rank(self.figures, code, "verified_pct"),
            backlog_rank=_rank(self.figures, code, "unverified_count"),
        )


def commune_sheet(code: str, request: SheetRequest, store: Store) -> bytes:
    """The sheet of a commune as PDF. Raises KeyError for a code that is no commune's."""
    return _sheet(_read(request, store), code)


def write_commune_sheets(request: SheetRequest, store: Store, out: BinaryIO, note: Note) -> None:
    """The sheets of all communes into one ZIP, each written as soon as it is made.

    `note` is told after each. The same figures give the same bytes.
    """
    ground = _read(request, store)
    made_at = ground.footer.cut_off_at.astimezone(LOCAL_ZONE).timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:  # a PDF is compressed inside
        for place, commune in enumerate(communes(), start=1):
            entry = zipfile.ZipInfo(f"{sheet_name(commune.code, request)}.pdf", made_at)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, _sheet(ground, commune.code))
            note(place, len(communes()), commune.name)


def sheet_name(code: str, request: SheetRequest) -> str:
    """Name of a sheet's file: "14797_phuong-hac-thanh_2026-11-11"."""
    return f"{code}_{fold(commune_by_code()[code].name).replace(' ', '-')}_{request.round_on:%Y-%m-%d}"


def _sheet(ground: Ground, code: str) -> bytes:
    standing = ground.standing(code)
    data = sheet_data(standing, ground.facts, ground.footer) | {
        "locator": ground.locator.drawing(code).as_data(f"Vị trí của {standing.commune.name} trong tỉnh")
    }
    return typesetter("commune").pdf(data, ground.footer.cut_off_at)


def _read(request: SheetRequest, store: Store) -> Ground:
    layer = layer_in_force(store)
    asked = BriefingRequest(request.round_on, as_of=request.as_of, parts=())
    cursor = store.reader()
    try:
        facts = gather(cursor, asked)
        footer = briefing_content(cursor, asked).footer
        files = [file for file in standing_files(cursor, request.as_of) if file.round_on == request.round_on]
        ids = [file.submission_id for file in files]
        sims = ask(cursor, "briefing/sims_of_communes", submission_ids=ids)
    finally:
        cursor.close()
    names = {file.submission_id: carrier_by_code()[file.carrier_code].name for file in files}
    return Ground(
        facts=facts,
        footer=footer,
        figures={row["commune_code"]: row for row in facts.by_commune.to_pylist()},
        by_carrier=_grouped(facts.by_commune_and_carrier),
        history=_grouped(sum_by(facts.cube, asked.scope, "commune")),
        sims=_grouped(sims, names),
        locator=locator_of(layer),
    )


def _grouped(table: pa.Table, carriers: Mapping[str, str] | None = None) -> dict[str, tuple[Row, ...]]:
    """Rows by commune, in the table's order; with the carrier's name where a submission tells it."""
    found: dict[str, list[Row]] = {}
    for row in table.to_pylist():
        named = row | {"carrier_name": carriers[row["submission_id"]]} if carriers is not None else row
        found.setdefault(row["commune_code"], []).append(named)
    return {code: tuple(rows) for code, rows in found.items()}


def _rank(figures: Mapping[str, Row], code: str, name: str) -> tuple[int, int] | None:
    """Place among all that have the figure, the highest first, and how many those are."""
    own = figures[code][name]
    known: Iterator[float] = (row[name] for row in figures.values() if row[name] is not None)
    values = list(known)
    return None if own is None else (1 + sum(value > own for value in values), len(values))
