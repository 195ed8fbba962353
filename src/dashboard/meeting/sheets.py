"""The maps of a meeting: rate, change, a map per carrier, a map per round."""

from collections.abc import Mapping, Sequence

from dashboard.briefing.content.facts import Facts
from dashboard.measures.map_series import MapFrame, frame_of, frames_by_carrier, frames_by_round
from dashboard.meeting.model import Layer, LayerName, Sheet
from dashboard.meeting.shades import shades_of
from dashboard.reference.carriers import carrier_by_code

SCALE = 10_000  # values travel as whole numbers, so fine that none changes its class on the way
MOST_MAPS = 12  # small ones on one screen


def layers(facts: Facts, codes: Sequence[str]) -> Mapping[LayerName, Layer]:
    """Maps by name, their values in the order of `codes`."""
    rate, change = shades_of("verified_pct"), shades_of("verified_pct_change")
    asked = facts.cube, facts.scope, "verified_pct", codes
    by_carrier = frames_by_carrier(*asked)[:MOST_MAPS]
    return {
        "rate": Layer(rate, SCALE, (_whole(facts, "verified_pct", codes),)),
        "change": Layer(change, SCALE, (_whole(facts, "verified_pct_change", codes),)),
        "carriers": Layer(
            rate, SCALE, tuple(_sheet(it, carrier_by_code()[it.key].name) for it in by_carrier)
        ),
        "weeks": Layer(rate, SCALE, tuple(_sheet(it, _day(it.key)) for it in frames_by_round(*asked))),
    }


def outside(facts: Facts, codes: Sequence[str]) -> tuple[int, ...]:
    """Positions of communes that the filter leaves out."""
    within = set(facts.by_commune["commune_code"].to_pylist())
    return tuple(place for place, code in enumerate(codes) if code not in within)


def _whole(facts: Facts, measure: str, codes: Sequence[str]) -> Sheet:
    return _sheet(frame_of("", facts.by_commune, measure, codes), "")


def _sheet(frame: MapFrame, title: str) -> Sheet:
    values = tuple(None if value is None else round(value * SCALE) for value in frame.values)
    return Sheet(title, values, frame.partly)


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))
