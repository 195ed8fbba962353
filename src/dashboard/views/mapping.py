"""Which column is which in a table whose header is not understood: said once, seen before it is confirmed."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.access.rights import OFFICERS
from dashboard.intake.examine import Examination
from dashboard.intake.finding import Severity
from dashboard.intake.layout.choice import chosen_layout, flaws_of
from dashboard.intake.layout.confirmed import confirm_layout, layouts_in_force
from dashboard.intake.layout.header import TALLEST_HEADER_ROWS, Header
from dashboard.intake.layout.headerless import HEADERLESS_ROW, headerless
from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.proposal import NEEDED, OPTIONAL, Guess, guesses, header_at, header_rows
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.reading.sheet import Sheet, cell_text, column_letter
from dashboard.intake.rules import doubled_columns, header_not_found, missing_columns
from dashboard.intake.wording import carrier_words
from dashboard.measures.wording import NOTHING
from dashboard.reference.columns import columns
from dashboard.views import clock
from dashboard.views.mapping_preview import show_preview
from dashboard.views.plain import plain
from dashboard.views.who import who
from dashboard.web.live import live

ABOUT_COLUMNS = {header_not_found.RULE, missing_columns.RULE, doubled_columns.RULE}
FEWEST_COLUMNS = 1 + len(COUNT_COLUMNS)  # a place and the five counts
SHOWN_ROWS = 8
IN_A_ROW = 4  # choices beside one another
LONGEST_LABEL = 60
Try: TypeAlias = Callable[[Layout], Examination]


def can_be_mapped(examination: Examination) -> bool:
    """Whether all that the file lacks of a table is that somebody says which column is which."""
    errors = {it.rule for it in examination.receipt.findings if it.severity is Severity.ERROR}
    return bool(errors & ABOUT_COLUMNS) and bool(_sheets(examination))


def ask_columns(examination: Examination, try_out: Try, key: str) -> None:
    """The first rows, a choice for each column, what would be read by it, and a button to keep it."""
    carrier_code = examination.receipt.carrier_code
    whose = f"của {carrier_words(carrier_code)} " if carrier_code else ""
    st.markdown(
        f"**Chỉ cho ứng dụng cột nào là gì.** Chỉ cần làm một lần: các tệp sau {whose}"
        "có cùng dòng tiêu đề sẽ được đọc ngay."
    )
    header = _header_chosen(examination, key)
    if header is None:
        st.warning("Các dòng này không liền nhau, hãy chọn lại số dòng tiêu đề.")
        return
    _show_rows(header)
    chosen = _columns_chosen(header, f"{key}-{header.sheet.name}-{header.first_row}-{header.last_row}")
    if flaws := flaws_of(header, chosen):
        st.warning("  \n".join(map(plain, flaws)))
    elif carrier_code is None:
        st.warning("Hãy chọn nhà mạng của tệp này trước.")
    else:
        layout = chosen_layout(header, chosen, _about(examination, carrier_code))
        show_preview(try_out(layout))
        if st.button("Xác nhận cách đọc này", type="primary", icon=":material/check:", key=f"map-{key}"):
            keep(layout)


def keep(layout: Layout) -> None:
    """Confirm a layout and look at the files again."""
    confirm_layout(live().store, layout, who(OFFICERS))
    st.rerun()


def layout_read(examination: Examination) -> Layout:
    """The layout that a file was read by although nobody knew it: as it would be confirmed."""
    header = examination.case.headers[0]
    read = {name: index for name, index in header.columns.items() if name in (*NEEDED, *OPTIONAL)}
    return chosen_layout(header, read, _about(examination, examination.receipt.carrier_code or ""))


def _about(examination: Examination, carrier_code: str) -> Layout:
    """Whose layout, which version, since when, met where; the columns are still to come."""
    with live().store.reader() as cursor:
        version = layouts_in_force(cursor).next_version(carrier_code)
    receipt = examination.receipt
    since = receipt.round_on or clock.local_now().date()
    return Layout(carrier_code, version, since, (), {}, receipt.file_name)


def _sheets(examination: Examination) -> tuple[Sheet, ...]:
    """The sheets that may hold the table: wide enough, with a header or figures at once."""
    sheets = (sheet for sheet in examination.case.reading.sheets if _is_wide(sheet) and _first_rows(sheet))
    return tuple(sorted(sheets, key=lambda sheet: not sheet.is_visible))


def _first_rows(sheet: Sheet) -> dict[int, str]:
    """The rows that can be the header, by number; none of them where the figures begin at once."""
    rows = {row.number: f"Dòng {row.number}: {_in_one_line(row.cells)}" for row in header_rows(sheet)}
    return rows if headerless(sheet) is None else rows | {HEADERLESS_ROW: "Bảng không có dòng tiêu đề"}


def _is_wide(sheet: Sheet) -> bool:
    return any(sum(cell is not None for cell in row.cells) >= FEWEST_COLUMNS for row in sheet.rows)


def _header_chosen(examination: Examination, key: str) -> Header | None:
    sheets = {sheet.name or "CSV": sheet for sheet in _sheets(examination)}
    left, middle, right = st.columns([2, 5, 1])
    name = left.selectbox("Trang tính", list(sheets), key=f"sheet-{key}")
    sheet = sheets[name]
    texts = _first_rows(sheet)
    likely = max(texts, key=lambda number: _known_count(sheet, number))
    first_row = middle.selectbox(
        "Dòng tiêu đề (dòng đầu, nếu có nhiều dòng)",
        list(texts),
        index=list(texts).index(likely),
        format_func=texts.__getitem__,
        key=f"header-{key}-{name}",
    )
    heights = range(1, TALLEST_HEADER_ROWS + 1)
    rows_count = right.selectbox("Số dòng", heights, key=f"height-{key}-{name}-{first_row}")
    return header_at(sheet, first_row, rows_count)


def _known_count(sheet: Sheet, number: int) -> int:
    header = header_at(sheet, number, 1)
    return len(guesses(header)) if header else 0


def _show_rows(header: Header) -> None:
    rows = [row for row in header.sheet.rows if row.number >= header.first_row][:SHOWN_ROWS]
    letters = [column_letter(index) for index in range(len(header.texts))]
    cells = [[cell_text(cell) for cell in row.cells[: len(letters)]] for row in rows]
    padded = [row + [""] * (len(letters) - len(row)) for row in cells]
    st.dataframe(
        pd.DataFrame(padded, index=[row.number for row in rows], columns=letters),
        width="stretch",
        placeholder=NOTHING,
    )


def _columns_chosen(header: Header, key: str) -> Mapping[str, int]:
    likely = guesses(header)
    chosen = _selects(header, NEEDED, likely, key)
    with st.expander("Cột khác, nếu có: huyện, SIM rác, SIM không chính chủ, tỷ lệ"):
        chosen |= _selects(header, OPTIONAL, likely, key)
    return chosen


def _selects(header: Header, names: tuple[str, ...], likely: Mapping[str, Guess], key: str) -> dict[str, int]:
    texts = {index: text[:LONGEST_LABEL] for index, text in enumerate(header.texts) if text}
    options = list(texts)
    chosen = {}
    for place, name in zip(_places(len(names)), names, strict=True):
        guess = likely.get(name)
        index = place.selectbox(
            _label(name, guess),
            options,
            index=options.index(guess.index) if guess else None,
            format_func=lambda index: f"{column_letter(index)} · {texts[index]}",
            placeholder="Chưa chọn",
            key=f"column-{key}-{name}",
        )
        if index is not None:
            chosen[name] = index
    return chosen


def _places(count: int) -> list[DeltaGenerator]:
    """Places four in a row, row by row: on a telephone they stand below one another in the same order."""
    rows = -(-count // IN_A_ROW)
    return [place for _ in range(rows) for place in st.columns(IN_A_ROW)][:count]


def _label(name: str, guess: Guess | None) -> str:
    words = columns()[name].label
    return f"{words} :gray[(gợi ý, giống {guess.score}/100)]" if guess and guess.score < 100 else words


def _in_one_line(cells: tuple[object, ...]) -> str:
    return " | ".join(cell for cell in cells if isinstance(cell, str))[: 2 * LONGEST_LABEL]
