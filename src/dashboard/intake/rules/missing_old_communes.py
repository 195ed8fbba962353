"""In a file by old communes: those it leaves out, so that the sums of today's communes may be too small."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.flawed_counts import is_blank
from dashboard.intake.matching.places import Lists
from dashboard.intake.wording import count_words
from dashboard.reference.communes import commune_by_code
from dashboard.reference.old_communes import old_communes

RULE = "missing_old_communes"


def find(case: Case) -> Iterator[Finding]:
    """One warning that names each with the commune of today that it is part of."""
    if case.matches is None or case.matches.lists is not Lists.BEFORE:
        return
    present = {match.place.code for match in case.rows if match.place and not is_blank(match.row)}
    missing = [old for old in old_communes() if old.code not in present]
    if missing:
        names = [
            f"{old.name}, {old.district} (nay {commune_by_code()[old.commune_code].name})" for old in missing
        ]
        yield Finding(
            RULE,
            Severity.WARNING,
            f"Không có số liệu của {len(missing)} trong {count_words(len(old_communes()))} xã, phường, thị "
            "trấn cũ "
            f"nên số cộng dồn của xã, phường mới có thể chưa đủ: {'; '.join(names)}.",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Đề nghị nhà mạng xác nhận các đơn vị này không có thuê bao hay còn thiếu số liệu.",
        )
