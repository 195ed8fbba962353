"""The guide is complete and its links lead somewhere: what the product has, docs/ names."""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer

from dashboard.access.rights import PAGES
from dashboard.boundaries import importing
from dashboard.cli.app import app
from dashboard.intake import flawed_counts
from dashboard.intake.finding import Severity
from dashboard.intake.rules import RULES
from dashboard.paths import PROJECT_DIR
from dashboard.reference.columns import columns
from dashboard.reference.policy import policy
from dashboard.settings import Settings

DOCS_DIR = PROJECT_DIR / "docs"
GUIDE_DIR = DOCS_DIR / "guide"
PICTURES_DIR = GUIDE_DIR / "pictures"

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
CODE_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^> python -m dashboard (.+)$", re.MULTILINE)
LAYER_RULE = re.compile(r'LayerFinding\(\s*"(\w+)"')
SEVERITY_WORDS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Lưu ý"}
LARGEST_PICTURE_BYTES, LARGEST_FOLDER_BYTES = 200_000, 1_500_000


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def guide() -> str:
    return "\n".join(text_of(path) for path in sorted(GUIDE_DIR.glob("*.md")))


def documents() -> list[Path]:
    return [PROJECT_DIR / "README.md", PROJECT_DIR / "CONTRIBUTING.md", *sorted(DOCS_DIR.rglob("*.md"))]


def commands() -> Iterator[tuple[str, Any]]:
    """Every command by the words that call it: "ingest", "boundaries import", ..."""
    yield from _commands_of(typer.main.get_command(app), "")


def _commands_of(command: Any, words: str) -> Iterator[tuple[str, Any]]:
    below = getattr(command, "commands", None)
    if below is None:
        yield words, command
    for name, lower in (below or {}).items():
        yield from _commands_of(lower, f"{words} {name}".strip())


def row_of(rule: str) -> list[str]:
    """The cells of the one table row that explains a rule."""
    rows = [line for line in guide().splitlines() if line.startswith(f"| `{rule}` |")]
    assert len(rows) == 1, f"{rule}: {len(rows)} rows"
    return [cell.strip() for cell in rows[0].strip("|").split("|")]


def severities_in(source: str) -> set[Severity]:
    return {severity for severity in Severity if f"Severity.{severity.name}" in source}


def test_every_command_has_usage_lines_with_every_option():
    usage = {words: usage_of(words) for words, _ in commands()}
    lacking = [
        f"{words} {option}"
        for words, command in commands()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option != "--help" and option not in usage[words]
    ]
    assert len(usage) > 5
    assert all(usage.values()), usage
    assert not lacking


def usage_of(words: str) -> str:
    """The lines of the guide that begin with a command as it is typed."""
    return "\n".join(
        line for line in guide().splitlines() if line.startswith(f"python -m dashboard {words} ")
    )


def test_every_example_of_the_guide_is_understood_by_the_command_line():
    examples = EXAMPLE.findall(guide())
    known = dict(commands())
    for example in examples:
        words = shlex.split(example)
        name = next(
            name for name in (" ".join(words[:2]), words[0]) if name in known
        )  # StopIteration: no such command
        known[name].make_context(name, words[len(name.split()) :])
    assert len(examples) >= len(known) - 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.RULE)
def test_every_intake_rule_is_explained_with_its_severities(rule: ModuleType):
    source = text_of(Path(rule.__file__))
    if flawed_counts.severity_of.__name__ in source:
        source += text_of(Path(flawed_counts.__file__))
    _, severity, meaning, what_to_do = row_of(rule.RULE)
    assert severity.split(" / ") == [
        SEVERITY_WORDS[found] for found in _as_listed(severities_in(source), severity)
    ]
    assert meaning
    assert what_to_do


def _as_listed(severities: set[Severity], listed: str) -> list[Severity]:
    return sorted(severities, key=lambda severity: listed.find(SEVERITY_WORDS[severity]))


