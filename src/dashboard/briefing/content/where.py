"""The map, and in words where the slow communes lie close together."""

from collections import Counter

from dashboard.briefing.content.classes import slow
from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.model import MapView, Section
from dashboard.briefing.content.words import communes_text, inline, listed, whose
from dashboard.measures.wording import day_text, pct_text
from dashboard.reference.communes import commune_by_code
from dashboard.reference.policy import policy

MEASURE = "verified_pct"
DISTRICTS_NAMED, NAMED_IN_MESSAGE = 4, 2


def map_section(facts: Facts) -> Section | None:
    """None where no commune has a rate."""
    rows = facts.by_commune.to_pylist()
    if all(row["verified_pct"] is None for row in rows):
        return None
    message, told = _told(facts, NAMED_IN_MESSAGE), _told(facts, DISTRICTS_NAMED)
    title = f"Tỷ lệ xác thực theo xã, phường, kỳ {day_text(facts.request.round_on)}"
    return Section(
        part="map",
        title="Bản đồ tỷ lệ xác thực",
        message=message,
        paragraphs=(f"{told}.",),
        map=MapView(title, MEASURE, f"Bản đồ {title[0].lower()}{title[1:]}. {told}."),
    )


def _told(facts: Facts, districts_count: int) -> str:
    below = slow(facts.by_commune.to_pylist())
    limit = pct_text(policy().programme.low_below_pct, 0)
    if not below:
        return f"{whose(facts)} không còn xã, phường nào dưới {limit}"
    counts = Counter(commune_by_code()[row["commune_code"]].old_district for row in below)
    # Equal counts by name, so that the same figures always read the same.
    first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:districts_count]
    named = listed([f"{inline(district)} cũ ({count})" for district, count in first])
    return f"{communes_text(len(below))} dưới {limit} tập trung ở địa bàn {named}"
