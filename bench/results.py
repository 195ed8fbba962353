"""Everything that one run measured; a part left out is None or empty."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.apps import App
from bench.changes import Changes
from bench.country_map import CountryMap
from bench.crowd import Crowd
from bench.documents import Documents
from bench.first_map import FirstMap
from bench.ingested_year import IngestedYear
from bench.loads import Load
from bench.machine import Machine
from bench.meeting import MeetingBench
from bench.office import Office
from bench.planning import Planning
from bench.reading import Reading
from bench.soak import Soak
from bench.stage import Stage


@dataclass(frozen=True)
class Results:
    """One run on one machine: per app what was measured side by side, then what only ours does."""

    machine: Machine
    stage: Stage
    changes: Mapping[App, Changes] = field(default_factory=dict)
    first_maps: Mapping[App, FirstMap] = field(default_factory=dict)
    crowds: Mapping[App, Crowd] = field(default_factory=dict)
    reading: Reading | None = None
    ingested_year: IngestedYear | None = None
    province: Load | None = None
    country: Load | None = None
    soak: Soak | None = None
    documents: Documents | None = None
    planning: Planning | None = None
    meeting: MeetingBench | None = None
    office: Office | None = None
    country_map: CountryMap | str | None = None
