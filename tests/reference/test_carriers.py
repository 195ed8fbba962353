"""The carriers, and how a site adds its own."""

from pathlib import Path

import pytest

from dashboard.reference.carriers import Carrier, carrier_by_code, carriers
from dashboard.reference.names import fold

HEADER = "code,name,names,colour\n"


def test_five_to_start_with():
    assert [carrier.code for carrier in carriers()] == [
        "viettel",
        "vinaphone",
        "mobifone",
        "vietnamobile",
        "wintel",
    ]


def test_no_two_share_a_name_or_a_colour():
    names = [fold(name) for carrier in carriers() for name in carrier.names]
    assert len(set(names)) == len(names) - repeated_own_names()
    assert len({carrier.colour for carrier in carriers()}) == 5


def repeated_own_names() -> int:
    """Names of one carrier that differ only in case or accents, which do no harm."""
    return sum(len(carrier.names) - len(set(map(fold, carrier.names))) for carrier in carriers())


def test_company_name_of_the_letterhead_is_known():
    assert "Tập đoàn Công nghiệp - Viễn thông Quân đội" in carrier_by_code()["viettel"].names


def test_a_site_adds_one_and_changes_one(home: Path):
    home.mkdir()
    rows = "itel,iTel,Indochina Telecom|iTel,#CC79A7\nwintel,WinTel mới,,#000000\n"
    (home / "carriers.csv").write_text("\ufeff" + HEADER + rows, encoding="utf-8")  # as Excel saves it
    assert [carrier.code for carrier in carriers()][-2:] == ["wintel", "itel"]
    assert carrier_by_code()["wintel"].names == ("WinTel mới",)
    assert carrier_by_code()["itel"].names == ("iTel", "Indochina Telecom")


@pytest.mark.parametrize(
    ("code", "name", "colour"),
    [("I Tel", "iTel", "#000000"), ("itel", "", "#000000"), ("itel", "iTel", "red")],
)
def test_a_carrier_that_could_not_be_shown_is_refused(code: str, name: str, colour: str):
    with pytest.raises(ValueError, match="carrier"):
        Carrier(code, name, (name,), colour)
