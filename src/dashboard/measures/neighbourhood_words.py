"""Communes among their neighbours in sentences, and as a table to take away."""

from collections.abc import Sequence

import pyarrow as pa

from dashboard.measures.neighbourhood import Neighbourhood, Pattern
from dashboard.measures.wording import count_text, pct_text

NAMES_COUNT = 6  # named in a sentence; the table has them all
WORDS = {
    Pattern.LOW_AMONG_HIGHER: "thấp giữa các nơi không thấp",
    Pattern.LOW_TOGETHER: "thuộc cụm thấp",
    Pattern.HIGH_AMONG_LOWER: "cao giữa các nơi thấp",
    Pattern.HIGH_TOGETHER: "trong vùng tỷ lệ cao",
    None: "chưa đủ rõ, có thể do ngẫu nhiên",
}
NEIGHBOURHOODS = pa.schema(
    [
        ("commune_code", pa.string()),
        ("commune_name", pa.string()),
        ("verified_pct", pa.float64()),
        ("neighbours_pct", pa.float64()),
        ("neighbours_gap_pct", pa.float64()),
        ("neighbours_count", pa.int32()),
        ("unverified_count", pa.int64()),
        ("neighbourhood", pa.string()),
        ("chance_pct", pa.float64()),
    ]
)


def group_sentence(group: Sequence[Neighbourhood]) -> str:
    """A group of communes that are low together: how many, how many people, who, and what it asks for."""
    names = ", ".join(it.commune_name for it in group[:NAMES_COUNT])
    others = f" và {count_text(len(group) - NAMES_COUNT)} nơi khác" if len(group) > NAMES_COUNT else ""
    people = count_text(sum(it.unverified_count for it in group))
    return (
        f"{count_text(len(group))} xã, phường liền nhau cùng thấp, còn {people} thuê bao chưa xác thực: "
        f"{names}{others}. "
        "Nguyên nhân có lẽ chung cả vùng: nên bố trí theo cụm, điểm lưu động dùng chung, nhóm đi lần lượt."
    )


def alone_sentence(one: Neighbourhood) -> str:
    """A commune that is low among neighbours that are not, and what it asks for."""
    return (
        f"{one.commune_name}: {pct_text(one.verified_pct)}, trong khi {count_text(one.neighbours_count)} nơi "
        f"giáp ranh bình quân {pct_text(one.neighbours_pct)}. Nguyên nhân có lẽ riêng ở đây: nên hỏi "
        f"xã, phường "
        "và nhà mạng trước khi tăng lực lượng."
    )


def neighbourhood_table(found: Sequence[Neighbourhood]) -> pa.Table:
    """NEIGHBOURHOODS, a row per commune in the order given."""
    rows = [
        {
            "commune_code": it.commune_code,
            "commune_name": it.commune_name,
            "verified_pct": it.verified_pct,
            "neighbours_pct": it.neighbours_pct,
            "neighbours_gap_pct": it.gap_pct,
            "neighbours_count": it.neighbours_count,
            "unverified_count": it.unverified_count,
            "neighbourhood": WORDS[it.pattern],
            "chance_pct": 100 * it.chance,
        }
        for it in found
    ]
    return pa.Table.from_pylist(rows, schema=NEIGHBOURHOODS)
