"""Acts taken away: the three files hold the same acts; who sees no figures sees none in them either."""

import csv
import io
import json
from datetime import UTC, datetime

from openpyxl import load_workbook

from dashboard.access.roles import AT_THIS_MACHINE, Role, Viewer
from dashboard.briefing.journal_book import acts_file, seen_by
from dashboard.upkeep.acts import Done

AT = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
ACTS = (
    Done(2, "meeting_decision", "m1", AT, "Lan", "page", "10.0.0.7", "=1+1", None, {"verified": 123456}),
    Done(1, "account", "lan", AT, "quản trị", "command", "", "", {"roles": ["officer"]}, None),
)
ADMINISTRATOR = Viewer("qt", "qt", frozenset({Role.ADMINISTRATOR}))


def test_the_three_files_hold_the_same_acts_and_no_formula():
    book = load_workbook(io.BytesIO(acts_file(ACTS, "xlsx", ("Tìm: x",), "SỐ LIỆU MÔ PHỎNG")))
    rows = [list(row) for row in book.worksheets[0].iter_rows()]
    assert all(cell.data_type != "f" for row in rows for cell in row)
    told = [row[0].value for row in rows]
    assert told[-2:] == [2, 1]
    table = list(csv.reader(io.StringIO(acts_file(ACTS, "csv", ()).decode("utf-8-sig")), delimiter=";"))
    assert table[1][:3] == ["2", "18/11/2026 10:00", "Lan"]
    assert (table[1][3], table[1][8]) == ("trang, 10.0.0.7", "'=1+1")
    assert [it["ordinal"] for it in json.loads(acts_file(ACTS, "json", ()))] == [2, 1]


def test_an_administrator_alone_sees_no_figure():
    assert seen_by(ACTS, AT_THIS_MACHINE) == ACTS
    seen = seen_by(ACTS, ADMINISTRATOR)
    assert seen[1] == ACTS[1]
    assert b"123456" not in acts_file(seen, "json", ())
    assert "chỉ vai trò của Sở" in acts_file(seen, "csv", ()).decode("utf-8-sig")
