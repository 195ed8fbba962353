"""Office files that are the same bytes whenever they are made of the same content."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_ZIP_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest the format knows; the real one would change every second
EFFORT = 6


class CoreProperties(Protocol):
    """What python-docx and python-pptx both know of a document."""

    title: str
    subject: str
    author: str
    last_modified_by: str
    language: str
    comments: str
    keywords: str
    revision: int
    created: datetime
    modified: datetime


def describe(properties: CoreProperties, title: str, about: str, made_at: datetime) -> None:
    """Title, what it was made of, and the moment of the figures as the document's own (aware)."""
    properties.title, properties.subject, properties.comments = title, about, about
    properties.author = properties.last_modified_by = "Sở Khoa học và Công nghệ tỉnh Thanh Hóa"
    properties.language, properties.keywords, properties.revision = "vi-VN", "", 1
    # The format holds moments without a zone, in UTC.
    properties.created = properties.modified = made_at.astimezone(UTC).replace(tzinfo=None)


def packed(blob: bytes) -> bytes:
    """The same package with its parts' times of day taken out."""
    stream = BytesIO()
    with ZipFile(BytesIO(blob)) as source, ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=EFFORT) as target:
        for name in source.namelist():
            entry = ZipInfo(name, FIRST_ZIP_DAY)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return stream.getvalue()
