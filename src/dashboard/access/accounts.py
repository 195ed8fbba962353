"""Accounts: who may come in and as what. Decisions of the subject `account`, so with who, when and why.

The key is the name by which the sign-in knows somebody (settings: oidc_claim), in small letters.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

import duckdb

from dashboard.access.roles import ROLE_WORDS, Role, Viewer
from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.communes import commune_by_code
from dashboard.store.decisions import Decision, Draft, decisions_in_force

SUBJECT = "account"
MOST_LETTERS = 200  # of a name: the longest e-mail address has 254, the longest in use here 60


class AccountError(ValueError):
    """An account that cannot be so; says why, in Vietnamese."""


@dataclass(frozen=True)
class Account:
    """Somebody who may come in; codes are "" where the roles need none."""

    name: str
    full_name: str
    roles: frozenset[Role]
    carrier_code: str
    commune_code: str
    decided_at: datetime
    decided_by: str
    ordinal: int

    @property
    def viewer(self) -> Viewer:
        """Who looks when this account does."""
        said = f"{self.full_name} ({self.name})" if self.full_name else self.name
        return Viewer(said, self.name, self.roles, self.carrier_code, self.commune_code)


@dataclass(frozen=True)
class Wanted:
    """An account as somebody wants it."""

    name: str
    roles: tuple[str, ...]
    full_name: str = ""
    carrier_code: str = ""
    commune_code: str = ""


def account_key(name: str) -> str:
    """The name by which an account is found."""
    return name.strip().casefold()


def account_draft(wanted: Wanted, decided_by: str, reason: str = "") -> Draft:
    """The decision that makes or changes an account. Raises AccountError for one that cannot be so."""
    _check(wanted)
    content = asdict(wanted) | {"roles": sorted(set(wanted.roles)), "full_name": wanted.full_name.strip()}
    content.pop("name")
    return Draft(SUBJECT, account_key(wanted.name), content, decided_by, reason.strip())


def removal(name: str, decided_by: str, reason: str) -> Draft:
    """The decision after which an account lets nobody in."""
    return Draft(SUBJECT, account_key(name), None, decided_by, reason.strip())


def accounts_in_force(cursor: duckdb.DuckDBPyConnection) -> Mapping[str, Account]:
    """Key -> account, in the order of their names."""
    found = map(_account, decisions_in_force(cursor, SUBJECT).values())
    return {account.name: account for account in sorted(found, key=lambda account: account.name)}


def leaves_no_administrator(accounts: Iterable[Account], without: str) -> bool:
    """Whether nobody could manage accounts any more if this one were gone or had other roles."""
    return not any(
        Role.ADMINISTRATOR in account.roles for account in accounts if account.name != account_key(without)
    )


def roles_words(account: Account) -> str:
    """An account's roles, with whose they are: "Nhà mạng (Viettel)"."""
    carrier = carrier_by_code().get(account.carrier_code)
    commune = commune_by_code().get(account.commune_code)
    of = {Role.CARRIER: carrier.name if carrier else "", Role.COMMUNE: commune.name if commune else ""}
    words = [
        f"{label} ({of[role]})" if of.get(role) else label
        for role, label in ROLE_WORDS.items()
        if role in account.roles
    ]
    return ", ".join(words)


def _check(wanted: Wanted) -> None:
    key, roles = account_key(wanted.name), set(wanted.roles)
    if not key or len(key) > MOST_LETTERS or not key.isprintable():
        raise AccountError("Cần tên tài khoản: đúng tên mà hệ thống đăng nhập của cơ quan dùng.")
    if not roles or not roles <= set(Role):
        raise AccountError("Cần ít nhất một vai trò trong: " + ", ".join(Role) + ".")
    if (Role.CARRIER in roles) != bool(wanted.carrier_code):
        raise AccountError("Vai trò nhà mạng đi cùng mã nhà mạng, và chỉ vai trò đó.")
    if (Role.COMMUNE in roles) != bool(wanted.commune_code):
        raise AccountError("Vai trò xã, phường đi cùng mã xã, phường, và chỉ vai trò đó.")
    if roles & {Role.CARRIER, Role.COMMUNE} and len(roles) > 1:
        raise AccountError("Tài khoản của nhà mạng hoặc của xã, phường không kiêm vai trò khác.")
    if wanted.carrier_code and wanted.carrier_code not in carrier_by_code():
        raise AccountError(f"Không có nhà mạng mang mã “{wanted.carrier_code}”.")
    if wanted.commune_code and wanted.commune_code not in commune_by_code():
        raise AccountError(f"Không có xã, phường mang mã “{wanted.commune_code}”.")


def _account(decision: Decision) -> Account:
    content = decision.content or {}
    return Account(
        decision.key,
        str(content["full_name"]),
        frozenset(map(Role, content["roles"])),
        str(content["carrier_code"]),
        str(content["commune_code"]),
        decision.decided_at,
        decision.decided_by,
        decision.ordinal,
    )
