"""Lập kế hoạch: a plan made beside the page, its progress, what it changes, line by line, and why."""

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.measures.wording import NOTHING, count_text, day_text, pct_text
from dashboard.reference.round_decisions import By
from dashboard.store.decisions import OutdatedDecisionError
from dashboard.support.planner.search import State
from dashboard.support.planning.job import PlanJob, Progress
from dashboard.support.planning.known import NoFiguresError, read_known
from dashboard.support.planning.outcome import Change, Line, lines_of, sessions_of, to_keep
from dashboard.support.planning.question import question_of
from dashboard.support.planning.words import objection_words, stage_words, state_words
from dashboard.support.register.values import commune_name
from dashboard.support.sessions.keeping import keep_sessions, sessions_kept
from dashboard.views import clock
from dashboard.views.empty import show_no_figures
from dashboard.views.plain import plain
from dashboard.views.plan_reasons import show_reasons
from dashboard.views.who import ask_name, who
from dashboard.web.live import live

JOB, ACCEPTED = "plan-job", "plan-accepted"
CHANGES = {Change.ADDED: "Thêm", Change.MOVED: "Đổi", Change.DROPPED: "Bỏ", Change.KEPT: "Giữ nguyên"}
TIMES = {"Nhanh, 15 giây": 15, "Vừa, 1 phút": 60, "Kỹ, 2 phút": 120}


def show_plan() -> None:
    """Ask, watch, decide; in one frame, so that what is unfolded below stays so however much it holds."""
    _ask()
    with st.container():
        _show_job()


def _show_job() -> None:
    job: PlanJob | None = st.session_state.get(JOB)
    if words := st.session_state.pop(ACCEPTED, None):
        st.success(words, icon=":material/check:")
    if job is None:
        st.caption(
            "Kế hoạch chọn xã, phường, ngày, hội trường, nhóm và điểm của nhà mạng sao cho nhiều "
            "người xác thực được nhất, "
            "ưu tiên người sắp mất số và bảo đảm nơi nào cũng có phần. Buổi đã thống nhất không bị đổi."
        )
    elif job.progress().is_over:
        _show_result(job)
    else:
        _watch()


def _ask() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="plan-ask"):
        weeks = st.number_input("Số tuần", 1, 8, 4, key="plan-weeks", width=120)
        chosen = st.selectbox("Thời gian tìm", list(TIMES), index=1, key="plan-seconds", width=220)
        job: PlanJob | None = st.session_state.get(JOB)
        is_running = job is not None and not job.progress().is_over
        if st.button(
            "Lập kế hoạch",
            type="primary",
            icon=":material/event_upcoming:",
            disabled=is_running,
            key="plan-begin",
        ):
            _begin(int(weeks), TIMES[chosen])


def _begin(week_count: int, seconds: int) -> None:
    try:
        cube, known = read_known(live().store)
    except NoFiguresError:
        show_no_figures()
        return
    if not known.register.halls or not known.register.groups:
        st.warning(
            "Sổ chưa có hội trường hoặc nhóm tình nguyện nào, nên chưa có gì để bố trí. Hãy nhập ở "
            "các thẻ bên cạnh.",
            icon=":material/inbox:",
        )
        return
    question = question_of(cube, known, clock.local_now().date(), week_count)
    st.session_state[JOB] = PlanJob(question, float(seconds))
    st.rerun()


@st.fragment(run_every=1.0)
def _watch() -> None:
    """Told again every second; the page as a whole runs again only when the plan is there."""
    job: PlanJob = st.session_state[JOB]
    progress = job.progress()
    if progress.is_over:
        st.rerun()
    share = min(1.0, progress.standing.seconds / progress.limit_seconds)
    st.progress(share, text=_doing(progress))
    if not progress.is_dating and st.button(
        "Dừng, dùng phương án đang có", icon=":material/stop_circle:", key="plan-stop"
    ):
        job.stop()


def _doing(progress: Progress) -> str:
    found = progress.standing.found
    if progress.is_dating:
        return "Đang chia ngày cho từng buổi và ghi lý do"
    if found is None:
        return "Đang chuẩn bị"
    better = progress.better_than_first_pct
    more = f", hơn phương án đầu tiên {pct_text(better)}" if better else ""
    return f"Giây {progress.standing.seconds:.0f}: {stage_words(found.stage)}{more}"


