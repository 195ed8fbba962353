"""The form to send to a carrier, filled in as far as the Department knows."""

from datetime import date, timedelta

import streamlit as st

from dashboard.briefing.template.book import template_as_xlsx
from dashboard.briefing.template.form import Form, form_for
from dashboard.figures.words import SIMULATED_MARK
from dashboard.measures.wording import day_text
from dashboard.reference.carriers import Carrier, carriers
from dashboard.reference.round_calendar import RoundCalendar
from dashboard.reference.rounds import next_round, round_of
from dashboard.views import clock
from dashboard.views.round_choice import round_words
from dashboard.web.downloads import MEDIA_TYPES
from dashboard.web.live import live
from dashboard.web.state import round_calendar

OFFERED_BACK = timedelta(weeks=4)  # a late or corrected report is asked for by the form of its own round


def show_template(only: Carrier | None = None) -> None:
    """Choose carrier (there is no choice with `only`) and round; the workbook is made when asked for."""
    st.markdown(
        "Mẫu Excel cho từng nhà mạng: 166 xã, phường điền sẵn, có kiểm tra ngay trong ô, các trang phương "
        "án, SIM rác, điểm phục vụ và hướng dẫn. Tệp điền xong được đọc mà không phải hỏi lại."
    )
    left, right = st.columns(2)
    offered_to = (only,) if only else carriers()
    carrier = left.selectbox(
        "Nhà mạng nhận mẫu", offered_to, format_func=lambda known: known.name, disabled=only is not None
    )
    today, calendar = clock.local_now().date(), round_calendar(live().store)
    offered = rounds_offered(today, calendar)
    current = offered.index(round_of(today))
    round_on = right.selectbox(
        "Kỳ của mẫu", offered, current, format_func=lambda day: round_words(day, calendar)
    )
    form = _form(carrier, round_on)
    st.caption(f"Hạn gửi: trước {form.due_words}. {_previous_words(form)}")
    st.download_button(
        f"Tải mẫu của {carrier.name}, kỳ {day_text(round_on)}",
        data=lambda: template_as_xlsx(form),
        file_name=form.file_name,
        mime=MEDIA_TYPES["xlsx"],
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )


def rounds_offered(today: date, calendar: RoundCalendar) -> list[date]:
    """The round after this week's, this week's, those of the weeks before, ad hoc ones among them; newest
    first."""
    current = round_of(today)
    back = [current - timedelta(weeks=weeks) for weeks in range(OFFERED_BACK // timedelta(weeks=1) + 1)]
    ad_hoc = [day for day in calendar.ad_hoc if day >= back[-1]]
    return sorted([next_round(current), *back, *ad_hoc], reverse=True)


def _form(carrier: Carrier, round_on: date) -> Form:
    with live().store.reader() as cursor:
        return form_for(cursor, carrier, round_on)


def _previous_words(form: Form) -> str:
    if form.previous is None:
        return "Nhà mạng chưa có báo cáo trước kỳ này nên mẫu không có số liệu kỳ trước để đối chiếu."
    mark = f" ({SIMULATED_MARK})" if form.previous.is_simulated else ""
    return f"Hai cột xám để đối chiếu là số liệu kỳ {day_text(form.previous.round_on)}{mark}."
