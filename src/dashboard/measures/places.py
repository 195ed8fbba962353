"""What can be set side by side: the province, all xã, all phường, districts of before, each commune."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dashboard.reference.communes import Commune, communes
from dashboard.reference.names import fold

PROVINCE = "tinh"
KINDS = {"xa": ("xã", "Các xã"), "phuong": ("phường", "Các phường")}
MOST_COMPARED_COUNT = 6  # columns that a page at 1366 pixels has room for


@dataclass(frozen=True)
class Place:
    """A commune or a group of them; `key` stands in addresses."""

    key: str
    name: str
    communes: tuple[Commune, ...]


@cache
def places() -> Mapping[str, Place]:
    """Key -> place: groups first, then the communes in their order."""
    whole = communes()
    found = [Place(PROVINCE, "Toàn tỉnh", whole)]
    for key, (kind, name) in KINDS.items():
        found.append(Place(key, name, tuple(it for it in whole if it.kind == kind)))
    for district in sorted({it.old_district for it in whole}, key=fold):
        within = tuple(it for it in whole if it.old_district == district)
        found.append(
            Place(f"huyen-{fold(district).replace(' ', '-')}", f"{district} (trước 01/07/2025)", within)
        )
    found += [Place(it.code, it.name, (it,)) for it in whole]
    return MappingProxyType({place.key: place for place in found})


def places_in(text: str) -> tuple[Place, ...]:
    """The places of an address ("14797,xa"), each once, MOST_COMPARED_COUNT at most; others are left out."""
    keys = dict.fromkeys(part.strip() for part in text.split(","))
    return tuple(places()[key] for key in keys if key in places())[:MOST_COMPARED_COUNT]
