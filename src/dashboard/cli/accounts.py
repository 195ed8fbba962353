"""python -m dashboard account add | list | role | remove: who may come in and as what.

Works while the app runs and takes effect at once. With --json: add and role give {name, full_name, roles,
carrier, commune}, list {accounts: [the same with decided_at, decided_by]}, remove {name}. Exit code 0; 1
where there is nothing to do it to; 2 for an account that cannot be so.
"""

import getpass
import json
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from dashboard.access.accounts import (
    Account,
    AccountError,
    Wanted,
    account_draft,
    account_key,
    accounts_in_force,
    removal,
    roles_words,
)
from dashboard.access.roles import Role
from dashboard.access.sessions import ending, forget_identity, sessions_in_force
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.intake.wording import time_words
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.decisions import decide_all

EXIT_NOT_DONE, EXIT_WRONG_USE = 1, 2

Name = Annotated[str, typer.Argument(metavar="TÊN", help="Tên mà hệ thống đăng nhập của cơ quan dùng.")]
Roles = Annotated[list[Role], typer.Option("--role", help="Vai trò; dùng nhiều lần cho nhiều vai trò.")]
CarrierCode = Annotated[str, typer.Option("--carrier", help="Mã nhà mạng, với vai trò carrier.")]
CommuneCode = Annotated[str, typer.Option("--commune", help="Mã xã, phường, với vai trò commune.")]
Reason = Annotated[str, typer.Option(help="Lý do, được ghi lại.")]

app = typer.Typer(help="Tài khoản và vai trò của người dùng.", no_args_is_help=True)


@app.command()
def add(  # noqa: PLR0917 - Typer reads the options from the parameters
    name: Name,
    role: Roles,
    full_name: Annotated[str, typer.Option(help="Họ tên, hiện trên trang và trong nhật ký.")] = "",
    carrier: CarrierCode = "",
    commune: CommuneCode = "",
    reason: Reason = "",
    as_json: AsJson = False,
) -> None:
    """Thêm tài khoản. Người quản trị đầu tiên: account add TÊN --role administrator."""
    wanted = Wanted(name, tuple(role), full_name, carrier.lower(), commune)
    with reading_store() as store:
        if account_key(name) in _accounts(store):
            raise _not_done(f"Đã có tài khoản “{account_key(name)}”; đổi vai trò bằng: account role.")
        _keep(store, wanted, reason, as_json=as_json)


@app.command()
def role(  # noqa: PLR0917 - as above
    name: Name,
    role: Roles,
    carrier: CarrierCode = "",
    commune: CommuneCode = "",
    reason: Reason = "",
    as_json: AsJson = False,
) -> None:
    """Đổi vai trò của tài khoản; có hiệu lực ngay, kể cả với người đang mở trang."""
    with reading_store() as store:
        standing = _known(store, name)
        wanted = Wanted(name, tuple(role), standing.full_name, carrier.lower(), commune)
        _keep(store, wanted, reason, as_json=as_json)


@app.command("list")
def list_accounts(as_json: AsJson = False) -> None:
    """Liệt kê tài khoản."""
    with reading_store() as store:
        accounts = _accounts(store)
    if as_json:
        _print({"accounts": [_facts(account) for account in accounts.values()]})
    elif not accounts:
        typer.echo("Chưa có tài khoản nào. Thêm người quản trị: account add TÊN --role administrator")
    for account in () if as_json else accounts.values():
        whose = f"{account.name} ({account.full_name})" if account.full_name else account.name
        decided = f"{time_words(account.decided_at)} bởi {account.decided_by}"
        typer.echo(f"{whose}: {roles_words(account)}, từ {decided}")


@app.command()
def remove(name: Name, reason: Reason = "", as_json: AsJson = False) -> None:
    """Bỏ tài khoản; mọi phiên đang mở của tài khoản kết thúc ngay."""
    with reading_store() as store:
        standing = _known(store, name)
        with store.reader() as cursor:
            sessions = sessions_in_force(cursor).values()
        by = getpass.getuser()
        endings = [ending(it, by, "bỏ tài khoản") for it in sessions if it.account == standing.name]
        forgotten = forget_identity(standing.name, by, "bỏ tài khoản")
        decide_all(store, (removal(standing.name, by, reason), forgotten, *endings))
    if as_json:
        _print({"name": standing.name})
    else:
        typer.echo(f"Đã bỏ tài khoản {standing.name}; kết thúc {len(endings)} phiên.")


def _accounts(store: Store) -> Mapping[str, Account]:
    with store.reader() as cursor:
        return accounts_in_force(cursor)


def _known(store: Store, name: str) -> Account:
    standing = _accounts(store).get(account_key(name))
    if standing is None:
        raise _not_done(f"Không có tài khoản “{account_key(name)}”.")
    return standing


def _keep(store: Store, wanted: Wanted, reason: str, *, as_json: bool) -> None:
    try:
        draft = account_draft(wanted, getpass.getuser(), reason)
    except AccountError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(EXIT_WRONG_USE) from error
    decide_all(store, (draft,))
    if as_json:
        content = dict(draft.content or {})
        of = {"carrier": content["carrier_code"], "commune": content["commune_code"]}
        _print({"name": draft.key, "full_name": content["full_name"], "roles": content["roles"]} | of)
    else:
        typer.echo(f"Đã ghi tài khoản {draft.key}: {', '.join(sorted(set(wanted.roles)))}.")


def _not_done(words: str) -> typer.Exit:
    typer.echo(words, err=True)
    return typer.Exit(EXIT_NOT_DONE)


def _facts(account: Account) -> dict[str, Any]:
    return {
        "name": account.name,
        "full_name": account.full_name,
        "roles": sorted(account.roles),
        "carrier": account.carrier_code,
        "commune": account.commune_code,
        "decided_at": account.decided_at.astimezone(LOCAL_ZONE).isoformat(),
        "decided_by": account.decided_by,
    }


def _print(answer: dict[str, Any]) -> None:
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
