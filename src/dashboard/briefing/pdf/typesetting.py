"""Typst as we use it: templates of this folder, data as JSON, fonts that have every Vietnamese letter.

A template reads `json(bytes(sys.inputs.data))` and shows its strings as strings: no text from outside becomes
markup. Nothing is read from disk but the template's own folder and the fonts, nothing from a network.
"""

import json
import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

import typst

from dashboard.figures.print_map.fonts import MATPLOTLIB_FONTS, has_letters

Template: TypeAlias = Literal["report", "commune"]
TEMPLATES = Path(__file__).parent

_WINDOWS = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
_LINUX = Path("/usr/share/fonts")
# Decree 30/2020/NĐ-CP asks for Times New Roman; Liberation Serif has its widths.
FAMILIES = (
    (_WINDOWS, "times.ttf", "Times New Roman"),
    (_LINUX / "truetype/liberation2", "LiberationSerif-Regular.ttf", "Liberation Serif"),
    (_LINUX / "truetype/liberation", "LiberationSerif-Regular.ttf", "Liberation Serif"),
    (_LINUX / "liberation-serif", "LiberationSerif-Regular.ttf", "Liberation Serif"),
    (MATPLOTLIB_FONTS, "DejaVuSerif.ttf", "DejaVu Serif"),
)


class Typesetter:
    """A template ready to be filled again and again; one at a time, since it keeps what it has worked out."""

    def __init__(self, template: Template) -> None:
        folder, family = font()
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
        )
        self.family = family
        self._compiler = typst.Compiler(TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=fonts)
        self._setting = threading.Lock()

    def pdf(self, data: dict[str, Any], made_at: datetime) -> bytes:
        """A document of the data, tagged for readers who do not see (PDF/UA-1), fonts inside.

        `made_at` is the moment written into the file; the same data and moment give the same bytes. Raises
        typst.TypstError where template and data do not fit.
        """
        told = json.dumps(data | {"font": self.family}, ensure_ascii=False)
        with self._setting:
            made = self._compiler.compile(
                sys_inputs={"data": told},
                format="pdf",
                pdf_standards="ua-1",
                timestamp=made_at.astimezone(UTC),
            )
        if not isinstance(made, bytes):
            raise TypeError("a PDF is one file")
        return made


@cache
def typesetter(template: Template) -> Typesetter:
    """The template's typesetter of this process: reading fonts takes longer than setting a page."""
    return Typesetter(template)


@cache
def font() -> tuple[Path, str]:
    """Folder and name of the first serif family that is installed with all letters."""
    return next(_usable())


def _usable() -> Iterator[tuple[Path, str]]:
    for folder, file, family in FAMILIES:
        if (folder / file).is_file() and has_letters(folder / file):
            yield folder, family
