"""GET /views.json: what was saved, with the address that opens it now."""

from starlette.testclient import TestClient

from dashboard.reference.saved_views import save_view
from dashboard.store.database import Store
from tests.web.prepared import LAST, WHOLE


def test_a_view_opens_on_its_round_or_on_the_newest(client: TestClient, filled: Store):
    save_view(filled, "Kỳ đủ", ("ban-do", f"tuan={WHOLE}"), "Lan")
    save_view(filled, "Mới nhất", ("phan-tich", "nha-mang=viettel&tab=nha-mang"), "Lan")
    answer = client.get("/views.json")
    assert answer.headers["cache-control"] == "no-store"
    told = {it["name"]: (it["newest"], it["address"]) for it in answer.json()}
    assert told["Kỳ đủ"] == (False, f"/ban-do?tuan={WHOLE}")
    newest, address = told["Mới nhất"]
    assert newest
    assert address.startswith("/phan-tich?tuan=20")
    assert address.endswith("&nha-mang=viettel&tab=nha-mang")
    assert str(LAST.year) in address
