"""The house rules: who imports whom, where SQL lives, how long things get, what must not be in the project.

Docstrings, annotations, complexity and the number of parameters are held by ruff (pyproject.toml).
"""

import ast
import csv
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dashboard.paths import DATA_DIR, PROJECT_DIR

SOURCE_DIR = PROJECT_DIR / "src" / "dashboard"
PAGES_DIR = PROJECT_DIR / "pages"
TESTS_DIR = PROJECT_DIR / "tests"

# A package may import those to its right and nothing to its left; docs/architecture.md draws the same line.
ORDER = (
    "app", "pages", "cli", "views", "web", "briefing", "figures", "support", "demo", "measures", "intake",
    "boundaries", "reference", "store", "settings", "paths",
)  # fmt: skip
APART = {
    "cli": {"views", "web", "pages", "app"},
    "pages": {"cli"},
    "app": {"cli"},
}  # beside each other, not above
MAY_SHOW = {"app", "pages", "views"}  # the only ones that import streamlit
MAX_FILE_LINES = 400
MAX_PAGE_LINES = 60
MAX_FUNCTION_LINES = 45
MAX_TRACKED_BYTES = 2_000_000
NAMED_FOR_A_KIND = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "base", "lib"}
RUNS_SQL = {"execute", "executemany", "sql", "query", "begin_transaction"}
READS_LIKE_SQL = re.compile(
    r"^\s*(select\s|insert\s+into\s|with\s+\w+\s+as\s|create\s+(or\s+replace\s+)?(temp\s+)?(table|view|macro)\s"
    r"|update\s+\w+\s+set\s|delete\s+from\s|copy\s+\(|attach\s+'|drop\s+(table|view)\s|pragma\s|from\s+\w+\s+select\s)",
    re.IGNORECASE,
)
# Letters in brackets keep this file from being found by its own rule.
MACHINE_PATHS = re.compile(r"(?<![\w.:])/(wor[k]|tm[p]|roo[t]|far[m]|hom[e]|User[s])/\w|[A-Z]:\\Use[r]s\\")
REGISTRY_HOSTS = re.compile(r"py[p]i\.org|pythonhoste[d]|registry\.np[m]js|de[b]\.debian|archive\.ub[u]ntu")


def package_of(path: Path) -> str:
    """The name in ORDER that a source file answers to."""
    if path.is_relative_to(SOURCE_DIR):
        top = path.relative_to(SOURCE_DIR).parts[0].removesuffix(".py")
        return "cli" if top == "__main__" else top
    return "pages" if path.is_relative_to(PAGES_DIR) else "app"


def product_files() -> list[Path]:
    """Every Python file of the product: what runs, not what tests, measures or builds tables."""
    found = [*SOURCE_DIR.rglob("*.py"), *PAGES_DIR.glob("*.py"), *PROJECT_DIR.glob("app.py")]
    return sorted(path for path in found if path.name != "__init__.py" or path.parent != SOURCE_DIR)


def files_of_tests() -> list[Path]:
    """Every Python file of the tests."""
    return sorted(path for path in TESTS_DIR.rglob("*.py") if "examples" not in path.parts)


