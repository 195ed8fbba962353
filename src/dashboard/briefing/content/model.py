"""What a briefing consists of; every renderer reads these records and computes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

import pyarrow as pa

from dashboard.briefing.content.request import BriefingRequest, Part
from dashboard.measures.wording import day_text, time_text

SOURCE = "Báo cáo của các doanh nghiệp viễn thông gửi Sở Khoa học và Công nghệ"
ChartKind: TypeAlias = Literal["stacked-bar", "column", "stacked-column", "line"]


@dataclass(frozen=True)
class Wording:
    """A sentence or two that the officer may put differently; `edited` stands in the place of `computed`."""

    key: str
    computed: str
    edited: str | None = None

    @property
    def text(self) -> str:
        """What the document says."""
        return self.computed if self.edited is None else self.edited


@dataclass(frozen=True)
class Table:
    """Rows under columns of the column dictionary.

    `has_total` tells that the last row sums the others. Rows with the same text in the column `grouped_by`
    follow one another; on paper that text stands once above them. `is_long`: for an annex, not for a slide.
    """

    key: str
    title: str
    rows: pa.Table
    has_total: bool = False
    note: str = ""
    is_long: bool = False
    grouped_by: str = ""


@dataclass(frozen=True)
class Series:
    """Numbers beside the chart's categories, None for a gap (never zero); colour "#RRGGBB"."""

    name: str
    values: tuple[float | None, ...]
    colour: str


@dataclass(frozen=True)
class Chart:
    """A chart that Office draws itself; `number_format` as a spreadsheet writes it ("0.0", "#,##0").

    `point_colours`, where given, colours each category of the only series.
    """

    key: str
    title: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str
    alt: str
    point_colours: tuple[str, ...] = ()


@dataclass(frozen=True)
class MapView:
    """The map to be drawn for paper; what draws it reads the figures of the briefing's request."""

    title: str
    measure: str
    alt: str


@dataclass(frozen=True)
class Points:
    """Items under a title, for instance what is asked of the communes."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """A part of the briefing.

    `message` is the one sentence that a slide has as its title. `paragraphs` are computed and cannot be
    edited; before and after them stand the wordings that can, usually nothing. `source` says where the
    figures come from.
    """

    part: Part
    title: str
    message: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[Points, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    map: MapView | None = None
    source: str = SOURCE
    opening: Wording | None = None
    closing: Wording | None = None


@dataclass(frozen=True)
class Footer:
    """What every figure can be traced by; `carriers_missing` are names, `mark` is "" for real figures.

    `cut_off_at` is the moment asked for, or else when the last file behind the figures came in, corrections
    of earlier rounds among them (the hour the round was due where none did).
    """

    round_on: date
    compare_on: date | None
    cut_off_at: datetime
    carriers_missing: tuple[str, ...]
    data_version: str
    mark: str

    @property
    def line(self) -> str:
        """All of it in a line."""
        missing = f"thiếu {', '.join(self.carriers_missing)}" if self.carriers_missing else "đủ nhà mạng"
        return (
            f"Kỳ {day_text(self.round_on)}; số liệu nhận đến {time_text(self.cut_off_at)}; {missing}; "
            f"bản số liệu {self.data_version}"
        )


@dataclass(frozen=True)
class Fact:
    """A figure for a card: "Tỷ lệ xác thực", "74,7 %", "tăng 1,5 điểm %"."""

    label: str
    value: str
    note: str


@dataclass(frozen=True)
class BriefingContent:
    """A whole briefing. `subject` is what it is about in a line, `scope_text` whose figures it tells.

    `opening` and `closing` stand around all sections; `headline` are the few figures that everybody asks for
    first, empty where nothing was reported. `receipts` lists the round's files; `long_tables` are
    the data behind all that is shown.
    """

    request: BriefingRequest
    subject: str
    scope_text: str
    footer: Footer
    opening: Wording
    closing: Wording
    headline: tuple[Fact, ...]
    sections: tuple[Section, ...]
    receipts: Table
    long_tables: tuple[Table, ...]

    def section(self, part: Part) -> Section | None:
        """A section by its part; None where it was not asked for or has nothing to say."""
        return next((section for section in self.sections if section.part == part), None)

    @property
    def wordings(self) -> Iterator[Wording]:
        """All that may be edited, in the order of the document."""
        yield self.opening
        for section in self.sections:
            yield from filter(None, (section.opening, section.closing))
        yield self.closing
