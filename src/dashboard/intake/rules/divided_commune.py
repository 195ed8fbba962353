"""An old commune that was divided among several of today: where its counts went.

They go whole into one part (docs/decisions/0002-reference-data.md), which is right only as far as its
subscribers live there; so each such row is named.
"""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.matching.match import Match
from dashboard.intake.matching.places import Lists
from dashboard.intake.wording import count_words, row_words
from dashboard.reference.communes import commune_by_code
from dashboard.reference.old_communes import old_commune_by_code

RULE = "divided_commune"


def find(case: Case) -> Iterator[Finding]:
    """One piece of information for each such row."""
    if case.matches is None or case.matches.lists is not Lists.BEFORE:
        return
    for match in case.rows:
        if match.place and match.commune_code and old_commune_by_code()[match.place.code].is_divided:
            yield _finding(match).at(match.row.place)


def _finding(match: Match) -> Finding:
    assert match.place is not None
    old = old_commune_by_code()[match.place.code]
    names = [commune_by_code()[part.commune_code].name for part in old.parts]
    total = match.row.counts["total_count"].value
    amount = f"{count_words(total)} thuê bao" if total is not None else "Số liệu"
    return Finding(
        RULE,
        Severity.INFO,
        f"{row_words(match.row)}: {match.place.full_name} đã được chia cho {' và '.join(names)}; "
        f"{amount} của dòng này được tính trọn vào {names[0]}.",
        suggestion="Nếu nhà mạng có số liệu theo xã, phường hiện nay thì đề nghị gửi theo danh mục mới.",
    )
