"""Support sessions, difficulties and decisions due.

Their registers are not part of the database yet; the document says so instead of leaving them out, and the
officer can add what is known in the section's wordings.
"""

from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.model import Section

MESSAGE = (
    "Hệ thống chưa ghi nhận buổi hỗ trợ nào đã thực hiện hay dự kiến, khó khăn, vướng mắc nào cần trả lời, "
    "việc nào cần quyết định"
)


def support_section(_facts: Facts) -> Section:
    """One plain sentence while nothing is recorded."""
    return Section(
        part="support",
        title="Hỗ trợ người dân; khó khăn, vướng mắc; việc cần quyết định",
        message=MESSAGE,
        paragraphs=(f"{MESSAGE}.",),
        source="",
    )
