"""What the database knows for a plan, read at one moment."""

from dashboard.measures import rounds
from dashboard.measures.cube import Cube, read_history
from dashboard.store.database import Store
from dashboard.support.planner.assumptions import assumptions_in_force
from dashboard.support.planner.rules import rules_kept
from dashboard.support.planning.question import Known
from dashboard.support.register.keeping import read_register
from dashboard.support.sessions.keeping import sessions_in_force


class NoFiguresError(Exception):
    """No report has been taken in, so nobody knows where people are left."""


def read_known(store: Store) -> tuple[Cube, Known]:
    """Figures up to the newest round, and what people decided. Raises NoFiguresError."""
    with store.reader() as cursor:
        days = rounds(cursor)
        if not days:
            raise NoFiguresError
        rules = tuple(kept.rule for kept in rules_kept(cursor).values() if kept.rule is not None)
        known = Known(read_register(cursor), sessions_in_force(cursor), rules, assumptions_in_force(cursor))
        return read_history(cursor, days[-1]), known
