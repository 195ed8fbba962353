"""The four kinds of entry and their columns: what a file, a table on the page and the journal have."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.reference.columns import Column, columns
from dashboard.support.register import values
from dashboard.support.register.records import Difficulty, Entry, Hall, ServicePoint, VolunteerGroup
from dashboard.support.register.values import Value, choice_of

HALL_KINDS = {
    "convention": "Trung tâm hội nghị",
    "village": "Nhà văn hóa thôn, tổ dân phố",
    "commune": "Hội trường xã, phường",
    "school": "Trường học",
    "other": "Khác",
}
ORGANISATIONS = {
    "youth": "Đoàn Thanh niên",
    "women": "Hội Liên hiệp Phụ nữ",
    "farmers": "Hội Nông dân",
    "veterans": "Hội Cựu chiến binh",
    "digital": "Tổ công nghệ số cộng đồng",
    "police": "Công an xã, phường",
    "other": "Khác",
}
POINT_KINDS = {"fixed": "Cố định", "mobile": "Lưu động"}
CATEGORIES = {
    "network": "Sóng, mạng Internet",
    "place": "Địa điểm, điện, thiết bị",
    "people": "Thiếu người hỗ trợ",
    "documents": "Giấy tờ của người dân",
    "away": "Người dân đi vắng, già yếu",
    "system": "Ứng dụng, hệ thống của nhà mạng",
    "other": "Khác",
}
STATUSES = {"open": "Chưa trả lời", "doing": "Đang giải quyết", "done": "Đã giải quyết"}


@dataclass(frozen=True)
class Field:
    """A column of a kind: `name` of the record's field, or of the contact's; `column` in the dictionary."""

    name: str
    value: Value
    column: str = ""
    is_needed: bool = False
    is_contact: bool = False

    @property
    def said(self) -> Column:
        """What the column dictionary says of it."""
        return columns()[self.column or self.name]


@dataclass(frozen=True)
class Kind:
    """A kind of entry; `key` names it in commands and addresses, the titles are Vietnamese."""

    key: str
    record: type[Entry]
    title: str
    one: str
    fields: tuple[Field, ...]
    sheet_name: str

    @property
    def subject(self) -> str:
        """Under which it is decided."""
        return self.record.subject

    @property
    def kept(self) -> tuple[Field, ...]:
        """The columns that the journal holds: all but contacts and the id."""
        return tuple(field for field in self.fields if not field.is_contact)

    @property
    def contacts(self) -> tuple[Field, ...]:
        """The columns of people's names and numbers."""
        return tuple(field for field in self.fields if field.is_contact)

    def field_of(self, column: str) -> Field:
        """The field of a column of the dictionary. Raises StopIteration for another."""
        return next(field for field in self.fields if (field.column or field.name) == column)


COMMUNE = Field("commune_code", values.COMMUNE, "commune_name", is_needed=True)
NOTE = Field("note", values.TEXT)
PLACE = (Field("lon", values.DEGREES), Field("lat", values.DEGREES))
PERSON = (
    Field("contact_name", values.TEXT, is_contact=True),
    Field("contact_phone", values.TEXT, is_contact=True),
)

HALLS = Kind(
    "hall",
    Hall,
    "Nhà văn hóa, hội trường",
    "hội trường",
    (
        COMMUNE,
        Field("hall_name", values.TEXT, is_needed=True),
        Field("hall_kind", choice_of(HALL_KINDS)),
        Field("address", values.TEXT),
        Field("people_per_day_count", values.COUNT),
        Field("station_count", values.COUNT),
        Field("has_power", values.YES_OR_NO),
        Field("has_network", values.YES_OR_NO),
        Field("free_weekdays", values.WEEKDAYS_FREE),
        Field("closed_on", values.DAYS),
        *PLACE,
        *PERSON,
        NOTE,
    ),
    "Hội trường",
)
GROUPS = Kind(
    "group",
    VolunteerGroup,
    "Nhóm tình nguyện",
    "nhóm",
    (
        Field("organisation", choice_of(ORGANISATIONS), is_needed=True),
        Field("group_name", values.TEXT, is_needed=True),
        COMMUNE,
        Field("people_count", values.COUNT, is_needed=True),
        Field("travel_km", values.KM, is_needed=True),
        Field("free_weekdays", values.WEEKDAYS_FREE),
        Field("closed_on", values.DAYS),
        *PERSON,
        NOTE,
    ),
    "Nhóm tình nguyện",
)
POINTS = Kind(
    "point",
    ServicePoint,
    "Điểm phục vụ",
    "điểm",
    (
        Field("carrier_code", values.CARRIER, "carrier_name", is_needed=True),
        Field("point_kind", choice_of(POINT_KINDS), is_needed=True),
        COMMUNE,
        Field("address", values.TEXT, is_needed=True),
        Field("opening_hours", values.TEXT),
        Field("from_on", values.DAY),
        Field("to_on", values.DAY),
        Field("free_weekdays", values.WEEKDAYS_FREE),
        Field("people_per_day_count", values.COUNT),
        Field("serves_other_carriers", values.YES_OR_NO),
        *PLACE,
        *PERSON,
        NOTE,
    ),
    "Điểm phục vụ",
)
DIFFICULTIES = Kind(
    "difficulty",
    Difficulty,
    "Vướng mắc",
    "vướng mắc",
    (
        Field("noted_on", values.DAY),
        Field("difficulty_category", choice_of(CATEGORIES), is_needed=True),
        Field("difficulty_text", values.TEXT, is_needed=True),
        Field("communes_affected", values.COMMUNES),
        Field("carriers_affected", values.CARRIERS),
        Field("difficulty_status", choice_of(STATUSES)),
        Field("answer", values.TEXT),
        Field("answered_by", values.TEXT),
        Field("answered_on", values.DAY),
        *PERSON,
    ),
    "Vướng mắc",
)
KINDS: Mapping[str, Kind] = MappingProxyType(
    {kind.key: kind for kind in (HALLS, GROUPS, POINTS, DIFFICULTIES)}
)
