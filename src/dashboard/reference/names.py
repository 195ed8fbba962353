"""Forms of a name to compare by: without accents, without its kind, whatever the place of the tone mark."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["xã", "phường", "thị trấn"]

# The same names and headers come every week, from every carrier: a year of reports has a few thousand texts.
TEXTS_REMEMBERED = 16_384

# Grave, acute, tilde, hook above, dot below: marks of tone. Breve, circumflex and horn make other vowels.
TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")
)  # left behind by copying from PDF or web
CROSSED_D = str.maketrans(
    "đÐð", "ddd"
)  # Icelandic eth stands for đ in old fonts; đ itself has no decomposition

# An accented prefix must be accented rightly: "Phượng Nghi" is a name, not the ward "Nghi".
KIND_PREFIX = re.compile(
    r"^(?:(?P<commune>xã|xa|x\.|x(?=\s))|(?P<ward>phường|phuong|p\.|p(?=\s))|"
    r"(?P<town>thị\s+trấn|thi\s+tran|tt\.|tt(?=\s)))(?:\s*:\s*|\s+|(?<=\.))(?=\S)"
)
DISTRICT_PREFIX = re.compile(
    r"^(?:huyện|huyen|thị\s+xã|thi\s+xa|thành\s+phố|thanh\s+pho|h\.|h(?=\s)|tx\.|tx(?=\s)|tp\.|tp(?=\s))"
    r"(?:\s+|(?<=\.))(?=\S)"
)


@lru_cache(maxsize=TEXTS_REMEMBERED)
def fold(text: str) -> str:
    """Lower case, accents and đ removed, single spaces: what search compares. fold(fold(x)) == fold(x)."""
    folded = unicodedata.normalize("NFKD", text.translate(INVISIBLE))
    folded = unicodedata.normalize("NFKD", folded.casefold().translate(CROSSED_D))
    return " ".join("".join(char for char in folded if unicodedata.category(char)[0] != "M").split())


def tone_form(text: str) -> str:
    """Lower case, accents kept, each word's tone mark at its end: hoá = hóa, thuỷ = thủy, NFC = NFD.

    A syllable carries one tone whatever letter bears the mark, so its place says nothing. The form is for
    comparing, not for showing.
    """
    return " ".join(_tone_last(word) for word in _lowered(text).split())


def _tone_last(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    letters = "".join(char for char in decomposed if char not in TONE_MARKS)
    return unicodedata.normalize("NFC", letters) + "".join(char for char in decomposed if char in TONE_MARKS)


def split_kind(text: str) -> tuple[Kind | None, str]:
    """("phường", "hạc thành") of "P. Hạc Thành": the kind a name says, and the rest in lower case, NFC.

    Knows xã, phường, thị trấn with or without accents, and X., P., TT. An unaccented "phuong nghi" reads as a
    ward although "Phượng Nghi" is a name: try the whole name before the split one.
    """
    lowered = _lowered(text)
    found = KIND_PREFIX.match(lowered)
    if found is None:
        return None, lowered
    kinds: dict[str, Kind] = {"commune": "xã", "ward": "phường", "town": "thị trấn"}
    return kinds[str(found.lastgroup)], lowered[found.end() :]


def bare_name(text: str) -> str:
    """The name without its kind, lower case, NFC: "hạc thành" of "Phường Hạc Thành"."""
    return split_kind(text)[1]


def bare_district(text: str) -> str:
    """A district's name without huyện, thị xã, thành phố, H., TX., TP.: lower case, NFC."""
    return DISTRICT_PREFIX.sub("", _lowered(text))


def _lowered(text: str) -> str:
    """NFC, lower case, single spaces."""
    lowered = unicodedata.normalize("NFC", text.translate(INVISIBLE)).lower()
    return " ".join(lowered.split())
