"""The journal looked through: before and after, from where, and what every subject is called."""

import re
from datetime import date
from pathlib import Path

from dashboard.boundaries.importing import import_layer
from dashboard.intake.rebuild import rebuild
from dashboard.paths import DATA_DIR, GEO_DIR, PROJECT_DIR
from dashboard.reference.carriers import TABLE_NAME
from dashboard.store.chain import verify
from dashboard.store.database import Store, open_store
from dashboard.store.decisions import Draft, decide
from dashboard.store.journal import JOURNAL_NAME
from dashboard.store.notes import KINDS
from dashboard.store.origin import Origin, coming_from
from dashboard.support.register.kinds import DIFFICULTIES, GROUPS, HALLS, POINTS
from dashboard.upkeep import act_words
from dashboard.upkeep.acts import Wanted, acts_of, matching
from dashboard.upkeep.check import check_store
from dashboard.upkeep.hand_edited import POLICY_FILES
from dashboard.upkeep.manifest import held_by
from dashboard.upkeep.policy_changes import notice_policy
from tests.web.prepared import LAST, report

REGISTERS = (HALLS, GROUPS, POINTS, DIFFICULTIES)


def test_an_act_tells_before_after_why_and_from_where(store: Store):
    with coming_from(Origin("page", "10.0.0.7")):
        decide(store, Draft("office", "office", {"name": "Sở cũ", "signer": {"title": "GĐ"}}, "Lan"))
        decide(
            store, Draft("office", "office", {"name": "Sở mới", "signer": {"title": "GĐ"}}, "Lan", "đổi tên")
        )
    decide(store, Draft("office", "office", None, "Minh"))
    made, changed, withdrawn = acts_of(store.home)
    assert (made.before, changed.before, withdrawn.after) == (None, made.after, None)
    assert [(it.name, it.before, it.after) for it in changed.changes] == [("name", "Sở cũ", "Sở mới")]
    assert (changed.way, changed.address, changed.reason) == ("page", "10.0.0.7", "đổi tên")
    assert withdrawn.way == ""
    assert verify((store.home / JOURNAL_NAME).read_bytes()).is_whole


def test_a_file_that_takes_anothers_place_names_it(store: Store):
    report(store, "viettel_2026-11-04.xlsx", date(2026, 11, 4))
    report(store, "viettel_2026-11-11.xlsx", LAST)
    first, second = acts_of(store.home)
    assert (first.subject, first.key, second.before) == ("report_file", "viettel/2026-11-04", None)
    assert (second.way, second.done_by) == ("test", "test")


def test_search_takes_names_subjects_days_and_words_without_marks(store: Store):
    decide(store, Draft("alias", "tên lạ", {"code": "1"}, "Nguyễn Thị Lan", "đã gọi điện"))
    decide(store, Draft("account", "minh", {"full_name": "Lê Đức Minh"}, "quản trị"))
    acts = acts_of(store.home)
    today = acts[0].done_at.date()
    assert [act.subject for act in matching(acts, Wanted())] == ["account", "alias"]
    for wanted in (Wanted(by="thi lan"), Wanted(words="GOI dien"), Wanted(subject="alias")):
        assert [act.key for act in matching(acts, wanted)] == ["tên lạ"]
    assert [act.key for act in matching(acts, Wanted(words="duc tai khoan"))] == ["minh"]
    assert not matching(acts, Wanted(last_on=date(2020, 1, 1)))
    assert not matching(acts, Wanted(first_on=date(today.year + 1, 1, 1)))


def test_an_edited_policy_is_noticed_once_with_what_changed(store: Store, tmp_path: Path):
    files = (*POLICY_FILES, TABLE_NAME)
    for name in files:
        (tmp_path / name).write_bytes((DATA_DIR / name).read_bytes())
    assert notice_policy(store, tmp_path) == files
    assert notice_policy(store, tmp_path) == ()
    policy = tmp_path / "policy.toml"
    text = policy.read_text(encoding="utf-8")
    assert "warn_after_hours = 36" in text
    policy.write_text(text.replace("warn_after_hours = 36", "warn_after_hours = 48"), encoding="utf-8")
    assert notice_policy(store, tmp_path) == ("policy.toml",)
    changes = {it.name: (it.before, it.after) for it in acts_of(store.home)[-1].changes}
    assert changes["backup.warn_after_hours"] == ("36", "48")
    assert set(changes) <= {"backup.warn_after_hours", "sha256", "written_at"}


def test_a_layer_is_an_act_and_a_rebuild_is_the_same_with_such_acts(store: Store):
    notice_policy(store)
    with coming_from(Origin("command", name="lan")):
        layer = import_layer(GEO_DIR / "schematic.parquet", store)
    report(store, "viettel_2026-11-11.xlsx", LAST)
    published = next(act for act in acts_of(store.home) if act.subject == "layer_published")
    assert published.after is not None
    assert (published.after["layer_id"], published.done_by, published.way) == (
        layer.layer_id,
        "lan",
        "command",
    )
    assert check_store(store) == ()
    before, home = held_by(store.reader()), store.home
    store.close()
    assert rebuild(home).is_whole
    again = open_store(home)
    assert held_by(again.reader()) == before
    again.close()


TEXT = re.compile(r'"(\w+)"')
SUBJECT = re.compile(r"^(?:\w*SUBJECT\w*|AD_HOC, DUE, CLOSING|WORDING, TEMPLATE) = (.+)$", re.MULTILINE)
CONSTANT = re.compile(r'^([A-Z_]+) = \(?\s*"(\w+)"', re.MULTILINE)


def test_every_subject_has_words():
    """Found where the product names them: as constants, by way of another's constant, as kinds, as notes."""
    sources = [path.read_text(encoding="utf-8") for path in (PROJECT_DIR / "src" / "dashboard").rglob("*.py")]
    values = [value for source in sources for value in SUBJECT.findall(source)]
    constants = [pair for source in sources for pair in CONSTANT.findall(source)]
    named = {text for value in values for text in TEXT.findall(value)}
    named |= {text for name, text in constants if name in values and not name.endswith("SUBJECT")}
    assert {"alias", "meeting_decision", "round_due", "briefing_template", "register_file"} <= named
    subjects = {kind.subject for kind in REGISTERS}
    assert named | subjects | set(KINDS) | {"report_file"} <= set(act_words.SUBJECT_WORDS)
