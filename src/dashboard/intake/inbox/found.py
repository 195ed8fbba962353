"""What lies in the drop folder: files to take in, and things that are not plain files with plain names."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.reference.carriers import carrier_by_code

INBOX_NAME = "inbox"
# Names that programs give to what they have not finished or keep for themselves: browsers, WinSCP, rsync,
# Excel's lock, Windows' and macOS' folder settings. Such a file is left alone until it gets its real name.
UNFINISHED_STARTS = (".", "~$")
UNFINISHED_ENDS = (".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".swp", "~")
OF_THE_SYSTEM = {"desktop.ini", "thumbs.db"}
# No names on Windows, whatever ending follows (Microsoft, "Naming Files, Paths, and Namespaces").
DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)}
SEPARATORS = set('/\\:*?"<>|')
MOST_NAME_BYTES = 200  # file systems allow 255; the rest is room for the receipt's ending

LINK = "là liên kết (đường tắt), không phải tệp"
NOT_A_FILE = "không phải tệp thường"
ODD_NAME = "có tên chứa ký tự không được phép hoặc quá dài"
UNKNOWN_FOLDER = "nằm trong thư mục không mang mã nhà mạng nào"


@dataclass(frozen=True)
class Seen:
    """What tells a file from what it was a moment ago."""

    size_bytes: int
    changed_ns: int


@dataclass(frozen=True)
class Found:
    """Something in the drop folder; `carrier_code` is its sub-folder's, `fault` why it is not taken in."""

    path: Path
    folder: str
    carrier_code: str | None
    seen: Seen
    fault: str | None = None

    @property
    def name(self) -> str:
        """Its name as it can be kept everywhere: the same, unless it is an odd one."""
        return plain_name(self.path.name)


def look_into(home: Path) -> list[Found]:
    """All that lies in the drop folder and its sub-folders of carriers, in the order in which it changed."""
    found = [*_in_folder(home / INBOX_NAME, "", None)]
    return sorted(found, key=lambda it: (it.seen.changed_ns, it.path.name))


def is_odd(name: str) -> bool:
    """Whether a name could mislead people, the archive or another system."""
    letters = any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"} for letter in name)
    is_long = len(name.encode("utf-8", "replace")) > MOST_NAME_BYTES
    is_device = name.split(".", maxsplit=1)[0].strip().lower() in DEVICES
    return bool(letters or is_long or is_device or SEPARATORS & set(name) or name != name.strip(" ."))


def plain_name(name: str) -> str:
    """A name without what makes it odd."""
    if not is_odd(name):
        return name
    kept = "".join("_" if is_odd(f"a{letter}a") else letter for letter in name).strip(" .")
    return f"_{kept[-MOST_NAME_BYTES // 4 :]}"  # the end has the kind; a letter has at most four bytes


def _in_folder(folder: Path, name: str, fault: str | None) -> Iterator[Found]:
    code = name.lower() if name and fault is None else None
    with os.scandir(folder) as entries:
        for entry in entries:
            if _is_left_alone(entry.name):
                continue
            status = entry.stat(follow_symlinks=False)
            if not name and stat.S_ISDIR(status.st_mode) and not _is_link(status):
                known = entry.name.lower() in carrier_by_code()
                yield from _in_folder(Path(entry.path), entry.name, None if known else UNKNOWN_FOLDER)
            elif not stat.S_ISDIR(status.st_mode) or _is_link(status):
                seen = Seen(status.st_size, status.st_mtime_ns)
                why = _fault_of(entry.name, status) or fault
                yield Found(Path(entry.path), plain_name(name), code, seen, why)


def _fault_of(name: str, status: os.stat_result) -> str | None:
    if _is_link(status):
        return LINK
    if not stat.S_ISREG(status.st_mode):
        return NOT_A_FILE
    return ODD_NAME if is_odd(name) else None


def _is_link(status: os.stat_result) -> bool:
    """A symbolic link, or on Windows anything that leads elsewhere (a junction)."""
    leads_elsewhere = getattr(status, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT
    return stat.S_ISLNK(status.st_mode) or bool(leads_elsewhere)


def _is_left_alone(name: str) -> bool:
    lowered = name.lower()
    return (
        lowered.startswith(UNFINISHED_STARTS) or lowered.endswith(UNFINISHED_ENDS) or lowered in OF_THE_SYSTEM
    )
