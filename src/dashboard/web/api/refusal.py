"""Why a request is not taken up, before its file is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.responses import JSONResponse

NO_STORE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}

# Code of the answer and of its JSON -> what to do, for the person who reads the sender's log.
MESSAGES = {
    "bad_request": "Yêu cầu không đúng: {detail}.",
    "unauthorised": "Thiếu mã truy cập, hoặc mã không đúng hay đã bị thu hồi.",
    "forbidden": "Mã truy cập này không được gửi báo cáo của nhà mạng “{detail}”.",
    "too_slow": "Nhận nội dung quá {detail} giây nên đã dừng.",
    "too_large": "Tệp lớn hơn giới hạn {detail} MiB.",
    "unsupported_type": "Không nhận kiểu nội dung “{detail}”; hãy gửi multipart/form-data hoặc nội dung tệp.",
    "too_many": "Gửi quá nhiều trong thời gian ngắn; hãy gửi lại sau {detail} giây.",
    "unavailable": "Hệ thống đang chuẩn bị lần chạy đầu tiên; hãy gửi lại sau.",
}
STATUS_CODES = {
    "bad_request": 400,
    "unauthorised": 401,
    "forbidden": 403,
    "too_slow": 408,
    "too_large": 413,
    "unsupported_type": 415,
    "too_many": 429,
    "unavailable": 503,
}


@dataclass
class RefusedError(Exception):
    """A request that is not taken up; `code` is one of MESSAGES."""

    code: str
    detail: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def answer(self) -> JSONResponse:
        """What the sender gets."""
        message = MESSAGES[self.code].format(detail=self.detail)
        body = {"error": {"code": self.code, "message": message}}
        return JSONResponse(body, STATUS_CODES[self.code], headers=NO_STORE | dict(self.headers))


def too_many(wait_seconds: float) -> RefusedError:
    """Come back later; whole seconds, at least one (RFC 9110, 10.2.3)."""
    seconds = str(max(1, int(wait_seconds + 0.999)))
    return RefusedError("too_many", seconds, {"Retry-After": seconds})
