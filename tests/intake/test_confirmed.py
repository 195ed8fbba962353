"""What people confirmed reaches each file as it stood when the file came, also in a rebuild."""

import json
from datetime import date
from pathlib import Path

from dashboard.intake.confirmed import confirmed_so_far
from dashboard.intake.examine import examine
from dashboard.intake.layout.confirmed import confirm_layout, key_of, withdraw_layout
from dashboard.intake.layout.known import Layout
from dashboard.intake.matching.aliases import Alias, confirm_aliases, withdraw_alias
from dashboard.intake.rebuild import rebuild
from dashboard.intake.take_in import take_in
from dashboard.store.database import Store, open_store
from dashboard.store.questions import ask
from tests.intake.layout.test_confirmed import COLUMNS
from tests.intake.matching.test_aliases import FIRST, STRANGE
from tests.intake.reports import good_rows, request_of

HEADER = ("Số hiệu", "Tên gọi", "Quy mô", "Xong", "Tồn", "Dừng đi", "Dừng hẳn")
LAYOUT = Layout(
    "mobifone",
    2,
    date(2026, 11, 11),
    HEADER,
    {name: index for name, index in COLUMNS.items() if name != "commune_code"},
)


def report(day: str) -> bytes:
    """A CSV under a header that nobody knows, with one name that nobody knows."""
    rows = [[number, *row[1:]] for number, row in enumerate(good_rows(), start=1)]
    rows[0][1] = STRANGE.name
    lines = [["MobiFone, tuần báo cáo", day], HEADER, *rows]
    return "\n".join(";".join(map(str, line)) for line in lines).encode()


def test_a_rebuild_matches_each_file_with_what_stood_when_it_came(home: Path):
    store = open_store(home)
    content = report("11/11/2026")
    confirm_layout(store, LAYOUT, "Lan")
    confirm_aliases(store, (Alias(STRANGE, FIRST.code),), "Lan")
    receipt = take_in(request_of("mobifone.csv", content), store)
    assert receipt.status == "accepted"
    withdraw_alias(store, STRANGE.key, "Lan")
    withdraw_layout(store, key_of(LAYOUT), "Lan")
    assert take_in(request_of("mobifone.csv", report("18/11/2026")), store).status == "rejected"
    stored = ask(store.reader(), "intake/everything_taken_in")
    store.close()
    report_of_rebuild = rebuild(home)
    assert report_of_rebuild.is_whole
    assert report_of_rebuild.figures_count == stored.num_rows == 166
    reopened = open_store(home)
    assert ask(reopened.reader(), "intake/everything_taken_in").equals(stored)
    reopened.close()


def test_a_receipt_made_again_knows_what_stood_before_the_file(store: Store):
    confirm_layout(store, LAYOUT, "Lan")
    confirm_aliases(store, (Alias(STRANGE, FIRST.code),), "Lan")
    content = report("11/11/2026")
    receipt = take_in(request_of("mobifone.csv", content), store)
    withdraw_alias(store, STRANGE.key, "Lan")
    again = examine(request_of("mobifone.csv", content, known_before=receipt.submission_id), store).receipt
    assert again.matches == receipt.matches == {"exact_name": 165, "alias": 1}
    assert json.dumps(again.totals) == json.dumps(receipt.totals)
    with store.reader() as cursor:
        assert not confirmed_so_far(cursor).aliases
        assert confirmed_so_far(cursor, receipt.submission_id).aliases
