"""Which commune a name in a boundary file means: by rules, never by likeness."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from dashboard.reference.communes import Commune, communes
from dashboard.reference.names import fold, split_kind, tone_form

KIND_WORDS = frozenset({"xa", "phuong", "x", "p", "x.", "p.", "thi tran", "tt", "tt.", "dac khu"})


@lru_cache(maxsize=50_000)
def code_of_name(text: str) -> str | None:
    """Code of the commune that a name means, or None where none or several have it.

    With accents first; a name without any accent then also without. A kind the text says must be the
    commune's: "Phường Đồng Tiến" is nobody. The whole text is tried before its rest behind a kind, because
    "phuong nghi" is a name too.
    """
    kind, bare = split_kind(text)
    whole, rest = tone_form(text), tone_form(bare)
    tries: list[tuple[str, str, str | None]] = [
        ("full_accented", whole, None),
        ("short_accented", whole, None),
        ("short_accented", rest, kind),
    ]
    if whole == fold(text):
        tries += [("full_folded", whole, None), ("short_folded", whole, None)]
    if rest == fold(bare):
        tries.append(("short_folded", rest, kind))
    for form, wanted, kind_said in tries:
        found = [it for it in _by_form(form).get(wanted, ()) if kind_said in (None, it.kind)]
        if len(found) == 1:
            return found[0].code
    return None


FORMS: Mapping[str, Callable[[Commune], str]] = MappingProxyType(
    {
        "full_accented": lambda commune: tone_form(commune.name),
        "short_accented": lambda commune: tone_form(commune.short_name),
        "full_folded": lambda commune: fold(commune.name),
        "short_folded": lambda commune: fold(commune.short_name),
    }
)


@cache
def _by_form(form: str) -> Mapping[str, tuple[Commune, ...]]:
    found: dict[str, tuple[Commune, ...]] = defaultdict(tuple)
    for commune in communes():
        found[FORMS[form](commune)] += (commune,)
    return MappingProxyType(dict(found))
