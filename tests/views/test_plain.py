"""Text from outside stays text."""

import pytest

from dashboard.views.plain import plain


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
    escaped = plain(text)
    signs = [place for place, letter in enumerate(escaped) if not letter.isalnum() and letter not in "\\ "]
    assert all(escaped[place - 1] == "\\" for place in signs)
    assert escaped.replace("\\", "") == text


def test_lines_fall_together_and_letters_stay():
    assert plain("# Báo cáo\n\n- tuần") == "\\# Báo cáo \\- tuần"
