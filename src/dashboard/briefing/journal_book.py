"""Acts of the journal to take away: a table for people, JSON for programs."""

import json
from collections.abc import Iterable, Sequence

import pyarrow as pa

from dashboard.access.roles import Viewer
from dashboard.briefing.tables import table_as_csv, table_as_xlsx
from dashboard.briefing.workbook import Heading
from dashboard.reference.columns import columns
from dashboard.upkeep.act_words import WITHOUT_FIGURES, origin_words, subject_words
from dashboard.upkeep.acts import Change, Done

TITLE = "Nhật ký"
HIDDEN = {"(ẩn)": "có thể có số liệu, chỉ vai trò của Sở xem được"}
NOTHING_BEFORE, WITHDRAWN = "(chưa có)", "(bỏ)"
MOST_LETTERS = 500  # of a cell for people; JSON has all
SCHEMA = pa.schema(
    [
        ("ordinal", pa.int64()),
        ("acted_at", pa.timestamp("us", tz="UTC")),
        ("acted_by", pa.string()),
        ("act_origin", pa.string()),
        ("act_subject", pa.string()),
        ("act_key", pa.string()),
        ("act_before", pa.string()),
        ("act_after", pa.string()),
        ("reason", pa.string()),
    ]
)


def seen_by(acts: Iterable[Done], viewer: Viewer) -> tuple[Done, ...]:
    """As somebody may see them: without contents that may hold figures where those are not theirs."""
    return tuple(act if _may_see(act, viewer) else _hidden(act) for act in acts)


def acts_table(acts: Sequence[Done]) -> pa.Table:
    """A row for each act, in their order."""
    return pa.Table.from_pylist([_row(act) for act in acts], schema=SCHEMA)


def acts_file(acts: Sequence[Done], kind: str, lines: tuple[str, ...], mark: str = "") -> bytes:
    """The acts as xlsx, csv or json; `lines` say what was looked for. Raises KeyError for another kind."""
    makers = {
        "xlsx": lambda: table_as_xlsx(acts_table(acts), Heading(TITLE, lines, mark)),
        "csv": lambda: table_as_csv(acts_table(acts), mark),
        "json": lambda: acts_json(acts).encode(),
    }
    return makers[kind]()


def acts_json(acts: Sequence[Done]) -> str:
    """All there is of each act, the contract of `journal show --json`."""
    return json.dumps([act.as_json() for act in acts], ensure_ascii=False, indent=1)


def before_words(changes: Sequence[Change], act: Done) -> str:
    """What of an act was another before."""
    return NOTHING_BEFORE if act.before is None else _joined((it.name, it.before) for it in changes)


def after_words(changes: Sequence[Change], act: Done) -> str:
    """What of an act is another since."""
    return WITHDRAWN if act.after is None else _joined((it.name, it.after) for it in changes)


def field_words(name: str) -> str:
    """What a field is called: as in the column dictionary where it is a column, else as it is kept."""
    column = columns().get(name)
    return column.short_label if column else name


def _row(act: Done) -> dict[str, object]:
    changes = act.changes
    return {
        "ordinal": act.ordinal,
        "acted_at": act.done_at,
        "acted_by": act.done_by,
        "act_subject": subject_words(act.subject),
        "act_key": act.key,
        "act_before": before_words(changes, act),
        "act_after": after_words(changes, act),
        "reason": act.reason,
        "act_origin": origin_words(act.way, act.address),
    }


def _joined(fields: Iterable[tuple[str, str]]) -> str:
    text = "; ".join(f"{field_words(name)}: {value}" for name, value in fields if value)
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1] + "…"


def _may_see(act: Done, viewer: Viewer) -> bool:
    return viewer.sees_every_carrier or act.subject in WITHOUT_FIGURES


def _hidden(act: Done) -> Done:
    before, after = (None if content is None else HIDDEN for content in (act.before, act.after))
    return Done(
        **{name: getattr(act, name) for name in act.__dataclass_fields__} | {"before": before, "after": after}
    )