def test_every_boundary_rule_is_explained():
    sources = [text_of(path) for path in Path(importing.__file__).parent.glob("*.py")]
    rules = {rule for source in sources for rule in LAYER_RULE.findall(source)}
    assert len(rules) > 15
    assert [rule for rule in sorted(rules) if f"`{rule}`" not in guide()] == []


def test_every_page_is_named_with_its_address():
    readme = text_of(GUIDE_DIR / "README.md")
    assert len(PAGES) == len(list((PROJECT_DIR / "pages").glob("*.py")))
    for page in PAGES:
        assert f"**{page.title}**" in readme
        assert f"`/{page.path}`" in readme or page is PAGES[0]  # that one opens at "/"


def test_every_setting_is_explained_with_its_default():
    for name, field in Settings.model_fields.items():
        row = next(
            line for line in guide().splitlines() if line.startswith(f"| `DASHBOARD_{name.upper()}` |")
        )
        if not name.endswith("_url"):
            default = str(field.default).lower()
            assert f"| `{default}` |" in row if default else "| trống |" in row
    assert "| `DASHBOARD_HOME` |" in guide()


def test_the_class_limits_are_those_of_the_policy():
    for name, scale in policy().scales.items():
        row = next(line for line in guide().splitlines() if line.startswith(f"| {columns()[name].label} "))
        said = [
            float(limit.replace(".", "").replace(",", ".").replace("−", "-"))
            for limit in re.findall(r"(?:từ|·|dưới) (−?[\d.,]*\d)", row)
        ]
        assert sorted(set(said)) == list(scale.limits), name


def test_every_relative_link_leads_somewhere():
    broken = [
        f"{document.relative_to(PROJECT_DIR)}: {target}"
        for document in documents()
        for target in LINK.findall(CODE_BLOCK.sub("", text_of(document)))
        if not target.startswith(("http://", "https://")) and not leads_somewhere(document, target)
    ]
    assert not broken


def leads_somewhere(document: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    found = (document.parent / path).resolve() if path else document
    if not anchor:
        return found.exists()
    return found.is_file() and anchor in {anchor_of(heading) for heading in HEADING.findall(text_of(found))}


def anchor_of(heading: str) -> str:
    """As GitHub makes it: lower case, signs dropped, blanks to hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def test_every_picture_is_shown_and_none_is_heavy():
    pictures = sorted(PICTURES_DIR.glob("*"))
    shown = {
        (document.parent / target).resolve()
        for document in documents()
        for target in LINK.findall(text_of(document))
        if target.endswith(".png")
    }
    assert pictures
    assert [picture.name for picture in pictures if picture not in shown] == []
    assert [picture.name for picture in pictures if picture.stat().st_size > LARGEST_PICTURE_BYTES] == []
    assert sum(picture.stat().st_size for picture in pictures) <= LARGEST_FOLDER_BYTES


def test_every_chapter_is_in_the_contents():
    contents = text_of(GUIDE_DIR / "README.md")
    assert [path.name for path in GUIDE_DIR.glob("[0-9]*.md") if f"({path.name})" not in contents] == []


def test_the_readme_names_every_command():
    named = {words.split()[0] for words, _ in commands()}
    assert [name for name in sorted(named) if f"`{name}`" not in text_of(PROJECT_DIR / "README.md")] == []


def test_the_architecture_names_every_package():
    source = PROJECT_DIR / "src" / "dashboard"
    packages = {path.parent.name for path in source.glob("*/__init__.py")}
    told = text_of(DOCS_DIR / "architecture.md")
    assert [name for name in sorted(packages) if f"`{name}/`" not in told] == []


def test_each_decision_has_a_number_of_its_own_and_its_title_carries_it():
    files = sorted((DOCS_DIR / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in files]
    assert numbers == [f"{number:04d}" for number in range(1, len(files) + 1)]
    assert [path.name for path in files if not text_of(path).startswith(f"# {path.name[:4]} ")] == []
