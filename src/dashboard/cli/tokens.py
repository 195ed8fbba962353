"""python -m dashboard tokens make | list | revoke: what carriers' programs send reports with.

Works while the app runs and takes effect at once. With --json: make gives {key, carrier, token}, list
{tokens: [{key, carrier, made_at, made_by}]}, revoke {key}. Exit code 0; 1 where there is nothing to do it to.
"""

import getpass
import json
from typing import Annotated, Any

import typer

from dashboard.cli.carrier_codes import known_carrier
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.intake.tokens import Token, new_token, tokens_in_force, withdrawal
from dashboard.intake.wording import carrier_words, time_words
from dashboard.settings import LOCAL_ZONE
from dashboard.store.decisions import Draft, decide_all

EXIT_NOT_DONE = 1

app = typer.Typer(help="Mã truy cập để phần mềm của nhà mạng tự gửi báo cáo.", no_args_is_help=True)


@app.command()
def make(
    carrier: Annotated[str, typer.Option(help="Mã nhà mạng được gửi báo cáo bằng mã này.")],
    replace: Annotated[bool, typer.Option("--replace", help="Thu hồi mã đang dùng của nhà mạng.")] = False,
    as_json: AsJson = False,
) -> None:
    """Tạo mã truy cập cho một nhà mạng; mã chỉ hiện ra một lần này."""
    code = known_carrier(carrier)
    earlier = [token for token in _tokens() if token.carrier_code == code]
    if earlier and not replace:
        typer.echo(
            f"{carrier_words(code)} đang có mã {earlier[0].key}. "
            "Thêm --replace để thu hồi mã đó và tạo mã mới.",
            err=True,
        )
        raise typer.Exit(EXIT_NOT_DONE)
    text, draft = new_token(code, getpass.getuser())
    _decide(*(withdrawal(token.key, getpass.getuser(), "thay bằng mã mới") for token in earlier), draft)
    if as_json:
        _print({"key": draft.key, "carrier": code, "token": text})
        return
    typer.echo(f"Mã truy cập {draft.key} của {carrier_words(code)}:\n\n    {text}\n")
    typer.echo("Hệ thống không giữ mã này, chỉ giữ mã băm. Hãy chuyển cho nhà mạng bằng đường an toàn.")


@app.command("list")
def list_tokens(as_json: AsJson = False) -> None:
    """Liệt kê các mã đang dùng được."""
    tokens = _tokens()
    if as_json:
        _print({"tokens": [_facts(token) for token in tokens]})
    elif not tokens:
        typer.echo("Chưa có mã truy cập nào.")
    else:
        for token in tokens:
            typer.echo(
                f"{token.key}  {carrier_words(token.carrier_code)}, "
                f"tạo lúc {time_words(token.made_at)} bởi {token.made_by}"
            )


@app.command()
def revoke(
    key: Annotated[str, typer.Argument(metavar="SỐ_HIỆU", help="Số hiệu của mã, như trong tokens list.")],
    reason: Annotated[str, typer.Option(help="Lý do, được ghi lại.")] = "",
    as_json: AsJson = False,
) -> None:
    """Thu hồi một mã: từ lúc này không gửi được báo cáo bằng mã đó nữa."""
    if key not in {token.key for token in _tokens()}:
        typer.echo(f"Không có mã nào đang dùng mang số hiệu “{key}”.", err=True)
        raise typer.Exit(EXIT_NOT_DONE)
    _decide(withdrawal(key, getpass.getuser(), reason))
    if as_json:
        _print({"key": key})
    else:
        typer.echo(f"Đã thu hồi mã {key}.")


def _tokens() -> tuple[Token, ...]:
    with reading_store() as store, store.reader() as cursor:
        return tokens_in_force(cursor)


def _decide(*drafts: Draft) -> None:
    with reading_store() as store:
        decide_all(store, drafts)


def _facts(token: Token) -> dict[str, str]:
    made_at = token.made_at.astimezone(LOCAL_ZONE).isoformat()
    return {"key": token.key, "carrier": token.carrier_code, "made_at": made_at, "made_by": token.made_by}


def _print(answer: dict[str, Any]) -> None:
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
