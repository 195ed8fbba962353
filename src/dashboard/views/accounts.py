"""Accounts on the page: listed, made, changed and removed, each with why."""

import pandas as pd
import streamlit as st

from dashboard.access.accounts import (
    SUBJECT,
    Account,
    AccountError,
    Wanted,
    account_draft,
    account_key,
    accounts_in_force,
    leaves_no_administrator,
    removal,
    roles_words,
)
from dashboard.access.rights import ADMINISTRATORS
from dashboard.access.roles import ROLE_WORDS, Role
from dashboard.access.sessions import ending, forget_identity
from dashboard.access.sign_in import is_shared
from dashboard.measures.wording import NOTHING
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.store.decisions import OutdatedDecisionError, decide_all, decide_upon, last_decision
from dashboard.views.plain import plain
from dashboard.views.received import wall_clock
from dashboard.views.who import who
from dashboard.web.live import live
from dashboard.web.signed_in import all_signed_in

NEW = "Tài khoản mới"
DONE = "account-done"


def show_accounts() -> None:
    """All accounts, and below a form for one of them or a new one."""
    if not is_shared():
        st.info(
            "Ứng dụng đang chạy tại một máy, không đăng nhập. Tài khoản ghi ở đây có hiệu lực khi cấu hình "
            "đăng nhập (hướng dẫn, chương 13).",
            icon=":material/info:",
        )
    if done := st.session_state.pop(DONE, ""):
        st.success(done, icon=":material/check_circle:")
    with live().store.reader() as cursor:
        accounts = accounts_in_force(cursor)
    _show_table(list(accounts.values()))
    chosen = st.selectbox(
        "Sửa hoặc thêm", [NEW, *accounts], format_func=lambda key: _told(accounts.get(key)), width=520
    )
    account = accounts.get(chosen)
    _ask(account, list(accounts.values()))
    if account is not None:
        _offer_removal(account, list(accounts.values()))


def _told(account: Account | None) -> str:
    return account.viewer.name if account else NEW


def _show_table(accounts: list[Account]) -> None:
    if not accounts:
        st.caption("Chưa có tài khoản nào.")
        return
    rows = [
        {
            "Tài khoản": account.name,
            "Họ tên": account.full_name,
            "Vai trò": roles_words(account),
            "Từ": wall_clock(account.decided_at),
            "Người ghi": account.decided_by,
        }
        for account in accounts
    ]
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        width="stretch",
        column_config={"Từ": st.column_config.DatetimeColumn(format="DD/MM/YYYY HH:mm")},
        placeholder=NOTHING,
    )


def _ask(account: Account | None, accounts: list[Account]) -> None:
    key = f"{account.name}-{account.ordinal}" if account else "new"
    carrier_names = {"": "–"} | {carrier.code: carrier.name for carrier in carriers()}
    commune_names = {"": "–"} | {commune.code: commune.name for commune in communes()}
    with st.form(f"account-{key}", border=True):
        left, right = st.columns(2)
        name = account.name if account else left.text_input("Tên ở hệ thống đăng nhập")
        full_name = right.text_input("Họ tên", account.full_name if account else "")
        roles = left.multiselect(
            "Vai trò",
            list(ROLE_WORDS),
            [role for role in ROLE_WORDS if account and role in account.roles],
            format_func=ROLE_WORDS.__getitem__,
            placeholder="Chọn vai trò",
        )
        reason = right.text_input("Lý do", placeholder="Ví dụ: phân công theo văn bản số …")
        carrier_code = left.selectbox(
            "Của nhà mạng (vai trò nhà mạng)",
            list(carrier_names),
            list(carrier_names).index(account.carrier_code if account else ""),
            format_func=carrier_names.__getitem__,
        )
        commune_code = right.selectbox(
            "Của xã, phường (vai trò xã, phường)",
            list(commune_names),
            list(commune_names).index(account.commune_code if account else ""),
            format_func=commune_names.__getitem__,
        )
        if st.form_submit_button("Ghi tài khoản", type="primary"):
            wanted = Wanted(name, tuple(roles), full_name, carrier_code, commune_code)
            _keep(wanted, reason, account, accounts)


def _keep(wanted: Wanted, reason: str, account: Account | None, accounts: list[Account]) -> None:
    objection = _objection(wanted, account, accounts)
    if not objection:
        try:
            draft = account_draft(wanted, who(ADMINISTRATORS), reason)
            with live().store.reader() as cursor:
                seen = last_decision(cursor, SUBJECT, draft.key)
            decide_upon(live().store, draft, seen)
        except AccountError as error:
            objection = str(error)
        except OutdatedDecisionError:
            objection = "Người khác vừa sửa tài khoản này; hãy xem lại."
    if objection:
        st.error(objection, icon=":material/error:")
        return
    st.session_state[DONE] = f"Đã ghi tài khoản {plain(draft.key)}."
    st.rerun()


def _objection(wanted: Wanted, account: Account | None, accounts: list[Account]) -> str:
    """What stands against it that the account by itself does not show."""
    if account is None:
        is_known = account_key(wanted.name) in {it.name for it in accounts}
        return "Đã có tài khoản này; hãy chọn nó ở trên để sửa." if is_known else ""
    is_lost = Role.ADMINISTRATOR in account.roles and Role.ADMINISTRATOR not in wanted.roles
    is_last = is_lost and leaves_no_administrator(accounts, account.name)
    return "Phải còn ít nhất một tài khoản quản trị." if is_last else ""


def _offer_removal(account: Account, accounts: list[Account]) -> None:
    if Role.ADMINISTRATOR in account.roles and leaves_no_administrator(accounts, account.name):
        st.caption("Đây là tài khoản quản trị duy nhất nên không bỏ được ở đây.")
        return
    with st.popover("Bỏ tài khoản", icon=":material/person_remove:"):
        reason = st.text_input("Lý do bỏ", key=f"why-{account.name}")
        if st.button("Bỏ tài khoản này", key=f"remove-{account.name}", disabled=not reason.strip()):
            by = who(ADMINISTRATORS)
            sessions = [it.session for it in all_signed_in() if it.account.name == account.name]
            endings = [ending(session, by, "bỏ tài khoản") for session in sessions]
            forgotten = forget_identity(account.name, by, "bỏ tài khoản")
            decide_all(live().store, (removal(account.name, by, reason), forgotten, *endings))
            st.session_state[DONE] = f"Đã bỏ tài khoản {plain(account.name)}."
            st.rerun()
