"""Looking into a zipped workbook before anything is unpacked."""

import io
import zipfile

from dashboard.intake.reading.limits import (
    MIB,
    MOST_ZIP_ENTRIES,
    MOST_ZIP_RATIO,
    RATIO_FROM_MIB,
    Limits,
)
from dashboard.intake.reading.sheet import FaultError

IS_ENCRYPTED = 0x1  # bit of the flags of a zip entry (APPNOTE.TXT, 4.4.4)
FOREIGN_PARTS = {
    "word/": "văn bản Word (.docx)",
    "ppt/": "bản trình chiếu PowerPoint (.pptx)",
    "xl/workbook.bin": "sổ tính nhị phân (.xlsb)",
}


def open_archive(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, with every entry found whole and the sum of them within bounds.

    Sizes are judged from the directory first, so a bomb is refused before it is unpacked; then each entry is
    unpacked once, which shows a damaged or lying one. Raises FaultError.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OverflowError) as error:
        raise FaultError("damaged_file") from error
    _check_sizes(archive, len(content), limits)
    if any(entry.flag_bits & IS_ENCRYPTED for entry in archive.infolist()):
        raise FaultError("password_protected")
    _check_entries(archive)
    return archive


def spreadsheet_kind(archive: zipfile.ZipFile) -> str:
    """Which spreadsheet the archive is: xlsx or ods. Raises FaultError for any other."""
    names = [entry.filename for entry in archive.infolist()]
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype"):
        return "ods"
    for part, kind in FOREIGN_PARTS.items():
        if any(name.startswith(part) for name in names):
            raise FaultError("not_a_spreadsheet", kind=kind)
    if "[Content_Types].xml" in names:
        raise FaultError("damaged_file")
    raise FaultError("not_a_spreadsheet", kind="tệp nén ZIP")


def _check_sizes(archive: zipfile.ZipFile, packed_bytes: int, limits: Limits) -> None:
    entries = archive.infolist()
    unpacked_bytes = sum(entry.file_size for entry in entries)
    unpacked_mib = -(-unpacked_bytes // MIB)
    if len(entries) > MOST_ZIP_ENTRIES:
        raise FaultError("too_large", what="entries", found=len(entries), limit=MOST_ZIP_ENTRIES)
    if unpacked_bytes > limits.unpacked_mib * MIB:
        raise FaultError("too_large", what="unpacked", found=unpacked_mib, limit=limits.unpacked_mib)
    if unpacked_bytes > RATIO_FROM_MIB * MIB and unpacked_bytes > MOST_ZIP_RATIO * packed_bytes:
        raise FaultError(
            "too_large", what="ratio", found=unpacked_bytes // packed_bytes, limit=MOST_ZIP_RATIO
        )


def _check_entries(archive: zipfile.ZipFile) -> None:
    try:
        damaged = archive.testzip()
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise FaultError("damaged_file") from error
    except Exception as error:  # zlib.error is no subclass of anything named above
        raise FaultError("damaged_file") from error
    if damaged is not None:
        raise FaultError("damaged_file", part=damaged)
