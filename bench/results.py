"""Everything that one run measured; a part left out is None or empty."""

from collections.abc import Mapping
from dataclasses import dataclass

from bench.apps import App
from bench.changes import Changes
from bench.crowd import Crowd
from bench.first_map import FirstMap
from bench.loads import Load
from bench.machine import Machine
from bench.reading import Reading
from bench.soak import Soak
from bench.stage import Stage


@dataclass(frozen=True)
class Results:
    """One run on one machine: per app what was measured side by side, then what only ours does."""

    machine: Machine
    stage: Stage
    changes: Mapping[App, Changes]
    first_maps: Mapping[App, FirstMap]
    crowds: Mapping[App, Crowd]
    reading: Reading | None
    province: Load | None
    country: Load | None
    soak: Soak | None
