"""Whether somebody changed the journal behind the program's back: each line holds the last one's checksum.

A line's `follows` is the SHA-256 of the bytes of the line before it, of nothing for the first. A journal
begun before there was a chain is sealed by the first line that has one: its `seals` says how many lines lie
before it, and its `follows` is the SHA-256 of all their bytes. What a chain cannot show is a journal cut at
its end or written anew as a whole: for that the last line's checksum (the head) is noted elsewhere and held
against the chain.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

FOLLOWS, SEALS = "follows", "seals"
CAME_FROM = "from"  # where the act came from (origin.py): beside the act, like the links

Fault = Literal["unreadable", "link", "seal", "ordinal", "head"]


@dataclass(frozen=True)
class ChainReport:
    """What a walk along the journal found.

    `sealed_count` lines lie before the chain and are held by one seal, `open_count` by nothing yet: they
    stand in a journal to which nothing was added since there are chains. `head` is the last line's checksum.
    Where `fault` is not None, `broken_line` is the first line (from 1) that does not fit what lies before it.
    """

    lines_count: int
    sealed_count: int
    open_count: int
    head: str
    fault: Fault | None = None
    broken_line: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every line follows the one before."""
        return self.fault is None


def checksum(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def chained(acts: Iterable[Mapping[str, Any]], path: Path, last_line: bytes) -> Iterator[bytes]:
    """The lines to append to the journal at `path`, without breaks, each linked to the one before it."""
    links: dict[str, Any] = {FOLLOWS: checksum(last_line)}
    if last_line and FOLLOWS not in json.loads(last_line):
        before = path.read_bytes()
        links = {FOLLOWS: checksum(before), SEALS: before.count(b"\n")}
    for act in acts:
        line = json.dumps({**act, **links}, ensure_ascii=False).encode("utf-8")
        yield line
        links = {FOLLOWS: checksum(line)}


def without_links(line: Mapping[str, Any]) -> dict[str, Any]:
    """The act that a line tells of."""
    return {name: value for name, value in line.items() if name not in (FOLLOWS, SEALS, CAME_FROM)}


def verify(content: bytes, noted_head: str | None = None) -> ChainReport:
    """Walk along a journal's bytes; what follows the last line break is passed over (a torn or growing line).

    `noted_head` is a head that was noted earlier: it must still be the checksum of one of the lines.
    """
    lines = content.split(b"\n")[:-1]
    head = checksum(lines[-1] if lines else b"")
    unchained = _unchained_count(lines)
    is_sealed = unchained < len(lines)
    fault, broken = _first_break(lines, unchained) or _lost_head(lines, noted_head) or (None, None)
    return ChainReport(
        len(lines), unchained if is_sealed else 0, 0 if is_sealed else unchained, head, fault, broken
    )


def _first_break(lines: list[bytes], unchained: int) -> tuple[Fault, int] | None:
    last_ordinal = 0
    for number, line in enumerate(lines, start=1):
        act = _parsed(line)
        if act is None:
            return "unreadable", number
        if number > unchained:
            fault = _misfit(act, lines, number - 1, unchained)
            if fault:
                return fault, number
        if act["ordinal"] <= last_ordinal:
            return "ordinal", number
        last_ordinal = act["ordinal"]
    return None


def _misfit(act: Mapping[str, Any], lines: list[bytes], position: int, unchained: int) -> Fault | None:
    """What is wrong with the link of the line at a position (from 0), None where it fits."""
    if position == unchained and unchained:
        before = b"".join(line + b"\n" for line in lines[:unchained])
        fits = act.get(SEALS) == unchained and act.get(FOLLOWS) == checksum(before)
        return None if fits else "seal"
    before = lines[position - 1] if position else b""
    fits = SEALS not in act and act.get(FOLLOWS) == checksum(before)
    return None if fits else "link"


def _lost_head(lines: list[bytes], noted_head: str | None) -> tuple[Fault, int] | None:
    if noted_head is None or noted_head in {checksum(b""), *map(checksum, lines)}:
        return None
    return "head", len(lines)


def _unchained_count(lines: list[bytes]) -> int:
    """How many lines lie before the first that has a link."""
    for position, line in enumerate(lines):
        act = _parsed(line)
        if act is None or FOLLOWS in act:
            return position
    return len(lines)


def _parsed(line: bytes) -> Mapping[str, Any] | None:
    try:
        act = json.loads(line)
    except ValueError:
        return None
    is_act = isinstance(act, dict) and isinstance(act.get("ordinal"), int)
    return act if is_act else None
