"""The command line as a whole."""

import subprocess
import sys

from typer.testing import CliRunner

from dashboard.cli.app import app

COMMANDS = ("ingest", "figures", "rounds", "boundaries", "demo", "rebuild")


def test_every_command_is_there_and_described():
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    for command in COMMANDS:
        assert command in result.stdout


def test_it_runs_as_a_module_and_without_words_says_what_there_is():
    done = subprocess.run([sys.executable, "-m", "dashboard"], capture_output=True, check=False)
    assert b"ingest" in done.stdout + done.stderr
    assert done.returncode == 2
