"""The table of a round: per carrier when it came, how often, how complete, what is refused."""

from datetime import datetime
from typing import Any, cast

import pandas as pd
import streamlit as st

from dashboard.intake.receipt import Status
from dashboard.measures.completeness import FIELDS_COUNT, Completeness
from dashboard.measures.punctuality import Punctuality
from dashboard.measures.round_board import CarrierStanding, RoundBoard
from dashboard.measures.wording import NOTHING, count_text, late_text, pct_text
from dashboard.views.received import result_of, wall_clock

HELP = {
    "Gửi lại": "Số tệp đã nhận thêm sau tệp đầu tiên của kỳ",
    "Chờ sửa": "Tệp bị từ chối mà chưa có tệp đạt yêu cầu thay thế",
    "Xã, phường": "Số xã, phường có trong báo cáo trên tổng số của tỉnh",
    "Xã đã từng báo cáo": "Trong số xã, phường nhà mạng đã từng báo cáo ở các kỳ trước",
    "Thuê bao bao quát": "Tổng thuê bao (theo số gần nhất trước kỳ này) của các xã, phường có trong báo cáo, "
    "trên tất cả thuê bao đã biết của nhà mạng",
    "Mục đã điền": "Năm số liệu chính, ba cột SIM rác và SIM không chính chủ, phương án xử lý",
}


def show_round_table(board: RoundBoard) -> None:
    """One row for each carrier asked, in the order of the reference table."""
    st.dataframe(
        pd.DataFrame([_row(standing) for standing in board.asked]),
        hide_index=True,
        width="stretch",
        placeholder=NOTHING,
        column_config={
            "Nhận lúc": st.column_config.DatetimeColumn(format="DD/MM/YYYY HH:mm"),
            **{name: st.column_config.TextColumn(help=said) for name, said in HELP.items()},
        },
    )


def _row(standing: CarrierStanding) -> dict[str, Any]:
    report, found = standing.report, standing.completeness
    status = report.get("status")
    return {
        "Nhà mạng": standing.carrier.name,
        "Tình trạng": punctuality_text(standing),
        "Nhận lúc": wall_clock(cast("datetime | None", report.get("received_at"))),
        "Kết quả": result_of(Status(str(status))) if status else None,
        "Gửi lại": f"{standing.resent_count} lần" if standing.resent_count else None,
        "Chờ sửa": f"{len(standing.refusals)} tệp" if standing.refusals else None,
        "Xã, phường": f"{found.communes_count}/{found.communes_expected_count}"
        if found.is_reported
        else None,
        "Xã đã từng báo cáo": _again(found),
        "Thuê bao bao quát": pct_text(found.covered_pct) if found.covered_pct is not None else None,
        "Mục đã điền": f"{found.fields_filled_count}/{FIELDS_COUNT}" if found.is_reported else None,
        "Còn trống": _empty_fields(found),
        "Tệp": report.get("file_name"),
    }


def punctuality_text(standing: CarrierStanding) -> str:
    """On time, late by how long, or not there yet; with a sign for readers without colour."""
    turn = standing.turn
    late = late_text(turn.late_minutes)
    return {
        Punctuality.ON_TIME: "✓ Đúng hạn",
        Punctuality.LATE: f"◷ Muộn {late}",
        Punctuality.MISSING: f"✗ Chưa báo cáo, quá hạn {late}",
        Punctuality.AWAITED: "… Chưa báo cáo",
        Punctuality.NOT_ASKED: "– Không yêu cầu",
    }[turn.punctuality]


def _again(found: Completeness) -> str | None:
    if not found.is_reported or not found.communes_known_count:
        return None
    return f"{count_text(found.communes_again_count)}/{count_text(found.communes_known_count)}"


def _empty_fields(found: Completeness) -> str | None:
    if not found.is_reported:
        return None
    fields = {
        "SIM rác phát hiện": found.junk_sim_found_filled_count,
        "SIM rác đã xử lý": found.junk_sim_handled_filled_count,
        "SIM không chính chủ": found.sim_not_own_name_filled_count,
        "phương án xử lý": found.has_handling_plan,
    }
    return ", ".join(name for name, filled in fields.items() if not filled) or None
