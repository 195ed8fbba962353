"""Ids of entries: where a thing is and what it is called, so that the same row is the same entry."""

from collections.abc import Mapping
from typing import Any

from dashboard.reference.names import fold
from dashboard.support.register.kinds import DIFFICULTIES, GROUPS, HALLS, POINTS, Kind

LONGEST_NAME_IN_ID = 40


def new_id(kind: Kind, values: Mapping[str, Any]) -> str:
    """The id of a new entry: where it is and what it is called, so that the same row is the same entry."""
    if kind is DIFFICULTIES:
        parts = [
            str(values.get("noted_on") or ""),
            *values.get("communes_affected", ()),
            values["difficulty_text"],
        ]
    elif kind is POINTS:
        parts = [values["carrier_code"], values["commune_code"], values["point_kind"], values["address"]]
    else:
        name = values["hall_name"] if kind is HALLS else values["group_name"]
        parts = [values["commune_code"], *([values["organisation"]] if kind is GROUPS else []), name]
    *places, name = (fold(part) for part in parts if part)
    return "-".join([*places, name.replace(" ", "-")[:LONGEST_NAME_IN_ID].strip("-")]).replace(" ", "-")
