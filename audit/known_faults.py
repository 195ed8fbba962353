"""Known faults (advisories) of the locked packages, where a registry that tells of them can be reached."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 60
TIMEOUT_SECONDS = "5"  # of one question; offline each would otherwise wait for fifteen


@dataclass(frozen=True)
class Advisory:
    """A known fault; `fixed_in` is "" while nothing is."""

    package: str
    version: str
    name: str
    fixed_in: str


@dataclass(frozen=True)
class Told:
    """What was told of how many packages; nothing of any where nobody could be asked."""

    asked_count: int
    advisories: tuple[Advisory, ...]


def known_faults(lock: Path) -> Told:
    """Ask for every package of a lock file."""
    command = [sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip", "-r", str(lock)]
    options = ["--format", "json", "--progress-spinner", "off", "--timeout", TIMEOUT_SECONDS]
    try:
        done = subprocess.run(
            [*command, *options], capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
        )
        return read_told(json.loads(done.stdout))
    except (subprocess.TimeoutExpired, ValueError):
        return Told(0, ())


def read_told(answer: Mapping[str, Any]) -> Told:
    """The tool's answer; packages that it skipped were not asked for."""
    asked = [it for it in answer["dependencies"] if "skip_reason" not in it]
    return Told(len(asked), tuple(_advisory(it, fault) for it in asked for fault in it["vulns"]))


def _advisory(package: Mapping[str, Any], fault: Mapping[str, Any]) -> Advisory:
    fixes = fault.get("fix_versions") or [""]
    return Advisory(package["name"], package["version"], fault["id"], fixes[-1])
