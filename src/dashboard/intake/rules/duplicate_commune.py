"""One unit in more than one row."""

from collections import defaultdict
from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.matching.match import Match
from dashboard.intake.wording import row_words

RULE = "duplicate_commune"


def find(case: Case) -> Iterator[Finding]:
    """An error for each row after the first; in a file of old communes the old ones are compared."""
    rows: dict[str, list[Match]] = defaultdict(list)
    for match in case.rows:
        if match.place is not None and match.commune_code is not None:
            rows[match.place.code].append(match)
    for first, *others in rows.values():
        for match in others:
            assert first.place is not None
            yield Finding(
                RULE,
                Severity.ERROR,
                f"{row_words(match.row)}: {first.place.full_name} đã có ở dòng {first.row.number}.",
                suggestion="Mỗi xã, phường chỉ một dòng: xóa dòng thừa hoặc sửa lại tên cho đúng.",
            ).at(match.row.place)
