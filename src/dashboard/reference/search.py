"""Finding communes by whatever a person types."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dashboard.reference.communes import Commune, communes
from dashboard.reference.names import fold, split_kind, tone_form
from dashboard.reference.old_communes import old_commune_by_code


@dataclass(frozen=True)
class _Entry:
    """A commune with the forms of its names that search compares; each folded name has a blank before it."""

    commune: Commune
    accented_names: tuple[str, str]
    folded_name: str
    folded_old_names: tuple[str, ...]


def search_communes(text: str) -> tuple[Commune, ...]:
    """Communes found by part of their name (accents do not matter), by code, or by an old commune's name.

    Best first: code or name as typed with accents, then the start of a name or of a word in it, then any part
    of it, then old communes; equal ones by code. Nothing typed finds all 166, ordered by code.
    """
    kind, bare = split_kind(text)
    return _found(text, _entries()) or _found(bare, [e for e in _entries() if e.commune.kind == kind])


def _found(text: str, among: Iterable[_Entry]) -> tuple[Commune, ...]:
    folded, accented = fold(text), tone_form(text)
    ranked = [(_rank(entry, folded, accented), entry.commune) for entry in among]
    found = [(rank, commune) for rank, commune in ranked if rank is not None]
    return tuple(commune for _, commune in sorted(found, key=lambda pair: (pair[0], pair[1].code)))


def _rank(entry: _Entry, folded: str, accented: str) -> int | None:
    """0 is best; None where nothing of the commune is like what was typed."""
    has_accents = accented != folded
    if folded == entry.commune.code or (has_accents and accented in entry.accented_names):
        return 0
    if f" {folded}" in entry.folded_name or entry.commune.code.startswith(folded):
        return 1
    if folded in entry.folded_name:
        return 2
    return 3 if any(f" {folded}" in old for old in entry.folded_old_names) else None


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(_entry(commune) for commune in communes())


def _entry(commune: Commune) -> _Entry:
    old_names = (old_commune_by_code()[code].name for code in commune.old_communes)
    return _Entry(
        commune,
        (tone_form(commune.name), tone_form(commune.short_name)),
        f" {fold(commune.name)}",
        tuple(f" {fold(name)}" for name in old_names),
    )
