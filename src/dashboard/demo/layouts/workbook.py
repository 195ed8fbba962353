"""Workbooks whose bytes depend on their content only."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO

import xlsxwriter


@contextmanager
def workbook_into(target: BytesIO, sent_at: datetime) -> Iterator[xlsxwriter.Workbook]:
    """A workbook that is written into `target` on leaving, dated `sent_at` instead of by the clock."""
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    workbook.set_properties({"created": sent_at.replace(tzinfo=None), "comments": "Số liệu mô phỏng"})
    yield workbook
    workbook.close()
