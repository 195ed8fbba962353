"""Vietnamese text in Shapefiles: which of the encodings of thirty years a .dbf was written in."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

import pandas as pd

from dashboard.boundaries.commune_names import code_of_name
from dashboard.boundaries.finding import LayerFinding, Severity

RAW_ENCODING = "ISO-8859-1"  # byte n is character n: reading loses nothing, and the bytes can be had back

# TCVN3 (ABC fonts; TCVN 5712:1993, VN3): one byte a letter, tone included. Capitals with a tone are the same
# bytes in a font of capitals, so they come out in lower case; names are compared without regard to case.
_TCVN3_BYTES = bytes.fromhex(
    "a1a2a3a4a5a6a7 a8a9aaabacadae b5b6b7b8b9 bbbcbdbec6 c7c8c9cacb cccecfd0d1 d2d3d4d5d6"
    "d7d8dcddde dfe1e2e3e4 e5e6e7e8e9 eaebecedee eff1f2f3f4 f5f6f7f8f9 fafbfcfdfe"
)
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐ" "ăâêôơưđ" "àảãáạ" "ằẳẵắặ" "ầẩẫấậ" "èẻẽéẹ" "ềểễếệ"
    "ìỉĩíị" "òỏõóọ" "ồổỗốộ" "ờởỡớợ" "ùủũúụ" "ừửữứự" "ỳỷỹýỵ"
)  # fmt: skip
TCVN3: Mapping[int, str] = MappingProxyType(dict(zip(_TCVN3_BYTES, _TCVN3_LETTERS, strict=True)))

Decoder = Callable[[bytes], str]


def from_tcvn3(content: bytes) -> str:
    """Text of TCVN3 bytes. Raises UnicodeDecodeError at a byte that stands for no letter."""
    for at, byte in enumerate(content):
        if byte >= 0x80 and byte not in TCVN3 and byte != 0xA0:
            raise UnicodeDecodeError("tcvn3", content, at, at + 1, "no letter")
    return "".join(TCVN3.get(byte, chr(byte)) for byte in content)


def from_cp1258(content: bytes) -> str:
    """Text of Windows-1258 bytes, whose tone marks follow their letter, composed (NFC)."""
    return unicodedata.normalize("NFC", content.decode("cp1258"))


# In order of preference: where two read the names equally well, the newer encoding is right.
DECODERS: Mapping[str, Decoder] = MappingProxyType(
    {"UTF-8": lambda content: content.decode("utf-8"), "cp1258": from_cp1258, "TCVN3": from_tcvn3}
)


def decode_table(raw: pd.DataFrame, declared: str | None) -> tuple[pd.DataFrame, tuple[LayerFinding, ...]]:
    """Text columns that were read as ISO-8859-1, in their true encoding, and what there is to say of it.

    A .cpg that names UTF-8 or 1258 and is true is followed; one that names a code page without Vietnamese
    letters says nothing. Otherwise the encoding in which most cells are names of communes wins.
    """
    by_declaration = _decoded(raw, _declared_encoding(declared))
    if by_declaration is not None:
        return by_declaration, ()
    tables = {name: _decoded(raw, name) for name in DECODERS}
    readable = {name: table for name, table in tables.items() if table is not None}
    if not readable:
        return raw, (_unreadable(declared),)
    best = max(readable, key=lambda name: _names_count(readable[name]))
    is_ascii = readable[best].equals(raw)
    return readable[best], () if is_ascii else (_guessed(best, declared),)


def _declared_encoding(declared: str | None) -> str | None:
    text = (declared or "").strip().upper()
    if "1258" in text:
        return "cp1258"
    return "UTF-8" if re.search(r"UTF-?8|65001", text) else None


def _decoded(raw: pd.DataFrame, encoding: str | None) -> pd.DataFrame | None:
    """The table in this encoding; None where a cell does not fit it or there is no encoding."""
    if encoding is None:
        return None
    decode = DECODERS[encoding]
    try:
        columns = {
            column: [
                None if text is None else decode(text.encode(RAW_ENCODING)).strip() for text in raw[column]
            ]
            for column in raw.columns
        }
    except UnicodeError:
        return None
    return pd.DataFrame(columns, index=raw.index, dtype=object)


def _names_count(table: pd.DataFrame) -> int:
    return sum(code_of_name(text) is not None for column in table.columns for text in table[column] if text)


def _guessed(encoding: str, declared: str | None) -> LayerFinding:
    said = (
        f"Tệp .cpg ghi {declared}, không đọc được tiếng Việt" if declared else "Tệp không ghi bảng mã (.cpg)"
    )
    return LayerFinding(
        "layer_encoding_guessed",
        Severity.INFO,
        f"{said}; chữ được đọc theo {encoding} vì cách này khớp nhiều tên xã, phường nhất.",
        encoding,
    )


def _unreadable(declared: str | None) -> LayerFinding:
    return LayerFinding(
        "layer_encoding_unknown",
        Severity.WARNING,
        "Chữ trong bảng thuộc tính không theo bảng mã UTF-8, Windows-1258 hay TCVN3; tên có thể sai.",
        declared,
        "Xuất lại lớp ranh giới với bảng mã UTF-8.",
    )
