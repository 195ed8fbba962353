"""Carriers as the command line names them."""

import typer

from dashboard.reference.carriers import carrier_by_code


def known_carrier(code: str) -> str:
    """The code of --carrier as the tables write it. Raises typer.BadParameter for one that no carrier has."""
    return carrier_codes([code])[0]


def carrier_codes(named: list[str]) -> tuple[str, ...]:
    """The same of several, each once."""
    codes = tuple(dict.fromkeys(code.lower() for code in named))
    if unknown := [code for code in named if code.lower() not in carrier_by_code()]:
        known = ", ".join(carrier_by_code())
        raise typer.BadParameter(f"không có nhà mạng “{'”, “'.join(unknown)}”; các mã đã có: {known}")
    return codes
