"""GET /dang-nhap, /dang-nhap/tiep, /dang-xuat and /phien: in, out, and whether one is still in."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard.access.sessions import ending
from dashboard.access.sign_in import is_shared, sign_in
from dashboard.store.decisions import decide_all
from dashboard.web.callback import HOME, TARGET, safe_target
from dashboard.web.gate_pages import sign_in_page
from dashboard.web.live import live
from dashboard.web.signed_in import session_cookie, signed_in

NO_STORE = {"Cache-Control": "no-store"}
FORGET = {"Clear-Site-Data": '"cache"'}  # what this browser keeps is not for who uses it next
TARGET_SECONDS = 900  # for somebody who looks for a password
PROVIDER_LOGOUT = "/auth/logout"  # Streamlit's: clears its cookies and signs out at the sign-in too


def serve_sign_in(request: Request) -> Response:
    """GET /dang-nhap?den=…&ly-do=…: the page with the button; who is in already goes on to `den`."""
    target = safe_target(request.query_params.get("den", HOME))
    if not is_shared() or signed_in(request.cookies, is_doing=False) is not None:
        return RedirectResponse(target, 302, headers=NO_STORE)
    return sign_in_page(target, request.query_params.get("ly-do", ""))


def serve_start(request: Request) -> Response:
    """GET /dang-nhap/tiep?den=…: on to the sign-in; where to come back to waits in a cookie."""
    provider, given = request.scope.get("provider"), sign_in()
    if provider is None or given is None:
        return RedirectResponse(HOME, 302, headers=NO_STORE)
    response = RedirectResponse(provider.start_address(), 302, headers=NO_STORE)
    response.set_cookie(
        TARGET,
        safe_target(request.query_params.get("den", HOME)),
        max_age=TARGET_SECONDS,
        httponly=True,
        samesite="lax",
        secure=given.is_secure,
    )
    return response


async def serve_sign_out(request: Request) -> Response:
    """GET /dang-xuat: the session ends, so every tab of it does; then the sign-in is left too.

    Not from a page of another site: that only leads to the first page.
    """
    found = signed_in(request.cookies, is_doing=False)
    if request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        return RedirectResponse(HOME, 302, headers=NO_STORE)
    if found is not None:
        draft = ending(found.session, found.account.name, "đăng xuất")
        await run_in_threadpool(decide_all, live().store, (draft,))
    response = RedirectResponse(PROVIDER_LOGOUT, 302, headers=NO_STORE | FORGET)
    given = sign_in()
    response.delete_cookie(session_cookie(), httponly=True, secure=given is not None and given.is_secure)
    return response


def serve_session(request: Request) -> Response:
    """GET /phien: 204 while who asks may go on, 401 when they have to sign in."""
    is_in = not is_shared() or signed_in(request.cookies, is_doing=False) is not None
    return Response(status_code=204 if is_in else 401, headers=NO_STORE)
