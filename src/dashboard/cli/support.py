"""python -m dashboard support: the register of halls, groups, points and difficulties.

With --json, `take-in` prints {files: [...]}, per file: file_name, sha256, status (as for reports), kind, the
five counts of rows, findings. Exit code 0; 1 when a file is refused or somebody else changed a row meanwhile;
2 on wrong use.
"""

import getpass
import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dashboard.briefing.receipt_words import STATUS_WORDS
from dashboard.briefing.register_book import register_as_xlsx
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.cli.support_plan import plan
from dashboard.intake.receipt import Status
from dashboard.paths import home
from dashboard.reference.round_decisions import By
from dashboard.store.contacts import erase_contact, read_contacts
from dashboard.support.register.keeping import entries_kept
from dashboard.support.register.kinds import KINDS, Kind
from dashboard.support.register.take_in import RegisterReceipt, examine_file, keep_file_of

EXIT_REFUSED, EXIT_WRONG_USE = 1, 2
app = typer.Typer(
    help="Sổ hỗ trợ: hội trường, nhóm tình nguyện, điểm phục vụ, vướng mắc.", no_args_is_help=True
)
app.command("plan")(plan)
KindKey = Annotated[str, typer.Option("--kind", help=f"Một trong: {', '.join(KINDS)}.")]


@app.command("template")
def template(
    kind: KindKey,
    out: Annotated[Path, typer.Option(metavar="TỆP", help="Ghi vào tệp này.")],
    filled: Annotated[bool, typer.Option("--filled", help="Điền sẵn các dòng đang có, để sửa.")] = False,
) -> None:
    """Mẫu XLSX để điền, hoặc sổ hiện có để sửa rồi nhận lại."""
    known = _kind(kind)
    entries, contacts = [], {}
    if filled:
        with reading_store() as store, store.reader() as cursor:
            entries = [kept.entry for kept in entries_kept(cursor, known).values()]
        contacts = {
            key: contact
            for (subject, key), contact in read_contacts(home()).items()
            if subject == known.subject
        }
    out.write_bytes(register_as_xlsx(known, entries, contacts))
    typer.echo(f"Đã ghi {out}.")


@app.command("take-in")
def take_in(
    files: Annotated[list[Path], typer.Argument(metavar="TỆP...")],
    kind: Annotated[str, typer.Option("--kind", help="Loại sổ; mặc định là tự nhận ra.")] = "",
    reason: Annotated[str, typer.Option(help="Lý do, được lưu lại.")] = "",
    as_json: AsJson = False,
) -> None:
    """Nhận tệp của sổ hỗ trợ: thêm dòng mới, sửa dòng đã có, không xóa dòng nào."""
    expected = _kind(kind) if kind else None
    if absent := [path for path in files if not path.is_file()]:
        raise typer.BadParameter(f"không có tệp “{absent[0]}”")
    by, receipts, is_refused = By(getpass.getuser(), reason), [], False
    with reading_store() as store:
        for path in files:
            examined = examine_file(store, path.name, path.read_bytes(), expected)
            clashes = keep_file_of(store, examined, by)
            receipts.append(examined.receipt)
            is_refused |= bool(clashes) or examined.receipt.status is Status.REJECTED
            for clash in clashes:
                typer.echo(f"Dòng “{clash.change.entry_id}” vừa được người khác sửa; chưa nhận gì.", err=True)
    if as_json:
        listing = {"files": [receipt.as_json() for receipt in receipts]}
        typer.echo(json.dumps(listing, ensure_ascii=False, indent=2))
    else:
        for receipt in receipts:
            _show(receipt)
    raise typer.Exit(EXIT_REFUSED if is_refused else 0)


@app.command("list")
def list_entries(kind: KindKey, as_json: AsJson = False) -> None:
    """Các dòng đang có của một loại sổ."""
    known = _kind(kind)
    with reading_store() as store, store.reader() as cursor:
        kept = entries_kept(cursor, known)
    rows = [{"entry_id": key, **_values(known, each.entry)} for key, each in kept.items()]
    if as_json:
        typer.echo(json.dumps({"kind": kind, "rows": rows}, ensure_ascii=False, indent=2))
        return
    needed = [field for field in known.kept if field.is_needed]
    table = Table("Mã", *(field.said.label for field in needed))
    for row in rows:
        table.add_row(*map(escape, (row["entry_id"], *(str(row[field.name]) for field in needed))))
    Console().print(table if rows else "Chưa có dòng nào.")


@app.command("erase-contact")
def erase(
    who: Annotated[str, typer.Argument(metavar="TÊN|SỐ", help="Họ tên hoặc số điện thoại, đúng như đã ghi.")],
) -> None:
    """Xóa một người khỏi mọi nơi ghi liên hệ, cùng các tệp đã nhận có nêu tên họ."""
    erased_count = erase_contact(home(), who)
    if not erased_count:
        typer.echo("Không ai được ghi như vậy.", err=True)
        raise typer.Exit(EXIT_REFUSED)
    typer.echo(f"Đã xóa liên hệ ở {erased_count} dòng. Bản sao lưu cũ còn giữ cho đến khi hết hạn giữ.")


def _kind(key: str) -> Kind:
    if key not in KINDS:
        raise typer.BadParameter(f"không có loại “{key}”; chọn một trong: {', '.join(KINDS)}")
    return KINDS[key]


def _values(kind: Kind, entry: Any) -> dict[str, Any]:
    return {field.name: field.value.keep(getattr(entry, field.name)) for field in kind.kept}


def _show(receipt: RegisterReceipt) -> None:
    title = KINDS[receipt.kind].title.lower() if receipt.kind else "không rõ loại"
    typer.echo(
        f"{receipt.file_name}: {STATUS_WORDS[receipt.status]} ({title}); thêm {receipt.new_count}, "
        f"sửa {receipt.changed_count}, không đổi {receipt.unchanged_count}, bỏ qua {receipt.left_out_count}."
    )
    for finding in receipt.findings:
        cell = f"{finding.column or ''}{finding.row or ''}"
        typer.echo(f"  {cell}: {finding.message} {finding.suggestion or ''}")
