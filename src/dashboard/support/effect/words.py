"""Effects in plain sentences, which say as much as the numbers bear and no more."""

from dashboard.measures.wording import count_text, pct_text, points_text
from dashboard.support.effect.compare import LEVEL, Effect
from dashboard.support.effect.totals import Totals
from dashboard.support.planner.fitting import Fit

CAUTION = (
    "So với các nơi tương tự không có buổi nào trong cùng những tuần đó. Đây không phải thí nghiệm: "
    "buổi hỗ trợ "
    "được đặt ở nơi chậm, mà nơi chậm có thể tự nhanh lên."
)


def total_words(totals: Totals) -> str:
    """What came of all sessions: "12 buổi, dự kiến 1.200 người, đến 900 (75,0 %), xác thực 850 thuê bao"."""
    came = f" ({pct_text(totals.came_pct)} số dự kiến)" if totals.came_pct is not None else ""
    sessions, expected = count_text(totals.sessions_count), count_text(totals.expected_count)
    return (
        f"{sessions} buổi đã thực hiện: dự kiến {expected} người, đến {count_text(totals.came_count)}{came}, "
        f"xác thực {count_text(totals.verified_count)} thuê bao"
    )


def effect_words(effect: Effect) -> str:
    """One commune's effect."""
    if effect.points is None or effect.low is None or effect.high is None:
        return "chưa đủ kỳ báo cáo trước và sau buổi để so sánh"
    interval = interval_words(effect.low, effect.high)
    return f"{_faster(effect.points)} {interval}{_clear(is_clear=effect.is_clear)}"


def mean_words(mean: tuple[float, float, float] | None, communes_count: int) -> str:
    """All communes together."""
    if mean is None:
        return "Chưa đủ xã, phường có kỳ báo cáo trước và sau buổi hỗ trợ để nói chung."
    points, low, high = mean
    is_clear = low > 0 or high < 0
    return (
        f"Bình quân {count_text(communes_count)} xã, phường: {_faster(points)} "
        f"{interval_words(low, high)}{_clear(is_clear=is_clear)}."
    )


def interval_words(low: float, high: float) -> str:
    """ "(khoảng 80 %: từ −0,2 đến 1,1)"."""
    return f"(khoảng {100 * LEVEL:.0f} %: từ {points_text(low)} đến {points_text(high)})"


def _faster(points: float) -> str:
    direction = "nhanh hơn" if points >= 0 else "chậm hơn"
    return f"tỷ lệ tăng {direction} nơi tương tự {points_text(abs(points)).removeprefix('+')} trong hai kỳ"


def _clear(*, is_clear: bool) -> str:
    return "" if is_clear else "; chưa đủ rõ để nói là nhờ buổi hỗ trợ"


def fit_words(fit: Fit, of: str = "buổi") -> str:
    """ "8,3 (từ 6,1 đến 10,5; 9 buổi)"; `of` is what was counted."""
    value, low, high = (f"{number:.1f}".replace(".", ",") for number in (fit.value, fit.low, fit.high))
    return f"{value} (từ {low} đến {high}; {count_text(fit.sessions_count)} {of})"
