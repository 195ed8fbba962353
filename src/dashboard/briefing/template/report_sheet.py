"""The first sheet: the 166 communes with the five counts to fill in."""

from collections.abc import Iterator

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from dashboard.briefing.template import looks
from dashboard.briefing.template.form import Form, Previous
from dashboard.briefing.template.looks import Palette, set_up, write_lines
from dashboard.briefing.template.validation import (
    one_way_check,
    total_check,
    two_way_check,
    unverified_check,
    verified_check,
)
from dashboard.intake.form import HOW_TO, PROGRESS, SIMULATED, TITLE
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.reference.columns import columns
from dashboard.reference.communes import communes
from dashboard.reference.policy import policy

NAME = "Báo cáo"
CODE, COMMUNE, FIRST_COUNT = 0, 1, 2  # columns from 0
CHECK = FIRST_COUNT + len(COUNT_COLUMNS)
PREVIOUS_TOTAL, PREVIOUS_VERIFIED = CHECK + 1, CHECK + 2
HEADER_ROW = 6  # from 0; the lines above it always take as many rows, so that the other sheets can point here
FIRST_ROW = HEADER_ROW + 1
LAST_ROW = FIRST_ROW + len(communes()) - 1
TOTAL_ROW = LAST_ROW + 1
WIDTHS = (11, 24, 14, 14, 14, 14, 14, 30, 15, 15)
UNFILLED = "Chưa điền"


def names_of_communes() -> str:
    """The formula that names all communes, for lists on other sheets."""
    first, last = (xl_rowcol_to_cell(row, COMMUNE, True, True) for row in (FIRST_ROW, LAST_ROW))
    return f"='{NAME}'!{first}:{last}"


def add_report_sheet(book: Workbook, palette: Palette, form: Form) -> None:
    """Title, table, totals, checks; a grey part on the right with the figures reported last."""
    sheet = book.add_worksheet(NAME)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    write_lines(palette, sheet, tuple(_lines(form)))
    _write_progress(palette, sheet)
    _write_header(palette, sheet, form.previous)
    for row, commune in enumerate(communes(), start=FIRST_ROW):
        sheet.write_string(row, CODE, commune.code, palette.of(looks.LABEL))
        sheet.write_string(row, COMMUNE, commune.name, palette.of(looks.LABEL))
        _write_open_cells(palette, sheet, row)
        formula = check_formula(row, has_previous=form.previous is not None)
        sheet.write_formula(row, CHECK, formula, palette.of(looks.CHECK), UNFILLED)
        if form.previous:
            _write_previous(palette, sheet, row, form.previous.counts.get(commune.code))
    _write_totals(palette, sheet)
    _colour(palette, sheet)
    last = PREVIOUS_VERIFIED if form.previous else CHECK
    sheet.autofilter(HEADER_ROW, 0, LAST_ROW, last)
    sheet.ignore_errors({"number_stored_as_text": f"A{FIRST_ROW + 1}:A{LAST_ROW + 1}"})
    set_up(sheet, HEADER_ROW, FIRST_COUNT, " · ".join(form.origin_lines))


def _lines(form: Form) -> Iterator[tuple[str, looks.Look]]:
    yield TITLE, looks.TITLE
    yield from ((line, looks.LINE) for line in form.origin_lines)
    yield (
        f"{HOW_TO}Không có thuê bao thì ghi 0; chưa có số liệu thì để trống. Xem thêm trang “Hướng dẫn”.",
        looks.HINT,
    )
    if form.previous and form.previous.is_simulated:
        yield f"{SIMULATED} ở hai cột “Kỳ trước”.", looks.MARK


def _write_progress(palette: Palette, sheet: Worksheet) -> None:
    """How much is filled in and what contradicts, counted by the sender's program."""
    checks = f"{_cell(FIRST_ROW, CHECK)}:{_cell(LAST_ROW, CHECK)}"
    lacking = f'COUNTIF({checks},"{UNFILLED}")'
    noted = f'COUNTIF({checks},"?*")-{lacking}'
    size = len(communes())
    after, tail = f"/{size} xã, phường; ", " dòng cần xem lại (cột Kiểm tra)."
    formula = f'="{PROGRESS}"&({size}-{lacking})&"{after}"&({noted})&"{tail}"'
    shown = f"{PROGRESS}0{after}0{tail}"
    sheet.write_formula(HEADER_ROW - 1, 0, formula, palette.of(looks.LINE, edged=False), shown)


def _write_header(palette: Palette, sheet: Worksheet, previous: Previous | None) -> None:
    labels = [columns()[name].label for name in ("commune_code", "commune_name", *COUNT_COLUMNS)]
    labels.append("Kiểm tra")
    if previous:
        day = f"Kỳ trước ({previous.round_on:%d/%m/%Y})"
        labels += [f"{day}: tổng số thuê bao", f"{day}: đã xác thực"]
    sheet.set_row(HEADER_ROW, 48)
    for column, label in enumerate(labels):
        sheet.write_string(HEADER_ROW, column, label, palette.of(looks.HEADER))


