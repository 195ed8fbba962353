"""The demonstration as a whole: simulated reports, then a register and sessions, for who tries it."""

from dashboard.demo.plan import DemoRequest
from dashboard.demo.run import TAKEN_IN_BY, Progress, run_demo
from dashboard.intake.receipt import Receipt
from dashboard.reference.round_decisions import By
from dashboard.store.database import Store
from dashboard.store.decisions import Draft, decide_all
from dashboard.support.register.keeping import content_of, entries_kept, read_register
from dashboard.support.register.kinds import KINDS
from dashboard.support.sessions.keeping import keep_sessions
from dashboard.support.simulated_register import simulated_register
from dashboard.support.simulated_sessions import simulated_sessions


def run_demonstration(
    request: DemoRequest, store: Store, progress: Progress | None = None
) -> tuple[Receipt, ...]:
    """As `run_demo`, then an empty register gets simulated entries and sessions; again changes nothing.

    Raises RealFiguresError, before anything is stored, where real reports are there.
    """
    receipts = run_demo(request, store, progress)
    with store.reader() as cursor:
        is_empty = not any(entries_kept(cursor, kind) for kind in KINDS.values())
    if is_empty:
        drafts = [
            Draft(kind.subject, entry.entry_id, content_of(kind, entry), TAKEN_IN_BY)
            for kind, entry in simulated_register(request.seed)
        ]
        decide_all(store, tuple(drafts))
        with store.reader() as cursor:
            sessions = simulated_sessions(request, read_register(cursor))
        keep_sessions(store, [(session, None) for session in sessions], By(TAKEN_IN_BY, ""))
    return receipts
