"""Communes that a running text names, where that is certain; everything doubtful is left alone."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from dashboard.reference.communes import Commune, communes
from dashboard.reference.names import tone_form

TOKEN = re.compile(r"\w+|[^\w\s]")
PLURAL = frozenset(("các", "những", "hai", "ba", "bốn", "năm"))  # before "xã": a list of names may follow
JOINTS = frozenset((",", ";", "và"))
FORMERLY = frozenset(("cũ", "trước"))  # "xã Đông Tiến cũ" is another area

Words = tuple[str, ...]


def communes_named_in(text: str) -> tuple[Commune, ...]:
    """The communes of today that a text names for certain, in the order of the text, each once.

    Certain is: the kind before the name ("xã Thọ Xuân"), the accents written, and no further part of a name
    behind it. After a plural ("các xã A, B và C") the names that follow count too. A bare "Thọ Xuân" may be
    the district of before, and unaccented letters another commune: neither counts.
    """
    tokens = TOKEN.findall(unicodedata.normalize("NFC", text))
    found = (commune for place in range(len(tokens)) for commune in _named_from(tokens, place))
    return tuple(dict.fromkeys(found))


def _named_from(tokens: list[str], place: int) -> Iterator[Commune]:
    """The communes named after the kind that stands at this place; none where no kind stands there."""
    kind = tokens[place].lower()
    if kind not in _by_kind():
        return
    before = tokens[place - 1].lower() if place else ""
    is_list = before in PLURAL or before.isdecimal()
    start = place + 1
    if start < len(tokens) and tokens[start] == ":":
        is_list, start = True, start + 1
    while (match := _name_at(tokens, start, kind)) is not None:
        commune, end = match
        yield commune
        if not is_list or end >= len(tokens) or tokens[end].lower() not in JOINTS:
            return
        start = end + 1


def _name_at(tokens: list[str], start: int, kind: str) -> tuple[Commune, int] | None:
    """The commune of this kind whose name begins here, the longest one, and the place behind it."""
    names = _by_kind()[kind]
    if start >= len(tokens) or not tokens[start][0].isupper():
        return None
    for length in range(max(map(len, names)), 0, -1):
        words = tuple(map(tone_form, tokens[start : start + length]))
        if len(words) == length and words in names:
            end = start + length
            return None if _goes_on(tokens, end) else (names[words], end)
    return None


def _goes_on(tokens: list[str], end: int) -> bool:
    """Whether what follows makes it another name: a further capital, or a word that says it is of before."""
    following = tokens[end] if end < len(tokens) else ""
    return following[:1].isupper() or following.lower() in FORMERLY


@cache
def _by_kind() -> Mapping[str, Mapping[Words, Commune]]:
    names: dict[str, dict[Words, Commune]] = {"xã": {}, "phường": {}}
    for commune in communes():
        names[commune.kind][tuple(map(tone_form, commune.short_name.split()))] = commune
    return names
