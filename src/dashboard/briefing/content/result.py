"""The result of the round: who reported, how much is verified, what changed, how far the target is."""

from collections.abc import Callable, Iterator
from typing import Any

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.model import Fact, Section
from dashboard.briefing.content.pace import forecast_of, pace_of, pace_sentence
from dashboard.briefing.content.words import (
    communes_text,
    count_moved,
    inline,
    listed,
    points_moved,
    since_text,
    whose,
)
from dashboard.measures.wording import count_text, day_text, late_text, pct_text

MOST_NAMED = 8  # communes named in a sentence before the rest is only counted


def result_section(facts: Facts) -> Section:
    """Always there: also a round nobody reported for has a result."""
    if facts.province["total_count"] is None:
        message = f"Chưa nhà mạng nào gửi báo cáo kỳ {day_text(facts.request.round_on)}"
        return Section("result", "Kết quả chung", message, (f"{message}, nên chưa có số liệu để tổng hợp.",))
    return Section("result", "Kết quả chung", _message(facts), tuple(_paragraphs(facts)))


def change_sentence(facts: Facts) -> str:
    """What changed since the comparison round, and over whom that could be compared."""
    if facts.compare_on is None:
        return "Đây là kỳ đầu tiên có số liệu, nên chưa có kỳ trước để so sánh."
    row, since = facts.province, day_text(facts.compare_on)
    if not row["pairs_compared_count"]:
        return f"Không có số liệu nào được báo cáo ở cả kỳ này và kỳ {since}, nên không so sánh được hai kỳ."
    start = f"So với kỳ {since}{_compared_over(facts)}"
    if row["verified_count_change"] == row["total_count_change"] == 0:
        return (
            f"{start}, số phải xác thực và số đã xác thực đều không thay đổi; "
            "cần kiểm tra lại việc nhà mạng có gửi lại số liệu của kỳ trước hay không."
        )
    moved = f"số thuê bao đã xác thực {count_moved(row['verified_count_change'])}"
    rate = points_moved(row["verified_pct_change"])
    return f"{start}, {moved}, tỷ lệ {rate}{_why(facts)}."


def headline_facts(facts: Facts) -> tuple[Fact, ...]:
    """Rate, what is done, what is left and locked, each with its change."""
    row = facts.province
    if row["total_count"] is None:
        return ()
    counts = (
        ("Đã xác thực", "verified_count"),
        ("Chưa xác thực", "unverified_count"),
        ("Khóa 1 chiều", "locked_one_way_count"),
        ("Khóa 2 chiều", "locked_two_way_count"),
    )
    rate = Fact(
        "Tỷ lệ xác thực", pct_text(row["verified_pct"]), _noted(points_moved, row["verified_pct_change"])
    )
    return rate, *(
        Fact(label, count_text(row[name]), _noted(count_moved, row[f"{name}_change"]))
        for label, name in counts
    )


def _noted(told: Callable[[Any], str], change: float | None) -> str:
    return "" if change is None else told(change)


def _message(facts: Facts) -> str:
    row = facts.province
    moved = ""
    if row["verified_pct_change"] is not None:
        moved = f", {points_moved(row['verified_pct_change'])} {since_text(facts.compare_on)}"
    left = count_text(row["unverified_count"])
    return f"{whose(facts)} đạt {pct_text(row['verified_pct'])}{moved}; còn {left} thuê bao chưa xác thực"


def _paragraphs(facts: Facts) -> Iterator[str]:
    row = facts.province
    yield _reported(facts)
    yield (
        f"{whose(facts)}: tổng số thuê bao phải xác thực là {count_text(row['total_count'])}; đã xác thực "
        f"{count_text(row['verified_count'])} thuê bao, đạt {pct_text(row['verified_pct'])}; còn "
        f"{count_text(row['unverified_count'])} thuê bao chưa xác thực, trong đó "
        f"{count_text(row['locked_one_way_count'])} thuê bao đang bị khóa 1 chiều và "
        f"{count_text(row['locked_two_way_count'])} thuê bao đang bị khóa 2 chiều."
    )
    yield " ".join(filter(None, (change_sentence(facts), _not_comparable(facts), _restated(facts))))
    pace = pace_of(facts)
    if pace is not None and facts.request.carrier_code is None:
        yield pace_sentence(pace, forecast_of(facts, pace))
    if told := _coverage(facts):
        yield told


