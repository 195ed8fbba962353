"""Reports that do not say whose they are."""

from dashboard.intake.reading.sheet import Fault
from dashboard.store.database import Store
from tests.intake.reports import examined, found, good_rows, sheet_of


def test_a_report_that_names_no_carrier_is_refused(store: Store):
    [finding] = found(store, "carrier_unknown", sheet_of(good_rows()), file_name="bao-cao.xlsx")
    assert finding.severity == "error"
    assert "Không thấy tên nhà mạng" in finding.message


def test_a_report_that_names_several_is_refused_by_their_names(store: Store):
    [finding] = found(
        store, "carrier_unknown", sheet_of(good_rows()), file_name="viettel va mobifone 11-11-2026.xlsx"
    )
    assert "Viettel, MobiFone" in finding.message


def test_the_carrier_is_known_when_given_or_in_the_name(store: Store):
    given = examined(store, sheet_of(good_rows()), file_name="bao-cao.xlsx", carrier_code="wintel")
    named = examined(store, sheet_of(good_rows()), file_name="VNPT tuan 46.xlsx")
    assert given.receipt.carrier_code == "wintel"
    assert named.receipt.carrier_code == "vinaphone"


def test_a_file_that_could_not_be_read_is_not_asked(store: Store):
    assert not found(store, "carrier_unknown", fault=Fault("damaged_file"), file_name="x.xlsx")
