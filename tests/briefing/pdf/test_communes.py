"""The sheets of communes, read back by another program."""

import zipfile
from datetime import datetime
from io import BytesIO

import pytest

from dashboard.briefing.pdf.communes import SheetRequest, commune_sheet, write_commune_sheets
from dashboard.figures.words import SIMULATED_MARK
from dashboard.measures import Scope, figures_by_commune, figures_by_commune_and_carrier
from dashboard.measures.wording import count_text, pct_text
from dashboard.reference.communes import communes
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.briefing.pdf.conftest import ReadPdf
from tests.web.prepared import FIRST, LAST, WHOLE

HAC_THANH = "14797"


def test_a_sheet_tells_the_figures_of_every_carrier(filled: Store, text_of: ReadPdf):
    text = text_of(commune_sheet(HAC_THANH, SheetRequest(WHOLE), filled))
    assert "Phường Hạc Thành" in text
    rows = figures_by_commune_and_carrier(filled.reader(), Scope(WHOLE)).to_pylist()
    own = [row for row in rows if row["commune_code"] == HAC_THANH]
    whole = [
        row
        for row in figures_by_commune(filled.reader(), Scope(WHOLE)).to_pylist()
        if row["commune_code"] == HAC_THANH
    ]
    assert len(own) == 5
    for row in own:
        counts = " ".join(count_text(row[f"{name}_count"]) for name in ("total", "verified", "unverified"))
        assert f"{row['carrier_name']} {counts}" in text
    assert f"Cộng {count_text(whole[0]['total_count'])}" in text
    assert pct_text(whole[0]["verified_pct"]).replace("\u00a0", " ") in text


def test_it_says_its_rank_among_all(filled: Store, text_of: ReadPdf):
    rates = figures_by_commune(filled.reader(), Scope(WHOLE)).to_pylist()
    best = max(rates, key=lambda row: row["verified_pct"])
    text = text_of(commune_sheet(best["commune_code"], SheetRequest(WHOLE), filled))
    assert f"{best['commune_name']} đứng thứ 1/166 xã, phường về tỷ lệ xác thực" in text


def test_a_missing_carrier_is_named_and_never_zero(filled: Store, text_of: ReadPdf):
    text = text_of(commune_sheet(HAC_THANH, SheetRequest(LAST), filled))
    assert "Chưa có số liệu của Wintel" in text
    assert "Wintel – – – – – – –" in text
    assert "thiếu Wintel" in text
    assert SIMULATED_MARK in text


def test_with_one_week_only_nothing_is_compared(filled: Store, text_of: ReadPdf):
    text = text_of(commune_sheet(HAC_THANH, SheetRequest(FIRST), filled))
    assert "chưa so sánh được" in text
    assert "Chưa có số liệu của VinaPhone, MobiFone, Vietnamobile và Wintel" in text


def test_before_anything_came_it_says_so(filled: Store, text_of: ReadPdf):
    early = SheetRequest(WHOLE, datetime(2026, 10, 1, tzinfo=LOCAL_ZONE))
    text = text_of(commune_sheet(HAC_THANH, early, filled))
    assert "chưa nhà mạng nào báo cáo số liệu của Phường Hạc Thành" in text


def test_the_footer_traces_the_figures(filled: Store, text_of: ReadPdf):
    text = text_of(commune_sheet(HAC_THANH, SheetRequest(WHOLE), filled))
    assert "Kỳ 04/11/2026; số liệu nhận đến 09:00 ngày 04/11/2026; đủ nhà mạng; bản số liệu" in text


def test_the_same_figures_give_the_same_bytes(filled: Store):
    once, again = (commune_sheet(HAC_THANH, SheetRequest(WHOLE), filled) for _ in range(2))
    assert once == again


def test_one_zip_holds_all_166_named_by_code(filled: Store, text_of: ReadPdf):
    stream, told = BytesIO(), []
    write_commune_sheets(SheetRequest(WHOLE), filled, stream, lambda *note: told.append(note))
    assert [done for done, _, _ in told] == list(range(1, 167))
    with zipfile.ZipFile(stream) as archive:
        names = archive.namelist()
        assert [name[:5] for name in names] == [commune.code for commune in communes()]
        assert f"{HAC_THANH}_phuong-hac-thanh_2026-11-04.pdf" in names
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 4, 9, 0, 0)}
        for commune in (communes()[0], communes()[-1]):
            name = next(name for name in names if name.startswith(commune.code))
            assert commune.name in text_of(archive.read(name))


def test_a_code_that_is_no_communes_is_refused(filled: Store):
    with pytest.raises(KeyError):
        commune_sheet("00000", SheetRequest(WHOLE), filled)