def _reported(facts: Facts) -> str:
    rows = facts.reporting
    received_count = len(rows) - len(facts.missing)
    late = [row for row in rows if row["late_minutes"]]
    told = (
        f"Kỳ báo cáo {day_text(facts.request.round_on)} có {received_count}/{len(rows)} nhà mạng gửi báo cáo"
    )
    if late:
        told += f", trong đó {listed([_late(row) for row in late])}"
    return f"{told}.{_missing(facts)}"


def _late(row: Row) -> str:
    return f"{row['carrier_name']} gửi muộn {late_text(row['late_minutes'])}"


def _missing(facts: Facts) -> str:
    if not facts.missing:
        return ""
    missing = [row for row in facts.reporting if row["is_missing"]]
    known = [
        f"{row['carrier_name']} báo cáo gần nhất kỳ {day_text(row['last_reported_on'])}"
        if row["last_reported_on"]
        else f"{row['carrier_name']} chưa báo cáo kỳ nào"
        for row in missing
    ]
    return (
        f" Chưa gửi báo cáo: {listed(facts.missing)} ({'; '.join(known)}). Các số dưới đây không gồm thuê "
        "bao của "
        f"{listed(facts.missing)}; số chưa báo cáo không được coi là bằng không."
    )


def _compared_over(facts: Facts) -> str:
    left_out = [*facts.missing, *(name for name in facts.missing_before if name not in facts.missing)]
    if not left_out:
        return ""
    return (
        f", tính trên {facts.compared_carriers_count} nhà mạng có báo cáo ở cả hai kỳ "
        f"(không tính {listed(left_out)})"
    )


def _not_comparable(facts: Facts) -> str:
    """Why the two overall rates do not show the change, where that would mislead."""
    if not facts.missing and not facts.missing_before:
        return ""
    before = _overall_before(facts)
    if before is None or not facts.province["pairs_compared_count"]:
        return ""
    now = facts.province["verified_pct"]
    return (
        f"Tỷ lệ chung của hai kỳ ({pct_text(before)} và {pct_text(now)}) không so sánh trực tiếp được, "
        "vì số nhà mạng báo cáo ở hai kỳ khác nhau."
    )


def _overall_before(facts: Facts) -> float | None:
    rows = facts.history.to_pylist()
    return next((row["verified_pct"] for row in rows if row["round_on"] == facts.compare_on), None)


def _why(facts: Facts) -> str:
    """Where the rate fell: whether verified subscribers were lost or the number to verify grew."""
    row = facts.province
    change = row["verified_pct_change"]
    if change is None or round(change, 1) >= 0:
        return ""
    total = f"số phải xác thực {count_moved(row['total_count_change'])} thuê bao"
    if row["verified_count_change"] < 0:
        return f"; {total}; cần nhà mạng giải trình việc số đã xác thực giảm"
    return f", do {total}"


def _restated(facts: Facts) -> str:
    restated = [each for each in facts.replaced if each.round_on == facts.compare_on]
    if not restated:
        return ""
    names = listed([each.carrier_name for each in restated])
    return (
        f"Phép so sánh dùng số liệu kỳ {day_text(facts.compare_on)} đã được {names} điều chỉnh sau khi đến "
        "hạn."
    )


def _coverage(facts: Facts) -> str:
    """Communes that lack a carrier that did report."""
    lacking = facts.lacking()
    if not lacking:
        return ""
    told = [
        f"{name} thiếu số liệu của {communes_text(len(communes))} "
        f"({listed(list(map(inline, communes)), MOST_NAMED)})"
        for name, communes in lacking.items()
    ]
    return f"Báo cáo chưa đủ xã, phường: {'; '.join(told)}."
