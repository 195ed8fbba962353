"""python -m dashboard aliases."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from dashboard.cli.app import app
from dashboard.reference.old_communes import old_communes

STRANGE, CODE = "Phường Hàm Rồngg Mới", "14758"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["aliases", *words])


def listed() -> list[dict[str, str]]:
    return list(json.loads(run("list", "--json").stdout)["aliases"])


def test_a_name_is_confirmed_listed_and_withdrawn(home: Path):
    assert "Chưa có tên gọi nào" in run("list").stdout
    assert run("confirm", STRANGE, CODE).stdout == f"Từ nay “{STRANGE}” là Phường Hàm Rồng, mã {CODE}.\n"
    [alias] = listed()
    assert (alias["name"], alias["code"], alias["list"]) == (STRANGE, CODE, "today_communes")
    assert "Phường Hàm Rồng" in run("list").stdout
    again = run("confirm", STRANGE, "14797")
    assert (again.exit_code, "thu hồi trước" in again.output) == (1, True)
    assert run("withdraw", STRANGE, "--reason", "nhầm").stdout == f"Đã thu hồi “{STRANGE}”.\n"
    assert listed() == []
    assert run("withdraw", STRANGE).exit_code == 1


def test_a_units_own_name_or_an_unknown_code_is_refused(home: Path):
    assert run("confirm", "Phường Hạc Thành", CODE).exit_code == 1
    assert run("confirm", STRANGE, "00000").exit_code == 2
    assert listed() == []


def test_an_old_name_belongs_to_its_district(home: Path):
    old = old_communes()[0]
    assert run("confirm", "Xã Lạ", old.code, "--old", "--district", old.district).exit_code == 0
    [alias] = listed()
    assert (alias["list"], alias["district"]) == ("old_communes", old.district)
    assert run("withdraw", "Xã Lạ").exit_code == 1
    assert run("withdraw", "Xã Lạ", "--old", "--district", old.district).exit_code == 0
