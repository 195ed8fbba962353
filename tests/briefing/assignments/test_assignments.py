"""Assignment sheets opened with other programs: who, where, when, what to bring, and the calendar."""

import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import docx
import icalendar
import openpyxl
import pytest

from dashboard.boundaries import Layer, layer_in_force
from dashboard.briefing.assignments.bundle import Making, assignments_as_xlsx, bundle, file_name
from dashboard.briefing.assignments.calendar import calendar_of
from dashboard.briefing.assignments.content import For, assignments_of, message_of
from dashboard.briefing.assignments.place_map import place_map
from dashboard.briefing.assignments.word import assignment_as_docx
from dashboard.store.contacts import Contact
from dashboard.store.database import open_store
from dashboard.support.register.records import Hall, Register, ServicePoint, VolunteerGroup
from dashboard.support.sessions.record import Session, Status

MADE_AT = datetime(2026, 11, 26, 8, tzinfo=UTC)
HALL = Hall("h", "14758", "=Hội trường", address="Thôn 1", lon=105.78, lat=19.83)
REGISTER = Register(
    {"h": HALL},
    {"../g": VolunteerGroup("../g", "14758", "Đoàn xã ../..\\x", "youth", 10, 20.0)},
    {"p": ServicePoint("p", "viettel", "mobile", "14758", "Xe lưu động")},
)
SESSION = Session(
    "s", "14758", date(2026, 12, 5), "h", group_ids=("../g",), point_ids=("p",), expected_count=90
)
CANCELLED = Session("c", "14797", date(2026, 12, 5), status=Status.CANCELLED)
CONTACTS = {("hall", "h"): Contact("Nguyễn Văn A", "0912 345 678")}


@pytest.fixture(scope="module")
def layer(tmp_path_factory: pytest.TempPathFactory) -> Layer:
    return layer_in_force(open_store(tmp_path_factory.mktemp("layers")))


def made(of: For = "commune"):
    return assignments_of([SESSION, CANCELLED], REGISTER, CONTACTS, of)


@pytest.mark.parametrize(
    ("of", "name"), [("commune", "Phường Hàm Rồng"), ("group", "Đoàn xã ../..\\x"), ("carrier", "Viettel")]
)
def test_each_gets_a_sheet_of_their_own_sessions_and_cancelled_ones_are_on_none(of: For, name: str):
    (sheet,) = made(of)
    (line,) = sheet.lines
    assert (sheet.name, line.day, line.hours) == (name, "T7, 05/12/2026", "07:30–16:30")
    assert line.contacts == "Nguyễn Văn A 0912 345 678 (=Hội trường)"
    assert "Viettel (Xe lưu động)" in line.with_whom
    assert sheet.to_bring


def test_the_word_file_has_the_table_what_to_bring_the_map_and_the_mark(layer: Layer):
    document = docx.Document(BytesIO(assignment_as_docx(made()[0], layer, MADE_AT, "LỊCH MÔ PHỎNG")))
    cells = [cell.text for cell in document.tables[0].rows[1].cells]
    assert cells[:4] == ["T7, 05/12/2026", "07:30–16:30", "Phường Hàm Rồng", "=Hội trường, Thôn 1"]
    assert len(document.inline_shapes) == 1
    assert document.sections[0].header.paragraphs[0].text == "LỊCH MÔ PHỎNG"
    assert any("loa" in paragraph.text for paragraph in document.paragraphs)


def test_the_map_is_a_picture_with_the_hall_where_it_is_known(layer: Layer):
    with_hall, without = place_map(layer, "14758", HALL), place_map(layer, "14758", None)
    assert with_hall.startswith(b"\x89PNG")
    assert with_hall != without


def test_the_workbook_has_every_line_as_text():
    sheet = openpyxl.load_workbook(BytesIO(assignments_as_xlsx(made("group"))))["Phân công"]
    row = [cell.value for cell in sheet[3]]
    assert row[4] == "=Hội trường, Thôn 1"
    assert all(cell.data_type != "f" for cell in sheet[3])


def test_the_calendar_has_an_event_for_each_session_in_local_time_once():
    calendar = icalendar.Calendar.from_ical(calendar_of([*made("commune"), *made("group")], MADE_AT))
    (event,) = calendar.walk("VEVENT")
    assert event["dtstart"].dt.isoformat() == "2026-12-05T07:30:00+07:00"
    assert event["status"] == "TENTATIVE"
    assert str(event["uid"]).startswith("s@")
    assert calendar.walk("VTIMEZONE")


def test_all_go_into_one_file_whose_names_are_harmless(layer: Layer):
    told: list[tuple[int, int]] = []
    content = bundle(made("group"), Making(layer, MADE_AT), lambda done, total: told.append((done, total)))
    names = zipfile.ZipFile(BytesIO(content)).namelist()
    assert names == ["doan-xa-x_g.docx", "phan-cong.xlsx", "lich.ics", "tin-nhan.txt"]
    assert told == [(1, 1)]
    assert Path(file_name(made("group")[0])).name == file_name(made("group")[0])


def test_the_message_says_when_where_and_what_to_bring():
    words = message_of(made()[0])
    assert "T7, 05/12/2026, 07:30–16:30: =Hội trường, Thôn 1, Phường Hàm Rồng; dự kiến 90 người." in words
    assert "Liên hệ: Nguyễn Văn A 0912 345 678" in words
    assert "Chuẩn bị:" in words
