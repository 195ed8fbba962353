"""When each carrier reported, and the handling plan in its report."""

import pyarrow as pa

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.model import Section, Table
from dashboard.briefing.content.words import listed
from dashboard.measures.wording import day_text, late_text

COLUMNS = pa.schema(
    [
        ("carrier_name", pa.string()),
        ("status", pa.string()),
        ("received_at", pa.timestamp("us", tz="UTC")),
        ("handling_plan", pa.string()),
    ]
)
NO_PLAN = "Không nêu trong báo cáo"


def plans_section(facts: Facts) -> Section:
    """A row for each carrier, whether it reported or not."""
    plans = plans_by_carrier(facts)
    with_plan = [row["carrier_name"] for row in facts.reporting if plans.get(row["carrier_code"])]
    message = _message(facts, with_plan)
    rows = [_row(row, plans) for row in facts.reporting]
    table = Table(
        key="plans",
        title=f"Tình hình gửi báo cáo và phương án xử lý, kỳ {day_text(facts.request.round_on)}",
        rows=pa.Table.from_pylist(rows, schema=COLUMNS),
    )
    return Section("plans", "Gửi báo cáo và phương án xử lý", message, (f"{message}.",), tables=(table,))


def plans_by_carrier(facts: Facts) -> dict[str, str]:
    """Carrier code -> plan of the file that stands; carriers without one are absent."""
    standing = {file["carrier_code"]: file["handling_plan"] for file in facts.files.to_pylist()}
    return {code: " ".join(plan.split()) for code, plan in standing.items() if plan and plan.strip()}


def without_plan(facts: Facts) -> list[str]:
    """Carriers whose report of the round has no plan."""
    plans = plans_by_carrier(facts)
    return [
        row["carrier_name"]
        for row in facts.reporting
        if not row["is_missing"] and row["carrier_code"] not in plans
    ]


def late(facts: Facts) -> list[Row]:
    """Carriers whose first file came after the round was due."""
    return [row for row in facts.reporting if row["late_minutes"]]


def _message(facts: Facts, with_plan: list[str]) -> str:
    in_time = len(facts.reporting) - len(facts.missing) - len(late(facts))
    plans = (
        f"{listed(with_plan)} nêu phương án xử lý" if with_plan else "chưa nhà mạng nào nêu phương án xử lý"
    )
    if len(with_plan) == len(facts.reporting) > 1:
        plans = "tất cả nêu phương án xử lý"
    return f"{in_time}/{len(facts.reporting)} nhà mạng gửi báo cáo đúng hạn; {plans}"


def _row(row: Row, plans: dict[str, str]) -> Row:
    plan = None if row["is_missing"] else plans.get(row["carrier_code"], NO_PLAN)
    return {
        "carrier_name": row["carrier_name"],
        "status": punctuality(row),
        "received_at": row["received_at"],
        "handling_plan": plan,
    }


def punctuality(row: Row) -> str:
    """In time, late by how much, or not at all."""
    if row["is_missing"]:
        return "Chưa gửi"
    if not row["late_minutes"]:
        return "Đúng hạn"
    return f"Muộn {late_text(row['late_minutes'])}"
