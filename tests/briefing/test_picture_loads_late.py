"""Whoever only needs a command's figures does not wait for the libraries that draw maps and documents."""

import subprocess
import sys

HEAVY = ("matplotlib", "docx", "pptx")


def test_the_command_line_loads_without_what_only_documents_need():
    told = subprocess.run(
        [sys.executable, "-c", "import sys, dashboard.briefing.files; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(told.stdout.split())
    assert "dashboard.briefing.files" in loaded
    assert loaded.isdisjoint(HEAVY)
