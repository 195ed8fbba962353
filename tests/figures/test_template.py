"""What all charts share."""

import json

import plotly.graph_objects as go
import pytest

from dashboard.figures.template import Caption, chart_config, framed, shown

MARK = "SỐ LIỆU MÔ PHỎNG"
CAPTION = Caption("Tỷ lệ xác thực", ("Kỳ 11/11/2026", "Thiếu Wintel"), ("Nguồn: " + "nhà mạng " * 30,), MARK)


def texts(figure: go.Figure) -> str:
    return json.dumps(figure.to_plotly_json()["layout"], default=str, ensure_ascii=False)


def test_the_caption_stands_inside_the_picture():
    said = texts(framed(go.Figure(), CAPTION))
    for text in (CAPTION.title, MARK, *CAPTION.lines, "Nguồn: nhà mạng"):
        assert text in said


def test_real_figures_carry_no_mark():
    assert MARK not in texts(framed(go.Figure(), Caption("Tỷ lệ xác thực")))


def test_a_caption_takes_its_own_room_and_none_from_the_plot():
    bare, full = (framed(go.Figure(), caption, 300) for caption in (Caption("Tỷ lệ"), CAPTION))
    for figure in (bare, full):
        margin = figure.layout.margin
        assert figure.layout.height - margin.t - margin.b == 300
    assert full.layout.margin.t > bare.layout.margin.t
    assert full.layout.margin.b > bare.layout.margin.b


def test_numbers_and_fonts_are_ours():
    layout = framed(go.Figure(), CAPTION).layout.template.layout
    assert layout.separators == ",."
    assert "Noto Sans" in layout.font.family


@pytest.mark.parametrize("text", ["<b>đậm</b>", "A & B", "Xã <Đồng Tiến>"])
def test_text_is_shown_and_not_read_as_html(text: str):
    assert "<" not in shown(text)
    assert text not in texts(framed(go.Figure(), Caption(text))).replace("<b>" + text, "")


def test_the_one_button_saves_a_png_and_speaks_vietnamese():
    config = chart_config("xu-huong")
    assert config["modeBarButtons"] == [["toImage"]]
    assert config["toImageButtonOptions"] == {"format": "png", "scale": 2, "filename": "xu-huong"}
    assert config["locales"][config["locale"]]["dictionary"]["Download plot as a PNG"] == "Tải ảnh PNG"
