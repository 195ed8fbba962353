"""The map of a briefing as a picture for paper, made without a browser."""

from dashboard.briefing.content import BriefingContent
from dashboard.figures.print_map import print_map_png
from dashboard.measures.selection import Selection
from dashboard.store.database import Store


def map_picture(content: BriefingContent, store: Store) -> bytes | None:
    """PNG at 300 dots per inch, as wide as the report's text; None where the briefing has no map."""
    section = content.section("map")
    if section is None or section.map is None:
        return None
    request = content.request
    carriers = (request.carrier_code,) if request.carrier_code else ()
    selection = Selection(request.round_on, carriers)
    return print_map_png(selection, store, "report", request.as_of).content
