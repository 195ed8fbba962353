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

from dashboard.paths import DATA_DIR, PROJECT_DIR

SOURCE_DIR = PROJECT_DIR / "src" / "dashboard"
PAGES_DIR = PROJECT_DIR / "pages"
TESTS_DIR = PROJECT_DIR / "tests"

# A package may import those to its right and nothing to its left; docs/architecture.md draws the same line.
ORDER = (
    "app", "pages", "cli", "views", "web", "meeting", "briefing", "figures", "support", "demo", "upkeep",
    "measures", "intake", "boundaries", "access", "reference", "handover", "store", "settings", "paths",
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


def all_files() -> list[Path]:
    """Product and tests."""
    return [*product_files(), *files_of_tests()]


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


def test_every_package_has_its_place():
    packages = {package_of(path) for path in product_files()}
    assert packages <= set(ORDER), "a new package gets its place in ORDER and in docs/architecture.md first"


def test_imports_run_one_way():
    upwards = [
        f"{named(path)}:{line} imports {module}: {package_of(path)} may not know {there}"
        for path in product_files()
        for module, line in imports_of(path)
        if (there := owner_of(module)) and is_upwards(package_of(path), there)
    ]
    assert not upwards, "\n".join(upwards)


def owner_of(module: str) -> str:
    """Which of ORDER a module belongs to; nothing for a module that is not ours."""
    top, _, rest = module.partition(".")
    name = rest.split(".")[0] if top == "dashboard" else top if top in {"app", "pages"} else ""
    return name if name in ORDER else ""


def is_upwards(here: str, there: str) -> bool:
    """Whether an import from `here` to `there` goes against the arrows."""
    return ORDER.index(there) < ORDER.index(here) or there in APART.get(here, ())


def test_streamlit_stays_in_pages_and_views():
    found = [
        f"{named(path)}:{line} imports {module}"
        for path in product_files()
        for module, line in imports_of(path)
        if module.split(".")[0] == "streamlit" and package_of(path) not in MAY_SHOW
    ]
    assert not found, "\n".join(found)


def test_sql_stays_in_sql_files():
    found = [f"{named(path)}:{line} {what}" for path in product_files() for line, what in sql_in(path)]
    assert not found, "\n".join(found)


def sql_in(path: Path) -> Iterator[tuple[int, str]]:
    """Lines where a file holds SQL, or runs some that was not asked for by name."""
    docstrings = {id(node.value) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            if READS_LIKE_SQL.match(node.value):
                yield node.lineno, "holds SQL"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "executemany":
                yield node.lineno, "calls executemany: Arrow in, Arrow out"
            if node.func.attr in RUNS_SQL and isinstance(
                next(iter(node.args), None), ast.Constant | ast.JoinedStr
            ):
                yield node.lineno, "runs SQL written in Python"


def test_files_stay_short():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in all_files()}
    long = [
        f"{named(path)} has {length} lines"
        for path, length in lengths.items()
        if length > MAX_FILE_LINES or (path.parent == PAGES_DIR and length >= MAX_PAGE_LINES)
    ]
    assert not long, "\n".join(long)


def test_functions_stay_short():
    long = [
        f"{named(path)}:{function.lineno} {function.name} has {length} lines"
        for path in all_files()
        for function in functions_of(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > MAX_FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_modules_are_named_for_a_subject():
    found = [
        named(path)
        for path in product_files()
        if {part.removesuffix(".py") for part in path.relative_to(PROJECT_DIR).parts} & NAMED_FOR_A_KIND
    ]
    assert not found, f"named for a kind, not for what they are about: {found}"


def test_modules_are_shown_by_a_test_in_the_mirrored_place():
    """By test_<module>.py, or by a neighbour that imports the module; views show on the tests of pages."""
    missing = [named(path) for path in product_files() if has_code(path) and not is_shown(path)]
    assert not missing, "no test in the mirrored place for:\n" + "\n".join(missing)


def has_code(path: Path) -> bool:
    """Whether there is something to show: over 20 lines, and a function."""
    is_long = len(path.read_text(encoding="utf-8").splitlines()) > 20
    return is_long and any(functions_of(path)) and package_of(path) not in {"views", "app"}


def is_shown(path: Path) -> bool:
    """Whether tests/<package>/test_<module>.py is there, or a test of the package imports the module."""
    is_page = path.parent == PAGES_DIR
    inside = path.relative_to(PROJECT_DIR if is_page else SOURCE_DIR.parent).with_suffix("")
    own = inside.parent if inside.name == "__init__" else inside
    mirror = TESTS_DIR.joinpath(*own.parts[0 if is_page else 1 :])
    if any(mirror.parent.glob(f"test_{mirror.name}*.py")):
        return True
    neighbours = (TESTS_DIR if path.parent == SOURCE_DIR else TESTS_DIR / package_of(path)).rglob("test_*.py")
    return any(".".join(own.parts) in modules_of(test) for test in neighbours)


def test_no_test_is_empty():
    written = [(path, function) for path in files_of_tests() for function in functions_of(path)]
    checks = {function.name for _, function in written if any(map(is_check, ast.walk(function)))}
    empty = [
        f"{named(path)}:{function.lineno} {function.name}"
        for path, function in written
        if function.name.startswith("test_")
        and function.name not in checks
        and not called_in(function) & checks
    ]
    assert not empty, "cannot fail:\n" + "\n".join(empty)


def is_check(node: ast.AST) -> bool:
    """Whether a node is a check: an assert, or a call that raises where its expectation does not hold."""
    return isinstance(node, ast.Assert) or bool(called_by(node) & {"raises", "fail", "expect"})


def called_in(function: ast.AST) -> set[str]:
    """Names of all that a function calls."""
    return set().union(*map(called_by, ast.walk(function)))


def called_by(node: ast.AST) -> set[str]:
    """Name of what a node calls, without the object it belongs to; nothing for other nodes."""
    if not isinstance(node, ast.Call):
        return set()
    return {node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")}


def test_tracked_files_are_small():
    big = [named(path) for path in tracked_files() if path.stat().st_size > MAX_TRACKED_BYTES]
    assert not big, f"over {MAX_TRACKED_BYTES} bytes: {big}"


def test_tracked_files_name_no_machine_and_no_registry():
    found = [
        f"{named(path)} names {match[0]}"
        for path in tracked_files()
        for rule in (MACHINE_PATHS, REGISTRY_HOSTS)
        for match in rule.finditer(path.read_bytes().decode("utf-8", "replace"))
    ]
    assert not found, "\n".join(found)


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
