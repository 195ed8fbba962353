"""The log: JSON lines in home()/logs, turned over by size and by day, with no secret and no figure.

Of a message only the text that stands in the code is written, of an error only its kind and where it came
from: what is put into either may hold a value of somebody's file. What else a line says are the fields of
FIELDS. The full text still goes to the process's own output, for who runs it.
"""

import logging
import traceback
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from structlog.contextvars import merge_contextvars
from structlog.processors import JSONRenderer, TimeStamper
from structlog.stdlib import ExtraAdder, ProcessorFormatter, add_log_level, add_logger_name
from structlog.types import EventDict, Processor, WrappedLogger

from dashboard.settings import LOCAL_ZONE

LOGS_FOLDER, LOG_NAME = "logs", "dashboard.jsonl"
MOST_BYTES = 10 * 1024 * 1024  # of one file; a day of fifty people is about 5 MB
KEPT_FILES = 60  # two months of days, 600 MB at the very most
FIELDS = (
    *("route", "method", "code", "ms", "person", "page", "ordinal", "act", "subject", "way"),
    *("file", "sha256", "carrier", "round", "status"),
)


class DailyFile(RotatingFileHandler):
    """Begins a new file when the day changes (Asia/Ho_Chi_Minh) or the file is full; the oldest go."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=MOST_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True)
        self._day = _day_of(path)

    def shouldRollover(self, record: logging.LogRecord) -> int:  # noqa: N802 - the library's name
        """Whether the next line goes into a new file."""
        day = datetime.fromtimestamp(record.created, LOCAL_ZONE).date().isoformat()
        is_new_day, self._day = self._day not in ("", day), day
        return is_new_day or bool(super().shouldRollover(record))


def begin_logging(home: Path) -> logging.Handler:
    """Have everything of this process written down from now on; the handler, to be ended with."""
    folder = home / LOGS_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    handler = DailyFile(folder / LOG_NAME)
    handler.setFormatter(formatter())
    handler.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    logging.getLogger("dashboard").setLevel(logging.INFO)
    return handler


def end_logging(handler: logging.Handler) -> None:
    """Take the handler off again."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def formatter() -> logging.Formatter:
    """A line of JSON for a record of whichever library."""
    chain: list[Processor] = [
        merge_contextvars, add_log_level, add_logger_name, ExtraAdder(FIELDS),
        TimeStamper(fmt="iso", utc=True, key="at"), _as_in_the_code,
    ]  # fmt: skip
    return ProcessorFormatter(
        foreign_pre_chain=chain,
        processors=[ProcessorFormatter.remove_processors_meta, JSONRenderer(ensure_ascii=False)],
        keep_exc_info=False,
    )


def _as_in_the_code(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    record: logging.LogRecord = event["_record"]
    event["event"] = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
    error = record.exc_info if isinstance(record.exc_info, tuple) else None
    for name in ("exc_info", "stack_info", "positional_args"):
        event.pop(name, None)
    if error is not None and error[1] is not None:
        event["error"] = _kinds(error[1])
        event["where"] = _places(error[2])
    return event


def _kinds(error: BaseException) -> list[str]:
    """Kind of an error and of those that it came from."""
    found: list[str] = []
    at: BaseException | None = error
    while at is not None:
        found.append(type(at).__name__)
        at = at.__cause__ or at.__context__
    return found


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]


def _day_of(path: Path) -> str:
    if not path.exists():
        return ""
    return datetime.fromtimestamp(path.stat().st_mtime, LOCAL_ZONE).date().isoformat()