@cache
def tree_of(path: Path) -> ast.Module:
    """Syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def tracked_files() -> list[Path]:
    """What git tracks and is still there."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT_DIR, capture_output=True, text=True, check=True
    )
    paths = (PROJECT_DIR / name for name in listing.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def named(path: Path) -> str:
    """A file as the project calls it."""
    return path.relative_to(PROJECT_DIR).as_posix()


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """Modules a file imports anywhere in it, `dashboard.` ones by their full name, with the line."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}:{node.lineno} imports relatively"
            yield node.module or "", node.lineno
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


@cache
def modules_of(path: Path) -> frozenset[str]:
    """Names of the modules a file imports."""
    return frozenset(module for module, _ in imports_of(path))


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, methods and inner ones too."""
    return (
        node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


@pytest.mark.parametrize("path", product_files(), ids=named)
def test_imports_run_one_way(path: Path):
    here = package_of(path)
    assert here in ORDER, f"{here} has no place in ORDER (and in docs/architecture.md) yet"
    for module, line in imports_of(path):
        top, _, rest = module.partition(".")
        there = rest.split(".")[0] if top == "dashboard" else top if top in {"app", "pages"} else ""
        if there not in ORDER or there == here:
            continue
        is_upwards = ORDER.index(there) < ORDER.index(here) or there in APART.get(here, ())
        assert not is_upwards, f"{named(path)}:{line} imports {module}: {here} may not know {there}"


@pytest.mark.parametrize("path", product_files(), ids=named)
def test_streamlit_stays_in_pages_and_views(path: Path):
    if package_of(path) not in MAY_SHOW:
        lines = [line for module, line in imports_of(path) if module.split(".")[0] == "streamlit"]
        assert not lines, f"{named(path)} imports streamlit on line {lines[0]}"


@pytest.mark.parametrize("path", product_files(), ids=named)
def test_sql_stays_in_sql_files(path: Path):
    docstrings = {id(node.value) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            assert not READS_LIKE_SQL.match(node.value), f"{named(path)}:{node.lineno} holds SQL"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in RUNS_SQL:
            is_written_here = any(isinstance(given, ast.Constant | ast.JoinedStr) for given in node.args[:1])
            assert not is_written_here, f"{named(path)}:{node.lineno} runs SQL written in Python"
            assert node.func.attr != "executemany", f"{named(path)}:{node.lineno}: Arrow in, Arrow out"


@pytest.mark.parametrize("path", [*product_files(), *files_of_tests()], ids=named)
def test_files_and_functions_stay_short(path: Path):
    ceiling = MAX_PAGE_LINES - 1 if package_of(path) == "pages" else MAX_FILE_LINES
    line_count = len(path.read_text(encoding="utf-8").splitlines())
    assert line_count <= ceiling, f"{named(path)} has {line_count} lines"
    for function in functions_of(path):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= MAX_FUNCTION_LINES, (
            f"{named(path)}:{function.lineno} {function.name} has {length} lines"
        )


@pytest.mark.parametrize("path", product_files(), ids=named)
def test_modules_are_named_for_a_subject(path: Path):
    names = {part.removesuffix(".py") for part in path.relative_to(PROJECT_DIR).parts}
    assert not names & NAMED_FOR_A_KIND, f"{named(path)} is named for a kind, not for what it is about"


@pytest.mark.parametrize("path", product_files(), ids=named)
def test_modules_are_shown_by_a_test_in_the_mirrored_place(path: Path):
    """By test_<module>.py, or by a neighbour that imports the module; views show on the tests of pages."""
    has_code = len(path.read_text(encoding="utf-8").splitlines()) > 20 and any(functions_of(path))
    if not has_code or package_of(path) in {"views", "app"}:
        return
    base = SOURCE_DIR.parent if path.is_relative_to(SOURCE_DIR) else PROJECT_DIR
    inside = path.relative_to(base).with_suffix("")
    own = inside.parent if inside.name == "__init__" else inside
    mirror = TESTS_DIR.joinpath(*own.parts[1:] if base != PROJECT_DIR else own.parts)
    neighbours = (TESTS_DIR if path.parent == SOURCE_DIR else TESTS_DIR / package_of(path)).rglob("test_*.py")
    is_named = any(mirror.parent.glob(f"test_{mirror.name}*.py"))
    is_shown = is_named or any(".".join(own.parts) in modules_of(test) for test in neighbours)
    assert is_shown, f"{named(path)}: no {named(mirror.parent)}/test_{mirror.name}.py, and no test imports it"


@pytest.mark.parametrize("path", files_of_tests(), ids=named)
def test_no_test_is_empty(path: Path):
    for function in functions_of(path):
        if function.name.startswith("test_"):
            assert any(map(_can_fail, ast.walk(function))), f"{named(path)}:{function.lineno} cannot fail"


def _can_fail(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert):
        return True
    if not isinstance(node, ast.Call):
        return False
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return called in {"raises", "fail", "expect"} or called.startswith(("assert_", "expect_"))


def test_tracked_files_are_small_and_name_no_machine_and_no_registry():
    for path in tracked_files():
        assert path.stat().st_size <= MAX_TRACKED_BYTES, f"{named(path)} is over {MAX_TRACKED_BYTES} bytes"
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for rule in (MACHINE_PATHS, REGISTRY_HOSTS):
            found = rule.search(text)
            assert not found, f"{named(path)} names {found[0] if found else ''}"


def test_requirements_are_pinned_hashed_and_free_of_other_indexes():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (PROJECT_DIR / name).read_text(encoding="utf-8").replace("\\\n", " ")
        for line in filter(None, map(str.strip, text.splitlines())):
            assert re.match(r"[\w.\[\]-]+==\S+", line), f"{name}: not pinned: {line[:60]}"
            assert "--hash=sha256:" in line, f"{name}: no hash: {line[:60]}"


def test_every_column_of_the_dictionary_is_described():
    with (DATA_DIR / "columns.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for field in ("type", "label", "short_label", "description", "source"):
            assert row[field].strip(), f"columns.csv: {row['name']} has no {field}"
