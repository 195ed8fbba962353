"""From register and figures to sessions: what is agreed stays, pins hold, nothing clashes, all is said.

One small question is searched and dated once, in real processes; all tests look at that plan.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from dashboard.reference.communes import communes
from dashboard.reference.round_decisions import By
from dashboard.store.database import Store, open_store
from dashboard.support.planner.assumptions import delivered_assumptions
from dashboard.support.planner.rules import Kind, Place, Rule, keep_rule
from dashboard.support.planner.search import State
from dashboard.support.planning.dating import DatedPlan, DatingBrokeOffError, dated_plan, net_people
from dashboard.support.planning.ground import HALL_CLASSES, class_of, mondays_from
from dashboard.support.planning.job import PlanJob, Progress
from dashboard.support.planning.known import NoFiguresError, read_known
from dashboard.support.planning.outcome import Change, lines_of, sessions_of, to_keep
from dashboard.support.planning.question import Question, question_of
from dashboard.support.planning.words import (
    OBJECTIONS,
    hall_words,
    net_words,
    objection_words,
    one_more_words,
    short_words,
    state_words,
    visit_words,
)
from dashboard.support.register.records import EVERY_DAY, Hall, Register, ServicePoint, VolunteerGroup
from dashboard.support.sessions.clashes import Setting, clashes_of
from dashboard.support.sessions.record import Session, Status
from tests.web.prepared import copy_of_filled

TODAY = date(2026, 11, 12)  # a Thursday
HERE, THERE, AWAY = "14758", "14797", "15001"
HALLS = {
    f"{code}-{number}": Hall(f"{code}-{number}", code, f"Hội trường {number}", people_per_day_count=room)
    for code in (HERE, THERE, AWAY)
    for number, room in enumerate((200, 90), start=1)
}
GROUPS = {
    f"g{number}": VolunteerGroup(f"g{number}", code, f"Nhóm {number}", "youth", 10, 400.0, EVERY_DAY)
    for number, code in enumerate((HERE, HERE, THERE, AWAY))
}
POINTS = {
    "p": ServicePoint("p", "viettel", "mobile", HERE, "Xe lưu động", people_per_day_count=60),
    "f": ServicePoint("f", "viettel", "fixed", HERE, "Cửa hàng"),
}
REGISTER = Register(HALLS, GROUPS, POINTS)
MONDAY = date(2026, 11, 16)
AGREED = Session(
    "agreed",
    HERE,
    MONDAY + timedelta(days=2),
    f"{HERE}-1",
    group_ids=("g0",),
    expected_count=100,
    status=Status.AGREED,
)
PIN = Rule(Place(AWAY, MONDAY + timedelta(days=7)), Kind.PIN)
BAN = Rule(Place(THERE, MONDAY), Kind.FORBID)


@dataclass(frozen=True)
class Made:
    question: Question
    progress: Progress
    plan: DatedPlan
    sessions: tuple[Session, ...]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    home = tmp_path_factory.mktemp("planning") / "home"
    copy_of_filled(tmp_path_factory, home)
    opened = open_store(home)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def made(store: Store) -> Made:
    for rule in (PIN, BAN):
        keep_rule(store, rule, None, By("Lê B", "thử"))
    cube, known = read_known(store)
    question = question_of(cube, replace(known, register=REGISTER, sessions=(AGREED,)), TODAY, 2)
    job = PlanJob(question, 2.0, 0.5)
    progress = job.wait()
    assert progress.dated is not None, progress
    sessions = sessions_of(question, progress.dated, ("agreed",))
    return Made(question, progress, progress.dated, sessions)


def test_without_figures_there_is_nothing_to_plan(tmp_path: Path):
    empty = open_store(tmp_path)
    with pytest.raises(NoFiguresError):
        read_known(empty)


def test_the_horizon_begins_with_the_next_monday():
    assert mondays_from(TODAY, 2) == (MONDAY, MONDAY + timedelta(days=7))
    assert mondays_from(MONDAY, 1) == (MONDAY + timedelta(days=7),)


@pytest.mark.parametrize(("room", "people"), [(500, 400), (180, 180), (None, 80), (60, 40), (10, None)])
def test_a_hall_is_of_the_largest_class_it_has_room_for(room: int | None, people: int | None):
    place = class_of(Hall("h", HERE, "H", people_per_day_count=room))
    assert (None if place is None else HALL_CLASSES[place].people_per_day) == people


def test_the_question_counts_what_there_is_and_what_is_fixed(made: Made):
    instance, ground = made.question.instance, made.question.ground
    here, there = ground.position[HERE], ground.position[THERE]
    assert len(instance.commune_codes) == len(communes())
    assert instance.halls.free_days[here].sum() == 2 * 2 * 7
    assert instance.points.free_days.sum() == 2 * 7, "fixed points stay where they are"
    assert instance.fixed.agreed_hall_days[here].sum() == 1
    assert instance.fixed.agreed_group_days.sum() == 1
    assert instance.fixed.visit_upper[there].tolist() == [0, 1]
    assert instance.demand.unverified.sum() > 0
    assert made.progress.standing.found is not None
    assert made.progress.standing.found.state is not State.GREEDY


def test_a_plan_keeps_pins_and_bans_and_does_not_move_what_is_agreed(made: Made):
    by_week = {(it.commune_code, (it.held_on - MONDAY).days // 7) for it in made.sessions}
    assert (AWAY, 1) in by_week
    assert (THERE, 0) not in by_week
    assert not [it for it in made.sessions if it.held_on == AGREED.held_on and it.hall_id == AGREED.hall_id]
    assert not [it for it in made.sessions if it.held_on == AGREED.held_on and "g0" in it.group_ids]


def test_the_sessions_of_a_plan_clash_with_nothing(made: Made):
    per_volunteer = delivered_assumptions()["people_per_volunteer_day"].value
    setting = Setting(REGISTER, (AGREED, *made.sessions), per_volunteer)
    found = Counter(clash.kind for it in made.sessions for clash in clashes_of(it, setting))
    assert made.sessions
    assert not found
    assert len({it.session_id for it in (*made.sessions, AGREED)}) == len(made.sessions) + 1


def test_it_is_better_than_the_first_and_says_by_how_much_it_could_be_better(made: Made):
    assert made.progress.better_than_first_pct is not None
    assert made.progress.better_than_first_pct >= 0
    found = made.progress.standing.found
    assert found is not None
    assert state_words(found).startswith("phương án")
    if found.state is State.FEASIBLE and np.isfinite(found.gap):
        assert "tốt hơn nhiều nhất" in state_words(found)


def test_every_visit_and_every_commune_below_the_floor_has_its_reason(made: Made):
    explanation = made.plan.explanation
    assert explanation.visits
    assert all("Giới hạn bởi" in visit_words(visit, made.question) for visit in explanation.visits)
    assert any("chưa đến lượt" in short_words(short) for short in explanation.below_floor)
    assert any(line.startswith("Thêm một ngày") for line in one_more_words(explanation, made.question))


def test_every_hall_has_its_reason(made: Made):
    for session in made.sessions:
        assert re.search(
            r"nhận (200|90) người/ngày, (đủ cho|ít hơn) ", hall_words(session, made.question.ground)
        )
    small = replace(made.sessions[0], hall_id=f"{HERE}-2", commune_code=HERE, expected_count=91)
    assert hall_words(small, made.question.ground) == (
        "nhận 90 người/ngày, ít hơn 91 người dự kiến; có 1 nơi lớn hơn trong 2 nơi rảnh hôm đó"
    )
    alone = replace(made.question.ground, register=Register({"h": Hall("h", HERE, "Nhà văn hóa")}))
    assert hall_words(replace(small, hall_id="h"), alone) == "chưa ghi sức chứa; nơi duy nhất rảnh hôm đó"


def test_lines_say_what_is_added_moved_dropped_and_kept(made: Made):
    first = replace(made.sessions[0], session_id="old")
    moved = replace(first, held_on=first.held_on + timedelta(days=1))
    gone = replace(first, session_id="gone", commune_code="15010")
    others = [it for it in made.sessions if it.commune_code != first.commune_code]
    added = {line.commune_code: line.change for line in lines_of([], made.sessions)}
    assert set(added.values()) == {Change.ADDED}
    lines = {line.commune_code: line for line in lines_of([moved, gone], [first, *others])}
    assert lines[first.commune_code].change is Change.MOVED
    assert lines["15010"].change is Change.DROPPED
    assert lines["15010"].people_gained == -gone.expected_count
    assert lines_of([first], [first])[0].change is Change.KEPT
    kept = to_keep(tuple(lines.values()))
    assert {it.session_id for it in kept if it.status is Status.CANCELLED} == {"old", "gone"}
    assert to_keep(lines_of([first], [first])) == ()


def test_planning_again_upon_what_was_accepted_changes_little(store: Store, made: Made):
    cube, known = read_known(store)
    sessions = (AGREED, *made.sessions)
    question = question_of(cube, replace(known, register=REGISTER, sessions=sessions), TODAY, 2)
    assert question.instance.fixed.published is not None
    progress = PlanJob(question, 2.0, 0.5).wait()
    assert progress.dated is not None
    found = progress.standing.found
    assert found is not None
    assert found.days is not None
    before = question.instance.fixed.published.visits
    assert np.abs(found.days.visits - before).sum() <= 2


def test_what_cannot_be_is_refused_with_the_name_of_the_commune(store: Store):
    cube, known = read_known(store)
    impossible = Rule(Place("15010", MONDAY), Kind.PIN)
    question = question_of(cube, replace(known, register=REGISTER, rules=(impossible,)), TODAY, 1)
    progress = PlanJob(question, 2.0, 0.5).wait()
    found = progress.standing.found
    assert found is not None
    assert found.state is State.INFEASIBLE
    assert progress.dated is None
    (words,) = map(objection_words, found.objections)
    name = next(commune.name for commune in communes() if commune.code == "15010")
    assert words.startswith(f"{name}, tuần 1: {OBJECTIONS['pinned_impossible']}")


def test_a_plan_that_is_stopped_is_dated_with_what_stands(made: Made):
    job = PlanJob(made.question, 30.0, 0.2)
    while job.progress().first_value is None and not job.progress().is_over:
        pass
    job.stop()
    progress = job.wait()
    assert progress.is_over
    assert progress.standing.seconds < 25
    assert progress.dated is not None


def test_what_a_commune_adds_net_is_no_more_than_its_own_and_agreed_ones_are_in_every_plan(made: Made):
    found = made.progress.standing.found
    assert found is not None
    assert net_people(made.question, found, HERE) is None
    assert "đã thống nhất" in net_words(HERE, None)
    net = net_people(made.question, found, AWAY)
    assert net is not None
    own = sum(visit.weighted for visit in made.plan.explanation.visits if visit.commune_code == AWAY)
    catch_up = 1.5  # a person of a commune below the target counts half as much again
    assert net <= catch_up * own + 1
    assert "mất" in net_words(AWAY, net)


def test_dating_without_a_plan_breaks_off(made: Made):
    found = made.progress.standing.found
    assert found is not None
    with pytest.raises(DatingBrokeOffError):
        dated_plan(made.question, replace(found, days=None, values=None))
