"""The whole demo through the intake: what was generated is what is stored, to the last subscriber."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from dashboard.demo.layouts.second_sheet_xlsx import junk_sims
from dashboard.demo.plan import DemoRequest, PlannedFile, demo_request, planned_files
from dashboard.demo.report import report_of
from dashboard.demo.run import RealFiguresError, content, file_name, run_demo, write_files
from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store, open_store

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=LOCAL_ZONE)
UNTIL = date(2026, 11, 18)


@dataclass(frozen=True)
class Played:
    """A demo that ran once for this module."""

    request: DemoRequest
    files: tuple[PlannedFile, ...]
    receipts: tuple[Receipt, ...]
    store: Store
    told: list[tuple[int, int, str]]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_HOME", str(folder))
        store = open_store(folder)
        request = demo_request(NOW, until=UNTIL)
        told: list[tuple[int, int, str]] = []
        receipts = run_demo(request, store, lambda *words: told.append(words))
        yield Played(request, planned_files(request), receipts, store, told)
        store.close()


def stored(store: Store, sha256: str) -> pa.Table:
    return (
        store.reader()
        .execute(
            "select * exclude (submission_id) from submission_figure join submission using (submission_id) "
            "where sha256 = ? order by commune_code",
            [sha256],
        )
        .to_arrow_table()
    )


def test_what_is_stored_of_every_file_is_what_was_generated(played: Played):
    assert len(played.receipts) == 60
    for file, receipt in zip(played.files, played.receipts, strict=True):
        expected = report_of(file).counts()
        assert stored(played.store, receipt.sha256).select(expected.column_names).equals(expected), file


def test_every_file_was_recognised_by_itself_and_is_marked_as_simulated(played: Played):
    for file, receipt in zip(played.files, played.receipts, strict=True):
        assert (receipt.carrier_code, receipt.round_on) == (file.carrier_code, file.round_on)
        first = stored(played.store, receipt.sha256).slice(0, 1).to_pylist()[0]
        assert first["is_simulated"]
        assert first["way"] == "demo"
        assert first["received_at"] == file.received_at


def test_junk_sims_are_stored_too(played: Played):
    file, receipt = next(
        pair for pair in zip(played.files, played.receipts, strict=True) if pair[0].carrier_code == "mobifone"
    )
    rows = stored(played.store, receipt.sha256)
    found, handled, not_own_name = junk_sims(report_of(file))
    assert rows["junk_sim_found_count"].to_pylist() == found.tolist()
    assert rows["junk_sim_handled_count"].to_pylist() == handled.tolist()
    assert rows["sim_not_own_name_count"].to_pylist() == not_own_name.tolist()


def test_the_planted_events_and_nothing_else_are_warned_of(played: Played):
    warned = {
        receipt.file_name: {finding.rule for finding in receipt.findings if finding.severity != "info"}
        for receipt in played.receipts
        if receipt.status is not Status.ACCEPTED
    }
    assert warned == {
        "vinaphone_2026-09-30_mo-phong.csv": {"total_row_mismatch"},
        "mobifone_2026-10-21_mo-phong.xlsx": {"verified_falls"},
        "mobifone_2026-10-14_dinh-chinh_mo-phong.xlsx": {"closed_round"},  # comes eight days later
        "vietnamobile_2026-10-28_mo-phong.xlsx": {"missing_old_communes"},
        "vinaphone_2026-11-18_mo-phong.csv": {"missing_communes"},
    }
    assert {receipt.status for receipt in played.receipts} == {Status.ACCEPTED, Status.ACCEPTED_WITH_WARNINGS}


def test_progress_is_told_before_each_file_and_at_the_end(played: Played):
    assert [done for done, _, _ in played.told] == list(range(61))
    assert {count for _, count, _ in played.told} == {60}
    assert played.told[0][2] == "Số liệu mô phỏng: Viettel, kỳ 02/09/2026"


def test_a_second_run_changes_nothing(store: Store):
    request = demo_request(NOW, until=UNTIL, rounds_count=1)
    first = run_demo(request, store)
    again = run_demo(request, store)
    assert {receipt.status for receipt in again} == {Status.DUPLICATE}
    assert [receipt.sha256 for receipt in again] == [receipt.sha256 for receipt in first]
    count = store.reader().execute("select count(*) from submission").fetchone()
    assert count == (5,)


def test_a_database_with_real_figures_is_left_alone(store: Store):
    file = planned_files(demo_request(NOW, until=UNTIL))[-1]
    real = IntakeRequest(file_name(file), content(file), NOW, taken_in_by="cán bộ", way="command")
    assert take_in(real, store).status is Status.ACCEPTED
    with pytest.raises(RealFiguresError, match="1 submissions"):
        run_demo(demo_request(NOW, until=UNTIL, rounds_count=1), store)
    count = store.reader().execute("select count(*) from submission").fetchone()
    assert count == (1,)


def test_files_can_be_written_without_a_database(tmp_path: Path):
    written = write_files(demo_request(NOW, until=UNTIL), tmp_path / "demo")
    assert len({file.path for file in written}) == 60
    assert (
        sorted(path.name for path in (tmp_path / "demo").iterdir())[1] == "mobifone_2026-09-09_mo-phong.xlsx"
    )
    assert (tmp_path / "demo" / "mobifone_2026-10-14_dinh-chinh_mo-phong.xlsx").is_file()
    assert all(file.path.read_bytes() == content(file.planned) for file in written)
