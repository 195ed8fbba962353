"""What a person says of a header: which column is which, whether that is enough, and the layout it makes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from dashboard.intake.layout.confirmed import lacking
from dashboard.intake.layout.header import Header
from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.proposal import NEEDED, OPTIONAL
from dashboard.intake.layout.vocabulary import SILENT_COLUMNS
from dashboard.intake.reading.sheet import column_letter
from dashboard.intake.wording import labels


def chosen_layout(header: Header, chosen: Mapping[str, int], about: Layout) -> Layout:
    """The layout of a header with the columns chosen; `about` says whose it is, which version, since when."""
    unused = {index: name for name, index in header.columns.items() if index not in chosen.values()}
    silent = {name: index for index, name in unused.items() if name in SILENT_COLUMNS}
    return replace(about, texts=header.texts, columns=dict(chosen) | silent)


def flaws_of(header: Header, chosen: Mapping[str, int]) -> tuple[str, ...]:
    """Vietnamese sentences about what keeps a choice from being confirmed; none where nothing does."""
    known = {name: index for name, index in chosen.items() if name in (*NEEDED, *OPTIONAL)}
    return (*_unknown(header, chosen), *_twice(known), *_lacking(known))


def _unknown(header: Header, chosen: Mapping[str, int]) -> tuple[str, ...]:
    names = [name for name in chosen if name not in (*NEEDED, *OPTIONAL)]
    outside = [column_letter(index) for index in chosen.values() if not _has_text(header, index)]
    return (
        *(f"Không có loại cột nào tên “{name}”." for name in names),
        *(f"Cột {letter} không có tiêu đề." for letter in outside),
    )


def _has_text(header: Header, index: int) -> bool:
    return index < len(header.texts) and bool(header.texts[index])


def _twice(chosen: Mapping[str, int]) -> tuple[str, ...]:
    counted = Counter(chosen.values())
    return tuple(
        f"Cột {column_letter(index)} được chọn hai lần: "
        f"{labels([name for name, chosen_index in chosen.items() if chosen_index == index])}."
        for index, count in counted.items()
        if count > 1
    )


def _lacking(chosen: Mapping[str, int]) -> tuple[str, ...]:
    missing = lacking(chosen)
    return (f"Còn thiếu cột {labels(missing)}.",) if missing else ()
