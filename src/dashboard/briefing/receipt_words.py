"""A receipt in words, the same on the screen, in the workbook and on the terminal."""

from collections import Counter

from dashboard.intake.acceptance import open_count
from dashboard.intake.catalogue import title_of
from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.receipts import RemadeReceipt
from dashboard.intake.rules.skipped_rows import REASONS
from dashboard.intake.wording import carrier_words, count_words, day_words, matches_words, time_words

STATUS_WORDS = {
    Status.ACCEPTED: "Đã tiếp nhận",
    Status.ACCEPTED_WITH_WARNINGS: "Đã tiếp nhận, có cảnh báo",
    Status.REJECTED: "Bị từ chối, không số liệu nào thay đổi",
    Status.DUPLICATE: "Đã có từ trước, không thay đổi gì",
}
WAY_WORDS = {
    "page": "trang Báo cáo",
    "own-page": "trang của nhà mạng",
    "command": "dòng lệnh",
    "inbox": "thư mục nhận tệp",
    "api": "cổng API của nhà mạng",
    "demo": "chương trình mô phỏng",
}
LIST_WORDS = {
    "today_communes": "danh mục xã, phường hiện nay",
    "old_communes": "danh mục xã, phường, thị trấn trước 01/7/2025",
}


def receipt_lines(receipt: Receipt) -> dict[str, str]:
    """Label -> what is said of the file; labels of what is not known are left out."""
    lines = {
        "Tệp": receipt.file_name,
        "Kết quả": STATUS_WORDS[receipt.status],
        "Báo cáo": origin_words(receipt),
        "Nhận": _arrival(receipt),
        "Số thứ tự": receipt.submission_id or "",
        "Đã đọc": _read(receipt),
        "Đối chiếu xã, phường": matches_words(receipt.matches),
        "Không phải số liệu": skipped_words(receipt),
        "Dòng có lỗi": _refused(receipt),
        "SHA-256": receipt.sha256,
        "Phiên bản": _version(receipt),
        "So với tệp trước": compared_words(receipt),
    }
    return {label: words for label, words in lines.items() if words}


def origin_words(receipt: Receipt) -> str:
    """Whose report and of which round."""
    carrier = carrier_words(receipt.carrier_code) if receipt.carrier_code else "chưa rõ nhà mạng"
    round_on = f"kỳ {day_words(receipt.round_on)}" if receipt.round_on else "chưa rõ kỳ báo cáo"
    return f"{carrier}, {round_on}"


def way_words(way: str) -> str:
    """Which way a file came in."""
    return WAY_WORDS.get(way, way)


def came_words(way: str, taken_in_by: str) -> str:
    """Which way a file came in, and who took it."""
    return f"qua {way_words(way)}, người nhận: {taken_in_by}"


def doubts(remade: RemadeReceipt) -> tuple[str, ...]:
    """What a receipt made again has to say of itself; most have nothing."""
    said = []
    if remade.trouble:
        said.append(
            f"Không đọc lại được tệp: {remade.trouble}. "
            "Biên nhận chỉ gồm những gì nhật ký và cơ sở dữ liệu còn giữ."
        )
    if remade.is_judged_otherwise and remade.judged_today:
        today = "tiếp nhận" if remade.judged_today.is_accepted else "từ chối"
        said.append(
            f"Theo quy tắc và các xác nhận hiện nay, tệp này sẽ được {today}. "
            "Quyết định lúc nhận vẫn giữ nguyên."
        )
    return tuple(said)


def review_words(remade: RemadeReceipt) -> tuple[str, ...]:
    """How many warnings of a file wait to be looked at, then each that was accepted, by whom and why."""
    if not remade.warnings:
        return ()
    waiting_count = open_count(remade.warnings)
    accepted_count = count_words(len(remade.warnings) - waiting_count)
    counts = f"{count_words(waiting_count)} cảnh báo chưa xem xét, {accepted_count} đã chấp nhận"
    signed = Counter(
        f"{title_of(warning.finding.rule)}: {given.decided_by} chấp nhận {time_words(given.decided_at)}, "
        f"lý do: {given.reason}"
        for warning in remade.warnings
        if (given := warning.acceptance)
    )
    said = [words if count == 1 else f"{words} ({count_words(count)} mục)" for words, count in signed.items()]
    return (counts, *said)


def compared_words(receipt: Receipt) -> str:
    """Which file a receipt compares with, and how long before it came; "" where there is none."""
    if receipt.compared is None:
        return ""
    last, days = receipt.compared.last, receipt.compared.days_since
    what = "tệp được thay thế" if last.round_on == receipt.round_on else f"tệp kỳ {day_words(last.round_on)}"
    since = f"{count_words(days)} ngày trước" if days else "cùng ngày"
    return f"{what} “{last.file_name}”, nhận lúc {time_words(last.received_at)} ({since})"


def skipped_words(receipt: Receipt) -> str:
    """How many rows hold no figures, by what they are."""
    parts = [
        f"{count_words(count)} {REASONS.get(reason, reason)}"
        for reason, count in receipt.skipped.items()
        if count
    ]
    return ", ".join(parts)


def _arrival(receipt: Receipt) -> str:
    if receipt.arrival is None:
        return ""
    arrival = receipt.arrival
    return f"{time_words(arrival.received_at)}, {came_words(arrival.way, arrival.taken_in_by)}"


def _read(receipt: Receipt) -> str:
    if not receipt.rows_read_count:
        return "không có dòng số liệu nào"
    by_list = LIST_WORDS.get(receipt.layout or "", "")
    communes = f"{count_words(receipt.communes_count)} xã, phường"
    rows = f"{count_words(receipt.rows_read_count)} dòng số liệu, {communes}"
    return f"{rows} (theo {by_list})" if by_list else rows


def _refused(receipt: Receipt) -> str:
    count = receipt.rows_refused_count
    return f"{count_words(count)} dòng; tệp bị từ chối cả tệp, không lấy riêng dòng nào" if count else ""


def _version(receipt: Receipt) -> str:
    if receipt.version is None:
        return ""
    return f"chương trình {receipt.version.program}, bản số liệu sau khi xử lý {receipt.version.data}"
