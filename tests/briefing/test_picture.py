"""The map on the page of the report."""

from dashboard.briefing.content import BriefingRequest, briefing_content
from dashboard.briefing.office import PNG
from dashboard.briefing.picture import map_picture
from dashboard.store.database import Store
from tests.web.prepared import LAST, WHOLE, report


def test_the_map_is_a_picture_of_the_round_and_absent_where_it_was_not_asked_for(store: Store):
    report(store, "wintel_2026-11-04.csv", WHOLE)
    with store.reader() as cursor:
        content = briefing_content(cursor, BriefingRequest(WHOLE))
        without = briefing_content(cursor, BriefingRequest(WHOLE, parts=("result",)))
        nothing = briefing_content(cursor, BriefingRequest(LAST))
    picture = map_picture(content, store)
    assert picture is not None
    assert picture.startswith(PNG)
    assert map_picture(without, store) is None
    assert map_picture(nothing, store) is None, "no commune has a figure in that round"
