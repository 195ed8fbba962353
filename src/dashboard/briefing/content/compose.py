"""A briefing from the database: the parts asked for, in the order of the document."""

from collections.abc import Callable
from dataclasses import replace

import duckdb
import pyarrow as pa

from dashboard.briefing.content.annex import annex_section
from dashboard.briefing.content.by_carrier import carriers_section
from dashboard.briefing.content.classes import classes_section
from dashboard.briefing.content.facts import Facts, gather
from dashboard.briefing.content.locks import locks_section
from dashboard.briefing.content.lowest import lowest_section
from dashboard.briefing.content.model import BriefingContent, Footer, Section, Table, Wording
from dashboard.briefing.content.plans import plans_section
from dashboard.briefing.content.proposals import proposals_section
from dashboard.briefing.content.request import BriefingRequest, Part
from dashboard.briefing.content.restatements import restatements_section
from dashboard.briefing.content.result import headline_facts, result_section
from dashboard.briefing.content.sims import sims_section
from dashboard.briefing.content.support import support_section
from dashboard.briefing.content.trend import trend_section
from dashboard.briefing.content.where import map_section
from dashboard.briefing.content.words import whose
from dashboard.briefing.tables import for_readers
from dashboard.figures.words import SIMULATED_MARK
from dashboard.measures.wording import day_text

SECTIONS: dict[Part, Callable[[Facts], Section | None]] = {
    "result": result_section,
    "carriers": carriers_section,
    "classes": classes_section,
    "lowest": lowest_section,
    "trend": trend_section,
    "map": map_section,
    "locks": locks_section,
    "sims": sims_section,
    "plans": plans_section,
    "support": support_section,
    "restatements": restatements_section,
    "proposals": proposals_section,
    "annex": annex_section,
}
RECEIPT_COLUMNS = (
    "carrier_name",
    "file_name",
    "received_at",
    "taken_in_by",
    "status",
    "is_standing",
    "communes_count",
    "rows_read_count",
    "findings_count",
    "is_simulated",
    "sha256",
)


def briefing_content(cursor: duckdb.DuckDBPyConnection, request: BriefingRequest) -> BriefingContent:
    """Compute a briefing. The same request gives the same content whenever it is asked as of the same moment.

    Raises ValueError for a comparison round before which nothing was reported.
    """
    facts = gather(cursor, request)
    made = (SECTIONS[part](facts) for part in SECTIONS if part in request.parts)
    edits = dict(request.edits)
    return BriefingContent(
        request=request,
        subject=_subject(facts),
        scope_text=whose(facts),
        footer=_footer(facts),
        opening=_wording("opening", _opening(facts), edits),
        closing=_wording("closing", _closing(), edits),
        headline=headline_facts(facts),
        sections=tuple(_with_wordings(section, edits) for section in made if section is not None),
        receipts=_receipts(facts),
        long_tables=tuple(_long_tables(facts)),
    )


def _subject(facts: Facts) -> str:
    where = "trên địa bàn tỉnh Thanh Hóa"
    if facts.request.carrier_code or facts.request.communes:
        name = whose(facts)
        where = f"của {name if facts.request.carrier_code else name[0].lower() + name[1:]}"
    return (
        f"Kết quả xác thực thông tin thuê bao di động mặt đất {where}, kỳ {day_text(facts.request.round_on)}"
    )


def _opening(facts: Facts) -> str:
    return (
        "Thực hiện Thông tư số 08/2026/TT-BKHCN ngày 31/3/2026 của Bộ trưởng Bộ Khoa học và Công nghệ hướng "
        "dẫn việc xác "
        "thực thông tin thuê bao di động mặt đất và Thông báo Kết luận số 133/TB-TCTĐA ngày 18/6/2026 của Tổ "
        "công tác "
        "triển khai Đề án 06, Cải cách TTHC, chuyển đổi số gắn với Đề án 06 tỉnh Thanh Hóa, Sở Khoa học và "
        "Công nghệ tổng "
        f"hợp báo cáo của các doanh nghiệp viễn thông kỳ {day_text(facts.request.round_on)}, kết quả như sau:"
    )


def _closing() -> str:
    return "Sở Khoa học và Công nghệ kính báo cáo Tổ công tác xem xét, chỉ đạo."


def _footer(facts: Facts) -> Footer:
    return Footer(
        round_on=facts.request.round_on,
        compare_on=facts.compare_on,
        cut_off_at=facts.cut_off_at,
        carriers_missing=facts.missing,
        data_version=facts.data_version,
        mark=SIMULATED_MARK if facts.is_simulated else "",
    )


def _wording(key: str, computed: str, edits: dict[str, str]) -> Wording:
    return Wording(key, computed, edits.get(key))


def _with_wordings(section: Section, edits: dict[str, str]) -> Section:
    """Room for the officer's words before and after what is computed; empty unless somebody fills it."""
    return replace(
        section,
        opening=section.opening or _wording(f"{section.part}.opening", "", edits),
        closing=section.closing or _wording(f"{section.part}.closing", "", edits),
    )


def _receipts(facts: Facts) -> Table:
    names = {row["carrier_code"]: row["carrier_name"] for row in facts.reporting}
    rows = facts.files.to_pylist()
    standing = {row["carrier_code"]: row["submission_id"] for row in rows}
    codes = facts.files["carrier_code"].to_pylist()
    table = facts.files.append_column("carrier_name", pa.array([names[code] for code in codes], pa.string()))
    flags = [standing[row["carrier_code"]] == row["submission_id"] for row in rows]
    table = table.append_column("is_standing", pa.array(flags, pa.bool_()))
    title = f"Tệp đã nhận, kỳ {day_text(facts.request.round_on)}"
    return Table("receipts", title, table.select(RECEIPT_COLUMNS), is_long=True)


def _long_tables(facts: Facts) -> list[Table]:
    day = day_text(facts.request.round_on)
    told = (
        ("communes", f"Số liệu theo xã, kỳ {day}", facts.by_commune),
        ("commune-carrier", f"Theo xã và nhà mạng, kỳ {day}", facts.by_commune_and_carrier),
        ("history", "Toàn bộ các kỳ", facts.history),
        ("history-carrier", "Các kỳ theo nhà mạng", facts.history_by_carrier),
    )
    return [Table(key, title, for_readers(rows), is_long=True) for key, title, rows in told]
