"""What the reading child may use: shown on a child that asks for too much."""

import subprocess
import sys

import pytest

from dashboard.intake.reading.limits_windows import limit_memory

GREEDY = """
import sys
from dashboard.intake.reading.limits import Limits, limit_this_process
limit_this_process(Limits(memory_mib=256, seconds=1, unpacked_mib=1))
{greed}
"""


def end_of(greed: str) -> subprocess.CompletedProcess[str]:
    script = GREEDY.format(greed=greed)
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=False
    )


def test_memory_beyond_the_limit_is_refused():
    done = end_of("bytearray(300 << 20)")
    assert done.returncode != 0
    assert "MemoryError" in done.stderr


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows limits memory only; the parent's clock ends the child"
)
def test_processor_time_beyond_the_limit_ends_the_process():
    import signal

    assert end_of("while True: pass").returncode in (-signal.SIGXCPU, -signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits memory only")
def test_an_answer_beyond_the_limit_is_refused(tmp_path: object):
    greed = f"open({str(tmp_path / 'x')!r}, 'wb').write(bytes(1 << 20) * 65)"
    assert end_of(greed).returncode != 0


@pytest.mark.skipif(sys.platform == "win32", reason="would limit the tests themselves")
def test_elsewhere_the_way_of_windows_does_nothing():
    assert limit_memory(1) is False
