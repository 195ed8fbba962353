"""Forecasts and priorities as tables, for pages and to take away; columns as in the dictionary."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

import pyarrow as pa

from dashboard.measures.cube import Cube
from dashboard.measures.forecast import Aim, Forecast, forecasts
from dashboard.measures.pairs import CARRIERS, COMMUNES
from dashboard.measures.priority import Priority
from dashboard.measures.scope import Scope
from dashboard.measures.wording import day_text
from dashboard.reference.policy import policy

OVER_COMMUNES, OVER_CARRIERS = COMMUNES - 1, CARRIERS - 1  # axes of pairs (communes, carriers)

FORECAST = pa.schema(
    [
        ("missing_count", pa.int64()),
        ("verified_per_week", pa.float64()),
        ("needed_per_week", pa.float64()),
        ("reached_on", pa.date32()),
        ("earliest_on", pa.date32()),
        ("latest_on", pa.date32()),
        ("is_late", pa.bool_()),
    ]
)
PRIORITY = pa.schema(
    [
        ("priority_rank", pa.int32()),
        ("commune_code", pa.string()),
        ("commune_name", pa.string()),
        ("priority_score", pa.float64()),
        ("unverified_count", pa.int64()),
        ("verified_pct", pa.float64()),
        ("verified_per_week", pa.float64()),
        ("weeks_left", pa.float64()),
        ("locked_two_way_count", pa.int64()),
        ("two_way_soon_at_most_count", pa.int64()),
        ("priority_reason", pa.string()),
    ]
)
CALLED = {"rank": "priority_rank", "score": "priority_score", "reason": "priority_reason"}
CALLED |= {"pace_per_week": "verified_per_week"}


def next_aim(round_on: date) -> Aim:
    """The policy's next target from a round on, or its last where all are past."""
    targets = policy().programme.targets
    target = next((each for each in targets if each.due_on > round_on), targets[-1])
    return Aim(target.verified_pct, target.due_on)


def outlook_by_carrier(cube: Cube, scope: Scope, aim: Aim) -> pa.Table:
    """carrier_code, carrier_name and FORECAST, a row per carrier of the scope; nulls without a pace."""
    carriers = [cube.expected.carriers[place] for place in cube.expected.carriers_in(scope)]
    keys = {"carrier_code": [it.code for it in carriers], "carrier_name": [it.name for it in carriers]}
    return _table(keys, forecasts(cube, scope, aim, OVER_COMMUNES), aim)


def outlook_by_commune(cube: Cube, scope: Scope, aim: Aim) -> pa.Table:
    """commune_code, commune_name and FORECAST, a row per commune of the scope."""
    communes = [cube.expected.communes[place] for place in cube.expected.communes_in(scope)]
    keys = {"commune_code": [it.code for it in communes], "commune_name": [it.name for it in communes]}
    return _table(keys, forecasts(cube, scope, aim, OVER_CARRIERS), aim)


def outlook_of_province(cube: Cube, scope: Scope, aim: Aim) -> Forecast | None:
    """The forecast of the scope as a whole."""
    return forecasts(cube, scope, aim, (OVER_COMMUNES, OVER_CARRIERS))[0]


def when_words(forecast: Forecast | None) -> str:
    """When the target is reached, as a part of a sentence; "" where there are too few rounds to say."""
    if forecast is None or forecast.earliest_on is None or not forecast.missing_count:
        return ""
    if forecast.reached_on is None:
        return "với nhịp giảm dần như đã thấy thì không đạt"
    latest = day_text(forecast.latest_on) if forecast.latest_on else "không xác định"
    earliest = day_text(forecast.earliest_on)
    return f"dự kiến đạt ngày {day_text(forecast.reached_on)} (sớm nhất {earliest}, muộn nhất {latest})"


def priority_table(found: Sequence[Priority]) -> pa.Table:
    """PRIORITY, a row per commune in the order of their turns."""
    names = {CALLED.get(field.name, field.name): field.name for field in fields(Priority)}
    rows = [{name: getattr(it, names[name]) for name in PRIORITY.names} for it in found]
    return pa.Table.from_pylist(rows, schema=PRIORITY)


def _table(keys: dict[str, list[str]], found: Sequence[Forecast | None], aim: Aim) -> pa.Table:
    rows = [_row(forecast, aim) for forecast in found]
    table = pa.Table.from_pylist(rows, schema=FORECAST)
    for name, values in reversed(keys.items()):
        table = table.add_column(0, name, pa.array(values, pa.string()))
    return table


def _row(forecast: Forecast | None, aim: Aim) -> dict[str, object]:
    if forecast is None:
        return dict.fromkeys(FORECAST.names)
    return {
        "missing_count": forecast.missing_count,
        "verified_per_week": forecast.pace_per_week,
        "needed_per_week": forecast.needed_per_week,
        "reached_on": forecast.reached_on,
        "earliest_on": forecast.earliest_on,
        "latest_on": forecast.latest_on,
        "is_late": forecast.misses(aim.due_on),
    }
