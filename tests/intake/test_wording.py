"""Numbers, dates and lists as Vietnamese writes them."""

from datetime import UTC, date, datetime

from dashboard.intake import wording


def test_numbers_and_dates_are_written_the_vietnamese_way():
    assert wording.count_words(1234567) == "1.234.567"
    assert wording.pct_words(85.3) == "85,30\u00a0%"
    assert wording.day_words(date(2026, 10, 8)) == "08/10/2026"
    assert wording.time_words(datetime(2026, 10, 28, 2, 5, tzinfo=UTC)) == "09:05 ngày 28/10/2026"


def test_a_long_list_names_the_first_dozen_and_counts_the_rest():
    assert wording.listed(["a", "b"]) == "a, b"
    assert wording.listed([str(n) for n in range(14)]).endswith("11 và 2 mục khác")


def test_a_carrier_is_named_and_an_unknown_code_stands_for_itself():
    assert wording.carrier_words("vinaphone") == "VinaPhone"
    assert wording.carrier_words("khác") == "khác"
