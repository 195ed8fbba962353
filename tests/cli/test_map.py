"""python -m dashboard map."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dashboard.cli.app import app
from tests.web.prepared import WHOLE, copy_of_filled


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["map", "--round", f"{WHOLE:%Y-%m-%d}", *arguments])


@pytest.fixture
def filled(tmp_path_factory: pytest.TempPathFactory, home: Path) -> None:
    copy_of_filled(tmp_path_factory, home)


@pytest.mark.usefixtures("filled")
def test_a_map_is_written_and_the_same_command_gives_the_same_bytes(tmp_path: Path):
    first, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for file in (first, again):
        options = ("--measure", "locked_one_way_count", "--carrier", "viettel", "--paper", "A3", "--grey")
        result = run(*options, "--as-of", "2026-11-20", "--out", str(file))
        assert result.exit_code == 0, result.output
    assert first.read_bytes() == again.read_bytes()
    assert first.read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "wrong", [("--carrier", "nobody"), ("--measure", "nothing"), ("--paper", "A5"), ("--format", "gif")]
)
def test_wrong_use_writes_nothing(tmp_path: Path, wrong: tuple[str, str]):
    out = tmp_path / "map.pdf"
    assert run(*wrong, "--out", str(out)).exit_code == 2
    assert not out.exists()


@pytest.mark.usefixtures("filled")
def test_a_folder_that_is_not_there_is_told(tmp_path: Path):
    result = run("--out", str(tmp_path / "nowhere" / "map.pdf"))
    assert result.exit_code == 2
    assert "không ghi được" in result.output
