"""What a briefing says, computed once for paper, slides and workbook: sentences, tables, charts, sources."""

from dashboard.briefing.content.compose import briefing_content
from dashboard.briefing.content.model import BriefingContent, Chart, MapView, Section, Series, Table, Wording
from dashboard.briefing.content.request import PARTS, BriefingRequest, Part

__all__ = [
    "PARTS",
    "BriefingContent",
    "BriefingRequest",
    "Chart",
    "MapView",
    "Part",
    "Section",
    "Series",
    "Table",
    "Wording",
    "briefing_content",
]
