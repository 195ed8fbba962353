"""Questions in files: how values are bound, how Arrow tables become relations, what comes back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

import duckdb
import pyarrow as pa
import pytest

from dashboard.store import questions
from dashboard.store.questions import ask, sql, tell

Cursor: TypeAlias = duckdb.DuckDBPyConnection


@pytest.fixture
def cursor() -> Iterator[Cursor]:
    with duckdb.connect() as connection:
        yield connection.cursor()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Questions of this test's own."""
    monkeypatch.setattr(questions, "SQL_DIR", tmp_path)
    sql.cache_clear()
    yield tmp_path
    sql.cache_clear()


def test_a_question_nobody_wrote_is_refused_by_its_name():
    with pytest.raises(FileNotFoundError, match="nobody_wrote_this"):
        sql("measures/nobody_wrote_this")


def test_values_are_bound_by_name_with_their_types(cursor: Cursor, folder: Path):
    (folder / "echo.sql").write_text(
        "select $day as day, $name as name, $share as share, $nothing as nothing"
    )
    answer = ask(cursor, "echo", day=date(2026, 11, 11), name="Phường Hạc Thành", share=0.5, nothing=None)
    assert answer.to_pylist() == [
        {"day": date(2026, 11, 11), "name": "Phường Hạc Thành", "share": 0.5, "nothing": None}
    ]


def test_a_value_is_never_read_as_sql(cursor: Cursor, folder: Path):
    (folder / "echo.sql").write_text("select $name as name")
    name = "'; drop table submission; --"
    assert ask(cursor, "echo", name=name)["name"].to_pylist() == [name]


def test_a_list_is_bound_as_one_value(cursor: Cursor, folder: Path):
    (folder / "among.sql").write_text("select list_contains($codes, '14797') as is_among")
    assert ask(cursor, "among", codes=["14797", "14758"])["is_among"].to_pylist() == [True]
    assert ask(cursor, "among", codes=[])["is_among"].to_pylist() == [False]


def test_a_missing_value_is_an_error_not_a_null(cursor: Cursor, folder: Path):
    (folder / "echo.sql").write_text("select $name as name")
    with pytest.raises(duckdb.Error, match="name"):
        ask(cursor, "echo")


@pytest.mark.parametrize("row_count", [0, 3, 166, 5_000, 300_000])
def test_an_arrow_table_is_a_relation_and_every_row_of_it_arrives(
    cursor: Cursor, folder: Path, row_count: int
):
    (folder / "doubled.sql").write_text("select n, 2 * n as doubled from rows where n >= $low")
    answer = ask(cursor, "doubled", rows=pa.table({"n": pa.array(range(row_count), pa.int64())}), low=0)
    assert answer.num_rows == row_count
    assert answer["doubled"].to_pylist() == [2 * n for n in range(row_count)]


def test_an_arrow_table_is_a_relation_for_one_question_only(cursor: Cursor, folder: Path):
    (folder / "count.sql").write_text("select count(*) as row_count from rows")
    (folder / "wrong.sql").write_text("select no_such_column from rows")
    rows = pa.table({"n": [1, 2]})
    assert ask(cursor, "count", rows=rows)["row_count"].to_pylist() == [2]
    with pytest.raises(duckdb.BinderException):
        ask(cursor, "wrong", rows=rows)
    with pytest.raises(duckdb.CatalogException):
        ask(cursor, "count")


def test_tell_stores_every_row_of_an_arrow_table(cursor: Cursor, folder: Path):
    (folder / "make.sql").write_text("create table number (n bigint)")
    (folder / "append.sql").write_text("insert into number by name select * from rows")
    (folder / "all.sql").write_text("select n from number order by n")
    tell(cursor, "make")
    tell(cursor, "append", rows=pa.table({"n": range(5_000)}))
    assert ask(cursor, "all")["n"].to_pylist() == list(range(5_000))
