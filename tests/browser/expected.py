"""What the board has to show for a selection, from the measures, written as a reader sees it."""

from dataclasses import dataclass
from typing import Any

from dashboard.measures import Headline, figures_by_commune, headline, reporting_status
from dashboard.measures.selection import Selection
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.reference.communes import commune_by_code
from dashboard.reference.policy import policy
from dashboard.store.database import Store
from tests.browser.board_page import Row, plain, rgb

OUTSIDE = "rgb(236, 239, 242)"
MISSING = 'url("#look-missing")'
WORST_IS_LOW = {"verified_pct", "verified_pct_change"}
CARD_COUNTS = ("unverified_count", "locked_one_way_count", "locked_two_way_count")


@dataclass(frozen=True)
class Card:
    """A headline card: its figure, and what its note has to say among other words."""

    figure: str
    told: tuple[str, ...]

    def __eq__(self, shown: object) -> bool:
        """Whether a card that is shown, as (figure, note), says this."""
        if not isinstance(shown, tuple):
            return NotImplemented
        figure, note = shown
        return bool(figure == self.figure and all(part in note for part in self.told))

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True)
class Expectation:
    """Reads a store that holds what the app's holds; `codes` in the order of the polygons."""

    store: Store
    codes: tuple[str, ...]

    def rows(self, selection: Selection) -> dict[str, dict[str, Any]]:
        """Figures by commune code, only of the kind asked for."""
        table = figures_by_commune(self.store.reader(), selection.scope)
        return {row["commune_code"]: row for row in table.to_pylist()}

    def fills(self, selection: Selection) -> dict[str, str]:
        """Commune code -> fill, as the browser writes it."""
        rows = self.rows(selection)
        return {code: fill(rows.get(code), selection) for code in self.codes}

    def cards(self, selection: Selection) -> list[Card]:
        """The five headline cards."""
        found = headline(self.store.reader(), selection.scope)
        cards = [Card(plain(pct_text(found.verified_pct)), change_note(found, "verified_pct"))]
        cards += [Card(count_text(getattr(found, name)), change_note(found, name)) for name in CARD_COUNTS]
        behind = f"{found.carriers_reported_count}/{found.carriers_expected_count}"
        return [*cards, Card(behind, self._carriers_note(found, selection))]

    def _carriers_note(self, found: Headline, selection: Selection) -> tuple[str, ...]:
        """Who is missing, what stands in for them, who was late."""
        status = reporting_status(self.store.reader(), selection.scope).to_pylist()
        missing = [row["carrier_name"] for row in status if row["is_missing"]]
        notes = [f"Thiếu: {', '.join(missing)}" if missing else "Đủ các nhà mạng"]
        if missing and found.reported_on and found.reported_on != found.round_on:
            notes.append(day_text(found.reported_on))
        late = [row["carrier_name"] for row in status if row["late_minutes"]]
        return (*notes, *([f"muộn: {', '.join(late)}"] if late else []))

    def ranking(self, selection: Selection, most: int) -> list[Row]:
        """The first rows of the table: the worst, equal ones in the order of the polygons."""
        rows = self.rows(selection)
        known = [
            rows[code] for code in self.codes if code in rows and rows[code][selection.measure] is not None
        ]
        known.sort(key=lambda row: row[selection.measure], reverse=selection.measure not in WORST_IS_LOW)
        second = "total_count" if selection.measure == "unverified_count" else "unverified_count"
        return [
            Row(
                commune_by_code()[row["commune_code"]].name,
                measured(row[selection.measure], selection),
                count_text(row[second]),
            )
            for row in known[:most]
        ]


def fill(row: dict[str, Any] | None, selection: Selection) -> str:
    """A commune's class colour, its hatch, or that there is nothing to show."""
    if row is None:
        return OUTSIDE
    scale = policy().scales[selection.measure]
    place = scale.class_of(row[selection.measure])
    if place is None:
        return MISSING
    colour = scale.colours[place]
    return f'url("#look-partly-{colour[1:]}")' if row["is_partly_reported"] else rgb(colour)


def measured(value: float, selection: Selection) -> str:
    """A value as the ranking writes it."""
    if selection.measure == "verified_pct":
        return plain(pct_text(value))
    if selection.measure == "verified_pct_change":
        return plain(signed_points(value))
    return count_text(int(value))


def signed_points(value: float) -> str:
    """ "+0,8 điểm": with the sign of the value itself."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{pct_text(abs(value)).removesuffix('%')}điểm"


def change_note(found: Headline, name: str) -> tuple[str, ...]:
    """A card's change since the round before, since when, and on how much of the reports it is counted."""
    change = found.change
    if found.total_count is None:
        return ("chưa có số liệu",)
    if change is None:
        return ("chưa có kỳ trước để so",)
    value = getattr(change, name)
    size = changed_points(value) if name == "verified_pct" else changed_count(value)
    parts = (size, f"so với {change.since:%d/%m}")
    if name != "verified_pct" or change.pairs_compared_count == change.pairs_reported_count:
        return parts  # the share that could be compared is the same for all cards; the first one says it
    return (*parts, plain(pct_text(100 * change.pairs_compared_count / change.pairs_reported_count)))


def changed_points(value: float | None) -> str:
    """A change of the rate, with an arrow."""
    if value is None:
        return ""
    if abs(value) < 0.05:
        return "không đổi"
    return plain(f"{'▲' if value > 0 else '▼'} {signed_points(abs(value)).lstrip('+')}")


def changed_count(value: int) -> str:
    """A change of a count, with an arrow."""
    return f"{'▲' if value > 0 else '▼'} {count_text(abs(value))}" if value else "không đổi"
