"""Sessions by commune, by group and by carrier: how many, for whom, and what came of them."""

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

import pandas as pd
import streamlit as st

from dashboard.measures.wording import NOTHING, day_text
from dashboard.support.sessions.overview import gathered_by
from dashboard.support.sessions.record import Session
from dashboard.views import clock
from dashboard.views.session_data import SupportState

By: TypeAlias = Literal["commune", "group", "carrier"]
NAMED: Mapping[By, str] = {"commune": "Xã, phường", "group": "Nhóm", "carrier": "Nhà mạng"}


def show_gathered(by: By, state: SupportState, sessions: Sequence[Session]) -> None:
    """A row per commune, group or carrier with sessions."""
    found = gathered_by(by, sessions, state.register, clock.local_now().date())
    rows = [
        {
            NAMED[by]: it.name,
            "Buổi": len(it.sessions),
            "Buổi tới": day_text(it.next_on),
            "Dự kiến": it.expected_count,
            "Đã làm": it.held_count,
            "Đến": it.came_count,
            "Xác thực": it.verified_count,
        }
        for it in found.values()
    ]
    most = max((it.expected_count for it in found.values()), default=1)
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        width="stretch",
        column_config={
            "Dự kiến": st.column_config.ProgressColumn(format="localized", max_value=max(most, 1))
        },
        placeholder=NOTHING,
    )
