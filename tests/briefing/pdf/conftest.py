"""A home with three rounds (tests/web/prepared.py), and PDF read by other programs."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.web.homes import filled_by_itself  # noqa: F401

ReadPdf: TypeAlias = Callable[[bytes], str]


@pytest.fixture
def text_of(tmp_path: Path) -> ReadPdf:
    """The words of a PDF as poppler reads them, in single spaces; checks that its fonts are inside."""
    assert shutil.which("pdftotext"), "poppler-utils is needed: sh tests/programs.sh"

    def run(*command: str | Path) -> str:
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

    def read(pdf: bytes) -> str:
        file = tmp_path / "read.pdf"
        file.write_bytes(pdf)
        fonts = run("pdffonts", file).splitlines()[2:]
        assert fonts
        assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts), fonts
        assert "Tagged:          yes" in run("pdfinfo", file)
        return " ".join(run("pdftotext", "-raw", file, "-").split())

    return read
