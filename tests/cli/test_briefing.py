"""python -m dashboard briefing: files by the command line, the same again whenever they are asked for."""

from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from typer.testing import CliRunner

from dashboard.briefing.content import BriefingRequest
from dashboard.briefing.files import file_name
from dashboard.cli.app import app
from dashboard.measures import Scope, headline
from dashboard.measures.wording import count_text, pct_text
from dashboard.store.database import open_store
from tests.web.prepared import LAST, WHOLE, copy_of_filled, report

READERS = {
    "pdf": lambda file: file.read().startswith(b"%PDF-"),
    "docx": docx.Document,
    "pptx": pptx.Presentation,
    "xlsx": openpyxl.load_workbook,
}


def run(out: Path, *options: str) -> str:
    result = CliRunner().invoke(app, ["briefing", "--out", str(out), *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_every_kind_is_written_and_opens(
    tmp_path_factory: pytest.TempPathFactory, home: Path, tmp_path: Path
):
    copy_of_filled(tmp_path_factory, home)
    for kind, read in READERS.items():
        out = tmp_path / f"x.{kind}"
        assert str(out) in run(out, "--round", LAST.isoformat(), "--format", kind).replace("\n", "")
        assert read(BytesIO(out.read_bytes()))


def test_as_of_a_moment_the_bytes_stay_whatever_comes_later(
    tmp_path_factory: pytest.TempPathFactory, home: Path, tmp_path: Path
):
    copy_of_filled(tmp_path_factory, home)
    asked = ("--round", LAST.isoformat(), "--format", "docx", "--as-of", "2026-11-11T10:00")
    run(tmp_path / "a.docx", *asked)
    store = open_store(home)
    with store.reader() as cursor:
        head = headline(cursor, Scope(LAST))
    report(store, "wintel_2026-11-11.csv", LAST, hour=15)
    store.close()
    run(tmp_path / "b.docx", *asked)
    assert _without_map(tmp_path / "a.docx") == _without_map(tmp_path / "b.docx")
    told = "\n".join(p.text for p in docx.Document(str(tmp_path / "b.docx")).paragraphs)
    assert count_text(head.total_count) in told
    assert pct_text(head.verified_pct) in told
    assert "Chưa gửi báo cáo: Wintel" in told


def _without_map(path: Path) -> list[str]:
    """The text of a document, tables too."""
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


@pytest.mark.parametrize(
    "wrong",
    [("--carrier", "nobody"), ("--commune", "00000"), ("--compare", "2030-01-02"), ("--format", "odt")],
)
def test_what_makes_no_sense_is_refused(
    tmp_path_factory: pytest.TempPathFactory, home: Path, tmp_path: Path, wrong: tuple[str, str]
):
    copy_of_filled(tmp_path_factory, home)
    options = ["--round", WHOLE.isoformat(), "--format", "docx", "--out", str(tmp_path / "x"), *wrong]
    assert CliRunner().invoke(app, ["briefing", *options]).exit_code == 2
    assert not (tmp_path / "x").exists()


def test_names_of_files_say_what_is_in_them():
    assert file_name(BriefingRequest(LAST), "pptx") == "giao-ban_2026-11-11.pptx"
    assert (
        file_name(BriefingRequest(LAST, carrier_code="wintel"), "docx") == "giao-ban_2026-11-11_wintel.docx"
    )
