"""What a document says of the Department itself: names, place, number, who signs, who receives."""

import base64
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any, Literal

import duckdb

from dashboard.store.decisions import Decision, Draft, decisions_in_force

SUBJECT = KEY = "office"
LARGEST_LOGO_BYTES = 200_000  # it is kept in the journal with the decision, and shown a few centimetres wide
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


@dataclass(frozen=True)
class Office:
    """The defaults are those of the Department's own letter; nobody's name is among them.

    `form` "report" is headed by the name of the kind, "letter" by V/v under its number. `logo` is PNG or
    JPEG.
    """

    parent_body: str = "UBND TỈNH THANH HÓA"
    body: str = "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    place: str = "Thanh Hóa"
    address: str = ""
    form: Literal["report", "letter"] = "report"
    number_pattern: str = "Số:          /BC-SKHCN"
    addressee: str = (
        "Tổ công tác triển khai Đề án 06, Cải cách TTHC, chuyển đổi số gắn với Đề án 06 tỉnh Thanh Hóa"
    )
    signing: tuple[str, ...] = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    signatory: str = ""
    recipients: tuple[str, ...] = (
        "Như trên",
        "UBND tỉnh (để b/c)",
        "Giám đốc Sở (để b/c)",
        "UBND các xã, phường",
        "Các doanh nghiệp viễn thông",
        "Lưu: VT, BCVT",
    )
    logo: bytes = b""

    def __post_init__(self) -> None:
        """Refuse what no document could show."""
        if self.logo and not self.logo.startswith((PNG, JPEG)):
            raise ValueError("the logo is neither PNG nor JPEG")
        if len(self.logo) > LARGEST_LOGO_BYTES:
            raise ValueError(f"the logo has more than {LARGEST_LOGO_BYTES} bytes")

    def addressed_to(self, addressee: str) -> "Office":
        """The same office writing to somebody else; "" keeps the usual addressee."""
        return replace(self, addressee=addressee) if addressee else self


def office_in_force(cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None) -> Office:
    """What was last decided, or the defaults."""
    decision = decisions_in_force(cursor, SUBJECT, as_of).get(KEY)
    return Office() if decision is None else read_office(decision)


def letter_address(office: Office) -> str:
    """What the foot of a letter's first page says (Decree 30/2020/NĐ-CP, annex I, box 13); "" for none."""
    return f"Địa chỉ: {office.address}" if office.form == "letter" and office.address else ""


def read_office(decision: Decision) -> Office:
    """A decision as the record; a field that it does not have takes its default."""
    content = decision.content or {}
    known = {field.name: content[field.name] for field in fields(Office) if field.name in content}
    for name in ("signing", "recipients"):
        if name in known:
            known[name] = tuple(known[name])
    if "logo" in known:
        known["logo"] = base64.b64decode(known["logo"])
    return Office(**known)


def office_draft(office: Office, decided_by: str) -> Draft:
    """The decision that makes it so."""
    content: dict[str, Any] = asdict(office)
    content["logo"] = base64.b64encode(office.logo).decode()
    return Draft(SUBJECT, KEY, content, decided_by)
