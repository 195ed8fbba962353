"""A receipt from its JSON."""

import json
from datetime import timedelta

from dashboard.intake.receipt_json import receipt_from_json
from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, changed, examined, good_rows, sheet_of


def test_what_the_json_says_is_the_whole_receipt(store: Store):
    for number, rows in enumerate((good_rows(), changed(3, 5, 1), [], changed(3, 2, "nhiều"))):
        given = {"content": bytes([number]), "received_at": RECEIVED_AT + timedelta(hours=number)}
        receipt = store_examined(examined(store, sheet_of(rows), **given), store)
        assert receipt_from_json(json.loads(json.dumps(receipt.as_json()))) == receipt
    assert receipt.status == "rejected"
