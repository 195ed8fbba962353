"""What the sheet of a commune says, in sentences that fit the case."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.model import Chart, Footer, Series
from dashboard.briefing.content.words import listed
from dashboard.briefing.pdf.charts import chart_drawing
from dashboard.briefing.pdf.commune_support import commune_support
from dashboard.measures.sums import sum_by
from dashboard.measures.wording import (
    NO_BREAK_SPACE,
    NOTHING,
    count_change_text,
    count_text,
    day_text,
    pct_text,
    points_text,
)
from dashboard.reference.communes import Commune
from dashboard.reference.old_communes import old_commune_by_code

CHART_WIDTH, CHART_HEIGHT = 176.0, 44.0  # mm
COMMUNE_COLOUR, PROVINCE_COLOUR = "#A72724", "#52606D"
HEADS = (
    "Nhà mạng",
    "Phải xác thực",
    "Đã xác thực",
    "Chưa xác thực",
    "Khóa 1 chiều",
    "Khóa 2 chiều",
    "Tỷ lệ (%)",
    "± (điểm %)",
)
COUNTS = ("total_count", "verified_count", "unverified_count", "locked_one_way_count", "locked_two_way_count")
SIM_COUNTS = ("junk_sim_found_count", "junk_sim_handled_count", "sim_not_own_name_count")


@dataclass(frozen=True)
class Standing:
    """A commune in a round: rows as `measures.sums.sum_by` gives them; ranks are place and of how many."""

    commune: Commune
    figures: Row
    by_carrier: tuple[Row, ...]
    history: tuple[Row, ...]
    sims: tuple[Row, ...]
    rate_rank: tuple[int, int] | None
    backlog_rank: tuple[int, int] | None

    @property
    def missing(self) -> list[str]:
        """Names of carriers without figures for the commune in the round."""
        return [row["carrier_name"] for row in self.by_carrier if row["total_count"] is None]


def sheet_data(standing: Standing, facts: Facts, footer: Footer) -> dict[str, Any]:
    """All that the template commune.typ shows but the map."""
    commune, round_on = standing.commune, day_text(facts.request.round_on)
    before = listed([old_commune_by_code()[code].name for code in commune.old_communes])
    support, blanks = commune_support(commune.code, facts)
    area = f"{commune.area_km2:.1f}".replace(".", ",")
    return {
        "title": f"{commune.name}: xác thực thông tin thuê bao, kỳ {round_on}",
        "kicker": f"Kết quả xác thực thông tin thuê bao, kỳ báo cáo {round_on}",
        "name": commune.name,
        "about": f"Mã {commune.code}; {area} km²; trước 01/07/2025: {before} ({commune.old_district})",
        "mark": footer.mark,
        "footer": footer.line,
        "cards": list(_cards(standing)),
        "sentences": list(_sentences(standing, facts)),
        "table": {"title": f"Theo nhà mạng, kỳ {round_on}", "heads": HEADS, "rows": list(_rows(standing))},
        "chart_title": "Tỷ lệ xác thực qua các kỳ (%)",
        "chart": _chart(standing, facts),
        "sims": list(_sims(standing)),
        "support": support,
        "blanks": blanks,
    }


def _cards(standing: Standing) -> Iterator[dict[str, str]]:
    row = standing.figures
    change = row["verified_pct_change"]
    told = f"{points_text(change)} so kỳ trước" if change is not None else "chưa so sánh được"
    yield {"label": "Tỷ lệ xác thực", "value": pct_text(row["verified_pct"]), "note": told}
    for label, name in (
        ("Chưa xác thực", "unverified_count"),
        ("Khóa 1 chiều", "locked_one_way_count"),
        ("Khóa 2 chiều", "locked_two_way_count"),
    ):
        moved = row[f"{name}_change"]
        told = f"{count_change_text(moved)} so kỳ trước" if moved is not None else "chưa so sánh được"
        yield {"label": label, "value": count_text(row[name]), "note": told}
    told = f"thiếu {', '.join(standing.missing)}" if standing.missing else "đủ nhà mạng"
    share = f"{row['carriers_reported_count']}/{row['carriers_expected_count']}"
    yield {"label": "Nhà mạng có số liệu", "value": share, "note": told}


def _sentences(standing: Standing, facts: Facts) -> Iterator[str]:
    name = standing.commune.name
    if standing.rate_rank is None:
        yield f"Kỳ này chưa nhà mạng nào báo cáo số liệu của {name}; chưa có không có nghĩa là bằng 0."
        return
    place, of = standing.rate_rank
    province = pct_text(facts.province["verified_pct"])
    ranked = f"{name} đứng thứ {place}/{of} xã, phường về tỷ lệ xác thực (toàn tỉnh {province})"
    if standing.backlog_rank:
        ranked += (
            f" và thứ {standing.backlog_rank[0]}/{standing.backlog_rank[1]} về số thuê bao chưa xác thực"
        )
    yield f"{ranked}, kể từ cao nhất."
    if standing.missing:
        yield (
            f"Chưa có số liệu của {listed(standing.missing)} trong kỳ; tỷ lệ và số thuê bao chỉ tính trên "
            "các nhà mạng đã báo cáo, nên chưa phải là toàn bộ."
        )
    row = standing.figures
    yield (
        f"Trong số chưa xác thực, {count_text(row['locked_one_way_count'])} thuê bao đang bị khóa 1 chiều và "
        f"{count_text(row['locked_two_way_count'])} bị khóa 2 chiều."
    )


def _rows(standing: Standing) -> Iterator[list[str]]:
    for row in (*standing.by_carrier, standing.figures | {"carrier_name": "Cộng"}):
        change = points_text(row["verified_pct_change"]).split(NO_BREAK_SPACE)[0]
        rate = pct_text(row["verified_pct"]).split(NO_BREAK_SPACE)[0]
        yield [row["carrier_name"], *(count_text(row[name]) for name in COUNTS), rate, change]


def _chart(standing: Standing, facts: Facts) -> dict[str, Any]:
    """The commune's rate beside the province's, a gap where nothing was reported."""
    days = [row["round_on"] for row in standing.history]
    whole = sum_by(facts.cube, facts.request.scope, "province")["verified_pct"].to_pylist()
    own = tuple(row["verified_pct"] for row in standing.history)
    chart = Chart(
        key="trend",
        title="",
        kind="line",
        categories=tuple(f"{day:%d/%m}" for day in days),
        series=(
            Series(standing.commune.name, own, COMMUNE_COLOUR),
            Series("Toàn tỉnh", tuple(whole), PROVINCE_COLOUR),
        ),
        number_format="0.0",
        alt="",
    )
    told = "; ".join(f"{day:%d/%m/%Y} {pct_text(value)}" for day, value in zip(days, own, strict=True))
    alt = f"Biểu đồ đường: tỷ lệ xác thực của {standing.commune.name} và toàn tỉnh. {told}."
    return chart_drawing(chart, CHART_WIDTH, CHART_HEIGHT).as_data(alt)


def _sims(standing: Standing) -> Iterator[str]:
    if not standing.sims:
        yield "Kỳ này chưa nhà mạng nào báo cáo kết quả rà soát SIM rác, SIM không chính chủ tại đây."
    for row in standing.sims:
        found, handled, other = (_known(row[name]) for name in SIM_COUNTS)
        yield f"{row['carrier_name']}: {found} SIM rác, đã xử lý {handled}; {other} SIM không chính chủ."


def _known(count: int | None) -> str:
    return NOTHING if count is None else count_text(count)
