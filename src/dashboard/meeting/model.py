"""What a meeting shows, step by step; the browser lays it out and computes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

StepKind: TypeAlias = Literal[
    "now", "changed", "weeks", "commune", "carriers", "missing", "support", "decisions"
]
LayerName: TypeAlias = Literal["rate", "change", "weeks", "carriers"]


@dataclass(frozen=True)
class Figure:
    """A number to be read from the back of the room; `key` names it where it can be restated."""

    label: str
    text: str
    note: str = ""
    key: str = ""


@dataclass(frozen=True)
class Bar:
    """A line of a list with a bar behind it; `share_pct` 0 to 100, None where there is no figure.

    `key` names the carrier or commune where its figure can be restated.
    """

    name: str
    text: str
    share_pct: float | None
    note: str = ""
    key: str = ""


@dataclass(frozen=True)
class Bars:
    """Lines of one list under a title."""

    title: str
    rows: tuple[Bar, ...]


@dataclass(frozen=True)
class Trend:
    """A rate over rounds, None where nothing was reported; days as "04/11"."""

    days: tuple[str, ...]
    rates_pct: tuple[float | None, ...]
    label: str


@dataclass(frozen=True)
class Step:
    """A page of the agenda.

    `title` is its place in the agenda, `message` the one sentence to take home. `layer` is the map beside it
    ("" for none), `focus` the commune that the map goes to, `pins` communes marked on it.
    """

    id: str
    kind: StepKind
    title: str
    message: str
    figures: tuple[Figure, ...] = ()
    points: tuple[str, ...] = ()
    bars: tuple[Bars, ...] = ()
    trend: Trend | None = None
    layer: LayerName | Literal[""] = ""
    focus: str | None = None
    pins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shades:
    """A legend of at most five classes: limits in the measure's unit, the lower one included."""

    label: str
    unit: str
    limits: tuple[float, ...]
    colours: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """One map: per commune a whole number (`Layer.scale` makes one of the unit), None where there is none.

    Values stand in the order of the polygons; `partly` are positions where a carrier is missing.
    """

    title: str
    values: tuple[int | None, ...]
    partly: tuple[int, ...]


@dataclass(frozen=True)
class Layer:
    """A map, or several with one legend; `scale` says how many of a value make one of the unit."""

    shades: Shades
    scale: int
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class Agenda:
    """All of a meeting but what people decide: steps in order, maps by name, and what stands behind them.

    `communes` has a step for each commune with a rate, by code: a leader may ask for any of them. `outside`
    are positions of communes that the filter leaves out.
    """

    heading: str
    notes: tuple[str, ...]
    mark: str
    version: str
    steps: tuple[Step, ...]
    layers: Mapping[LayerName, Layer]
    communes: Mapping[str, Step]
    outside: tuple[int, ...] = ()

    def step(self, step_id: str) -> Step | None:
        """The step of this name."""
        return next((step for step in self.steps if step.id == step_id), None)