def _show_result(job: PlanJob) -> None:
    progress = job.progress()
    found = progress.standing.found
    if found is not None and found.state is State.INFEASIBLE:
        st.error("Không có kế hoạch nào thỏa mọi yêu cầu:", icon=":material/block:")
        st.markdown("\n".join(f"- {plain(objection_words(each))}" for each in found.objections))
        return
    if progress.dated is None or found is None:
        st.error(
            "Chưa lập được kế hoạch nào. Hãy thử lại với thời gian tìm dài hơn.", icon=":material/error:"
        )
        return
    store = live().store
    with store.reader() as cursor:
        kept = sessions_kept(cursor)
    sessions = sessions_of(job.question, progress.dated, tuple(kept))
    lines = lines_of(job.question.ground.proposed, sessions)
    _say_summary(job, progress, lines)
    _offer(lines, {key: each.decision for key, each in kept.items()})
    show_reasons(job.question, found, progress.dated)


def _say_summary(job: PlanJob, progress: Progress, lines: tuple[Line, ...]) -> None:
    sessions = [it for line in lines for it in line.after]
    people = sum(it.expected_count for it in sessions)
    mondays = job.question.ground.mondays
    visited = count_text(sum(bool(line.after) for line in lines))
    st.markdown(
        f"**{count_text(len(sessions))} buổi ở {visited} xã, phường, "
        f"dự kiến {count_text(people)} người** · từ {day_text(mondays[0])}, {len(mondays)} tuần"
    )
    found = progress.standing.found
    better = progress.better_than_first_pct
    if found is not None:
        more = f"; hơn phương án đầu tiên {pct_text(better)}" if better else ""
        st.caption(f"Đây là {state_words(found)}{more}. Tìm trong {progress.standing.seconds:.0f} giây.")


def _offer(lines: tuple[Line, ...], seen: dict[str, object]) -> None:
    changed = [line for line in lines if line.change is not Change.KEPT]
    if not changed:
        st.info("Kế hoạch mới không đổi gì so với các buổi đang dự kiến.", icon=":material/check:")
        return
    table = pd.DataFrame(
        [
            {
                "Nhận": True,
                "Thay đổi": CHANGES[line.change],
                "Xã, phường": commune_name(line.commune_code),
                "Trước": _days([it.held_on for it in line.before]),
                "Sau": _days([it.held_on for it in line.after]),
                "Số buổi": len(line.after),
                "Thêm người": line.people_gained,
            }
            for line in changed
        ]
    )
    edited = st.data_editor(
        table,
        key="plan-lines",
        hide_index=True,
        width="stretch",
        disabled=[name for name in table.columns if name != "Nhận"],
        column_config={"Nhận": st.column_config.CheckboxColumn(width="small")},
        placeholder=NOTHING,
    )
    chosen = [line for line, wanted in zip(changed, edited["Nhận"], strict=True) if wanted]
    with st.container(horizontal=True, vertical_alignment="bottom", key="plan-accept"):
        ask_name("Người quyết định", "Họ tên", 220)
        if st.button(
            f"Đưa {len(chosen)} dòng vào lịch dự kiến",
            type="primary",
            icon=":material/check:",
            disabled=not chosen,
        ):
            _accept(chosen, seen)


def _accept(lines: list[Line], seen: dict[str, object]) -> None:
    wanted = to_keep(lines)
    drafts = [(session, seen.get(session.session_id)) for session in wanted]
    try:
        keep_sessions(live().store, drafts, By(who(OFFICERS), "nhận từ kế hoạch"))  # type: ignore[arg-type]
    except OutdatedDecisionError:
        st.error(
            "Có buổi vừa được người khác sửa, nên chưa có gì được lưu. Hãy lập lại kế hoạch.",
            icon=":material/call_split:",
        )
        return
    st.session_state.pop(JOB)
    st.session_state[ACCEPTED] = f"Đã đưa {len(lines)} xã, phường vào lịch dự kiến; xem ở thẻ Buổi hỗ trợ."
    st.rerun()


def _days(days: list[date]) -> str:
    found = sorted(set(days))
    return ", ".join(f"{day:%d/%m}" for day in found) if found else "–"
