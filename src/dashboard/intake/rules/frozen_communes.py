"""Communes whose five counts have stood still for weeks: their part of the file is no longer filled."""

from collections.abc import Iterator

import numpy as np

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.history import row_of
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.wording import count_words, day_words, listed
from dashboard.reference.communes import communes
from dashboard.reference.policy import policy

RULE = "frozen_communes"


def find(case: Case) -> Iterator[Finding]:
    """One warning that names several; where everybody is verified, standing still is right."""
    limits, history = policy().checks, case.past.history
    earlier = limits.frozen_rounds_count - 1
    if len(history.rounds) < earlier:
        return
    now = {column: row_of(case.figures, column) for column in COUNT_COLUMNS}
    is_frozen = (now["total_count"] >= limits.frozen_floor_count) & (now["unverified_count"] > 0)
    for column in COUNT_COLUMNS:
        is_frozen &= (history.of(column)[:earlier] == now[column]).all(axis=0)
    if is_frozen.sum() >= limits.frozen_fewest_count:
        names = [communes()[place].name for place in np.flatnonzero(is_frozen)]
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{count_words(len(names))} xã, phường không có số nào thay đổi từ kỳ "
            f"{day_words(history.rounds[earlier - 1])}: {listed(names)}.",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Hỏi nhà mạng số liệu của các nơi này có còn được cập nhật không.",
        )
