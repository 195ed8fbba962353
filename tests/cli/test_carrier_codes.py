"""Carriers as the command line names them."""

import pytest
import typer

from dashboard.cli.carrier_codes import carrier_codes, known_carrier


def test_codes_are_read_in_any_case_and_once():
    assert known_carrier("Viettel") == "viettel"
    assert carrier_codes(["WINTEL", "viettel", "wintel"]) == ("wintel", "viettel")
    assert carrier_codes([]) == ()


def test_an_unknown_one_is_told_beside_those_there_are():
    with pytest.raises(typer.BadParameter, match=r"“ai-do”.*viettel"):
        carrier_codes(["viettel", "ai-do"])
