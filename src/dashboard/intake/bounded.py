"""Findings of one kind that repeat: the first of them, then how many more there are."""

from collections.abc import Iterable, Iterator
from itertools import islice

from dashboard.intake.finding import Finding
from dashboard.intake.wording import count_words

MOST_OF_A_RULE = 200  # more than the 166 communes: a file that is wrong as a whole needs no longer list


def bounded(findings: Iterable[Finding], most_count: int = MOST_OF_A_RULE) -> Iterator[Finding]:
    """At most so many findings, the last of which counts the rest; it weighs as much as the first of these.

    The findings are of one rule, the weightiest first.
    """
    ordered = iter(findings)
    yield from islice(ordered, most_count)
    rest = list(ordered)
    if rest:
        yield Finding(
            rest[0].rule,
            rest[0].severity,
            f"Còn {count_words(len(rest))} chỗ khác cũng như vậy, không nêu từng chỗ.",
            sheet=rest[0].sheet,
            suggestion="Sửa cả cột hoặc cả tệp rồi gửi lại; các chỗ còn lại sẽ được nêu nếu vẫn chưa đúng.",
        )
