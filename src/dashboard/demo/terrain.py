"""What makes one part of the province differ from another, for simulated figures.

None of these numbers is a statistic: they are assumptions chosen so that the simulated figures look like the
province (few people and slow progress in the mountains, many and fast on the plain and in the towns).
"""

from dataclasses import dataclass

CARRIER_CODES = ("viettel", "vinaphone", "mobifone", "vietnamobile", "wintel")


@dataclass(frozen=True)
class Terrain:
    """One kind of country.

    `subscribers_per_old_commune` is over all carriers; `slowness` runs from 0 (fast) to 1 (slowest);
    `carrier_shares` are in the order of CARRIER_CODES and sum to 1.
    """

    subscribers_per_old_commune: int
    slowness: float
    carrier_shares: tuple[float, float, float, float, float]


TOWN = Terrain(10_500, 0.0, (0.43, 0.26, 0.19, 0.075, 0.045))
COAST = Terrain(8_600, 0.12, (0.52, 0.24, 0.16, 0.05, 0.03))
PLAIN = Terrain(7_200, 0.05, (0.52, 0.245, 0.16, 0.048, 0.027))
FOOTHILL = Terrain(6_200, 0.45, (0.58, 0.23, 0.13, 0.04, 0.02))
MOUNTAIN = Terrain(5_000, 0.72, (0.64, 0.215, 0.10, 0.029, 0.016))
BORDER = Terrain(4_200, 1.0, (0.69, 0.20, 0.076, 0.021, 0.013))

# The eleven mountain districts of before 1 July 2025, the towns and the coast; every other district is plain.
TERRAIN_OF_DISTRICT = {
    "Huyện Mường Lát": BORDER,
    "Huyện Quan Sơn": BORDER,
    "Huyện Quan Hóa": BORDER,
    "Huyện Bá Thước": MOUNTAIN,
    "Huyện Lang Chánh": MOUNTAIN,
    "Huyện Thường Xuân": MOUNTAIN,
    "Huyện Như Xuân": MOUNTAIN,
    "Huyện Như Thanh": FOOTHILL,
    "Huyện Ngọc Lặc": FOOTHILL,
    "Huyện Cẩm Thủy": FOOTHILL,
    "Huyện Thạch Thành": FOOTHILL,
    "Thành phố Thanh Hóa": TOWN,
    "Thị xã Bỉm Sơn": TOWN,
    "Thành phố Sầm Sơn": TOWN,
    "Thị xã Nghi Sơn": COAST,
    "Huyện Nga Sơn": COAST,
    "Huyện Hậu Lộc": COAST,
    "Huyện Hoằng Hóa": COAST,
    "Huyện Quảng Xương": COAST,
}


def terrain_of(district: str) -> Terrain:
    """The country of a district of before July 2025, named with its kind ("Huyện Mường Lát")."""
    return TERRAIN_OF_DISTRICT.get(district, PLAIN)
