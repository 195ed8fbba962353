"""Finding the one unit that a written name stands for, from the strictest way of comparing to the loosest."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz import process

from dashboard.reference.communes import communes
from dashboard.reference.names import bare_district, bare_name, fold, split_kind, tone_form
from dashboard.reference.old_communes import old_communes

SUGGESTIONS_COUNT = 3
NAMES_REMEMBERED = 4096
LONGEST_NAME = 100  # characters of a text that are compared with names, of which the longest has 20


class Lists(StrEnum):
    """Which list of units a file is made by; stored as the submission's layout."""

    TODAY = "today_communes"
    BEFORE = "old_communes"


class MatchedBy(StrEnum):
    """How a row found its commune; counted in the receipt."""

    CODE = "code"
    EXACT_NAME = "exact_name"
    SPELLING_VARIANT = "spelling_variant"  # without its kind, or with the tone mark placed as before
    NAME_WITHOUT_ACCENTS = "name_without_accents"
    ALIAS = "alias"  # a person has said once what the name stands for
    OLD_COMMUNE = "old_commune"
    DIVIDED_COMMUNE = "divided_commune"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Place:
    """A unit of today or of before; `district` only of the latter."""

    code: str
    name: str
    kind: str
    district: str = ""

    @property
    def full_name(self) -> str:
        """With the district where there is one: names of before repeat between districts."""
        return f"{self.name} ({self.district})" if self.district else self.name


@dataclass(frozen=True)
class Likely:
    """A place whose name is like another; `score` of 100 for the same letters, by rapidfuzz."""

    place: Place
    score: int


@dataclass(frozen=True)
class Found:
    """One place: found. Several: the name fits them all. None: it fits nothing."""

    places: tuple[Place, ...]
    matched_by: MatchedBy = MatchedBy.NOTHING

    @property
    def place(self) -> Place | None:
        """The one place, if it is one."""
        return self.places[0] if len(self.places) == 1 else None


NOTHING_FOUND = Found(())


class PlaceIndex:
    """Places by every form of their names."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = tuple(places)
        self._by_code = {place.code: place for place in self._places}
        self._exact = self._keyed(_lowered)
        self._toned = self._keyed(tone_form)
        self._bare_toned = self._keyed(lambda name: tone_form(bare_name(name)))
        self._folded = self._keyed(fold)
        self._bare_folded = self._keyed(lambda name: fold(bare_name(name)))
        self._choices = {place.code: fold(bare_name(place.name)) for place in self._places}
        self._found = lru_cache(NAMES_REMEMBERED)(self._find)

    @property
    def places(self) -> tuple[Place, ...]:
        """All of them, in the order of their list."""
        return self._places

    def by_code(self, code: str) -> Place | None:
        """The place with this five-digit code."""
        return self._by_code.get(code)

    def find(self, name: str) -> Found:
        """The place a name stands for, or the several it could; the same names come every week.

        A stated kind must fit. Accents that are stated must fit too, where they make the name of some other
        unit: "Xã Đông Tiến" is neither Xã Đồng Tiến nor Phường Đông Tiến for sure.
        """
        return self._found(name) if len(name) <= LONGEST_NAME else NOTHING_FOUND

    def _find(self, name: str) -> Found:
        steps = (
            (MatchedBy.EXACT_NAME, self._exact.get(_lowered(name), ())),
            (MatchedBy.SPELLING_VARIANT, self._toned.get(tone_form(name), ())),
            (MatchedBy.SPELLING_VARIANT, self._of_kind(name, self._bare_toned, tone_form)),
        )
        loose = self._folded.get(fold(name), ()) or self._of_kind(name, self._bare_folded, fold)
        for matched_by, places in steps:
            if places:
                return Found(places, matched_by)
        if loose and _accents_name_another(name, loose):
            return Found((*loose, *self._bare_toned.get(tone_form(bare_name(name)), ())))
        return Found(loose, MatchedBy.NAME_WITHOUT_ACCENTS) if loose else NOTHING_FOUND

    def nearest(self, name: str) -> tuple[Place, ...]:
        """Places whose names are most like this one: suggestions to a person, never an answer."""
        return tuple(likely.place for likely in self.likely(name))

    def likely(self, name: str) -> tuple[Likely, ...]:
        """The nearest places with how near they are, the nearest first."""
        ranked = process.extract(fold(bare_name(name[:LONGEST_NAME])), self._choices, limit=SUGGESTIONS_COUNT)
        return tuple(Likely(self._by_code[code], round(score)) for _, score, code in ranked)

    def _of_kind(
        self, name: str, keyed: Mapping[str, tuple[Place, ...]], form: Callable[[str], str]
    ) -> tuple[Place, ...]:
        kind, bare = split_kind(name)
        places = keyed.get(form(bare), ())
        return tuple(place for place in places if kind in (None, place.kind))

    def _keyed(self, form: Callable[[str], str]) -> Mapping[str, tuple[Place, ...]]:
        keyed: dict[str, list[Place]] = {}
        for place in self._places:
            keyed.setdefault(form(place.name), []).append(place)
        return {key: tuple(places) for key, places in keyed.items()}


@cache
def today() -> PlaceIndex:
    """The 166 of today."""
    return PlaceIndex(_today_places())


@cache
def before() -> PlaceIndex:
    """The 547 of before 1 July 2025."""
    return PlaceIndex(_old_places())


@cache
def before_by_district() -> Mapping[str, PlaceIndex]:
    """District key -> the units of before that lay there; names do not repeat within one."""
    districts: dict[str, list[Place]] = {}
    for place in _old_places():
        districts.setdefault(district_key(place.district), []).append(place)
    return {key: PlaceIndex(places) for key, places in districts.items()}


def district_key(text: str) -> str:
    """What ways of writing a district have in common: "TP. Thanh Hoá" and "Thành phố Thanh Hóa"."""
    return fold(bare_district(text))


def names_a_place(name: str) -> bool:
    """Whether a text is the name of a unit of today or of before."""
    return bool(today().find(name).places or before().find(name).places)


def is_a_code(code: str) -> bool:
    """Whether a text is the five-digit code of a unit of today or of before."""
    return (today().by_code(code) or before().by_code(code)) is not None


@cache
def _today_places() -> tuple[Place, ...]:
    return tuple(Place(commune.code, commune.name, commune.kind) for commune in communes())


@cache
def _old_places() -> tuple[Place, ...]:
    return tuple(Place(old.code, old.name, old.kind, old.district) for old in old_communes())


@cache
def _accented_names() -> frozenset[str]:
    """Names without kind, accents kept, of all units of today and of before."""
    return frozenset(tone_form(bare_name(place.name)) for place in (*_today_places(), *_old_places()))


def _accents_name_another(name: str, places: tuple[Place, ...]) -> bool:
    """Whether the name has accents, and with them is the name of a unit that is none of these."""
    toned = tone_form(bare_name(name))
    is_one_of_these = any(tone_form(bare_name(place.name)) == toned for place in places)
    return toned in _accented_names() and toned != fold(toned) and not is_one_of_these


def _lowered(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).lower().split())
