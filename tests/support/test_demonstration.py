"""The simulated register: the same seed the same, believable, and told as simulated by who decided it."""

from datetime import datetime
from pathlib import Path

from dashboard.demo.plan import demo_request
from dashboard.demo.run import TAKEN_IN_BY
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import open_store
from dashboard.support.demonstration import run_demonstration
from dashboard.support.register.keeping import entries_kept, read_register
from dashboard.support.register.kinds import HALLS, KINDS
from dashboard.support.register.records import Hall, communes_without_hall
from dashboard.support.register.values import is_a_place
from dashboard.support.sessions.clashes import Setting, clashes_of
from dashboard.support.sessions.keeping import sessions_in_force
from dashboard.support.sessions.record import Status
from dashboard.support.simulated_register import simulated_register
from dashboard.support.simulated_sessions import simulated_sessions


def test_the_same_seed_gives_the_same_register_and_another_another():
    assert simulated_register(3) == simulated_register(3)
    assert simulated_register(3) != simulated_register(4)


def test_it_has_every_kind_and_lacks_some_halls():
    made = simulated_register(1)
    assert {kind.key for kind, _ in made} == set(KINDS)
    halls = [entry for _, entry in made if isinstance(entry, Hall)]
    assert 2 <= len(communes_without_hall(halls)) <= 25
    assert all(is_a_place(hall.lon, hall.lat) for hall in halls)


def test_a_demonstration_fills_an_empty_register_once(tmp_path: Path):
    store = open_store(tmp_path)
    request = demo_request(datetime(2026, 11, 26, 9, tzinfo=LOCAL_ZONE), None, 1, 1)
    run_demonstration(request, store)
    with store.reader() as cursor:
        first = read_register(cursor)
        assert {kept.decision.decided_by for kept in entries_kept(cursor, HALLS).values()} == {TAKEN_IN_BY}
        held = sessions_in_force(cursor)
    assert {it.session_id for it in simulated_sessions(request, first)} == {it.session_id for it in held}
    setting = Setting(first, held, 12.0)
    assert {it.status for it in held} == {Status.DONE, Status.AGREED, Status.PROPOSED}
    assert not [clash for it in held for clash in clashes_of(it, setting) if clash.kind != "staff_few"]
    run_demonstration(request, store)
    with store.reader() as cursor:
        assert read_register(cursor) == first
        assert sessions_in_force(cursor) == held
