"""Text from outside stays text."""

import re

import pytest

from dashboard.views.plain import BECOMES_LINK, JOINER, plain


@pytest.mark.parametrize(
    "text",
    [
        "![x](https://a.example/b.png)",
        "**x**",
        ":red[x]",
        "$x$",
        "<b>x</b>",
        "www.a.example",
        ":material/x:",
        "`x`",
    ],
)
def test_every_sign_that_could_be_markup_is_escaped(text: str):
    escaped = plain(text).replace(JOINER, "")
    signs = [place for place, letter in enumerate(escaped) if not letter.isalnum() and letter not in "\\ "]
    assert all(escaped[place - 1] == "\\" for place in signs)
    assert escaped.replace("\\", "") == text


def test_lines_fall_together_and_letters_stay():
    assert plain("# Báo cáo\n\n- tuần") == "\\# Báo cáo \\- tuần"


@pytest.mark.parametrize(
    "text",
    [
        "http://a.example",
        "xem HTTPS://a.example/x",
        "www.a.example",
        "WWW.a.example",
        "a@b.example",
        "x=http://y",
    ],
)
def test_an_address_in_a_text_does_not_become_a_link_by_itself(text: str):
    shown = plain(text).replace("\\", "")
    assert shown != text
    assert shown.replace(JOINER, "") == text
    assert not re.search(r"https?://|www\.|[-.\w+]+@", shown, re.IGNORECASE)


def test_words_without_an_address_stay_as_they_are():
    assert not BECOMES_LINK.search("báo cáo tuần http, www và 85,3 %")
