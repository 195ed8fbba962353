"""Accounts: what may be one, and what becomes of one."""

import pytest

from dashboard.access.accounts import (
    SUBJECT,
    AccountError,
    Wanted,
    account_draft,
    accounts_in_force,
    leaves_no_administrator,
    removal,
    roles_words,
)
from dashboard.access.roles import AT_THIS_MACHINE, Role
from dashboard.store.database import Store
from dashboard.store.decisions import decide, decisions_made


def test_an_account_is_found_by_its_name_however_that_is_written(store: Store):
    decide(store, account_draft(Wanted("  Lan.NT@Tinh ", ("officer",), " Nguyễn Thị Lan "), "qt", "mới về"))
    (account,) = accounts_in_force(store.reader()).values()
    assert (account.name, account.full_name, account.roles) == (
        "lan.nt@tinh",
        "Nguyễn Thị Lan",
        {Role.OFFICER},
    )
    assert account.viewer.name == "Nguyễn Thị Lan (lan.nt@tinh)"
    assert account.viewer.sees_every_carrier


def test_what_was_before_stays_in_the_journal_and_a_removed_account_is_gone(store: Store):
    decide(store, account_draft(Wanted("a", ("officer",)), "qt"))
    decide(store, account_draft(Wanted("a", ("carrier",), carrier_code="viettel"), "qt", "chuyển việc"))
    assert roles_words(accounts_in_force(store.reader())["a"]) == "Nhà mạng (Viettel)"
    decide(store, removal("A", "qt", "nghỉ hưu"))
    assert not accounts_in_force(store.reader())
    assert [made.reason for made in decisions_made(store.reader(), SUBJECT, "a")] == [
        "",
        "chuyển việc",
        "nghỉ hưu",
    ]


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(" ", ("officer",)),
        Wanted("a", ()),
        Wanted("a", ("king",)),
        Wanted("a", ("carrier",)),
        Wanted("a", ("officer",), carrier_code="viettel"),
        Wanted("a", ("carrier",), carrier_code="nobody"),
        Wanted("a", ("commune",), commune_code="00000"),
        Wanted("a", ("carrier", "officer"), carrier_code="viettel"),
        Wanted("a\nb", ("officer",)),
    ],
)
def test_an_account_that_cannot_be_so_is_refused(wanted: Wanted):
    with pytest.raises(AccountError):
        account_draft(wanted, "qt")


def test_the_last_administrator_is_known(store: Store):
    decide(store, account_draft(Wanted("qt", ("administrator",)), "lệnh"))
    decide(store, account_draft(Wanted("cv", ("officer",)), "lệnh"))
    accounts = accounts_in_force(store.reader()).values()
    assert leaves_no_administrator(accounts, without="QT")
    assert not leaves_no_administrator(accounts, without="cv")


def test_a_carrier_sees_its_own_files_and_nobody_elses(store: Store):
    decide(store, account_draft(Wanted("vt", ("carrier",), carrier_code="viettel"), "qt"))
    viewer = accounts_in_force(store.reader())["vt"].viewer
    seen = {code: viewer.may_see_files_of(code) for code in ("viettel", "mobifone", "", None)}
    assert seen == {"viettel": True, "mobifone": False, "": False, None: False}
    assert AT_THIS_MACHINE.may_see_files_of(None)
