"""python -m dashboard commune-sheets."""

import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli.app import app
from tests.web.prepared import WHOLE, copy_of_filled


def test_166_sheets_are_written_with_progress(
    tmp_path_factory: pytest.TempPathFactory, home: Path, tmp_path: Path
):
    copy_of_filled(tmp_path_factory, home)
    out = tmp_path / "sheets.zip"
    arguments = ["commune-sheets", "--round", f"{WHOLE:%Y-%m-%d}", "--out", str(out)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "160/166" in result.stderr
    assert len(zipfile.ZipFile(out).namelist()) == 166
