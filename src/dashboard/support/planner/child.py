"""The process in which a plan is worked out: one question from its input, what stands to its output.

Its own process, so that neither the solver's memory nor its hours of processor touch the app: below others in
priority, ended when the parent lets go of its input, whether it stopped the search or died.
"""

import os
import pickle  # between two processes of ours, over a pipe nobody else holds
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from dashboard.support.planner.search import search

BEHIND_OTHERS = 10  # nice: viewers' requests go first


def main() -> None:
    """Answer one question. Frames on the output are records of type Found, then the peak memory in MiB."""
    answers = own_output()
    if hasattr(os, "nice"):
        os.nice(BEHIND_OTHERS)
    instance, seconds = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for found in search(instance, seconds):
        pickle.dump(found, answers)
        answers.flush()
    pickle.dump(peak_memory_mib(), answers)
    answers.flush()


def own_output() -> BinaryIO:
    """The pipe to the parent; what libraries print goes nowhere (HiGHS greets on standard output)."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return answers


def _end_with_parent() -> None:
    sys.stdin.buffer.read(1)
    os._exit(1)


def peak_memory_mib() -> float:
    """The most this process held; 0 where the system does not say (Windows).

    Where there is a /proc, by that: getrusage also counts what the parent held when it forked.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(float(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)  # bytes, as macOS counts


if __name__ == "__main__":
    main()
