"""A support session as it is kept: where, when, who, how many are expected, and the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    """How far a session has come; what is agreed does not move by a plan."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DONE = "done"
    CANCELLED = "cancelled"


STATUS_WORDS: Mapping[Status, str] = MappingProxyType(
    {
        Status.PROPOSED: "Dự kiến",
        Status.AGREED: "Đã thống nhất",
        Status.DONE: "Đã thực hiện",
        Status.CANCELLED: "Đã hủy",
    }
)
FROM_HOUR, TO_HOUR = time(7, 30), time(16, 30)  # the working day that communes keep


@dataclass(frozen=True)
class Result:
    """What came of a session: people who came, people verified by carrier, and why others were not.

    Raises ValueError for negative numbers.
    """

    came_count: int
    verified: Mapping[str, int] = field(default_factory=dict)
    why_not: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot have happened. A person may verify several numbers: more than came is fine."""
        if self.came_count < 0 or any(count < 0 for count in self.verified.values()):
            raise ValueError("a result counts people from 0")

    @property
    def verified_count(self) -> int:
        """Numbers verified, all carriers together."""
        return sum(self.verified.values())


@dataclass(frozen=True)
class Session:
    """A session; `hall_id` "" while none is known. Hours are local, `from_at` before `to_at`.

    Raises ValueError where it ends before it begins, or is done without a result.
    """

    session_id: str
    commune_code: str
    held_on: date
    hall_id: str = ""
    from_at: time = FROM_HOUR
    to_at: time = TO_HOUR
    group_ids: tuple[str, ...] = ()
    point_ids: tuple[str, ...] = ()
    expected_count: int = 0
    status: Status = Status.PROPOSED
    result: Result | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what nobody could hold."""
        if self.from_at >= self.to_at:
            raise ValueError("a session ends after it begins")
        if self.status is Status.DONE and self.result is None:
            raise ValueError("a session that was held has a result")
        if self.expected_count < 0:
            raise ValueError("people are expected from 0")

    @property
    def is_live(self) -> bool:
        """Whether it takes up its hall, groups and points."""
        return self.status is not Status.CANCELLED

    def overlaps(self, other: "Session") -> bool:
        """Whether both are held at the same time of the same day."""
        return self.held_on == other.held_on and self.from_at < other.to_at and other.from_at < self.to_at
