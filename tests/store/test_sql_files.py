"""Every .sql file: one question, asked by somebody, and right for today's schema."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import pytest

from dashboard.paths import PROJECT_DIR
from dashboard.reference.columns import columns
from dashboard.store.database import DATABASE_NAME
from dashboard.store.migrations import migrate
from dashboard.store.questions import SQL_DIR
from dashboard.store.spatial import load_spatial

MAX_SQL_LINES = 60
# A relation that comes as an Arrow table is declared at the top of the file, one of
# -- takes rows (commune_code text, total_count bigint)
# -- takes rows like submission
TAKES = re.compile(r"^-- takes (\w+) (\(.+?\)|like \w+)$", re.MULTILINE)
# DuckDB's parser writes this one out to several statements, and it needs its copy: test_snapshot.py shows it.
WRITTEN_OUT = "snapshot/copy"
APPENDS = re.compile(r"insert into (\w+) by name select \* from rows;")


def questions() -> list[str]:
    return sorted(path.relative_to(SQL_DIR).with_suffix("").as_posix() for path in SQL_DIR.rglob("*.sql"))


def one_statement_each() -> list[str]:
    return [question for question in questions() if question != WRITTEN_OUT]


@cache
def strings_in_python() -> frozenset[str]:
    """Every text constant of the product and of the scripts that use the store."""
    files = [*(PROJECT_DIR / "src").rglob("*.py"), *(PROJECT_DIR / "pages").glob("*.py")]
    return frozenset(
        node.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The schema in a database of its real name, with an empty one beside it to copy to."""
    with duckdb.connect(tmp_path_factory.mktemp("schema") / DATABASE_NAME) as connection:
        connection.execute("attach ':memory:' as snapshot")  # for snapshot/detach
        migrate(connection)
        load_spatial(connection)  # takes half a second
        yield connection


@pytest.fixture
def empty_schema(database: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor of its own: temporary tables of one question are not seen by another."""
    with database.cursor() as cursor:
        yield cursor


def declare_relations(connection: duckdb.DuckDBPyConnection, text: str) -> None:
    """Empty tables in the place of the Arrow tables that the question takes."""
    appended = APPENDS.search(text)
    if appended:
        connection.execute(f"create temp table rows as from {appended[1]}")
    for name, shape in TAKES.findall(text):
        like = shape.removeprefix("like ")
        connection.execute(f"create temp table {name} " + (f"as from {like}" if like != shape else shape))


@pytest.mark.parametrize("question", questions())
def test_a_question_is_asked_by_name_somewhere(question: str):
    assert question in strings_in_python(), f"nobody asks {question}"


@pytest.mark.parametrize("question", one_statement_each())
def test_a_question_is_one_statement_and_short(question: str):
    text = (SQL_DIR / f"{question}.sql").read_text(encoding="utf-8")
    assert len(duckdb.extract_statements(text)) == 1
    assert len(text.splitlines()) <= MAX_SQL_LINES


def problem_with(text: str, connection: duckdb.DuckDBPyConnection) -> str:
    """What DuckDB says against a question when it meets the schema; nothing when it fits."""
    (statement,) = duckdb.extract_statements(text)
    preparable = statement.type in {duckdb.StatementType.SELECT, duckdb.StatementType.INSERT}
    try:
        connection.execute(f"prepare question as {text}" if preparable else text)
    except duckdb.Error as error:
        return str(error)
    return ""


@pytest.mark.parametrize("question", one_statement_each())
def test_a_question_fits_the_schema(question: str, empty_schema: duckdb.DuckDBPyConnection):
    text = (SQL_DIR / f"{question}.sql").read_text(encoding="utf-8")
    declare_relations(empty_schema, text)
    assert not problem_with(text, empty_schema)


def test_every_column_of_the_schema_is_described(empty_schema: duckdb.DuckDBPyConnection):
    rows = empty_schema.execute(
        "select table_name || '.' || column_name, column_name from duckdb_columns() where not internal"
    ).fetchall()
    missing = sorted(full for full, column in rows if column not in columns())
    assert not missing, f"data/columns.csv does not describe {missing}"


def test_every_question_lies_under_its_subject():
    assert all(Path(question).parent.name or question == "local_time" for question in questions())
