"""The map of a briefing as a picture for paper, made without a browser."""

from typing import Literal

from dashboard.briefing.content import BriefingContent
from dashboard.figures.print_map import MapRequest, print_map
from dashboard.measures.selection import Selection
from dashboard.store.database import Store


def map_picture(content: BriefingContent, store: Store, form: Literal["png", "svg"] = "png") -> bytes | None:
    """PNG at 300 dots per inch or SVG, as wide as the report's text; None where the briefing has no map."""
    section = content.section("map")
    if section is None or section.map is None:
        return None
    request = content.request
    carriers = (request.carrier_code,) if request.carrier_code else ()
    selection = Selection(request.round_on, carriers)
    return print_map(MapRequest(selection, form, "report", as_of=request.as_of), store).content
