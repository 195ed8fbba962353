"""The records that renderers read."""

from datetime import date

from dashboard.briefing.content.model import Footer, Wording
from tests.measures.reports import at

ROUND = date(2026, 11, 18)


def test_an_edit_stands_in_the_place_of_what_was_computed_and_an_empty_one_too():
    assert Wording("opening", "A.").text == "A."
    assert Wording("opening", "A.", "B.").text == "B."
    assert Wording("opening", "A.", "").text == ""


def test_the_footer_tells_round_cut_off_who_is_missing_and_version():
    footer = Footer(ROUND, None, at(ROUND, 10, 5), ("Wintel", "Viettel"), "0123456789ab", "")
    assert footer.line == (
        "Kỳ 18/11/2026; số liệu nhận đến 10:05 ngày 18/11/2026; thiếu Wintel, Viettel; bản số liệu "
        "0123456789ab"
    )
