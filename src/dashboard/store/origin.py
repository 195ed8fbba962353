"""Where an act comes from: by which way, and from which address where several people share the app.

Who opens a way says so for as long as it is open (`coming_from`); the journal's lines keep it. Threads begin
without one: whoever starts a thread that acts says it there.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal, TypeAlias

Way: TypeAlias = Literal["page", "command", "api", "inbox", "app"]


@dataclass(frozen=True)
class Origin:
    """A way in; `address` is "" where only this machine can be, `name` who the way itself knows."""

    way: Way
    address: str = ""
    name: str = ""


Finder: TypeAlias = Callable[[], Origin | None]

_here: ContextVar[Origin | None] = ContextVar("origin", default=None)
_finders: list[Finder] = []


@contextmanager
def coming_from(origin: Origin) -> Iterator[None]:
    """What is done meanwhile in this thread or task comes from there."""
    token = _here.set(origin)
    try:
        yield
    finally:
        _here.reset(token)


def ask_also(finder: Finder) -> None:
    """Have somebody asked where nothing was said: pages run in threads that Streamlit starts."""
    if finder not in _finders:
        _finders.append(finder)


def origin_now() -> Origin | None:
    """Where what is done now comes from; None where nobody knows."""
    said = _here.get()
    found = (finder() for finder in _finders) if said is None else iter((said,))
    return next((origin for origin in found if origin is not None), None)
