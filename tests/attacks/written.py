"""Every text that people can write, as somebody would write it who wants scripts or links of their own there:
put into a home through the same functions that the pages, commands and routes call.
"""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from dashboard.access.accounts import Wanted, account_draft
from dashboard.access.sessions import Place as SignedInFrom
from dashboard.access.sessions import identity_draft, new_session
from dashboard.briefing.content.model import Wording
from dashboard.briefing.office import Office, office_draft
from dashboard.briefing.wordings import Template, template_draft, wording_draft
from dashboard.intake.acceptance import accept, warnings_filed
from dashboard.intake.layout.confirmed import confirm_layout
from dashboard.intake.layout.known import Layout
from dashboard.intake.matching.aliases import Alias, Written, confirm_aliases
from dashboard.intake.matching.places import Lists
from dashboard.intake.request import IntakeRequest
from dashboard.intake.restatement_reason import give_reason
from dashboard.intake.take_in import take_in
from dashboard.intake.tokens import new_token
from dashboard.measures.selection import Selection
from dashboard.meeting import decisions as meeting_decisions
from dashboard.meeting.decisions import Typed
from dashboard.meeting.records import Opening, open_meeting
from dashboard.meeting.shown import Shown, Standing
from dashboard.reference.carriers import carriers
from dashboard.reference.commune_notes import write_note
from dashboard.reference.round_decisions import By as RoundBy
from dashboard.reference.round_decisions import close_round, move_due, open_ad_hoc_round
from dashboard.reference.saved_views import save_view
from dashboard.settings import LOCAL_ZONE
from dashboard.store.contacts import Contact, keep_contacts
from dashboard.store.database import Store
from dashboard.store.decisions import decide_all
from dashboard.support.planner.assumptions import assumptions_in_force, change_assumption
from dashboard.support.planner.rules import Kind, Place, Rule, keep_rule
from dashboard.support.register.keeping import By, Change, change_entries
from dashboard.support.register.kinds import DIFFICULTIES, GROUPS, HALLS, POINTS
from dashboard.support.register.records import Difficulty, Hall, ServicePoint, VolunteerGroup
from dashboard.support.register.take_in import examine_file, keep_file_of
from dashboard.support.sessions.keeping import keep_sessions
from dashboard.support.sessions.record import Result, Session, Status
from tests.conftest import EXAMPLES_DIR
from tests.web.prepared import LAST, WHOLE

IMAGE = "![x](http://x.example/a.png)"  # what makes a browser ask another host, in Markdown
SHORT = f"{IMAGE}<img src=x data-pwned>"
POISON = (
    '"><img src=x onerror="window.pwned=1" data-pwned><script>window.pwned=1</script>'
    f"[bấm](javascript:window.pwned=1) {IMAGE} "
    "<a href='http://x.example' data-pwned>x</a>"
)
COMMUNE = "14758"
COUNTS = (
    "commune_code", "total_count", "verified_count", "unverified_count", "locked_one_way_count",
    "locked_two_way_count",
)  # fmt: skip


def write_everywhere(store: Store) -> str:
    """Put POISON wherever people can write; the number of the last file's receipt."""
    number = send_files(store)
    keep_register(store)
    decide_on_files(store)
    decide_on_rounds_and_plans(store)
    hold_a_meeting(store)
    _, token = new_token("viettel", POISON)
    _, signed_in = new_session("lan", SignedInFrom("127.0.0.1", POISON))
    office = Office(body=POISON, place=POISON, addressee=POISON, signatory=POISON)
    drafts = (
        token,
        account_draft(Wanted("lan", ("officer",), POISON), POISON, POISON),
        identity_draft("lan", POISON, POISON),
        signed_in,
        office_draft(office, POISON),
        template_draft(Template(POISON, addressee=POISON), POISON),
        wording_draft(Wording("overview", "x"), POISON, POISON),
    )
    decide_all(store, drafts)
    write_note(store, COMMUNE, LAST, (POISON, POISON))
    save_view(store, SHORT, ("tong-quan", "kich-co=1"), POISON)
    return number


