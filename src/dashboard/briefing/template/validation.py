"""Checks within the cells, with Vietnamese prompts and errors; each looks only at cells left of its own.

So who corrects a row from left to right is never stopped by a cell that is yet to be corrected.
"""

from datetime import date
from typing import Any

from dashboard.intake.annexes.values import FIRST_YEAR, LAST_YEAR

COUNT_ERROR = "Ghi số nguyên từ 0 trở lên, không có chữ, dấu phẩy thập phân hay dấu trừ."


def count_check(cell: str, condition: str, hint: str, error: str) -> dict[str, Any]:
    """A whole number from 0, or nothing; `condition` is a formula that must hold too ("" for none)."""
    parts = [f"ISNUMBER({cell})", f"IFERROR({cell}>=0,FALSE)", f"IFERROR({cell}=INT({cell}),FALSE)"]
    parts += [f"IFERROR({condition},FALSE)"] if condition else []
    return _stop(f'=OR({cell}="",AND({",".join(parts)}))', hint, f"{COUNT_ERROR} {error}".strip())


def total_check(cell: str) -> dict[str, Any]:
    """The total stands alone: what follows is held against it."""
    return count_check(
        cell,
        "",
        "Tổng số thuê bao phải xác thực = đã xác thực + chưa xác thực. Không có thuê bao thì ghi 0.",
        "",
    )


def verified_check(cell: str, total: str) -> dict[str, Any]:
    """Verified are some of the total."""
    return count_check(
        cell,
        f"IF(ISNUMBER({total}),{cell}<={total},TRUE)",
        "Số thuê bao đã xác thực, không nhiều hơn tổng số.",
        "Đã xác thực không được nhiều hơn tổng số.",
    )


def unverified_check(cell: str, total: str, verified: str) -> dict[str, Any]:
    """Total = verified + unverified."""
    return count_check(
        cell,
        f"IF(COUNT({total}:{verified})=2,{cell}={total}-{verified},TRUE)",
        "Chưa xác thực = tổng số − đã xác thực; gồm cả thuê bao đang bị khóa.",
        "Chưa xác thực phải bằng tổng số trừ đã xác thực.",
    )


def one_way_check(cell: str, unverified: str) -> dict[str, Any]:
    """Locked ones are among the unverified."""
    return count_check(
        cell,
        f"IF(ISNUMBER({unverified}),{cell}<={unverified},TRUE)",
        "Thuê bao bị khóa 1 chiều, là một phần của chưa xác thực.",
        "Khóa 1 chiều không được nhiều hơn chưa xác thực.",
    )


def two_way_check(cell: str, unverified: str, one_way: str) -> dict[str, Any]:
    """Both kinds of locked ones together are among the unverified."""
    return count_check(
        cell,
        f"IF(ISNUMBER({unverified}),{cell}+N({one_way})<={unverified},TRUE)",
        "Thuê bao bị khóa 2 chiều. Khóa 1 chiều + khóa 2 chiều không nhiều hơn chưa xác thực.",
        "Khóa 1 chiều cộng khóa 2 chiều không được nhiều hơn chưa xác thực.",
    )


def choice_check(source: list[str] | str, hint: str, error: str) -> dict[str, Any]:
    """One of a list, or of the cells that a formula names."""
    return {"validate": "list", "source": source} | _words(hint, error)


def day_check(hint: str) -> dict[str, Any]:
    """A day of the programme's years."""
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": date(FIRST_YEAR, 1, 1),
        "maximum": date(LAST_YEAR, 12, 31),
    } | _words(hint, "Ghi ngày dạng ngày/tháng/năm, ví dụ 25/11/2026.")


def degrees_check(lowest: float, highest: float, name: str) -> dict[str, Any]:
    """Decimal degrees within the province."""
    bounds = f"{lowest:.2f} đến {highest:.2f}".replace(".", ",")
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": lowest,
        "maximum": highest,
    } | _words(f"{name} thập phân, WGS 84, nếu biết.", f"{name} trong tỉnh Thanh Hóa từ {bounds} độ.")


def _stop(formula: str, hint: str, error: str) -> dict[str, Any]:
    # Excel lets anything pass where "ignore blank" is set and the formula meets an empty cell.
    return {"validate": "custom", "value": formula, "ignore_blank": False} | _words(hint, error)


def _words(hint: str, error: str) -> dict[str, Any]:
    return {
        "input_title": "Cách điền",
        "input_message": hint,
        "error_title": "Chưa đúng",
        "error_message": error,
        "error_type": "stop",
    }
