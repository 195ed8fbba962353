"""A receipt as the sender may see it: without what tells of another carrier's figures.

One rule compares a file with what other carriers reported. To who sends, its finding is an oracle: figures
guessed and tried (`dry_run` stores nothing) would be confirmed to within its 5 %. Another tells whose the
very same bytes are, and what that file is called. The Department sees both.
"""

from dataclasses import replace

from dashboard.intake.finding import Finding, Severity
from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.receipts import RemadeReceipt
from dashboard.intake.rules import another_carriers_figures, duplicate_file

WITHHELD = frozenset({another_carriers_figures.RULE})


def as_sender_sees(receipt: Receipt) -> Receipt:
    """The receipt without findings that tell of another carrier, and with the status that is left."""
    findings = tuple(finding for finding in receipt.findings if not _is_withheld(finding, receipt))
    return replace(receipt, findings=findings, status=_status(receipt.status, findings))


def remade_as_sender_sees(remade: RemadeReceipt) -> RemadeReceipt:
    """The same of a receipt made again, and of the reading that a correction is made from."""
    receipt, examination, today = as_sender_sees(remade.receipt), remade.examination, remade.judged_today
    if examination is not None:
        examination = replace(examination, receipt=as_sender_sees(examination.receipt))
        today = examination.receipt.status if today is not None else None
    return replace(
        remade,
        receipt=receipt,
        entry=replace(remade.entry, status=receipt.status),
        examination=examination,
        judged_today=today,
        warnings=tuple(warning for warning in remade.warnings if not _is_withheld(warning.finding, receipt)),
    )


def _is_withheld(finding: Finding, receipt: Receipt) -> bool:
    return finding.rule in WITHHELD or duplicate_file.tells_of_another(finding, receipt.carrier_code)


def _status(status: Status, findings: tuple[Finding, ...]) -> Status:
    is_clean = not any(finding.severity is Severity.WARNING for finding in findings)
    return Status.ACCEPTED if status is Status.ACCEPTED_WITH_WARNINGS and is_clean else status
