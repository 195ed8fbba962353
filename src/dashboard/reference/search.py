"""Finding communes by whatever a person types."""

from collections.abc import Iterable
from functools import cache

from dashboard.reference.communes import Commune, communes
from dashboard.reference.names import fold, split_kind, tone_form
from dashboard.reference.old_communes import old_commune_by_code


def search_communes(text: str) -> tuple[Commune, ...]:
    """Communes found by part of their name (accents do not matter), by code, or by an old commune's name.

    Best first: code or name as typed with accents, then the start of a name or of a word in it, then any part
    of it, then old communes; equal ones by code. Nothing typed finds all 166, ordered by code.
    """
    kind, bare = split_kind(text)
    return _found(text, communes()) or _found(
        bare, [commune for commune in communes() if commune.kind == kind]
    )


def _found(text: str, among: Iterable[Commune]) -> tuple[Commune, ...]:
    ranked = [(_rank(commune, text), commune) for commune in among]
    found = [(rank, commune) for rank, commune in ranked if rank is not None]
    return tuple(commune for _, commune in sorted(found, key=lambda pair: (pair[0], pair[1].code)))


def _rank(commune: Commune, text: str) -> int | None:
    """0 is best; None where nothing of the commune is like what was typed."""
    wanted = fold(text)
    name = fold(commune.name)
    if wanted == commune.code or _has_accented(commune, text):
        return 0
    if f" {wanted}" in f" {name}" or commune.code.startswith(wanted):
        return 1
    if wanted in name:
        return 2
    return 3 if any(f" {wanted}" in f" {old}" for old in _old_names(commune)) else None


def _has_accented(commune: Commune, text: str) -> bool:
    """Whether what was typed has accents and is the name, with or without its kind."""
    typed = tone_form(text)
    return typed != fold(text) and typed in (tone_form(commune.name), tone_form(commune.short_name))


@cache
def _old_names(commune: Commune) -> tuple[str, ...]:
    """Folded names of the old communes it was made of."""
    return tuple(fold(old_commune_by_code()[code].name) for code in commune.old_communes)
