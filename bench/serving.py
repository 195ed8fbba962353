"""Starting an app as its users would, knowing when it answers, and what it costs."""

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

START_PATIENCE_SECONDS = 60
STOP_PATIENCE_SECONDS = 10


class DidNotStartError(Exception):
    """The app ended, or did not answer in time; carries the end of what it printed."""


@dataclass(frozen=True)
class Server:
    """A running app: where it answers, and its process."""

    url: str
    process: psutil.Process

    def cpu_seconds(self) -> float:
        """Processor time of the app and its children so far, user and system."""
        return sum(_cpu_seconds(process) for process in self._processes())

    def memory_mib(self) -> float:
        """Resident memory of the app and its children, in MiB."""
        return float(sum(process.memory_info().rss for process in self._processes())) / 2**20

    def _processes(self) -> list[psutil.Process]:
        return [self.process, *self.process.children(recursive=True)]


@contextmanager
def serving(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], answers_at: str = "/"
) -> Iterator[Server]:
    """Run `command` (`{port}` in it becomes a free port) in `folder` until the caller is done.

    Yields once GET `answers_at` gives 200. Raises DidNotStartError otherwise.
    """
    port = _free_port()
    log = folder / f"server-{port}.log"
    with log.open("wb") as printed:
        started = subprocess.Popen(
            [part.format(port=port) for part in command],
            cwd=folder,
            env=dict(environment),
            stdout=printed,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url + answers_at, started, log)
        yield Server(url, psutil.Process(started.pid))
    finally:
        _stop(started)


def _wait_for(url: str, started: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_PATIENCE_SECONDS
    while started.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise DidNotStartError(log.read_text(errors="replace")[-2000:])


def _stop(started: subprocess.Popen[bytes]) -> None:
    started.terminate()
    try:
        started.wait(STOP_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        started.kill()
        started.wait()


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
