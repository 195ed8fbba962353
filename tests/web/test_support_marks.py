"""Where support is on the map: at the hall, else in the commune's middle; cancelled sessions nowhere."""

from datetime import date

from dashboard.reference.communes import commune_by_code
from dashboard.support.register.records import Hall, Register, ServicePoint
from dashboard.support.sessions.record import Result, Session, Status
from dashboard.web.support_marks import marks_of

CODE = "14758"
REGISTER = Register(
    {"h": Hall("h", CODE, "Hội trường", lon=105.7, lat=19.8), "n": Hall("n", CODE, "Không rõ nơi")},
    points={"p": ServicePoint("p", "viettel", "mobile", CODE, "Xe lưu động")},
)


def test_halls_without_a_known_place_are_left_out_and_sessions_are_never():
    sessions = (
        Session("a", CODE, date(2026, 12, 5), "h"),
        Session("b", CODE, date(2026, 12, 5)),
        Session("c", CODE, date(2026, 11, 5), "h", status=Status.DONE, result=Result(9)),
        Session("d", CODE, date(2026, 12, 5), "h", status=Status.CANCELLED),
    )
    found = marks_of(REGISTER, sessions)
    middle = commune_by_code()[CODE]
    assert [(each["lon"], each["text"]) for each in found["halls"]] == [(105.7, "Hội trường")]
    assert found["points"][0]["text"] == "Viettel: Xe lưu động"
    assert [each["lon"] for each in found["sessions"]] == [105.7, middle.lon]
    assert len(found["held"]) == 1
    assert {each["commune"] for marks in found.values() for each in marks} == {CODE}
