"""What moved the rate, said in sentences."""

from collections.abc import Iterator

from dashboard.measures.contribution import Contribution
from dashboard.measures.wording import day_text, pct_text, points_text
from dashboard.reference.carriers import carrier_by_code

LEAST_TOLD = 0.005  # points: less rounds to nothing at two decimals


def contribution_sentences(found: Contribution) -> Iterator[str]:
    """The change, then each part that moved the rate, the largest share of the progress by name."""
    yield (
        f"Tỷ lệ từ {pct_text(found.before_pct, 2)} (kỳ {day_text(found.since)}) thành "
        f"{pct_text(found.now_pct, 2)}, {_moved(found.change_points)}."
    )
    yield from _progress(found)
    if abs(found.base_points) >= LEAST_TOLD:
        cause = "tăng" if found.base_points < 0 else "giảm"
        yield f"Số thuê bao phải xác thực {cause} làm tỷ lệ {_moved(found.base_points)}."
    if abs(found.left_points) >= LEAST_TOLD:
        yield (
            f"{_whose(found.left)} có báo cáo kỳ trước mà không có kỳ này; riêng việc thiếu ấy làm tỷ lệ "
            f"{_moved(found.left_points)}, không phải do kết quả xác thực."
        )
    if abs(found.joined_points) >= LEAST_TOLD:
        yield (
            f"{_whose(found.joined)} có báo cáo kỳ này mà kỳ trước không có; riêng việc ấy làm tỷ lệ "
            f"{_moved(found.joined_points)}."
        )


def _progress(found: Contribution) -> Iterator[str]:
    ranked = sorted(found.progress_by_carrier.items(), key=lambda item: -item[1])
    told = [f"{carrier_by_code()[code].name} {points_text(points, 2)}" for code, points in ranked if points]
    if not told:
        yield "Không có thêm thuê bao nào được xác thực."
    elif len(told) == 1:
        yield f"Xác thực thêm làm tỷ lệ {_moved(found.progress_points)}."
    else:
        yield f"Xác thực thêm làm tỷ lệ {_moved(found.progress_points)}: {', '.join(told)}."


def _whose(codes: tuple[str, ...]) -> str:
    names = " và ".join(carrier_by_code()[code].name for code in codes)
    return names or "Một số xã, phường của một số nhà mạng"


def _moved(points: float) -> str:
    text = points_text(abs(points), 2).lstrip("+")
    if abs(points) < LEAST_TOLD:
        return "không đổi"
    return f"tăng {text}" if points > 0 else f"giảm {text}"
