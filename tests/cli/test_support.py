"""python -m dashboard support: forms, files taken in, what is known, and a person removed."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from dashboard.cli.app import app

TABLE = "Xã, phường;Tên hội trường;Người liên hệ\nXã Nga Sơn;Nhà văn hóa;Nguyễn Văn A\nXã Lạ;Khác;"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["support", *words])


def test_a_file_is_taken_in_once_and_its_rows_are_listed(home: Path, tmp_path: Path):
    path = tmp_path / "hoi truong.csv"
    path.write_text(TABLE, encoding="utf-8")
    (receipt,) = json.loads(run("take-in", str(path), "--json").stdout)["files"]
    assert (receipt["status"], receipt["new_count"], receipt["left_out_count"]) == (
        "accepted_with_warnings",
        1,
        1,
    )
    assert receipt["findings"][0]["value"] == "Xã Lạ"
    (row,) = json.loads(run("list", "--kind", "hall", "--json").stdout)["rows"]
    assert row["hall_name"] == "Nhà văn hóa"
    assert "Đã có từ trước" in run("take-in", str(path)).stdout


def test_what_was_taken_in_can_be_written_filled_and_taken_in_again(home: Path, tmp_path: Path):
    path, book = tmp_path / "h.csv", tmp_path / "h.xlsx"
    path.write_text(TABLE, encoding="utf-8")
    run("take-in", str(path))
    assert run("template", "--kind", "hall", "--filled", "--out", str(book)).exit_code == 0
    (receipt,) = json.loads(run("take-in", str(book), "--json").stdout)["files"]
    assert (receipt["status"], receipt["unchanged_count"]) == ("accepted", 1)


def test_a_file_of_something_else_is_refused_with_code_one(home: Path, tmp_path: Path):
    path = tmp_path / "khac.csv"
    path.write_text("a;b\n1;2", encoding="utf-8")
    found = run("take-in", str(path))
    assert found.exit_code == 1
    assert "Không tìm thấy bảng" in found.stdout
    assert run("list", "--kind", "boat").exit_code == 2


def test_a_person_is_removed_by_name(home: Path, tmp_path: Path):
    path = tmp_path / "h.csv"
    path.write_text(TABLE, encoding="utf-8")
    run("take-in", str(path))
    assert "Đã xóa liên hệ ở 1 dòng" in run("erase-contact", "Nguyễn Văn A").stdout
    assert run("erase-contact", "Nguyễn Văn A").exit_code == 1
