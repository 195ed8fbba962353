"""What the reading child may use. Set by the child for itself before it looks at the first byte."""

import contextlib
import sys
from dataclasses import dataclass

MIB = 1 << 20
ANSWER_MIB = 64  # a full province file answers with under 0.1 MiB; more is an attack on the parent's memory

# Size of one sheet. Today's list has 166 rows and the one before 547; the rest is room for letterhead, notes
# and a sheet of service points. Checked before the reader lays the sheet out in memory: one cell at
# XFD1048576 of a 9 KB workbook would make it ask for 550 GB (measured with python-calamine 0.9.1).
MOST_ROWS = 5_000
MOST_COLUMNS = 200
MOST_SHEETS = 50
MOST_ZIP_ENTRIES = 1_000
# Text that shrinks a thousandfold is no report; below RATIO_FROM_MIB unpacked it cannot hurt.
MOST_ZIP_RATIO = 100
RATIO_FROM_MIB = 5


@dataclass(frozen=True)
class Limits:
    """Means of one reading: address space in MiB, seconds of processor and clock, unpacked size in MiB."""

    memory_mib: int
    seconds: int
    unpacked_mib: int


def limit_this_process(limits: Limits) -> None:
    """Bind this process for good. The parent also ends it when the clock runs out.

    Windows has no resource limits: there a job object bounds the memory and only the parent's clock the time.
    """
    if sys.platform == "win32":
        from dashboard.intake.reading.limits_windows import limit_memory

        limit_memory(limits.memory_mib * MIB)
    else:
        import resource

        memory_bytes = limits.memory_mib * MIB
        bounds = {
            resource.RLIMIT_AS: memory_bytes,
            resource.RLIMIT_CPU: limits.seconds,
            resource.RLIMIT_FSIZE: ANSWER_MIB * MIB,
            resource.RLIMIT_CORE: 0,
        }
        for kind, bound in bounds.items():
            with contextlib.suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS; the others still hold
                resource.setrlimit(kind, (bound, bound))
