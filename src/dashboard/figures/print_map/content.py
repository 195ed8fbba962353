"""What a map on paper tells: of each commune its value, class and look, and the legend's sums."""

from dataclasses import dataclass

from dashboard.figures.print_map.looks import Fill, class_fills, no_data_fill, outside_fill
from dashboard.figures.words import Words
from dashboard.measures.definitions import definitions, value_text
from dashboard.measures.map_values import MapValues
from dashboard.measures.wording import NO_BREAK_SPACE, NOTHING, count_text
from dashboard.reference.communes import Commune, commune_by_code
from dashboard.reference.policy import policy

PARTLY_SIGN = "*"  # behind a value that lacks a carrier: hatches are hard to tell in small communes
OUTSIDE_LABEL = "Ngoài phạm vi lọc"


@dataclass(frozen=True)
class Area:
    """A commune on the map: its short name ("P. Hạc Thành", "Mường Lát"), value as text, and look."""

    name: str
    value: str
    fill: Fill
    is_in_scope: bool


@dataclass(frozen=True)
class LegendRow:
    """A class: its look, label, number of communes and their unverified subscribers, both as text."""

    fill: Fill
    label: str
    communes: str
    unverified: str


@dataclass(frozen=True)
class Content:
    """All that is written and coloured on a map; `areas` in the order of the layer's codes."""

    words: Words
    measure_label: str
    unit: str
    areas: tuple[Area, ...]
    legend: tuple[LegendRow, ...]


def content_of(values: MapValues, words: Words, is_grey: bool) -> Content:
    """The content of a map of these values."""
    definition = definitions()[values.measure]
    return Content(
        words=words,
        measure_label=definition.label,
        unit=definition.unit,
        areas=tuple(_area(values, place, is_grey) for place in range(len(values.codes))),
        legend=_legend(values, is_grey),
    )


def short_name(commune: Commune) -> str:
    """A name as a map has room for it: wards are marked, communes are the rule."""
    return f"P. {commune.short_name}" if commune.kind == "phường" else commune.short_name


def _area(values: MapValues, place: int, is_grey: bool) -> Area:
    text = value_text(definitions()[values.measure], values.values[place]).split(NO_BREAK_SPACE)[0]
    is_partly = values.is_partly_reported[place] and values.values[place] is not None
    return Area(
        name=short_name(commune_by_code()[values.codes[place]]),
        value=text + (PARTLY_SIGN if is_partly else "") if values.is_in_scope[place] else "",
        fill=_fill(values, place, is_grey),
        is_in_scope=values.is_in_scope[place],
    )


def _fill(values: MapValues, place: int, is_grey: bool) -> Fill:
    number = values.classes[place]
    if not values.is_in_scope[place]:
        return outside_fill()
    if number is None:
        return no_data_fill(is_grey)
    fill = class_fills(policy().scales[values.measure], is_grey)[number]
    return fill.partly_reported() if values.is_partly_reported[place] else fill


def _legend(values: MapValues, is_grey: bool) -> tuple[LegendRow, ...]:
    """A row per class, then what applies of: nothing reported, not asked for; the sum; partly reported."""
    scale = policy().scales[values.measure]
    everywhere = range(len(values.codes))
    asked = [place for place in everywhere if values.is_in_scope[place]]
    fills = class_fills(scale, is_grey)
    rows = [
        _row(values, fills[number], label, [place for place in asked if values.classes[place] == number])
        for number, label in enumerate(scale.labels)
    ]
    partly = [
        place for place in asked if values.is_partly_reported[place] and values.classes[place] is not None
    ]
    silent = [place for place in asked if values.classes[place] is None]
    outside = [place for place in everywhere if not values.is_in_scope[place]]
    look, none = policy().partly_reported, policy().no_data
    if silent:
        rows.append(_row(values, no_data_fill(is_grey), none.label, silent))
    if outside:
        rows.append(LegendRow(outside_fill(), OUTSIDE_LABEL, count_text(len(outside)), ""))
    rows.append(_row(values, Fill(""), "Cộng", asked))
    if partly:
        rows.append(
            _row(
                values,
                Fill("#FFFFFF").partly_reported(),
                f"Trong đó: {look.label.lower()} ({PARTLY_SIGN})",
                partly,
            )
        )
    return tuple(rows)


def _row(values: MapValues, fill: Fill, label: str, places: list[int]) -> LegendRow:
    counts = [_unverified(values, place) for place in places]
    known = [count for count in counts if count is not None]
    return LegendRow(
        fill, label, count_text(len(places)), count_text(sum(known)) if known or not places else NOTHING
    )


def _unverified(values: MapValues, place: int) -> int | None:
    total, verified = values.total_counts[place], values.verified_counts[place]
    return None if total is None or verified is None else total - verified
