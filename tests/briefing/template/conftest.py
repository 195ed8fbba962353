"""What a whole filling has to come to, however the file was made."""

from collections.abc import Callable
from datetime import date

import pytest

from dashboard.intake.annexes.records import PlanItem, ServicePoint
from dashboard.intake.examine import Examination
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS, SIM_COLUMNS
from tests.briefing.template.forms import PLAN, ROUND_ON, Filling, whole

POINTS = (
    ServicePoint(
        "mobile",
        "14797",
        "Nhà văn hóa phố 3, cạnh cửa hàng VinaPhone",
        "7:30-17:00, thứ Hai đến thứ Sáu",
        date(2026, 11, 20),
        date(2026, 11, 22),
        105.78523,
        19.80671,
        40,
        True,
    ),
    ServicePoint("fixed", "15499", "12 Lê Lợi", serves_other_carriers=False),
)
ITEMS = (
    PlanItem("Giải pháp: mở thêm điểm", "15499", date(2026, 11, 25), 500),
    PlanItem("Nhắn tin nhắc thuê bao"),
)


def figures_in(examination: Examination) -> dict[str, tuple[tuple[int | None, ...], tuple[int | None, ...]]]:
    """By commune code the five counts and the three of SIMs, as read."""
    return {
        figure.commune_code: (
            tuple(figure.counts[name] for name in COUNT_COLUMNS),
            tuple(figure.counts[name] for name in SIM_COLUMNS),
        )
        for figure in examination.case.figures
    }


def figures_of(filling: Filling) -> dict[str, tuple[tuple[int | None, ...], tuple[int | None, ...]]]:
    """The same, as written."""
    return {
        code: (counts, filling.sims.get(code, (None,) * len(SIM_COLUMNS)))
        for code, counts in filling.counts.items()
    }


@pytest.fixture
def is_read_whole() -> Callable[[Examination], None]:
    """Asserts that a file was taken without a question and without a finding, and says what was written."""

    def check(examination: Examination) -> None:
        receipt, case = examination.receipt, examination.case
        assert (receipt.status, receipt.findings) == ("accepted", ())
        assert (receipt.carrier_code, receipt.round_on) == ("viettel", ROUND_ON)
        assert figures_in(examination) == figures_of(whole())
        assert case.handling_plan == PLAN
        assert (case.annexes.service_points, case.annexes.plan_items) == (POINTS, ITEMS)

    return check
