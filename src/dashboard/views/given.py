"""What the officer says of a file that does not say whose it is, or of which round."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard.intake.examine import Examination
from dashboard.intake.finding import Severity
from dashboard.intake.matching.open_names import open_names
from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.rules import carrier_unknown, round_unknown, unknown_commune
from dashboard.reference.carriers import carriers
from dashboard.views.mapping import ABOUT_COLUMNS, can_be_mapped
from dashboard.web.live import live
from dashboard.web.state import round_calendar

TO_BE_SAID = {carrier_unknown.RULE, round_unknown.RULE}


@dataclass(frozen=True)
class Given:
    """What was said of a file; None for what the file is to say itself."""

    carrier_code: str | None = None
    round_on: date | None = None


def question_of(examination: Examination) -> str:
    """What it takes to accept a file that nothing else stands against: "Cần chọn nhà mạng"; else ""."""
    receipt = examination.receipt
    if receipt.status is not Status.REJECTED or _errors(receipt) - _answerable(examination):
        return ""
    unsaid = {"nhà mạng": receipt.carrier_code, "kỳ báo cáo": receipt.round_on}
    choices = " và ".join(thing for thing, value in unsaid.items() if value is None)
    lacking = [f"chọn {choices}"] if choices else []
    lacking += ["chỉ rõ các cột"] if can_be_mapped(examination) else []
    names = len(open_names(examination.case.matches))
    lacking += [f"xác nhận {names} tên"] if names else []
    return f"Cần {', '.join(lacking)}" if lacking else ""


def _errors(receipt: Receipt) -> set[str]:
    return {finding.rule for finding in receipt.findings if finding.severity is Severity.ERROR}


def _answerable(examination: Examination) -> set[str]:
    """The rules whose errors an officer can settle at the page."""
    case, rules = examination.case, set(TO_BE_SAID)
    if can_be_mapped(examination):
        rules |= ABOUT_COLUMNS
    open_rows = {number for name in open_names(case.matches) for number in name.row_numbers}
    if all(match.row.number in open_rows for match in case.rows if match.problem in unknown_commune.PROBLEMS):
        rules.add(unknown_commune.RULE)
    has_figures = bool(case.figures) or can_be_mapped(examination)
    return rules if has_figures else set()


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
