"""Reading a file in a child process, so that no file can take the server down with it."""

import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
from typing import Any

from dashboard.intake.reading.limits import ANSWER_MIB, Limits
from dashboard.intake.reading.sheet import Fault, Reading, from_json
from dashboard.paths import PROJECT_DIR
from dashboard.settings import settings

logger = logging.getLogger(__name__)

CHILD_MODULE = "dashboard.intake.reading.child"
PATIENCE_SECONDS = 5  # beyond its processor time: starting, waiting for a busy machine
# Whoever asks, pages and addresses by the dozen too: each child may take a GiB and a processor.
MOST_CHILDREN = 4
_children = threading.BoundedSemaphore(MOST_CHILDREN)
# What Python needs to start; nothing else of the environment concerns a child that reads strangers' files.
KEPT_VARIABLES = ("PATH", "HOME", "USERPROFILE", "APPDATA", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


def limits_in_force() -> Limits:
    """The limits that the settings give one reading."""
    return Limits(settings().read_memory_mib, settings().read_seconds, settings().unpacked_mib)


def read_file(content: bytes, limits: Limits | None = None) -> Reading:
    """What stands in a file's bytes, or the fault that kept it from being read. No file makes it raise."""
    answer = answer_of_child(CHILD_MODULE, content, limits or limits_in_force())
    return Reading("", fault=answer) if isinstance(answer, Fault) else from_json(answer)


def answer_of_child(module: str, content: bytes, limits: Limits) -> dict[str, Any] | Fault:
    """What a child of its own, bound by these limits, answers in JSON to a file's bytes; else why it died.

    Waits while MOST_CHILDREN are at work; the child's time starts after that.
    """
    with (
        _children,
        tempfile.TemporaryFile() as answer,
    ):  # a file, so that the child's limit on file sizes bounds it
        try:
            done = subprocess.run(
                _command(module, limits),
                input=content,
                stdout=answer,
                stderr=subprocess.PIPE,
                env=_environment(),
                timeout=limits.seconds + PATIENCE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Fault("too_large", {"what": "seconds", "limit": limits.seconds})
        if done.returncode:
            logger.warning("child %s ended with %s: %s", module, done.returncode, done.stderr[-2000:])
            return _fault_of_death(done.returncode, limits)
        answer.seek(0)
        found: dict[str, Any] = json.load(answer)
        return found


def _command(module: str, limits: Limits) -> list[str]:
    means = (limits.memory_mib, limits.seconds, limits.unpacked_mib)
    return [sys.executable, "-P", "-m", module, *map(str, means)]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return kept | {"PYTHONPATH": str(PROJECT_DIR / "src"), "PYTHONUTF8": "1"}


def _fault_of_death(code: int, limits: Limits) -> Fault:
    """A child that died of a signal hit a limit or a flaw of the reader: in both cases the file did it."""
    if sys.platform != "win32":
        import signal

        if -code in (signal.SIGXCPU, signal.SIGKILL):
            return Fault("too_large", {"what": "seconds", "limit": limits.seconds})
        if -code == signal.SIGXFSZ:
            return Fault("too_large", {"what": "answer", "limit": ANSWER_MIB})
        if -code == signal.SIGABRT:  # how the reader ends when memory is refused
            return Fault("too_large", {"what": "memory", "limit": limits.memory_mib})
    return Fault("damaged_file")
