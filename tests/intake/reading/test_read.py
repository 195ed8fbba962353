"""No file takes the parent down: each ends as cells or as a fault, in a child that is limited."""

import io
import random
import subprocess
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from dashboard.intake.reading.limits import Limits
from dashboard.intake.reading.read import MOST_CHILDREN, limits_in_force, read_file
from tests.intake.reading.workbooks import SHEET_PART, with_cells, with_parts, xlsx

SHARED_STRING = (
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{text}</t></si></sst>'
)
STRINGS_RELATION = (
    '<Relationship Id="rId99" Target="sharedStrings.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
)


def amplified(text_length: int, cells_count: int) -> bytes:
    """One long text that many cells share: small in the file, large once laid out."""
    cells = "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{letter}{n}" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJ")
        + "</row>"
        for n in range(1, cells_count // 10 + 1)
    )
    content = with_cells(cells)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        relations = archive.read("xl/_rels/workbook.xml.rels").decode()
    parts = {
        "xl/sharedStrings.xml": SHARED_STRING.format(text="y" * text_length),
        "xl/_rels/workbook.xml.rels": relations.replace("</Relationships>", STRINGS_RELATION),
    }
    return with_parts(content, parts)


def test_a_cell_at_the_far_end_of_a_9_kb_workbook_is_a_fault():
    far = with_cells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    reading = read_file(far)
    assert reading.fault is not None
    assert reading.fault.facts["cell"] == "XFD1048576"


def test_a_control_character_that_a_workbook_spells_out_does_not_come_through():
    [sheet] = read_file(
        with_cells('<row r="1"><c r="A1" t="str"><v>Xã_x001B_[31m_x0000_</v></c></row>')
    ).sheets
    assert sheet.rows[0].cells[0] == "Xã\ufffd[31m\ufffd"


def test_however_many_ask_only_a_few_children_run_at_once(monkeypatch: pytest.MonkeyPatch):
    running, most, counting = 0, 0, threading.Lock()
    run = subprocess.run

    def counted(*arguments: Any, **options: Any) -> Any:
        nonlocal running, most
        with counting:
            running += 1
            most = max(most, running)
        try:
            return run(*arguments, **options)
        finally:
            with counting:
                running -= 1

    monkeypatch.setattr(subprocess, "run", counted)
    with ThreadPoolExecutor(3 * MOST_CHILDREN) as askers:
        readings = list(askers.map(read_file, [b"a;b\n1;2\n"] * 3 * MOST_CHILDREN))
    assert most == MOST_CHILDREN
    assert [reading.fault for reading in readings] == [None] * len(readings)


def test_a_child_that_runs_out_of_memory_is_a_fault():
    reading = read_file(amplified(400_000, 20_000), Limits(memory_mib=256, seconds=20, unpacked_mib=50))
    assert reading.fault is not None
    assert (reading.fault.rule, reading.fault.facts["what"]) == ("too_large", "memory")


def test_a_child_that_runs_out_of_time_is_a_fault_soon():
    rows = ("".join(f"<c><v>{row * column}</v></c>" for column in range(199)) for row in range(5000))
    content = with_cells("".join(f"<row>{cells}</row>" for cells in rows))
    start = time.monotonic()
    reading = read_file(content, Limits(memory_mib=1024, seconds=1, unpacked_mib=50))
    assert reading.fault is not None
    assert reading.fault.facts == {"what": "seconds", "limit": 1}
    assert time.monotonic() - start < 10


def test_entities_in_a_sheet_are_refused():
    sheet = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>'
    reading = read_file(with_parts(xlsx(), {SHEET_PART: sheet}))
    assert reading.fault is not None
    assert reading.fault.rule == "damaged_file"


@pytest.mark.parametrize("name", ["mobifone_2026-11-11.xlsx", "vinaphone_2026-11-11.csv"])
def test_mutated_files_end_as_cells_or_as_a_fault(name: str, examples: Path):
    chance = random.Random(20261111)
    content = (examples / name).read_bytes()
    for _ in range(15):
        mutated = bytearray(content)
        for _ in range(chance.randint(1, 20)):
            mutated[chance.randrange(len(mutated))] = chance.randrange(256)
        reading = read_file(bytes(mutated[: chance.randint(1, len(mutated))]))
        assert (reading.fault is None) == bool(reading.sheets)


def test_reading_leaves_no_child_behind_and_takes_well_under_a_second(examples: Path):
    content = (examples / "vietnamobile_2026-11-11.xlsx").read_bytes()
    read_file(content)
    start = time.monotonic()
    assert len(read_file(content).sheets[0].rows) == 540
    assert time.monotonic() - start < 2  # about 0.1 s on an idle machine


def test_the_limits_are_those_of_the_settings():
    assert limits_in_force() == Limits(memory_mib=1024, seconds=30, unpacked_mib=50)
