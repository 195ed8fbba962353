"""What a carrier sees of the figures: its own, and the province's total where it tells of no other."""

from functools import partial

import streamlit as st

from dashboard.figures.template import Caption
from dashboard.figures.trend import trend_by_round
from dashboard.measures import Scope, figures_by_carrier, history_by_carrier, rounds
from dashboard.measures.published_total import PublishedTotal, published_total
from dashboard.measures.selection import Selection
from dashboard.measures.wording import count_text, day_text, pct_text, time_text
from dashboard.views import clock
from dashboard.views.chart import show_chart
from dashboard.views.empty import NO_FIGURES
from dashboard.views.mark import show_mark
from dashboard.views.round_choice import choose_round
from dashboard.web.downloads import MEDIA_TYPES, table_file
from dashboard.web.live import live
from dashboard.web.state import round_calendar
from dashboard.web.words import words_of

COUNTS = (
    ("Phải xác thực", "total_count"),
    ("Chưa xác thực", "unverified_count"),
    ("Khóa 1 chiều", "locked_one_way_count"),
    ("Khóa 2 chiều", "locked_two_way_count"),
)
NOT_TOLD = (
    "Tổng của toàn tỉnh hiện khi mọi nhà mạng đã gửi báo cáo của kỳ, và giữ nguyên như lúc đó, để không ai "
    "suy ra được số liệu của nhà mạng khác."
)


def show_own_carrier(carrier_code: str) -> None:
    """A carrier's figures of a round, over the rounds and by commune."""
    with live().store.reader() as cursor:
        known = rounds(cursor)
    if not known:
        st.info(NO_FIGURES, icon=":material/inbox:")
        return
    calendar = round_calendar(live().store)
    with st.container(width=320):
        round_on = choose_round(known, calendar, clock.local_now())
    selection = Selection(round_on, (carrier_code,))
    with live().store.reader() as cursor:
        total = published_total(cursor, calendar.round(round_on), carrier_code)
    show_mark(words_of(selection, live().store).mark)
    _show_figures(selection)
    _show_total(total)
    if round_on in known:
        _show_history(selection)
        _offer_tables(selection)


def _show_figures(selection: Selection) -> None:
    with live().store.reader() as cursor:
        row = figures_by_carrier(cursor, selection.scope).to_pylist()[0]
    cards = [("Tỷ lệ xác thực", pct_text(row["verified_pct"]))]
    cards += [(label, count_text(row[name])) for label, name in COUNTS]
    for column, (label, figure) in zip(st.columns(len(cards)), cards, strict=True):
        column.metric(label, figure)


def _show_total(total: PublishedTotal | None) -> None:
    if total is None:
        st.caption(NOT_TOLD)
        return
    counts = total.counts
    st.markdown(
        f"**Toàn tỉnh** ({total.carriers_count} nhà mạng, lúc {time_text(total.as_of)}): "
        f"**{pct_text(total.verified_pct)}**, đã xác thực {count_text(counts['verified_count'])} trong "
        f"{count_text(counts['total_count'])} thuê bao, còn {count_text(counts['unverified_count'])}."
    )


def _show_history(selection: Selection) -> None:
    words = words_of(selection, live().store)
    with live().store.reader() as cursor:
        history = history_by_carrier(cursor, Scope(selection.round_on, selection.carriers))
    caption = Caption("Tỷ lệ xác thực qua các kỳ", words.lines, (words.source,), words.mark)
    show_chart(trend_by_round(history, caption), f"{selection.carriers[0]}-cac-ky")


def _offer_tables(selection: Selection) -> None:
    with st.container(horizontal=True):
        for kind in ("xlsx", "csv"):
            st.download_button(
                f"Số liệu theo xã, phường ({kind.upper()})",
                data=partial(table_file, "communes", kind, selection, live().store),
                file_name=f"{selection.carriers[0]}_{day_text(selection.round_on).replace('/', '-')}.{kind}",
                mime=MEDIA_TYPES[kind],
                on_click="ignore",
            )
