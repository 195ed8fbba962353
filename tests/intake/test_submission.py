"""An accepted file as rows of the database."""

from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import COUNTS, HEADER, RECEIVED_AT, ROUND_ON, examined, good_rows, sheet_of


def rows_of(store: Store, table: str) -> list[dict[str, object]]:
    cursor = store.reader()
    try:
        return cursor.table(table).to_arrow_table().to_pylist()
    finally:
        cursor.close()


def test_everything_about_a_file_is_stored_under_one_id(store: Store):
    rows = [[*row, 9] for row in good_rows()]
    sheet = sheet_of([*rows, [], ["Phương án xử lý: nhắn tin"]], header=(*HEADER, "SIM rác"))
    store_examined(examined(store, sheet, is_simulated=True), store)
    [submission] = rows_of(store, "submission")
    assert {
        "submission_id": "00000001",
        "carrier_code": "mobifone",
        "round_on": ROUND_ON,
        "received_at": RECEIVED_AT,
        "status": "accepted",
        "layout": "today_communes",
        "communes_count": 166,
        "rows_read_count": 166,
        "handling_plan": "nhắn tin",
        "is_simulated": True,
    }.items() <= submission.items()
    figure = rows_of(store, "submission_figure")[0]
    assert list(figure.values()) == ["00000001", "14758", *COUNTS, 9, None, None]
    assert rows_of(store, "submission_match") == [
        {"submission_id": "00000001", "matched_by": "code", "rows_count": 166}
    ]
    assert [row["rule"] for row in rows_of(store, "submission_finding")] == [
        "layout_changed",
        "skipped_rows",
    ]
