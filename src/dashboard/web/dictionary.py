"""The words and looks that the board needs once: names of communes, carriers, measures, classes, hatches."""

import json
from collections import Counter
from typing import Any

from dashboard.measures.definitions import definitions
from dashboard.measures.selection import MEASURE_IN_ADDRESS, Measure
from dashboard.reference.carriers import carriers
from dashboard.reference.columns import columns
from dashboard.reference.communes import communes
from dashboard.reference.old_communes import old_communes
from dashboard.reference.policy import policy
from dashboard.reference.scales import ink_on

# Measures travel as whole numbers: counts as they are, percentage points in ten-thousandths, so that rounding
# on the way moves none into another class or to another digit shown.
SCALE_ON_THE_WIRE = {"verified_pct_change": 10_000}

WORST_FIRST: dict[Measure, tuple[str, str]] = {
    "verified_pct": ("low", "Tỷ lệ thấp nhất"),
    "unverified_count": ("high", "Nhiều thuê bao chưa xác thực nhất"),
    "locked_one_way_count": ("high", "Nhiều khóa 1 chiều nhất"),
    "locked_two_way_count": ("high", "Nhiều khóa 2 chiều nhất"),
    "verified_pct_change": ("low", "Chuyển biến chậm nhất"),
}


def dictionary_json() -> bytes:
    """The dictionary as UTF-8 JSON; changes only with the reference tables and the policy."""
    words = {
        "communes": _communes(),
        "carriers": [{"code": carrier.code, "name": carrier.name} for carrier in carriers()],
        "measures": {name: _measure(name, key) for key, name in MEASURE_IN_ADDRESS.items()},
        "looks": _looks(),
    }
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()


def _communes() -> dict[str, Any]:
    """By code; where several communes have one name, as in the whole country, with where each lies."""
    old_names = {old.code: old.name for old in old_communes()}
    borne = Counter(commune.name for commune in communes())
    return {
        commune.code: {
            "name": commune.name if borne[commune.name] == 1 else f"{commune.name}, {commune.old_district}",
            "kind": commune.kind,
            "old": [old_names[code] for code in commune.old_communes],
        }
        for commune in communes()
    }


def _measure(name: Measure, key: str) -> dict[str, Any]:
    column, scale, meaning = columns()[name], policy().scales[name], definitions()[name]
    worst, worst_title = WORST_FIRST[name]
    return {
        "name": name,
        "key": key,
        "label": column.label,
        "shortLabel": column.short_label,
        "unit": scale.unit,
        "meaning": [meaning.what, meaning.why, meaning.caution],
        "scale": SCALE_ON_THE_WIRE.get(name, 1),
        "worst": worst,
        "worstTitle": worst_title,
        "classes": {"limits": scale.limits, "colours": scale.colours, "labels": scale.labels},
    }


def _looks() -> dict[str, Any]:
    missing, partly = policy().no_data, policy().partly_reported
    grounds = [colour for scale in policy().scales.values() for colour in scale.colours]
    return {
        "missing": {"label": missing.label, "colour": missing.colour, "line": missing.hatch_colour},
        "partly": {"label": partly.label, "inks": {colour: ink_on(colour) for colour in grounds}},
    }
