"""The few pages that are not Streamlit's: signing in, and what somebody is told who may not."""

from html import escape
from urllib.parse import quote

from starlette.responses import HTMLResponse

from dashboard.access.rights import pages_of
from dashboard.access.roles import Viewer

NO_STORE = {"Cache-Control": "no-store"}
TITLE = "Xác thực thuê bao · Sở Khoa học và Công nghệ Thanh Hóa"
REASONS = {
    "khong-thanh": "Đăng nhập không thành công. Hãy thử lại; nếu vẫn không được, báo người quản trị.",
    "het-phien": "Phiên đăng nhập đã kết thúc. Hãy đăng nhập lại để tiếp tục.",
    "da-thoat": "Đã đăng xuất khỏi mọi thẻ của trình duyệt này.",
}
PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title} · Xác thực thuê bao</title><link rel="icon" href="/favicon.png">
<style>
body{{margin:0;min-height:100vh;display:grid;place-items:center;background:#f4f6f9;color:#1d2733;
font:17px/1.55 "Segoe UI","Noto Sans",Arial,sans-serif}}
main{{max-width:30rem;margin:1rem;padding:2.25rem 2.5rem;background:#fff;
border:1px solid #d9dfe6;border-radius:8px}}
small{{color:#5c6670}}h1{{font-size:1.5rem;line-height:1.3;margin:.5rem 0 1rem}}
a.go{{display:inline-block;margin-top:.75rem;padding:.6rem 1.4rem;border-radius:6px;background:#0b5394;
color:#fff;text-decoration:none;font-weight:600}}
a.go:focus-visible{{outline:3px solid #f0a202}}a{{color:#0b5394}}
p.why{{padding:.6rem .9rem;background:#fff6e0;border-left:4px solid #f0a202}}
</style></head><body><main><small>{place}</small><h1>{title}</h1>{body}</main></body></html>"""


def sign_in_page(target: str, reason: str) -> HTMLResponse:
    """Where somebody signs in; `target` is where they were going, `reason` one of REASONS or nothing."""
    why = f'<p class="why">{escape(REASONS[reason])}</p>' if reason in REASONS else ""
    onward = escape(f"/dang-nhap/tiep?den={quote(target, safe='')}")
    body = (
        f"{why}<p>Dùng tài khoản của cơ quan. Người chưa có quyền liên hệ người quản trị của Sở.</p>"
        f'<a class="go" href="{onward}">Đăng nhập</a>'
    )
    return _page("Đăng nhập", body, 200)


def no_account_page(name: str) -> HTMLResponse:
    """Somebody signed in whom nobody has given a role here, or who is not the person of that name."""
    who = f"“<b>{escape(name)}</b>”" if name else "này"
    body = (
        f"<p>Hệ thống đăng nhập nhận ra tài khoản {who}, nhưng tài khoản đó chưa được cấp quyền ở đây "
        "(hoặc tên đó đã thuộc về người khác). Hãy báo tên này cho người quản trị của Sở.</p>"
        '<a class="go" href="/auth/logout">Đăng nhập bằng tài khoản khác</a>'
    )
    return _page("Chưa được cấp quyền", body, 403)


def not_yours_page(viewer: Viewer) -> HTMLResponse:
    """A page that is there, for others."""
    return _page(
        "Trang này không thuộc quyền của bạn", _way_back(viewer, "Trang này dành cho vai trò khác."), 403
    )


def not_found_page(viewer: Viewer) -> HTMLResponse:
    """No page of this address."""
    return _page("Không có trang này", _way_back(viewer, "Địa chỉ này không có trang nào."), 404)


def _way_back(viewer: Viewer, words: str) -> str:
    pages = pages_of(viewer)
    first = f'<a class="go" href="/">Về trang {escape(pages[0].title)}</a>' if pages else ""
    return (
        f"<p>{words} Bạn đang đăng nhập là <b>{escape(viewer.name)}</b>. Nếu cần quyền khác, "
        f'hãy báo người quản trị.</p>{first}<p><a href="/dang-xuat">Đăng xuất</a></p>'
    )


def _page(title: str, body: str, code: int) -> HTMLResponse:
    return HTMLResponse(PAGE.format(title=title, place=TITLE, body=body), code, headers=NO_STORE)
