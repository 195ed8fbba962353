"""Figures on the terminal."""

import pytest

from dashboard.cli.figures_text import show_figures
from dashboard.measures.cube import read_round
from dashboard.measures.headline import headline_of
from dashboard.measures.scope import Scope
from dashboard.measures.sums import By, sum_by
from dashboard.store.database import Store
from tests.measures.reports import LAST, Report, counts, store_reports

HAC_THANH = "14797"


def shown(store: Store, capsys: pytest.CaptureFixture[str], by: By) -> str:
    cube, scope = read_round(store.reader(), LAST), Scope(LAST)
    show_figures(headline_of(cube, scope), sum_by(cube, scope, by).to_pylist())
    return capsys.readouterr().out


def report(store: Store, *, is_simulated: bool = False) -> None:
    with store.writer() as cursor:
        figures = {HAC_THANH: counts(1_234_567, 987_654, 6, 2)}
        store_reports(cursor, [Report("viettel", LAST, figures, is_simulated=is_simulated)])


def test_people_read_vietnamese_numbers_and_who_is_missing(store: Store, capsys: pytest.CaptureFixture[str]):
    report(store)
    text = shown(store, capsys, "commune-carrier")
    assert "Kỳ 11/11/2026, chỉ số liệu của kỳ" in text
    assert "1/5 nhà mạng đã báo cáo; còn thiếu: VinaPhone, MobiFone, Vietnamobile, Wintel" in text
    (row,) = [line for line in text.splitlines() if HAC_THANH in line and "Viettel" in line]
    for cell in ("Phường Hạc Thành", "1.234.567", "987.654", "80,0\u00a0%", "1/1"):
        assert cell in row
    assert "MÔ PHỎNG" not in text


def test_missing_figures_are_dashes_and_not_zeros(store: Store, capsys: pytest.CaptureFixture[str]):
    (row,) = [line for line in shown(store, capsys, "carrier").splitlines() if line.startswith(" Viettel")]
    assert row.split()[1:] == ["–"] * 6 + ["0/1"]


def test_people_are_told_what_is_simulated(store: Store, capsys: pytest.CaptureFixture[str]):
    report(store, is_simulated=True)
    assert shown(store, capsys, "province").startswith("SỐ LIỆU MÔ PHỎNG")
