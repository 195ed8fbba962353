"""Build communes.csv and old_communes.csv from the installed package vietnamadminunits (MIT). No network.

Run from the project: python data/build_reference.py
Same package, same bytes: rows are sorted by code, text is NFC, lines end in LF. What the tables hold:
README.md here; why a divided commune goes whole into one part: docs/decisions/0002-reference-data.md.
"""

import csv
import json
import sqlite3
import unicodedata
from collections import Counter
from importlib.util import find_spec
from math import cos, hypot, radians
from pathlib import Path
from typing import NamedTuple, TypeAlias

PROVINCE_CODE = "38"  # Thanh Hóa
DATA_DIR = Path(__file__).resolve().parent


class Part(NamedTuple):
    """One of the communes that an old commune went into; its counts go where `share` is 1."""

    commune_code: str
    share: int


Row: TypeAlias = dict[str, str | float]  # a row of the source under our names


def build(target: Path) -> None:
    """Read the package, write both tables into the folder `target`."""
    package = package_data_dir()
    communes = rows(package / "dataset.db", "communes")
    old_communes = rows(package / "dataset.db", "old_communes")
    parts = parts_by_key(package / "converter_2025.json", communes)
    write(target / "communes.csv", [commune_row(row, old_communes, parts) for row in communes])
    write(target / "old_communes.csv", [old_commune_row(row, parts[str(row["key"])]) for row in old_communes])


def package_data_dir() -> Path:
    """Folder of the package's data, found without importing it (importing asks for geopy)."""
    found = find_spec("vietnamadminunits")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("vietnamadminunits is not installed: pip install -r requirements-dev.txt")
    return Path(found.submodule_search_locations[0]) / "data"


def rows(database: Path, question: str) -> list[Row]:
    """Rows that the question in the .sql file of that name gives for the province, every text in NFC."""
    sql = (DATA_DIR / f"{question}.sql").read_text(encoding="utf-8")
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    answer = connection.execute(sql, {"province_code": PROVINCE_CODE}).fetchall()
    connection.close()
    return [{name: composed(value) for name, value in dict(row).items()} for row in answer]


def composed(value: str | float) -> str | float:
    """Text with single spaces in NFC, anything else as it is."""
    return unicodedata.normalize("NFC", " ".join(value.split())) if isinstance(value, str) else value


def parts_by_key(converter: Path, communes: list[Row]) -> dict[str, tuple[Part, ...]]:
    """Old commune's key -> the communes it went into, the one that takes its counts first."""
    code_of = {row["key"]: str(row["code"]) for row in communes}
    mapping = json.loads(converter.read_text(encoding="utf-8"))
    province_key = communes[0]["province_key"]
    whole = mapping["DICT_PROVINCE_WARD_NO_DIVIDED"][province_key]
    divided = mapping["DICT_PROVINCE_WARD_DIVIDED"][province_key]
    parts: dict[str, tuple[Part, ...]] = {
        old: (Part(code_of[new], 1),) for new, olds in whole.items() for old in olds
    }
    for old, news in divided.items():
        listed = [Part(code_of[new["newWardKey"]], int(new["isDefaultNewWard"])) for new in news]
        parts[old] = tuple(sorted(listed, key=lambda part: (-part.share, part.commune_code)))
    return parts


def commune_row(commune: Row, old_communes: list[Row], parts: dict[str, tuple[Part, ...]]) -> Row:
    """A row of communes.csv."""
    members = [
        old
        for old in old_communes
        if commune["code"] in [part.commune_code for part in parts[str(old["key"])]]
    ]
    kept = {name: commune[name] for name in ("code", "name", "kind", "area_km2", "lon", "lat")}
    old_codes = "|".join(str(old["code"]) for old in members)
    return {**kept, "old_district": main_district(commune, members, parts), "old_communes": old_codes}


def main_district(commune: Row, members: list[Row], parts: dict[str, tuple[Part, ...]]) -> str:
    """District most of the commune's old communes lay in; on a tie, that of the one nearest to its point."""
    counted = [old for old in members if parts[str(old["key"])][0].commune_code == commune["code"]] or members
    number = Counter(str(old["district"]) for old in counted)
    first = min(counted, key=lambda old: (-number[str(old["district"])], distance(commune, old)))
    return str(first["district"])


def distance(one: Row, other: Row) -> float:
    """Distance of two points in degrees of latitude: good enough to say which is nearer."""
    east = (float(one["lon"]) - float(other["lon"])) * cos(radians(float(one["lat"])))
    return hypot(east, float(one["lat"]) - float(other["lat"]))


def old_commune_row(old: Row, parts: tuple[Part, ...]) -> Row:
    """A row of old_communes.csv; `parts` reads "code:share|code:share"."""
    kept = {name: old[name] for name in ("code", "name", "kind", "district", "lon", "lat")}
    kept["kind"] = kind_in_name(str(old["name"])) or kept["kind"]
    return {**kept, "parts": "|".join(f"{part.commune_code}:{part.share}" for part in parts)}


def kind_in_name(name: str) -> str | None:
    """The kind that a name begins with: the source has Thị trấn Ngọc Lặc down as a xã."""
    return next((kind for kind in ("xã", "phường", "thị trấn") if name.lower().startswith(f"{kind} ")), None)


def write(path: Path, table: list[Row]) -> None:
    """UTF-8 without BOM, LF."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


if __name__ == "__main__":
    build(DATA_DIR)
