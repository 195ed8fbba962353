"""A file that only lacks its carrier or round is asked for it, not refused."""

from datetime import date

from dashboard.intake.finding import Finding, Severity
from dashboard.intake.receipt import Receipt, Status
from dashboard.views.given import question_of

NO_CARRIER = Finding("carrier_unknown", Severity.ERROR, "Không thấy tên nhà mạng.")
NO_ROUND = Finding("round_unknown", Severity.ERROR, "Không thấy kỳ.")
BAD_SUM = Finding("sum_mismatch", Severity.ERROR, "Tổng sai.")


def receipt(*findings: Finding, communes_count: int = 166) -> Receipt:
    rules = {finding.rule for finding in findings}
    carrier = None if "carrier_unknown" in rules else "wintel"
    round_on = None if "round_unknown" in rules else date(2026, 11, 11)
    status = Status.REJECTED if findings else Status.ACCEPTED
    return Receipt(
        "a.csv", "0" * 64, status, carrier, round_on, None, 166, communes_count, {}, {}, {}, findings
    )


def test_what_is_lacking_is_asked_for():
    assert question_of(receipt(NO_CARRIER)) == "Cần chọn nhà mạng"
    assert question_of(receipt(NO_ROUND)) == "Cần chọn kỳ báo cáo"
    assert question_of(receipt(NO_CARRIER, NO_ROUND)) == "Cần chọn nhà mạng và kỳ báo cáo"


def test_nothing_is_asked_where_no_choice_would_help():
    assert question_of(receipt()) == ""
    assert question_of(receipt(NO_CARRIER, BAD_SUM)) == ""
    assert question_of(receipt(NO_CARRIER, communes_count=0)) == ""
