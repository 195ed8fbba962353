"""python -m dashboard support plan: sessions for the weeks to come.

With --json, standard output is exactly {state, seconds, better_than_greedy_pct, at_most_better_pct, kept,
sessions: [...], objections: [...]}; percentages null where there is none. Exit code 0; 1 where no plan is
possible.
"""

import getpass
import json
from datetime import datetime
from typing import Annotated, Any

import numpy as np
import typer

from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.measures.wording import count_text, pct_text
from dashboard.reference.round_decisions import By
from dashboard.settings import LOCAL_ZONE
from dashboard.support.planning.job import PlanJob, Progress
from dashboard.support.planning.known import NoFiguresError, read_known
from dashboard.support.planning.outcome import lines_of, sessions_of, to_keep
from dashboard.support.planning.question import question_of
from dashboard.support.planning.words import objection_words, state_words
from dashboard.support.register.values import commune_name
from dashboard.support.sessions.keeping import content_of, keep_sessions, sessions_kept
from dashboard.support.sessions.record import Session

EXIT_REFUSED = 1
MOST_WEEKS, MOST_SECONDS = 8, 600


def plan(
    weeks: Annotated[int, typer.Option(min=1, max=MOST_WEEKS, help="Số tuần, kể từ thứ Hai tới.")] = 4,
    seconds: Annotated[int, typer.Option(min=2, max=MOST_SECONDS, help="Thời gian tìm phương án.")] = 60,
    keep: Annotated[bool, typer.Option("--keep", help="Lưu các buổi ở trạng thái dự kiến.")] = False,
    as_json: AsJson = False,
) -> None:
    """Lập kế hoạch các buổi hỗ trợ cho những tuần tới."""
    with reading_store() as store:
        try:
            cube, known = read_known(store)
        except NoFiguresError as error:
            typer.echo("Chưa có báo cáo nào được nhận nên chưa biết nơi nào cần hỗ trợ.", err=True)
            raise typer.Exit(EXIT_REFUSED) from error
        question = question_of(cube, known, datetime.now(LOCAL_ZONE).date(), weeks)
        job = PlanJob(question, float(seconds))
        progress = job.wait()
        with store.reader() as cursor:
            kept = sessions_kept(cursor)
        sessions = sessions_of(question, progress.dated, tuple(kept)) if progress.dated else ()
        if keep and sessions:
            wanted = to_keep(lines_of(question.ground.proposed, sessions))
            seen = {key: each.decision for key, each in kept.items()}
            drafts = [(session, seen.get(session.session_id)) for session in wanted]
            keep_sessions(store, drafts, By(getpass.getuser(), "kế hoạch lập tự động"))
    _print(progress, sessions, as_json=as_json, is_kept=keep and bool(sessions))
    raise typer.Exit(0 if sessions or not _objections(progress) else EXIT_REFUSED)


def _print(progress: Progress, sessions: tuple[Session, ...], *, as_json: bool, is_kept: bool) -> None:
    found = progress.standing.found
    if as_json:
        listing = {
            "state": None if found is None else found.state.value,
            "seconds": round(progress.standing.seconds, 1),
            "better_than_greedy_pct": progress.better_than_first_pct,
            "at_most_better_pct": 100 * found.gap if found is not None and np.isfinite(found.gap) else None,
            "kept": is_kept,
            "sessions": [{"session_id": it.session_id, **content_of(it)} for it in sessions],
            "objections": _objections(progress),
        }
        typer.echo(json.dumps(listing, ensure_ascii=False, indent=2))
        return
    for objection in _objections(progress):
        typer.echo(objection, err=True)
    if found is not None and progress.better_than_first_pct is not None:
        better = pct_text(progress.better_than_first_pct)
        typer.echo(f"{state_words(found).capitalize()}; hơn phương án đầu tiên {better}.")
    for it in sessions:
        people = f"dự kiến {count_text(it.expected_count)} người"
        typer.echo(f"{it.held_on:%d/%m/%Y}  {commune_name(it.commune_code)}  {it.hall_id}  {people}")
    typer.echo(f"{len(sessions)} buổi{', đã lưu ở trạng thái dự kiến' if is_kept else ', chưa lưu'}.")


def _objections(progress: Progress) -> list[Any]:
    found = progress.standing.found
    return [objection_words(each) for each in found.objections] if found is not None else []
