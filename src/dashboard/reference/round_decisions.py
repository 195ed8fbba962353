"""What people decide about rounds: hold one ad hoc, move when it is due, close it, open it again.

Each is kept with who, when and why (store/decisions.py); the last one about a round is in force. What stands
against a decision is said in Vietnamese before it is made; making it all the same raises ValueError.
"""

from dataclasses import dataclass
from datetime import date, datetime

from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.round_calendar import AD_HOC, CLOSING, DUE, RoundCalendar, read_calendar
from dashboard.reference.rounds import names_weekly_round
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.decisions import Content, Decision, Draft, decide


@dataclass(frozen=True)
class By:
    """Who decides, and why; the reason is never empty."""

    name: str
    reason: str


def objection_to_ad_hoc(
    calendar: RoundCalendar, due: datetime, carriers: tuple[str, ...], reason: str
) -> str:
    """Why no ad hoc round can be due then; "" where it can. It is named by the day on which it is due."""
    round_on = due.astimezone(LOCAL_ZONE).date()
    if names_weekly_round(round_on):
        return (
            f"Ngày {round_on:%d/%m/%Y} là ngày của một kỳ hàng tuần; hãy chọn ngày khác, hoặc đổi hạn kỳ đó."
        )
    if round_on in calendar.ad_hoc:
        return f"Đã có kỳ đột xuất ngày {round_on:%d/%m/%Y}; hãy đổi hạn của kỳ đó."
    if not carriers:
        return "Hãy chọn ít nhất một nhà mạng phải báo cáo."
    return objection_to_reason(reason)


def objection_to_reason(reason: str) -> str:
    """Why a reason is not enough; "" where it is."""
    return "" if reason.strip() else "Hãy ghi lý do."


def open_ad_hoc_round(store: Store, due: datetime, carriers: tuple[str, ...], by: By) -> Decision:
    """Hold a round beside the weekly ones, named by the day (Asia/Ho_Chi_Minh) on which it is due.

    Raises ValueError for what `objection_to_ad_hoc` objects to, an unknown carrier or a moment without zone.
    """
    _check_aware(due)
    if unknown := set(carriers) - set(carrier_by_code()):
        raise ValueError(f"no such carrier: {', '.join(sorted(unknown))}")
    with store.reader() as cursor:
        from_now_on = read_calendar(cursor)
    if objection := objection_to_ad_hoc(from_now_on, due, carriers, by.reason):
        raise ValueError(objection)
    round_on = due.astimezone(LOCAL_ZONE).date()
    return _decide(store, (AD_HOC, round_on), {"due_at": _iso(due), "carriers": list(carriers)}, by)


def move_due(store: Store, round_on: date, due: datetime, by: By) -> Decision:
    """Have a round due at another moment; it keeps its name. Raises ValueError without a zone or a reason."""
    _check_aware(due)
    return _decide(store, (DUE, round_on), {"due_at": _iso(due)}, by)


def close_round(store: Store, round_on: date, closes_at: datetime, by: By) -> Decision:
    """Close a round at a moment: now, or later than the policy would, which opens a closed round again.

    Raises ValueError without a zone or a reason.
    """
    _check_aware(closes_at)
    return _decide(store, (CLOSING, round_on), {"closes_at": _iso(closes_at)}, by)


def withdraw(store: Store, subject: str, round_on: date, by: By) -> Decision:
    """Take back what was decided about a round: what the policy says holds again."""
    return _decide(store, (subject, round_on), None, by)


def _decide(store: Store, thing: tuple[str, date], content: Content | None, by: By) -> Decision:
    if objection := objection_to_reason(by.reason):
        raise ValueError(objection)
    subject, round_on = thing
    return decide(store, Draft(subject, round_on.isoformat(), content, by.name, by.reason.strip()))


def _check_aware(moment: datetime) -> None:
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone")


def _iso(moment: datetime) -> str:
    return moment.astimezone(LOCAL_ZONE).isoformat()
