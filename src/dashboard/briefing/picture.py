"""The map of a briefing as a picture for paper, made without a browser."""

from typing import Literal, TypeAlias

from dashboard.briefing.content import BriefingContent
from dashboard.measures.selection import Selection
from dashboard.store.database import Store

Use: TypeAlias = Literal["word", "pdf", "slides"]


def map_picture(content: BriefingContent, store: Store, use: Use = "word") -> bytes | None:
    """The map; None where the briefing has none.

    PNG at 300 dots per inch: upright, as wide as the report's text, or for slides lying, as wide as A4; for
    PDF SVG, upright.
    """
    from dashboard.figures.print_map import MapRequest, print_map  # libraries that take a second to load

    section = content.section("map")
    if section is None or section.map is None:
        return None
    request = content.request
    carriers = (request.carrier_code,) if request.carrier_code else ()
    selection = Selection(request.round_on, carriers)
    form: Literal["png", "svg"] = "svg" if use == "pdf" else "png"
    paper: Literal["a4", "report"] = "a4" if use == "slides" else "report"
    asked = MapRequest(
        selection,
        form,
        paper,
        as_of=request.as_of,
        communes=request.communes,
        data_version=content.footer.data_version,
    )
    return print_map(asked, store).content
