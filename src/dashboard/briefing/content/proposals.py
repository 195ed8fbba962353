"""What follows from the figures: which communes to support, which carriers to remind."""

from collections.abc import Iterator

from dashboard.briefing.content.classes import slow
from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.model import Points, Section
from dashboard.briefing.content.pace import pace_of
from dashboard.briefing.content.plans import late, without_plan
from dashboard.briefing.content.sims import silent
from dashboard.briefing.content.words import communes_text, listed, names_of, since_text
from dashboard.measures.lock_clock import two_way_soon_at_most
from dashboard.measures.wording import count_text, day_text, pct_text, points_text, time_text
from dashboard.reference.policy import policy

COMMUNES_NAMED = 10


def proposals_section(facts: Facts) -> Section:
    """By whom they are addressed to; always at least to report the next round in time."""
    groups = (
        Points("Đối với Tổ công tác", tuple(_to_working_group(facts))),
        Points("Đối với UBND các xã, phường", tuple(_to_communes(facts))),
        Points("Đối với các doanh nghiệp viễn thông", tuple(_to_carriers(facts))),
    )
    return Section(
        part="proposals",
        title="Đề xuất, kiến nghị",
        message=_message(facts),
        points=tuple(group for group in groups if group.items),
        source="",
    )


def _message(facts: Facts) -> str:
    below = slow(facts.by_commune.to_pylist())
    asks = [f"ưu tiên hỗ trợ {communes_text(len(below))} dưới {_limit()}"] if below else []
    asks += [f"yêu cầu {listed(facts.missing)} gửi báo cáo"] if facts.missing else []
    asks = asks or ["duy trì tiến độ và xử lý dứt điểm số thuê bao còn lại"]
    return f"Đề nghị {listed(asks)}"


def _limit() -> str:
    return pct_text(policy().programme.low_below_pct, 0)


def _to_working_group(facts: Facts) -> Iterator[str]:
    pace = pace_of(facts)
    if pace is not None and pace.state == "behind" and facts.request.carrier_code is None:
        needed = points_text(pace.needed, 2).lstrip("+")
        yield (
            "Chỉ đạo đẩy nhanh tiến độ: tốc độ hiện nay chưa bảo đảm mục tiêu "
            f"{pct_text(pace.target.verified_pct, 0)} vào ngày {day_text(pace.target.due_on)} (cần tăng "
            f"{needed} mỗi tuần)."
        )
    if pace is not None and pace.state == "missed":
        yield f"Cho ý kiến về việc xử lý số thuê bao còn lại sau thời hạn {day_text(pace.target.due_on)}."
    if facts.missing:
        yield f"Yêu cầu {listed(facts.missing)} chấp hành chế độ báo cáo hằng tuần theo Công văn của Sở."


def _to_communes(facts: Facts) -> Iterator[str]:
    below = slow(facts.by_commune.to_pylist())
    if below:
        first = sorted(below, key=lambda row: -row["unverified_count"])[:COMMUNES_NAMED]
        left = sum(row["unverified_count"] for row in first)
        who = "các xã, phường" if len(below) > len(first) else communes_text(len(below))
        more = (
            f" trong {communes_text(len(below))} dưới {_limit()}"
            if len(below) > len(first)
            else f" dưới {_limit()}"
        )
        yield (
            f"Ưu tiên {who} còn nhiều thuê bao chưa xác thực nhất{more}: "
            f"{listed(names_of(first))} (còn {count_text(left)} thuê bao). Bố trí trung tâm hội nghị, nhà "
            "văn "
            "hóa làm địa điểm; huy động Đoàn Thanh niên, Hội Phụ nữ hỗ trợ người dân."
        )
    fallen = [row for row in facts.by_commune.to_pylist() if round(row["verified_pct_change"] or 0, 1) < 0]
    if fallen:
        names = listed(names_of(fallen), COMMUNES_NAMED)
        yield (
            f"Phối hợp với nhà mạng kiểm tra nguyên nhân tỷ lệ giảm {since_text(facts.compare_on)} tại "
            f"{names}."
        )
    yield (
        "Tiếp tục tuyên truyền để người dân chủ động xác thực qua VNeID, ứng dụng hoặc điểm giao dịch của "
        "nhà mạng."
    )


def _to_carriers(facts: Facts) -> Iterator[str]:
    round_on, due = facts.request.round_on, facts.due
    if facts.missing:
        yield f"{listed(facts.missing)}: gửi ngay báo cáo kỳ {day_text(round_on)}."
    if delayed := late(facts):
        yield f"{listed([row['carrier_name'] for row in delayed])}: gửi báo cáo đúng hạn."
    for name, lacking in facts.lacking().items():
        yield f"{name}: bổ sung số liệu của {communes_text(len(lacking))} còn thiếu."
    if quiet := without_plan(facts):
        yield f"{listed(quiet)}: nêu phương án xử lý trong báo cáo."
    if quiet := silent(facts):
        yield f"{listed(quiet)}: bổ sung kết quả rà soát SIM rác, SIM không chính chủ."
    soon = int(two_way_soon_at_most(facts.cube, facts.scope).sum())
    if soon:
        yield (
            "Nhắn tin, gọi điện cho thuê bao đang bị khóa 1 chiều trước khi chuyển sang khóa 2 chiều "
            f"(tối đa {count_text(soon)} thuê bao trong 7 ngày tới); tổ chức điểm hỗ trợ lưu động miễn phí "
            "tại các xã, phường nêu trên."
        )
    yield f"Gửi báo cáo kỳ {day_text(due.next_on)} trước {time_text(due.next_at)}."