def _write_open_cells(palette: Palette, sheet: Worksheet, row: int) -> None:
    total, verified, unverified, one_way, two_way = (_cell(row, FIRST_COUNT + place) for place in range(5))
    checks = (
        total_check(total),
        verified_check(verified, total),
        unverified_check(unverified, total, verified),
        one_way_check(one_way, unverified),
        two_way_check(two_way, unverified, one_way),
    )
    for column, check in enumerate(checks, start=FIRST_COUNT):
        sheet.write_blank(row, column, None, palette.of(looks.OPEN_COUNT))
        sheet.data_validation(row, column, row, column, check)


def _write_previous(palette: Palette, sheet: Worksheet, row: int, counts: tuple[int, int] | None) -> None:
    for column, count in zip((PREVIOUS_TOTAL, PREVIOUS_VERIFIED), counts or (None, None), strict=True):
        if count is None:
            sheet.write_blank(row, column, None, palette.of(looks.GIVEN_COUNT))
        else:
            sheet.write_number(row, column, count, palette.of(looks.GIVEN_COUNT))


def check_formula(row: int, *, has_previous: bool) -> str:
    """What is missing or contradicts in a row, in words; nothing where all is well."""
    total, verified, unverified, one_way, two_way = (_cell(row, FIRST_COUNT + place) for place in range(5))
    counts = f"{total}:{two_way}"
    steps = [
        (f"COUNTA({counts})=0", UNFILLED),
        (f"COUNT({counts})<5", "Thiếu số, hoặc có ô không phải số"),
        (f"OR(MIN({counts})<0,SUMPRODUCT(ABS({counts}-INT({counts})))>0)", "Có số âm hoặc số lẻ"),
        (f"{total}<>{verified}+{unverified}", "Tổng khác đã + chưa xác thực"),
        (f"{one_way}+{two_way}>{unverified}", "Khóa nhiều hơn chưa xác thực"),
    ]
    if has_previous:
        steps += _against_previous(row, total, verified)
    formula = '""'
    for condition, words in reversed(steps):
        formula = f'IF({condition},"{words}",{formula})'
    return f"={formula}"


def _against_previous(row: int, total: str, verified: str) -> list[tuple[str, str]]:
    """The same limits that the intake warns at."""
    limits = policy().checks
    kept = 1 - limits.verified_drop_pct / 100
    total_before, verified_before = _cell(row, PREVIOUS_TOTAL), _cell(row, PREVIOUS_VERIFIED)
    jump = f"ABS({total}-{total_before})"
    return [
        (
            f"AND(ISNUMBER({verified_before}),{verified}<{verified_before}*{kept})",
            "Đã xác thực giảm so với kỳ trước?",
        ),
        (
            f"AND(ISNUMBER({total_before}),{jump}>={limits.total_jump_floor_count},"
            f"{jump}>{total_before}*{limits.total_jump_pct / 100})",
            "Tổng số khác nhiều so với kỳ trước?",
        ),
    ]


def _write_totals(palette: Palette, sheet: Worksheet) -> None:
    style = palette.of(looks.TOTAL)
    sheet.write_blank(TOTAL_ROW, CODE, None, style)
    sheet.write_string(TOTAL_ROW, COMMUNE, "Tổng cộng", style)
    for column in range(FIRST_COUNT, CHECK):
        cells = f"{_cell(FIRST_ROW, column)}:{_cell(LAST_ROW, column)}"
        sheet.write_formula(TOTAL_ROW, column, f'=IF(COUNT({cells})=0,"",SUM({cells}))', style, "")


def _colour(palette: Palette, sheet: Worksheet) -> None:
    """Red where counts contradict, orange where a row is begun and not finished."""
    total, verified, unverified, one_way, two_way = (f"${letter}{FIRST_ROW + 1}" for letter in "CDEFG")
    wrong = palette.of({"bg_color": looks.WRONG_COLOUR}, edged=False)
    lacking = palette.of({"bg_color": looks.LACKING_COLOUR}, edged=False)
    sums = f"=AND(COUNT({total}:{unverified})=3,{total}<>{verified}+{unverified})"
    locks = f"=AND(ISNUMBER({unverified}),N({one_way})+N({two_way})>{unverified})"
    own = f"C{FIRST_ROW + 1}"
    half = f'=AND({own}="",COUNTA({total}:{two_way})>0)'
    flawed = f'=AND({own}<>"",IFERROR(OR({own}<0,{own}<>INT({own})),TRUE))'
    rules = ((half, 0, 4, lacking), (flawed, 0, 4, wrong), (sums, 0, 2, wrong), (locks, 2, 4, wrong))
    for criteria, first, last, style in rules:
        sheet.conditional_format(
            FIRST_ROW,
            FIRST_COUNT + first,
            LAST_ROW,
            FIRST_COUNT + last,
            {"type": "formula", "criteria": criteria, "format": style},
        )


def _cell(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column))
