"""What documents say of the Department is decided, kept and found again."""

import pytest

from dashboard.briefing.office import LARGEST_LOGO_BYTES, PNG, Office, office_draft, office_in_force
from dashboard.store.database import Store
from dashboard.store.decisions import decide, last_decision


def test_the_defaults_name_nobody(store: Store):
    assert office_in_force(store.reader()) == Office()
    assert Office().signatory == ""


def test_what_was_decided_is_in_force_and_came_from_somebody(store: Store):
    office = Office(place="Hạc Thành", recipients=("Như trên", "Lưu: VT"), logo=PNG + b"x")
    decide(store, office_draft(office, "Cán bộ trực"))
    assert office_in_force(store.reader()) == office
    assert last_decision(store.reader(), "office", "office").decided_by == "Cán bộ trực"


def test_another_addressee_changes_nothing_else():
    assert Office().addressed_to("Giám đốc Sở").addressee == "Giám đốc Sở"
    assert Office().addressed_to("") == Office()


@pytest.mark.parametrize("logo", [b"<svg/>", PNG + b"x" * LARGEST_LOGO_BYTES])
def test_a_logo_no_document_could_show_is_refused(logo: bytes):
    with pytest.raises(ValueError, match="logo"):
        Office(logo=logo)
