"""A form that nobody filled in: every row names a commune, and none says anything of it."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.flawed_counts import is_blank
from dashboard.intake.wording import count_words

RULE = "nothing_filled_in"


def find(case: Case) -> Iterator[Finding]:
    """One error in place of a warning for each commune."""
    if not is_unfilled(case) or case.table is None:
        return
    further = ", dù các trang tính khác đã có nội dung" if case.annexes.counts() else ""
    yield Finding(
        RULE,
        Severity.ERROR,
        f"Biểu chưa được điền: cả {count_words(len(case.rows))} dòng xã, phường đều để trống năm cột số "
        f"liệu{further}.",
        sheet=case.table.sheet_name,
        row=case.rows[0].row.number,
        suggestion="Điền năm số liệu của từng xã, phường rồi gửi lại; nơi không có thuê bao thì ghi 0.",
    )


def is_unfilled(case: Case) -> bool:
    """Whether there are rows, and all are blank."""
    return bool(case.rows) and all(is_blank(match.row) for match in case.rows)
