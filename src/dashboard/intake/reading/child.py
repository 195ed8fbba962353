"""The child that reads one file: bytes on standard input, a reading as JSON on standard output.

Run as `python -m dashboard.intake.reading.child MEMORY_MIB SECONDS UNPACKED_MIB`. It imports as little as it
can: it starts anew for every file, so that no file meets what another one left behind.
"""

import json
import sys

from dashboard.intake.reading.delimited import read_delimited
from dashboard.intake.reading.limits import Limits, limit_this_process
from dashboard.intake.reading.parquet import read_parquet
from dashboard.intake.reading.sheet import Fault, FaultError, Reading, as_json
from dashboard.intake.reading.sniff import foreign_name, kind_of
from dashboard.intake.reading.workbook import read_ole, read_zipped


def main() -> None:
    """Limit this process, read, answer."""
    limits = Limits(*map(int, sys.argv[1:4]))
    limit_this_process(limits)
    answer = json.dumps(as_json(reading_of(sys.stdin.buffer.read(), limits)), ensure_ascii=False)
    sys.stdout.buffer.write(answer.encode("utf-8"))


def reading_of(content: bytes, limits: Limits) -> Reading:
    """What stands in the file, or the fault that keeps it from being read."""
    try:
        return _read(content, limits)
    except FaultError as error:
        return Reading("", fault=error.fault)
    except MemoryError:
        return Reading("", fault=Fault("too_large", {"what": "memory", "limit": limits.memory_mib}))


def _read(content: bytes, limits: Limits) -> Reading:
    kind = kind_of(content)
    if kind == "zip":
        return read_zipped(content, limits)
    if kind == "ole":
        return read_ole(content)
    if kind == "text":
        return read_delimited(content)
    if kind == "parquet":
        return read_parquet(content, limits)
    faults = {
        "empty": FaultError("empty_file"),
        "html": FaultError("html_as_spreadsheet"),
        "xml": FaultError("not_a_spreadsheet", kind="tệp XML"),
        "foreign": FaultError("not_a_spreadsheet", kind=foreign_name(content) or ""),
    }
    raise faults.get(kind, FaultError("not_a_spreadsheet"))


if __name__ == "__main__":
    main()
