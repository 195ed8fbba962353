"""Layouts that people have confirmed: decisions, added to those that ship."""

from collections.abc import Collection
from datetime import date
from types import MappingProxyType

import duckdb

from dashboard.intake.layout.known import KnownLayouts, Layout, shipped_layouts
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS, PLACE_COLUMNS
from dashboard.store.database import Store
from dashboard.store.decisions import Decision, Draft, decide, decisions_before

SUBJECT = "layout"


def layouts_in_force(cursor: duckdb.DuckDBPyConnection, before: int | None = None) -> KnownLayouts:
    """What ships, then what has been confirmed and not withdrawn, `before` an act where one is given."""
    confirmed = map(layout_of, decisions_before(cursor, SUBJECT, before).values())
    return KnownLayouts((*shipped_layouts(), *confirmed))


def key_of(layout: Layout) -> str:
    """The one thing that is decided: what this header of this carrier means."""
    return f"{layout.carrier_code}/{layout.fingerprint}"


def layout_of(decision: Decision) -> Layout:
    """A decision of this subject as the layout that it confirms. Raises KeyError, ValueError for another."""
    content = decision.content or {}
    return Layout(
        carrier_code=content["carrier_code"],
        version=content["version"],
        valid_from_on=date.fromisoformat(content["valid_from_on"]),
        texts=tuple(content["texts"]),
        columns=MappingProxyType(dict(content["columns"])),
        file_name=content["file_name"],
        ordinal=decision.ordinal,
    )


def confirm_layout(store: Store, layout: Layout, decided_by: str, reason: str = "") -> Decision:
    """Keep what a person has said of a header; files with it are read by that from now on.

    Raises ValueError where it lacks what a report needs, or names a column twice.
    """
    if missing := lacking(layout.columns):
        raise ValueError(f"a layout without {', '.join(missing)}: {layout}")
    if len(set(layout.columns.values())) != len(layout.columns):
        raise ValueError(f"a layout that reads a column twice: {layout}")
    content = {
        "carrier_code": layout.carrier_code,
        "version": layout.version,
        "valid_from_on": layout.valid_from_on.isoformat(),
        "texts": list(layout.texts),
        "columns": dict(layout.columns),
        "file_name": layout.file_name,
    }
    return decide(store, Draft(SUBJECT, key_of(layout), content, decided_by, reason))


def withdraw_layout(store: Store, key: str, decided_by: str, reason: str = "") -> None:
    """Take a confirmation back: files that come from now on are read by their words again, or asked about."""
    decide(store, Draft(SUBJECT, key, None, decided_by, reason))


def lacking(columns: Collection[str]) -> tuple[str, ...]:
    """Columns that a report needs and that are not among these."""
    counts = tuple(column for column in COUNT_COLUMNS if column not in columns)
    has_place = any(column in columns for column in PLACE_COLUMNS)
    return counts if has_place else ("commune_name", *counts)
