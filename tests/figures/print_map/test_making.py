"""Maps as files: of the right size, with what they must say, opened by other programs."""

import re
import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dashboard.boundaries import layer_in_force
from dashboard.figures.print_map import MapRequest, print_map, print_map_png
from dashboard.figures.print_map.sheet import SHEETS, Paper
from dashboard.figures.words import SIMULATED_MARK
from dashboard.measures import Scope, figures_by_commune
from dashboard.measures.selection import Selection
from dashboard.measures.wording import NO_BREAK_SPACE, pct_text
from dashboard.reference.communes import communes
from dashboard.reference.policy import policy
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.web.prepared import LAST, WHOLE


def picture(content: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(content)))


def words_in(pdf: bytes, folder: Path) -> str:
    """The text of a PDF as poppler reads it, in the order it was written, in single spaces."""
    assert shutil.which("pdftotext"), "poppler-utils is needed: sh tests/programs.sh"
    (folder / "map.pdf").write_bytes(pdf)
    read = subprocess.run(
        ["pdftotext", "-raw", folder / "map.pdf", "-"], capture_output=True, check=True, encoding="utf-8"
    )
    return " ".join(read.stdout.split())


@pytest.mark.parametrize("paper", ["a4", "a3", "report"])
def test_a_png_has_300_dots_per_inch(filled: Store, paper: Paper):
    made = print_map_png(Selection(WHOLE), filled, paper)
    image = Image.open(BytesIO(made.content))
    size = SHEETS[paper]
    assert image.size == pytest.approx((size.width / 25.4 * 300, size.height / 25.4 * 300), abs=1)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert image.info["Description"] == made.alt


def test_a_map_in_colour_has_the_colours_of_its_classes(filled: Store):
    pixels = picture(print_map(MapRequest(Selection(WHOLE), "png"), filled).content).reshape(-1, 3)
    found = {f"#{red:02X}{green:02X}{blue:02X}" for red, green, blue in np.unique(pixels[::7], axis=0)}
    rates = figures_by_commune(filled.reader(), Scope(WHOLE))["verified_pct"].to_pylist()
    scale = policy().scales["verified_pct"]
    assert {scale.colours[scale.class_of(rate)] for rate in rates} <= found


def test_a_map_in_grey_has_no_colour_but_many_tones(filled: Store):
    pixels = picture(print_map(MapRequest(Selection(LAST), "png", is_grey=True), filled).content)
    assert (pixels.max(axis=-1) == pixels.min(axis=-1)).all()
    assert len(np.unique(pixels)) > 50


def test_a_pdf_has_its_fonts_inside_and_every_commune_with_its_value(filled: Store, tmp_path: Path):
    pdf = print_map(MapRequest(Selection(WHOLE), "pdf"), filled).content
    text = words_in(pdf, tmp_path)
    rows = {row["commune_code"]: row for row in figures_by_commune(filled.reader(), Scope(WHOLE)).to_pylist()}
    for commune in communes():
        value = pct_text(rows[commune.code]["verified_pct"]).split(NO_BREAK_SPACE)[0]
        assert re.search(rf"\b{commune.short_name} (?:[A-Z]\d |PT )?{value}\b", text), commune.name
    fonts = subprocess.run(["pdffonts", tmp_path / "map.pdf"], capture_output=True, check=True, text=True)
    listed = fonts.stdout.splitlines()[2:]
    assert listed
    assert all(re.search(r"TrueType\s+\S+\s+yes\s+yes\s+yes", line) for line in listed), fonts.stdout


@pytest.mark.parametrize(("paper", "size"), [("a4", (297, 210)), ("a3", (420, 297))])
def test_a_pdf_is_as_large_as_its_paper(filled: Store, paper: Paper, size: tuple[int, int]):
    pdf = print_map(MapRequest(Selection(WHOLE), "pdf", paper), filled).content
    box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)
    assert box
    assert [float(side) / 72 * 25.4 for side in box.groups()] == pytest.approx(size, abs=0.01)


def test_marks_round_carriers_and_source_stand_on_the_sheet(filled: Store, tmp_path: Path):
    text = words_in(print_map(MapRequest(Selection(LAST), "pdf"), filled).content, tmp_path)
    for told in (SIMULATED_MARK, "SƠ ĐỒ", "thiếu Wintel", "11/11/2026", "nhận đến 09:00", "Tỷ lệ khoảng 1:"):
        assert told in text
    assert layer_in_force(filled).note in text


def test_an_svg_keeps_its_words_as_words(filled: Store):
    svg = print_map(MapRequest(Selection(WHOLE), "svg"), filled).content.decode()
    assert "Mường Lát" in svg
    assert "Arial" in svg
    assert svg.count("<text") > 300


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_the_same_figures_give_the_same_bytes(filled: Store, form: str):
    request = MapRequest(Selection(WHOLE), form)
    assert print_map(request, filled).content == print_map(request, filled).content


def test_as_of_a_moment_only_what_had_come_counts(filled: Store, tmp_path: Path):
    before = datetime(2026, 11, 11, 8, 0, tzinfo=LOCAL_ZONE)
    text = words_in(print_map(MapRequest(Selection(LAST), "pdf", as_of=before), filled).content, tmp_path)
    assert "0/5 đã báo cáo" in text
    assert "tính đến 08:00 11/11/2026" in text
    assert f"{policy().no_data.label} 166" in text


def test_a_map_of_some_communes_colours_these_alone_and_says_how_many(filled: Store, tmp_path: Path):
    chosen = tuple(commune.code for commune in communes()[:3])
    asked = MapRequest(Selection(WHOLE), "pdf", communes=chosen, data_version="abc123")
    words = words_in(print_map(asked, filled).content, tmp_path)
    assert "3 xã, phường được chọn" in words
    assert "Ngoài phạm vi lọc 163" in words
    assert "bản số liệu abc123" in words
