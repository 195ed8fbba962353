"""A simulated register: halls, groups, points and difficulties that look like the province's and are none.

Numbers are assumptions, no statistics: more and larger halls in towns, few in the mountains, some communes
with none on record, so that the page has to ask for one.
"""

import random
from collections.abc import Iterator
from typing import Any, TypeAlias

from dashboard.demo.terrain import BORDER, CARRIER_CODES, MOUNTAIN, TOWN, Terrain, terrain_of
from dashboard.reference.communes import Commune, communes
from dashboard.support.register.ids import new_id
from dashboard.support.register.kinds import DIFFICULTIES, GROUPS, HALLS, POINTS, Kind
from dashboard.support.register.records import Entry

Values: TypeAlias = dict[str, Any]

MARK = "Số liệu mô phỏng"
WITHOUT_HALL_SHARE = 0.06
NEAR_DEGREES = 0.02  # about two kilometres around the commune's representative point
ORGANISATIONS = (("youth", "Đoàn xã", 14), ("women", "Hội Phụ nữ", 10), ("digital", "Tổ công nghệ số", 8))
SPOKEN_OF = (
    ("network", "Sóng yếu ở các bản xa trung tâm, ứng dụng không gửi được ảnh", "open"),
    ("away", "Nhiều người đi làm ăn xa, không về trước hạn khóa", "doing"),
    ("people", "Thiếu người hướng dẫn người cao tuổi cài VNeID", "open"),
    ("documents", "Căn cước của người già hết hạn, đang chờ cấp đổi", "doing"),
    ("system", "Ứng dụng của nhà mạng báo lỗi đọc chip căn cước", "done"),
    ("place", "Nhà văn hóa thôn mất điện vào buổi sáng", "done"),
)


def simulated_register(seed: int) -> tuple[tuple[Kind, Entry], ...]:
    """Entries with their kinds; the same seed gives the same."""
    rng = random.Random(seed)  # figures to look at, no secret
    made: dict[tuple[str, str], tuple[Kind, Entry]] = {}
    for kind, values in _all(rng):
        entry_id = new_id(kind, values)
        made[kind.key, entry_id] = (kind, kind.record(entry_id=entry_id, **values))
    return tuple(made.values())


def _all(rng: random.Random) -> Iterator[tuple[Kind, Values]]:
    for commune in communes():
        terrain = terrain_of(commune.old_district)
        yield from _halls(rng, commune, terrain)
        yield from _groups(rng, commune)
        yield from _points(rng, commune, terrain)
    chosen = rng.sample(communes(), len(SPOKEN_OF))
    for commune, (category, text, status) in zip(chosen, SPOKEN_OF, strict=True):
        answer = "Đã cử tổ lưu động đến hỗ trợ" if status == "done" else ""
        yield (
            DIFFICULTIES,
            {
                "difficulty_category": category,
                "difficulty_text": text,
                "communes_affected": (commune.code,),
                "difficulty_status": status,
                "answer": answer,
                "answered_by": "Sở Khoa học và Công nghệ" if answer else "",
            },
        )


def _halls(rng: random.Random, commune: Commune, terrain: Terrain) -> Iterator[tuple[Kind, Values]]:
    if rng.random() < WITHOUT_HALL_SHARE:
        return
    is_remote = terrain in (BORDER, MOUNTAIN)
    for number in range(1, (2 if is_remote else 4) + rng.randint(0, 2)):
        is_large = number == 1
        yield (
            HALLS,
            {
                "commune_code": commune.code,
                "hall_name": f"Hội trường {commune.name}" if is_large else f"Nhà văn hóa thôn {number}",
                "hall_kind": "commune" if is_large else "village",
                "people_per_day_count": rng.choice((120, 160, 200) if is_large else (60, 80, 100)),
                "station_count": rng.choice((4, 6, 8) if is_large else (2, 3)),
                "has_power": True,
                "has_network": not (is_remote and rng.random() < 0.3),
                "free_weekdays": (1, 2, 3, 4, 5, 6, 7) if is_large else (3, 6, 7),
                "lon": round(commune.lon + rng.uniform(-NEAR_DEGREES, NEAR_DEGREES), 5),
                "lat": round(commune.lat + rng.uniform(-NEAR_DEGREES, NEAR_DEGREES), 5),
                "note": MARK,
            },
        )


def _groups(rng: random.Random, commune: Commune) -> Iterator[tuple[Kind, Values]]:
    for organisation, name, size in ORGANISATIONS:
        if rng.random() < 0.35:
            yield (
                GROUPS,
                {
                    "organisation": organisation,
                    "group_name": f"{name} {commune.name.partition(' ')[2]}",
                    "commune_code": commune.code,
                    "people_count": max(4, size + rng.randint(-4, 4)),
                    "travel_km": float(rng.choice((10, 15, 25, 40))),
                    "free_weekdays": (6, 7) if organisation == "youth" else (3, 5, 6),
                    "note": MARK,
                },
            )


def _points(rng: random.Random, commune: Commune, terrain: Terrain) -> Iterator[tuple[Kind, Values]]:
    shares = (
        terrain.carrier_shares if terrain is TOWN else tuple(share / 4 for share in terrain.carrier_shares)
    )
    for carrier_code, share in zip(CARRIER_CODES, shares, strict=True):
        if rng.random() < share:
            is_fixed = terrain is TOWN
            yield (
                POINTS,
                {
                    "carrier_code": carrier_code,
                    "point_kind": "fixed" if is_fixed else "mobile",
                    "commune_code": commune.code,
                    "address": f"Cửa hàng {commune.name.partition(' ')[2]}"
                    if is_fixed
                    else f"UBND {commune.name}",
                    "opening_hours": "07:30–17:00",
                    "people_per_day_count": rng.choice((40, 55, 70)),
                    "serves_other_carriers": rng.random() < 0.3,
                    "note": MARK,
                },
            )
