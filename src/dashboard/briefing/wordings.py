"""What officers put in the place of computed words, and the choices they keep under a name.

Both are decisions: `briefing_wording` keyed by the wording ("result.opening"), `briefing_template` by
its name. A wording keeps what was computed when it was edited, so that the page can say when the
figures have moved on since.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from dashboard.briefing.content import PARTS, Part, Wording
from dashboard.store.decisions import Decision, Draft, decisions_in_force

WORDING, TEMPLATE = "briefing_wording", "briefing_template"


@dataclass(frozen=True)
class Template:
    """A set of choices under a name; rounds are left out, they change every week."""

    name: str
    parts: tuple[Part, ...] = PARTS
    communes: tuple[str, ...] = ()
    carrier_code: str | None = None
    addressee: str = ""


def edits_in_force(cursor: duckdb.DuckDBPyConnection) -> tuple[tuple[str, str], ...]:
    """Key and words of each edited wording, by key."""
    decisions = wording_decisions(cursor)
    return tuple(sorted((key, str((each.content or {})["text"])) for key, each in decisions.items()))


def wording_decisions(cursor: duckdb.DuckDBPyConnection) -> Mapping[str, Decision]:
    """Key -> who edited it, when, to what."""
    return decisions_in_force(cursor, WORDING)


def wording_draft(wording: Wording, text: str, decided_by: str) -> Draft:
    """The decision that puts `text` in the place of what is computed; that itself withdraws it."""
    content = None if text == wording.computed else {"text": text, "computed": wording.computed}
    return Draft(WORDING, wording.key, content, decided_by)


def is_outdated(decision: Decision, wording: Wording) -> bool:
    """Whether something else is computed today than when the words were edited."""
    return (decision.content or {}).get("computed") != wording.computed


def templates(cursor: duckdb.DuckDBPyConnection) -> tuple[Template, ...]:
    """The kept choices, by name."""
    decisions = decisions_in_force(cursor, TEMPLATE)
    return tuple(_template(name, decision) for name, decision in sorted(decisions.items()))


def template_draft(template: Template, decided_by: str) -> Draft:
    """The decision that keeps the choices."""
    content = {
        "parts": list(template.parts),
        "communes": list(template.communes),
        "carrier_code": template.carrier_code,
        "addressee": template.addressee,
    }
    return Draft(TEMPLATE, template.name, content, decided_by)


def _template(name: str, decision: Decision) -> Template:
    """Parts that are no longer known are left out, so that an old template still opens."""
    content = decision.content or {}
    known = tuple(part for part in PARTS if part in content.get("parts", PARTS))
    return Template(
        name,
        known,
        tuple(content.get("communes", ())),
        content.get("carrier_code"),
        str(content.get("addressee", "")),
    )
