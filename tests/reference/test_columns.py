"""The column dictionary describes every column, and the page made of it is up to date."""

from typing import get_args

import pytest

from dashboard.reference.columns import DICTIONARY_PATH, Column, Type, columns, dictionary_text
from dashboard.store.database import Store

DESCRIBED = list(columns().values())
TYPE_OF = {
    "VARCHAR": "text",
    "BIGINT": "integer",
    "INTEGER": "integer",
    "DOUBLE": "number",
    "DATE": "date",
    "TIMESTAMP WITH TIME ZONE": "timestamp",
    "BOOLEAN": "boolean",
    "GEOMETRY": "geometry",
}


def test_every_column_of_the_database_is_described_with_its_type(store: Store):
    tables = store.reader().execute("show all tables").fetchall()
    found = [pair for table in tables for pair in zip(table[3], table[4], strict=True)]
    assert found
    assert {name: columns()[name].type for name, _ in found} == {
        name: TYPE_OF[kind.split("(")[0]] for name, kind in found
    }


def test_every_column_of_the_reference_tables_is_described():
    assert {"area_km2", "lon", "lat", "kind", "old_district"} <= columns().keys()


@pytest.mark.parametrize("column", DESCRIBED, ids=lambda column: column.name)
def test_a_column_says_what_it_is(column: Column):
    assert column.type in get_args(Type)
    assert column.label
    assert column.description
    assert column.source
    assert 0 < len(column.short_label) <= 16  # fits a table's head on a laptop


@pytest.mark.parametrize("column", DESCRIBED, ids=lambda column: column.name)
def test_a_name_that_carries_a_unit_has_one(column: Column):
    units = {"_count": "integer", "_pct": "number", "_pct_change": "number", "_km2": "number"}
    for suffix, kind in units.items():
        if column.name.endswith(suffix):
            assert (column.type, bool(column.unit)) == (kind, True)


def test_names_are_unique():
    assert len({column.name for column in DESCRIBED}) == len(DESCRIBED)


def test_data_dictionary_is_up_to_date():
    assert DICTIONARY_PATH.read_text(encoding="utf-8") == dictionary_text()
