"""What a briefing is asked for: round, comparison round, scope, moment, parts."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeAlias, get_args

from dashboard.measures.scope import Expected, Scope
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes

Part: TypeAlias = Literal[
    "result",
    "carriers",
    "classes",
    "lowest",
    "trend",
    "map",
    "locks",
    "sims",
    "plans",
    "support",
    "restatements",
    "proposals",
    "annex",
]
PARTS: tuple[Part, ...] = get_args(Part)
PART_LABELS: dict[Part, str] = {
    "result": "Kết quả chung của kỳ",
    "carriers": "Kết quả theo nhà mạng",
    "classes": "Xã, phường theo mức tỷ lệ",
    "lowest": "Mười xã, phường thấp nhất",
    "trend": "Diễn biến qua các kỳ",
    "map": "Bản đồ",
    "locks": "Khóa thuê bao",
    "sims": "SIM rác, SIM không chính chủ",
    "plans": "Phương án xử lý của nhà mạng",
    "support": "Hỗ trợ; khó khăn; việc cần quyết định",
    "restatements": "Số liệu được điều chỉnh",
    "proposals": "Đề xuất, kiến nghị",
    "annex": "Phụ lục: toàn bộ xã, phường",
}


@dataclass(frozen=True)
class BriefingRequest:
    """A briefing to compute.

    `compare_on` None takes the last round before in which somebody reported. `communes` () means all,
    `carrier_code` None every carrier. `as_of` counts only what was received up to that moment. `edits` maps a
    wording's key ("result.opening") to the words that stand in the place of the computed ones.

    Raises ValueError for a comparison round that is not before the round, a part, commune or carrier nobody
    knows, and a moment without its zone.
    """

    round_on: date
    compare_on: date | None = None
    communes: tuple[str, ...] = ()
    carrier_code: str | None = None
    as_of: datetime | None = None
    parts: tuple[Part, ...] = PARTS
    edits: tuple[tuple[str, str], ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse what would silently leave something out."""
        if self.compare_on is not None and self.compare_on >= self.round_on:
            raise ValueError(f"{self.compare_on} is not before {self.round_on}")
        codes = {commune.code for commune in communes()}
        unknown = [str(part) for part in self.parts if part not in PARTS]
        unknown += [code for code in self.communes if code not in codes]
        if unknown:
            raise ValueError(f"no such part or commune: {', '.join(unknown)}")
        self.expected.carriers_in(self.scope)

    @property
    def scope(self) -> Scope:
        """The figures asked for: only what was reported for the very round."""
        asked = (self.carrier_code,) if self.carrier_code else ()
        return Scope(self.round_on, asked, None, "this-week", self.as_of)

    @property
    def expected(self) -> Expected:
        """The communes and carriers that figures are summed over."""
        chosen = tuple(
            commune for commune in communes() if not self.communes or commune.code in self.communes
        )
        return Expected(chosen, carriers())
