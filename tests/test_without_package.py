"""What `pip install -r requirements.txt` and `streamlit run app.py` give: no installed package of ours.

Processes that the app starts find the source by themselves, and nothing asks for the metadata of a package.
"""

import os
import subprocess
import sys
from pathlib import Path

from dashboard.intake.receipt import program_version
from dashboard.paths import PROJECT_DIR, with_our_source

ASKS_METADATA = "importlib.metadata"


def test_a_process_of_ours_finds_the_source_wherever_it_starts(tmp_path: Path):
    bare = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
    found = subprocess.run(
        [sys.executable, "-c", "import dashboard; print(dashboard.__file__)"],
        env=with_our_source(bare),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(PROJECT_DIR / "src") in found.stdout
    assert with_our_source({"PYTHONPATH": "elsewhere"})["PYTHONPATH"].endswith(f"{os.pathsep}elsewhere")


def test_no_code_of_ours_asks_for_the_metadata_of_a_package():
    asking = [
        path
        for path in (PROJECT_DIR / "src").rglob("*.py")
        if ASKS_METADATA in path.read_text(encoding="utf-8")
    ]
    assert asking == []
    assert program_version()[0].isdigit()


def test_every_process_of_ours_is_started_with_the_source_in_its_path():
    for path in (PROJECT_DIR / "src").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "sys.executable" in text:
            assert "with_our_source" in text or '"PYTHONPATH"' in text, path
