"""The child itself, called in this process."""

import subprocess
import sys

from dashboard.intake.reading.child import reading_of
from dashboard.intake.reading.limits import Limits
from tests.intake.reading.workbooks import xlsx

LIMITS = Limits(memory_mib=512, seconds=10, unpacked_mib=50)
HEAVY = ("duckdb", "pyarrow", "pandas", "pydantic", "rapidfuzz", "streamlit")


def test_each_kind_of_file_finds_its_reader():
    assert reading_of(xlsx(), LIMITS).kind == "xlsx"
    assert reading_of(b"a;b\n1;2\n", LIMITS).kind == "csv"
    rules = {
        b"": "empty_file",
        b"<html>": "html_as_spreadsheet",
        b"<?xml version='1.0'?><x/>": "not_a_spreadsheet",
        b"%PDF-1.7": "not_a_spreadsheet",
        b"\x00\x01": "not_a_spreadsheet",
        b"PK\x03\x04": "damaged_file",
    }
    for content, rule in rules.items():
        fault = reading_of(content, LIMITS).fault
        assert fault is not None
        assert fault.rule == rule


def test_it_imports_nothing_that_is_slow_to_start():
    script = f"import sys, dashboard.intake.reading.child; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
