"""Whether a file in the drop folder is written to its end, and its bytes."""

import errno
import os
import signal
import stat
import sys
from dataclasses import replace
from pathlib import Path

from dashboard.intake.inbox.found import Found, Seen
from dashboard.intake.oversized import Oversized, is_oversized, measured
from dashboard.intake.request import IntakeRequest

NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def is_being_written(path: Path) -> bool:
    """Whether another program has the file open for writing, where the system can tell.

    Linux grants a lease for reading only where nobody writes; Windows refuses to open alone what another has
    open. Elsewhere, and on network folders without leases, only that the file stays the same tells.
    """
    if sys.platform == "win32":
        return _is_open_elsewhere(path)
    if sys.platform != "linux":
        return False
    import fcntl

    descriptor = os.open(path, os.O_RDONLY | NO_LINKS)
    try:
        # Who opens the file meanwhile makes the kernel signal us: by default SIGIO, which ends a process;
        # SIGURG is ignored unless somebody listens.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(descriptor)
    return False


def job_of(found: Found, asked: IntakeRequest) -> tuple[IntakeRequest, Oversized | None] | None:
    """The request for a file; None where it is not (or no longer) the file that was found."""
    request = replace(asked, file_name=found.path.name, carrier_code=found.carrier_code)
    if is_oversized(found.path):
        return replace(request, content=b""), measured(found.path)
    descriptor = os.open(found.path, os.O_RDONLY | NO_LINKS)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or seen_of(status) != found.seen:
            return None
        content = file.read(found.seen.size_bytes + 1)
    return (replace(request, content=content), None) if len(content) == found.seen.size_bytes else None


def seen_of(status: os.stat_result) -> Seen:
    """What tells this state of a file from another."""
    return Seen(status.st_size, status.st_mtime_ns)


def _is_open_elsewhere(path: Path) -> bool:
    """Open without sharing: refused while anybody has it. Written after Microsoft's documentation."""
    if sys.platform == "win32":
        import _winapi

        generic_read, open_existing = 0x80000000, 3
        try:
            handle = _winapi.CreateFile(str(path), generic_read, 0, 0, open_existing, 0, 0)
        except OSError:
            return True
        _winapi.CloseHandle(handle)
    return False
