"""What the officer says of a file that does not say whose it is, or of which round."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard.intake.finding import Severity
from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.rules import carrier_unknown, round_unknown
from dashboard.reference.carriers import carriers
from dashboard.web.live import live
from dashboard.web.state import round_calendar

TO_BE_SAID = {carrier_unknown.RULE, round_unknown.RULE}


@dataclass(frozen=True)
class Given:
    """What was said of a file; None for what the file is to say itself."""

    carrier_code: str | None = None
    round_on: date | None = None


def question_of(receipt: Receipt) -> str:
    """What it takes to accept a file that nothing else stands against: "Cần chọn nhà mạng"; else ""."""
    errors = {finding.rule for finding in receipt.findings if finding.severity is Severity.ERROR}
    if receipt.status is not Status.REJECTED or not receipt.communes_count or errors - TO_BE_SAID:
        return ""
    lacking = ["nhà mạng"] if receipt.carrier_code is None else []
    lacking += ["kỳ báo cáo"] if receipt.round_on is None else []
    return f"Cần chọn {' và '.join(lacking)}" if lacking else ""


def ask_for(receipt: Receipt, key: str) -> Given:
    """Let the officer choose what the file does not say."""
    left, right = st.columns(2)
    carrier_code = None if receipt.carrier_code else _carrier_chosen(left, key)
    return Given(carrier_code, None if receipt.round_on else _round_chosen(right, key))


def _carrier_chosen(place: st.delta_generator.DeltaGenerator, key: str) -> str | None:
    codes = {carrier.name: carrier.code for carrier in carriers()}
    name = place.selectbox(
        "Nhà mạng của tệp này",
        list(codes),
        index=None,
        placeholder="Chọn nhà mạng",
        key=f"carrier-{key}",
    )
    return codes[name] if name else None


def _round_chosen(place: st.delta_generator.DeltaGenerator, key: str) -> date | None:
    day = place.date_input(
        "Một ngày trong kỳ báo cáo của tệp này",
        value=None,
        format="DD/MM/YYYY",
        help="Kỳ báo cáo mang tên ngày thứ tư, hạn gửi báo cáo; kỳ đột xuất mang tên chính ngày của kỳ.",
        key=f"round-{key}",
    )
    return round_calendar(live().store).round_of(day) if day else None
