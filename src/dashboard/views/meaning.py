"""What a measure means, as the reviewed file of definitions says it, for the help of a page."""

from dashboard.measures.definitions import definitions
from dashboard.measures.wording import NOTHING

BETTER = {"higher": "càng cao càng tốt", "lower": "càng thấp càng tốt", "neither": NOTHING}


def meaning_of(*names: str) -> str:
    """Markdown: of each measure what it is, why, what to beware of, which way is better, who checked it."""
    return "\n\n".join(map(_meaning, names))


def _meaning(name: str) -> str:
    it = definitions()[name]
    checked = (
        f"đã duyệt: {it.checked_by}, {it.checked_on}" if it.checked_by else "Sở chưa duyệt định nghĩa này"
    )
    return f"**{it.label}** ({BETTER[it.better]}). {it.what} {it.why} *{it.caution}* :gray[{checked}.]"
