"""Packages without the time of day."""

from io import BytesIO
from zipfile import ZipFile

from dashboard.briefing.packing import packed


def test_the_parts_stay_and_their_times_go():
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("a.xml", "<a/>")
        package.writestr("b/c.bin", bytes(1000))
    with ZipFile(BytesIO(packed(stream.getvalue()))) as package:
        assert package.namelist() == ["a.xml", "b/c.bin"]
        assert package.read("b/c.bin") == bytes(1000)
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
