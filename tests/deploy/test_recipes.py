"""The unit, the container file and the recipe for Windows: held against their programs and this folder."""

import re
import subprocess
from pathlib import Path

from dashboard.paths import PROJECT_DIR
from tests.deploy.proxy import DEPLOY, needed, replaced

MOST_EXPOSED = 2.0  # of 10, by systemd's own measure


def test_systemd_takes_the_unit_and_finds_it_shut(tmp_path: Path):
    needed("systemd-analyze")
    text = replaced(
        (DEPLOY / "dashboard.service").read_text(encoding="utf-8"),
        {
            "/opt/dashboard/.venv/bin/streamlit": "/bin/true",
            "WorkingDirectory=/opt/dashboard": "WorkingDirectory=/",
        },
    )
    unit = tmp_path / "dashboard.service"
    unit.write_text(text, encoding="utf-8")
    tried = analyzed("verify", str(unit))
    about_it = [line for line in tried.stderr.splitlines() if "dashboard.service" in line]
    assert (tried.returncode, about_it) == (0, [])
    measured = analyzed("security", "--offline=true", "--no-pager", str(unit))
    level = re.search(r"Overall exposure level for dashboard.service: ([\d.]+)", measured.stdout)
    assert level is not None, measured.stderr
    assert float(level[1]) <= MOST_EXPOSED


def analyzed(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, check=False)


def test_the_container_file_brings_all_that_the_app_needs():
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    brought = {
        source for line in re.findall(r"^COPY (.+)$", text, re.MULTILINE) for source in line.split()[:-1]
    }
    assert all((PROJECT_DIR / source).exists() for source in brought)
    assert {"app.py", "pages", "src", "data", "geo", ".streamlit", "requirements.txt"} <= brought
    assert re.search(r"^USER dashboard$", text, re.MULTILINE)


def test_every_recipe_keeps_the_app_to_this_machine():
    for name in ("dashboard.service", "Containerfile", "windows-service.ps1"):
        text = (DEPLOY / name).read_text(encoding="utf-8").replace('", "', " ")
        assert "--server.address 127.0.0.1 --server.port 8501" in text, name
