"""What a reader is looking at: the filters, as they stand in the address of a page.

The address is the one place where filters live: the filter bar writes it, pages and downloads read it, so a
link shows what its sender saw. A value that makes no sense falls back to the default instead of failing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from urllib.parse import urlencode

from dashboard.measures.scope import Basis, Kind, Scope
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes

Measure = Literal[
    "verified_pct",
    "unverified_count",
    "locked_one_way_count",
    "locked_two_way_count",
    "verified_pct_change",
]

KIND_IN_ADDRESS: Mapping[str, Kind] = {"xa": "xã", "phuong": "phường"}
BASIS_IN_ADDRESS: Mapping[str, Basis] = {"trong-tuan": "this-week", "gan-nhat": "last-known"}
MEASURE_IN_ADDRESS: Mapping[str, Measure] = {
    "ty-le": "verified_pct",
    "chua-xac-thuc": "unverified_count",
    "khoa-1-chieu": "locked_one_way_count",
    "khoa-2-chieu": "locked_two_way_count",
    "thay-doi": "verified_pct_change",
}


@dataclass(frozen=True)
class Selection:
    """Round, carriers (none named means all), kind of commune, measure, basis, and the commune opened."""

    round_on: date
    carriers: tuple[str, ...] = ()
    kind: Kind | None = None
    measure: Measure = "verified_pct"
    basis: Basis = "this-week"
    commune_code: str | None = None

    @property
    def scope(self) -> Scope:
        """The figures that the selection asks for, as known now."""
        return Scope(self.round_on, self.carriers, self.kind, self.basis)

    def as_query(self) -> str:
        """The address's query, defaults left out except the round, so that a link does not age."""
        parts = {
            "tuan": self.round_on.isoformat(),
            "nha-mang": ",".join(self.carriers),
            "loai": _key_of(KIND_IN_ADDRESS, self.kind),
            "chi-so": "" if self.measure == "verified_pct" else _key_of(MEASURE_IN_ADDRESS, self.measure),
            "so-lieu": "" if self.basis == "this-week" else _key_of(BASIS_IN_ADDRESS, self.basis),
            "xa": self.commune_code or "",
        }
        return urlencode({key: value for key, value in parts.items() if value}, safe=",")

    def opened(self, commune_code: str | None) -> "Selection":
        """The same selection with another commune opened, or none."""
        return replace(self, commune_code=commune_code)


def read_selection(
    address: Mapping[str, str], rounds: tuple[date, ...], otherwise: date | None = None
) -> Selection | None:
    """Selection that an address's query asks for; None while no round has figures.

    `rounds` are the rounds with figures, oldest first; a round not among them becomes `otherwise`, or the
    latest.
    """
    if not rounds:
        return None
    known_carriers = {carrier.code for carrier in carriers()}
    named = tuple(code for code in address.get("nha-mang", "").split(",") if code in known_carriers)
    chosen = tuple(dict.fromkeys(named))
    code = address.get("xa")
    return Selection(
        round_on=_round(address.get("tuan", ""), rounds, otherwise or rounds[-1]),
        carriers=() if len(chosen) == len(known_carriers) else chosen,
        kind=KIND_IN_ADDRESS.get(address.get("loai", "")),
        measure=MEASURE_IN_ADDRESS.get(address.get("chi-so", ""), "verified_pct"),
        basis=BASIS_IN_ADDRESS.get(address.get("so-lieu", ""), "this-week"),
        commune_code=code if code in {commune.code for commune in communes()} else None,
    )


def _round(text: str, rounds: tuple[date, ...], otherwise: date) -> date:
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        return otherwise
    return asked if asked in rounds else otherwise


def _key_of(names: Mapping[str, str], value: str | None) -> str:
    return next((key for key, name in names.items() if name == value), "")
