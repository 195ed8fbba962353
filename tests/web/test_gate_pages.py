"""The pages that are not Streamlit's say what they should, and nothing that somebody put into an address."""

from dashboard.access.roles import Role, Viewer
from dashboard.web.gate_pages import no_account_page, not_found_page, not_yours_page, sign_in_page

SCRIPT = '"><script>alert(1)</script>'
LAN = Viewer(f"Lan {SCRIPT}", "lan", frozenset({Role.OFFICER}))


def test_what_comes_from_outside_stays_text():
    pages = (sign_in_page(SCRIPT, SCRIPT), no_account_page(SCRIPT), not_yours_page(LAN), not_found_page(LAN))
    texts = [bytes(page.body).decode() for page in pages]
    assert not [text for text in texts if "<script" in text]
    assert all(page.headers["cache-control"] == "no-store" for page in pages)
    assert [page.status_code for page in pages] == [200, 403, 403, 404]


def test_the_way_back_is_the_first_page_of_who_looks():
    assert "Về trang Tổng quan" in bytes(not_yours_page(LAN).body).decode()
    nobody = Viewer("x", "x", frozenset())
    assert "Về trang" not in bytes(not_found_page(nobody).body).decode()


def test_signing_in_goes_on_to_where_one_was_going():
    text = bytes(sign_in_page("/xa-phuong?xa=14758&tuan=2026-11-25", "het-phien").body).decode()
    assert 'href="/dang-nhap/tiep?den=%2Fxa-phuong%3Fxa%3D14758%26tuan%3D2026-11-25"' in text
    assert "Phiên đăng nhập đã kết thúc" in text
