"""What a file is by its first bytes. Its name and the type a browser gives are only claims."""

ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
PARQUET_MARK = b"PAR1"  # at both ends of the file
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff")

# Start of the file, and what a person calls such a file.
FOREIGN_STARTS = {
    b"%PDF": "PDF",
    b"MZ": "chương trình Windows (.exe)",
    b"\x7fELF": "chương trình Linux",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7-Zip",
    b"\x1f\x8b": "tệp nén GZIP",
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"GIF8": "ảnh GIF",
    b"{\\rtf": "văn bản RTF",
}
HTML_MARKS = (b"<html", b"<!doctype html", b"<table", b"<head", b"<body", b"mime-version:")
CONTROL_BYTES = bytes(range(9)) + bytes(range(14, 32))
SNIFFED_BYTES = 4096


def kind_of(content: bytes) -> str:
    """One of empty, zip, ole, parquet, html, xml, text, foreign, unknown."""
    start = content[:SNIFFED_BYTES]
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        return "empty"
    if start.startswith(ZIP_STARTS):
        return "zip"
    if start.startswith(OLE_START):
        return "ole"
    if start.startswith(PARQUET_MARK):
        return "parquet"
    if foreign_name(content):
        return "foreign"
    return _kind_of_text(start)


def foreign_name(content: bytes) -> str | None:
    """What a person calls a file of a well-known kind that holds no table; None for others."""
    return next((name for start, name in FOREIGN_STARTS.items() if content.startswith(start)), None)


def _kind_of_text(start: bytes) -> str:
    lowered = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if lowered.startswith(b"<?xml") and b"<html" not in lowered:
        return "xml"
    if lowered.startswith(HTML_MARKS) or (lowered.startswith(b"<") and any(m in lowered for m in HTML_MARKS)):
        return "html"
    if start.startswith(UTF16_STARTS):
        return "text"
    controls = len(start) - len(start.translate(None, CONTROL_BYTES))
    return "unknown" if controls else "text"