def send_files(store: Store) -> str:
    """Files whose names and cells hold it, by every way; one is accepted and replaces another's figures."""
    now = datetime.now(UTC)
    for place, way in enumerate(("page", "api", "inbox", "own-page")):
        name = f"{POISON[: 60 + place]}.csv"
        take_in(IntakeRequest(name, f"{POISON}{place}".encode(), now, POISON, way), store)
    earlier = (EXAMPLES_DIR / "vinaphone_2026-11-04.csv").read_bytes()  # says neither whose it is nor of when
    request = IntakeRequest(f"{POISON}.csv", earlier, now, POISON, "page", "vinaphone", LAST)
    give_reason(store, str(take_in(request, store).submission_id), POISON, POISON)
    content = "\n".join(f"{POISON};{POISON};1;1;0;0;0" for _ in range(5))
    request = IntakeRequest(f"{POISON}.csv", content.encode(), now, POISON, "page", "viettel", LAST)
    return str(take_in(request, store).submission_id)


def keep_register(store: Store) -> None:
    """The register of support, its contacts, and a session with what came of it."""
    entries = (
        (HALLS, Hall("h", COMMUNE, POISON, address=POISON, note=POISON)),
        (GROUPS, VolunteerGroup("g", COMMUNE, POISON, people_count=3)),
        (POINTS, ServicePoint("p", "viettel", "mobile", COMMUNE, POISON, opening_hours=POISON, note=POISON)),
        (DIFFICULTIES, Difficulty("d", POISON, (COMMUNE,), answer=POISON, answered_by=POISON)),
    )
    changes = [Change(kind, it.entry_id, it, None) for kind, it in entries]
    assert not change_entries(store, changes, By(POISON, POISON))
    keep_contacts(store.home, {("hall", "h"): Contact(POISON, POISON)})
    done = Session(
        "s", COMMUNE, LAST + timedelta(days=3), "h", time(8), time(11), ("g",), ("p",), 90, Status.DONE,
        Result(80, {"viettel": 60}, POISON), POISON,
    )  # fmt: skip
    hall = POISON.replace('"', "'")  # a cell of a CSV
    examined = examine_file(
        store, f"{POISON}.csv", f"Xã, phường;Tên hội trường\nPhường Hạc Thành;{hall}".encode()
    )
    assert not keep_file_of(store, examined, By(POISON, POISON))
    keep_sessions(store, [(done, None)], RoundBy(POISON, POISON))


def decide_on_files(store: Store) -> None:
    """What officers say of names, columns, warnings and corrections."""
    confirm_aliases(store, [Alias(Written(Lists.TODAY, SHORT), COMMUNE, POISON)], POISON)
    columns = {name: place for place, name in enumerate(COUNTS)}
    texts = tuple(f"{POISON} {name}" for name in columns)
    confirm_layout(store, Layout("mobifone", 2, LAST, texts, columns, POISON), POISON, POISON)
    with store.reader() as cursor:
        warnings = tuple(islice(warnings_filed(cursor), 3))
    accept(store, warnings, POISON, POISON)


def decide_on_rounds_and_plans(store: Store) -> None:
    """Reasons for rounds, assumptions and rules of the planner."""
    by, due = RoundBy(POISON, POISON), datetime(2026, 11, 20, 10, tzinfo=LOCAL_ZONE)
    close_round(store, LAST, datetime.now(UTC), by)
    move_due(store, WHOLE, due, by)
    open_ad_hoc_round(store, due, tuple(carrier.code for carrier in carriers()), by)
    with store.reader() as cursor:
        assumed = next(iter(assumptions_in_force(cursor).values()))
    change_assumption(store, assumed, assumed.low, by)
    keep_rule(store, Rule(Place(COMMUNE, date(2026, 12, 7)), Kind.PIN), None, by)


def hold_a_meeting(store: Store) -> None:
    """A meeting that somebody of that name opened, with a decision and how it was done."""
    meeting = open_meeting(store, Opening(Selection(LAST), POISON, datetime.now(UTC)))
    standing = Standing(LAST, 70.0, 10, ("viettel",))
    shown = Shown("overview", POISON, meeting.selection, meeting.as_of, meeting.version, standing)
    kept = meeting_decisions.keep(store, meeting, Typed(POISON, POISON[:100], LAST, shown), POISON)
    meeting_decisions.mark(store, meeting_decisions.Mark(kept.key, kept.seen, True, POISON, POISON))
