"""What a sender is not told: that its figures are near those of another carrier."""

from dataclasses import replace
from datetime import datetime, timedelta

from dashboard.intake.examine import examine
from dashboard.intake.journal import read_entries
from dashboard.intake.receipt import Status
from dashboard.intake.receipts import remake_receipt
from dashboard.intake.request import IntakeRequest
from dashboard.intake.sender_sees import WITHHELD, as_sender_sees, remade_as_sender_sees
from dashboard.intake.take_in import take_in
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.conftest import EXAMPLES_DIR
from tests.web.homes import filled_by_itself  # noqa: F401

WHEN = datetime(2026, 11, 17, 9, tzinfo=LOCAL_ZONE)


def as_another() -> IntakeRequest:
    """Viettel's figures, sent by wintel: what somebody would try who guesses them."""
    path = EXAMPLES_DIR / "viettel_2026-11-11.xlsx"
    return IntakeRequest(
        "a.xlsx", path.read_bytes(), WHEN, "test", "api", "wintel", WHEN.date() + timedelta(1)
    )


def test_the_finding_and_its_traces_are_left_out_for_who_sends(filled: Store):
    receipt = examine(as_another(), filled).receipt
    assert {finding.rule for finding in receipt.findings} & WITHHELD
    seen = as_sender_sees(receipt)
    assert not {finding.rule for finding in seen.findings} & WITHHELD
    alone = tuple(finding for finding in receipt.findings if finding.rule in WITHHELD)
    bare = replace(receipt, status=Status.ACCEPTED_WITH_WARNINGS, findings=alone)
    assert as_sender_sees(bare).status is Status.ACCEPTED


def test_a_receipt_made_again_tells_no_more(filled: Store):
    take_in(as_another(), filled)
    remade = remake_receipt(read_entries(filled.home)[-1], filled)
    told = str(remade.as_json())
    assert all(rule in told for rule in WITHHELD)
    seen = remade_as_sender_sees(remade)
    assert not any(rule in str(seen.as_json()) for rule in WITHHELD)
    assert seen.examination is not None
    assert not {finding.rule for finding in seen.examination.receipt.findings} & WITHHELD


def test_whose_the_very_same_bytes_are_is_told_of_the_senders_own_files_only(filled: Store):
    path = EXAMPLES_DIR / "vinaphone_2026-11-11.csv"  # nothing in it says whose it is
    for carrier_code, is_told in (("viettel", False), ("vinaphone", True)):
        asked = IntakeRequest("a.csv", path.read_bytes(), WHEN, "test", "api", carrier_code, WHEN.date())
        receipt = examine(asked, filled).receipt
        assert "vinaphone_2026-11-11.csv" in str(receipt.findings)
        assert ("vinaphone_2026-11-11.csv" in str(as_sender_sees(receipt).findings)) is is_told
