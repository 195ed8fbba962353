"""A reminder to a carrier, ready to be copied: what is missing, by when, on what ground."""

from dashboard.measures.punctuality import Punctuality
from dashboard.measures.round_board import CarrierStanding, RoundBoard
from dashboard.measures.wording import day_text, duration_text, late_text, time_text
from dashboard.reference.reporting_round import Round, RoundState

# The letter to communes and carriers (June 2026), part 2, last dash; it leaves its own number open.
GROUND = (
    "Căn cứ Thông tư số 08/2026/TT-BKHCN ngày 31/3/2026 của Bộ Khoa học và Công nghệ và công văn tháng "
    "6/2026 của Sở Khoa học và Công nghệ tỉnh Thanh Hóa về đẩy nhanh tiến độ xác thực thông tin thuê bao: "
    "doanh nghiệp viễn thông báo cáo kết quả rà soát và phương án xử lý trước 10 giờ ngày thứ Tư hàng tuần "
    "hoặc đột xuất."
)
CONTENT = (
    "Nội dung theo từng xã, phường: tổng số thuê bao phải xác thực; đã xác thực; chưa xác thực; bị khóa "
    "1 chiều; bị khóa 2 chiều; kèm phương án xử lý, kết quả rà soát SIM rác và SIM không chính chủ."
)
PURPOSE = (
    "Số liệu được tổng hợp phục vụ phiên họp của Tổ công tác triển khai Đề án 06, Cải cách TTHC, chuyển đổi "
    "số gắn với Đề án 06 tỉnh Thanh Hóa. Nếu có khó khăn, vướng mắc, đề nghị phản ánh về Sở để được hướng "
    "dẫn.\n\nTrân trọng!"
)


def reminder_text(board: RoundBoard, standing: CarrierStanding) -> str:
    """The reminder for a carrier as things stand: not yet due, overdue, or a refused file to be corrected."""
    what = _correction(standing, board) if standing.refusals else _missing(standing, board)
    return "\n\n".join(
        [f"Kính gửi: {standing.carrier.name}", GROUND, _asked(board.round), what, CONTENT, PURPOSE]
    )


def _asked(found: Round) -> str:
    due = time_text(found.due_at)
    note = f" ({found.due_note})" if found.due_note else ""
    if not found.is_ad_hoc:
        return f"Kỳ báo cáo {day_text(found.round_on)}, hạn gửi: trước {due}{note}."
    reason = f" Lý do: {found.reason.rstrip('.')}." if found.reason else ""
    return f"Kỳ báo cáo đột xuất {day_text(found.round_on)}, hạn gửi: trước {due}{note}.{reason}"


def _missing(standing: CarrierStanding, board: RoundBoard) -> str:
    name, now = standing.carrier.name, time_text(board.now)
    if standing.turn.punctuality is Punctuality.AWAITED:
        left = duration_text((board.round.due_at - board.now).total_seconds() / 60)
        return (
            f"Đến {now} (còn {left} là đến hạn), Sở chưa nhận được báo cáo của {name}. "
            f"Đề nghị {name} gửi báo cáo đúng hạn."
        )
    late = late_text(standing.turn.late_minutes)
    is_closed = board.state is RoundState.CLOSED
    closed = " Kỳ này đã chốt, báo cáo gửi bổ sung được ghi nhận là gửi muộn." if is_closed else ""
    return (
        f"Đến {now}, đã quá hạn {late}, Sở chưa nhận được báo cáo của {name}.{closed} "
        f"Đề nghị {name} gửi ngay báo cáo và cho biết lý do chậm."
    )


def _correction(standing: CarrierStanding, board: RoundBoard) -> str:
    last, name = standing.refusals[-1], standing.carrier.name
    is_open = board.state is RoundState.OPEN
    when = f"trước {time_text(board.round.due_at)}" if is_open else "ngay trong ngày, do đã quá hạn"
    stands = " Trong khi chờ, số liệu của báo cáo đã nhận vẫn được sử dụng." if standing.has_reported else ""
    return (
        f"Sở đã nhận tệp “{last.file_name}” của {name} lúc {time_text(last.received_at)} nhưng chưa tiếp "
        f"nhận được vì tệp có lỗi (danh sách lỗi gửi kèm).{stands} Đề nghị {name} sửa các mục đã nêu và gửi "
        f"lại {when}."
    )
