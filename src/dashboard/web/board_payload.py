"""Figures of a selection as the board wants them, computed once per selection and state of the data."""

from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Literal

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.measures import Headline, Scope
from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.headline import headline_and_communes
from dashboard.measures.selection import Measure, Selection
from dashboard.measures.sums import sum_by
from dashboard.measures.wording import time_text
from dashboard.reference.carriers import carriers
from dashboard.reference.reporting_round import Round
from dashboard.store.database import Store
from dashboard.web.dictionary import SCALE_ON_THE_WIRE
from dashboard.web.payload import CommuneFigure, encode
from dashboard.web.state import (
    DataState,
    data_state,
    first_received_at,
    history_cube,
    received_at,
    round_calendar,
    round_cube,
)

Layout = Literal["overview", "map", "filters"]
KEPT_PAYLOADS_COUNT = 2_000  # of about 1.5 KB each; a year of rounds with the usual filters
SHOWN = ("commune_code", "total_count", "unverified_count", "carriers_mask", "is_partly_reported")
FOLLOWS_FROM_COUNTS: frozenset[Measure] = frozenset({"verified_pct", "unverified_count"})


def board_payload(selection: Selection, layout: Layout, store: Store) -> bytes:
    """The payload of a selection (web/payload.py); the same object while the data stay as they are."""
    return _payload(selection, layout, store, data_state(store))


@lru_cache(maxsize=KEPT_PAYLOADS_COUNT)
def _payload(selection: Selection, layout: Layout, store: Store, state: DataState) -> bytes:
    cube = round_cube(store, state, selection.round_on)
    received = received_at(store, state, selection.round_on)
    first = first_received_at(store, state, selection.round_on)
    headline, communes = headline_and_communes(cube, selection.scope)
    of_round = round_calendar(store).round(selection.round_on)
    header = _header(headline, selection, received, of_round) | {
        "layout": layout,
        "version": state.version,
        "mixed": _is_mixed(cube),
        "late": _late(first, selection, of_round),
        "opened": _opened(store, state, selection),
    }
    return encode(header, state.layer.codes, _figures(communes, selection))


def _header(
    found: Headline, selection: Selection, received: dict[str, datetime], of_round: Round
) -> dict[str, Any]:
    asked = [carrier.code for carrier in carriers()]
    known = {*of_round.expected, *received}  # of an ad hoc round not every carrier is asked
    chosen = selection.carriers or asked
    expected = [code for code in asked if code in known and code in chosen]
    return {
        "query": selection.as_query(),
        "now": None if found.total_count is None else [getattr(found, name) for name in COUNTS],
        "change": _change(found),
        "expected": _mask(asked, expected),
        "reported": _mask(asked, [code for code in expected if code not in found.carriers_missing]),
        "oldest": _earlier(found.reported_on, selection.round_on),
        "cutoff": _cutoff(received, selection),
    }


def _late(first: dict[str, datetime], selection: Selection, of_round: Round) -> int:
    """Which carriers' first file came too late; a correction makes nobody late."""
    asked = [carrier.code for carrier in carriers()]
    chosen = selection.carriers or asked
    return _mask(asked, [code for code in asked if code in chosen and _is_late(first.get(code), of_round)])


def _is_late(first_received_at: datetime | None, of_round: Round) -> bool:
    return first_received_at is not None and first_received_at >= of_round.due_at


def _is_mixed(cube: Cube) -> bool:
    """Whether real and simulated reports stand side by side in the round."""
    simulated = cube.is_simulated[-1][cube.has_file[-1]]
    return bool(simulated.any() and not simulated.all())


def _earlier(reported_on: date | None, round_on: date) -> str | None:
    """The oldest round behind a figure, where that is not the round shown."""
    return reported_on.isoformat() if reported_on and reported_on != round_on else None


def _change(found: Headline) -> dict[str, Any] | None:
    """Change of rate (points, four decimals), unverified and locks since a round; how much is compared."""
    change = found.change
    if change is None:
        return None
    rate = None if change.verified_pct is None else round(change.verified_pct, 4)
    counts = [change.unverified_count, change.locked_one_way_count, change.locked_two_way_count]
    return {
        "since": change.since.isoformat(),
        "values": [rate, *counts],
        "compared": change.pairs_compared_count,
        "reported": change.pairs_reported_count,
    }


def _mask(order: list[str], codes: list[str]) -> int:
    return sum(1 << order.index(code) for code in codes)


def _cutoff(received: dict[str, datetime], selection: Selection) -> str | None:
    """When the last of the files shown came in, as the reader writes it."""
    asked = selection.carriers or tuple(received)
    latest = max((received[code] for code in asked if code in received), default=None)
    return None if latest is None else time_text(latest)


def _figures(communes: pa.Table, selection: Selection) -> dict[str, CommuneFigure]:
    """By commune; column by column, because the country has 3,321 rows."""
    columns = (communes[name].to_pylist() for name in SHOWN)
    figures = zip(
        *columns, _extras(communes, selection.measure), _earlier_rounds(communes, selection), strict=True
    )
    return {
        code: CommuneFigure(total, unverified, extra, mask, is_partly, reported_on)
        for code, total, unverified, mask, is_partly, extra, reported_on in figures
    }


def _extras(communes: pa.Table, measure: Measure) -> list[int | None]:
    """The measure's own number, as whole ones; none where it follows from the counts."""
    if measure in FOLLOWS_FROM_COUNTS:
        return [None] * communes.num_rows
    scale = SCALE_ON_THE_WIRE.get(measure, 1)
    return [None if value is None else round(value * scale) for value in communes[measure].to_pylist()]


def _earlier_rounds(communes: pa.Table, selection: Selection) -> list[str | None]:
    """The oldest round behind each figure, where that is not the round shown; mostly it is."""
    of_earlier = pc.not_equal(communes["reported_on"], pa.scalar(selection.round_on, pa.date32()))
    if not pc.any(of_earlier).as_py():
        return [None] * communes.num_rows
    return [_earlier(day, selection.round_on) for day in communes["reported_on"].to_pylist()]


def _opened(store: Store, state: DataState, selection: Selection) -> dict[str, Any] | None:
    """The opened commune by carrier, and its rate over the rounds, whatever kind the filter asks for."""
    if selection.commune_code is None:
        return None
    scope = Scope(selection.round_on, selection.carriers, None, selection.basis)
    now, past = (
        read(store, state, selection.round_on).of_commune(selection.commune_code)
        for read in (round_cube, history_cube)
    )
    rows = sum_by(now, scope, "commune-carrier").to_pylist()
    history = sum_by(replace(past, first_whole=0), scope, "commune")  # every round, not only this one
    return {
        "carriers": [_carrier(row, selection) for row in rows],
        "rounds": [day.isoformat() for day in history["round_on"].to_pylist()],
        "rates": [None if rate is None else round(rate, 2) for rate in history["verified_pct"].to_pylist()],
    }


def _carrier(row: dict[str, Any], selection: Selection) -> list[Any]:
    counts = ("total_count", "verified_count", "locked_one_way_count", "locked_two_way_count")
    since = _earlier(row["reported_on"], selection.round_on)
    return [row["carrier_code"], *(row[name] for name in counts), since]
