"""Further sheets of a report made for tests, as if read."""

from collections.abc import Sequence

from dashboard.intake.annexes.read import read_annexes
from dashboard.intake.annexes.records import Annexes
from dashboard.intake.annexes.tables import find_annexes
from dashboard.intake.reading.sheet import CellValue, Sheet, SheetRow

SIM_HEADER = ("Mã xã, phường", "Xã, phường", "SIM rác phát hiện", "SIM rác đã xử lý", "SIM không chính chủ")
POINT_HEADER = (
    "Loại điểm",
    "Xã, phường",
    "Địa chỉ",
    "Giờ phục vụ",
    "Từ ngày",
    "Đến ngày",
    "Vĩ độ",
    "Kinh độ",
    "Số người phục vụ được mỗi ngày",
    "Phục vụ thuê bao nhà mạng khác",
)
ITEM_HEADER = ("Việc sẽ làm", "Xã, phường", "Thời hạn", "Chỉ tiêu: số thuê bao xác thực thêm")
HAC_THANH, HAM_RONG = "14797", "14758"
Row = Sequence[CellValue]


def annex(name: str, header: Row, *rows: Row) -> Sheet:
    """A sheet with a title in row 1, its header in row 3 and these rows from row 4."""
    grid = (("PHỤ LỤC",), (), header, *rows)
    filled = (SheetRow(number, tuple(row)) for number, row in enumerate(grid, start=1) if row)
    return Sheet(name, tuple(filled))


def sims(*rows: Row) -> Sheet:
    """A sheet of SIM results."""
    return annex("SIM", SIM_HEADER, *rows)


def points(*rows: Row) -> Sheet:
    """A sheet of service points."""
    return annex("Điểm", POINT_HEADER, *rows)


def items(*rows: Row) -> Sheet:
    """A sheet of a plan's items."""
    return annex("Phương án", ITEM_HEADER, *rows)


def annexes_of(*sheets: Sheet) -> Annexes:
    """What these sheets come to beside a report."""
    return read_annexes(find_annexes(sheets, None))
