"""A receipt on the terminal, for people."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dashboard.briefing.receipt_words import origin_words
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.wording import count_words, label, matches_words

STATUS_WORDS = {
    Status.ACCEPTED: "[green]đã tiếp nhận[/]",
    Status.ACCEPTED_WITH_WARNINGS: "[yellow]đã tiếp nhận, có cảnh báo[/]",
    Status.REJECTED: "[red]bị từ chối[/]",
    Status.DUPLICATE: "[cyan]đã có từ trước, không thay đổi gì[/]",
}
SEVERITY_WORDS = {
    Severity.ERROR: "[red]lỗi[/]",
    Severity.WARNING: "[yellow]cảnh báo[/]",
    Severity.INFO: "thông tin",
}


def show_receipt(receipt: Receipt, console: Console) -> None:
    """Status, carrier, round and totals in a few lines; then the findings as a table."""
    console.print(f"[bold]{escape(receipt.file_name)}[/]: {STATUS_WORDS[receipt.status]}", highlight=False)
    console.print(f"  {origin_words(receipt)}; {receipt.communes_count} xã, phường", highlight=False)
    for column, total in receipt.totals.items():
        if total is not None:
            console.print(f"  {label(column)}: {count_words(total)}", highlight=False)
    if receipt.matches:
        console.print(f"  Nhận ra xã, phường: {matches_words(receipt.matches)}", highlight=False)
    if receipt.findings:
        console.print(findings_table(receipt.findings))


def findings_table(findings: tuple[Finding, ...]) -> Table:
    """A row per finding: weight, what, what to do, rule."""
    table = Table("Mức", "Nội dung", "Cách xử lý", "Quy tắc", show_lines=True)
    for finding in findings:
        table.add_row(
            SEVERITY_WORDS[finding.severity],
            escape(finding.message),
            escape(finding.suggestion or ""),
            finding.rule,
        )
    return table
