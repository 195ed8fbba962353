"""Files moved beside their receipts."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from dashboard.intake.inbox.found import INBOX_NAME, LINK, Found, look_into
from dashboard.intake.inbox.put_away import RULE, put_away, receipt_as_json, refusal_of
from dashboard.intake.receipt import Receipt, Status
from dashboard.store.database import Store
from tests.intake.reports import examined, good_rows, sheet_of


def dropped(home: Path, name: str, content: bytes = b"x") -> Found:
    folder = home / INBOX_NAME
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return next(it for it in look_into(home) if it.path.name == name)


def accepted(store: Store) -> Receipt:
    return examined(store, sheet_of(good_rows())).receipt


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_names_are_kept_and_made_unique_and_nothing_is_overwritten(store: Store):
    for content in (b"one", b"two", b"three"):
        found = dropped(store.home, "a.b.xlsx", content)
        assert put_away(store.home, found, accepted(store), receipt_as_json)
    assert names_in(store.home / "done") == [
        "a.b (2).xlsx",
        "a.b (2).xlsx.bien-nhan.json",
        "a.b (3).xlsx",
        "a.b (3).xlsx.bien-nhan.json",
        "a.b.xlsx",
        "a.b.xlsx.bien-nhan.json",
    ]
    assert (store.home / "done" / "a.b.xlsx").read_bytes() == b"one"
    assert names_in(store.home / INBOX_NAME) == []


def test_a_file_named_like_a_receipt_takes_no_receipts_place(store: Store):
    first = dropped(store.home, "a.csv.bien-nhan.json", b"first")
    put_away(store.home, first, accepted(store), receipt_as_json)
    put_away(store.home, dropped(store.home, "a.csv"), accepted(store), receipt_as_json)
    assert (store.home / "done" / "a.csv.bien-nhan.json").read_bytes() == b"first"
    assert (store.home / "done" / "a (2).csv").exists()


def test_the_receipt_lies_beside_a_refused_file_in_its_carriers_folder(store: Store):
    (store.home / INBOX_NAME / "wintel").mkdir(parents=True)
    (store.home / INBOX_NAME / "wintel" / "a.csv").write_bytes(b"x")
    [found] = look_into(store.home)
    receipt = replace(accepted(store), status=Status.REJECTED)
    target = put_away(store.home, found, receipt, receipt_as_json)
    assert target == store.home / "refused" / "wintel" / "a.csv"
    beside = target.with_name("a.csv.bien-nhan.json")
    assert json.loads(beside.read_text(encoding="utf-8")) == receipt.as_json()


def test_a_file_that_changed_meanwhile_stays(store: Store):
    found = dropped(store.home, "a.csv")
    found.path.write_bytes(b"longer")
    assert put_away(store.home, found, accepted(store), receipt_as_json) is None
    assert names_in(store.home / INBOX_NAME) == ["a.csv"]
    assert names_in(store.home / "done") == []


def test_a_file_replaced_while_its_receipt_is_written_stays_without_one(store: Store):
    found = dropped(store.home, "a.csv")

    class Slow(dict[str, bytes]):
        """Papers that take so long to write that the carrier puts a correction in the file's place."""

        def items(self) -> Any:
            yield from super().items()
            (store.home / "new").write_bytes(b"corrected")
            (store.home / "new").replace(found.path)

    papers = Slow(receipt_as_json(accepted(store)))
    assert put_away(store.home, found, accepted(store), lambda _: papers) is None
    assert found.path.read_bytes() == b"corrected"
    assert names_in(store.home / "done") == []


def test_what_is_no_plain_file_is_refused_unread_and_says_why(store: Store):
    found = replace(dropped(store.home, "a.csv"), fault=LINK)
    receipt = refusal_of(found)
    assert receipt.status is Status.REJECTED
    assert [finding.rule for finding in receipt.findings] == [RULE]
    assert "liên kết" in receipt.findings[0].message
    assert put_away(store.home, found, receipt, receipt_as_json)
