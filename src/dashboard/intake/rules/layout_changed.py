"""A table that is not laid out as the carrier's was: what changed, before it becomes a habit."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.drift import Drift, drift_since
from dashboard.intake.layout.header import Header
from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS, PLACE_COLUMNS
from dashboard.intake.wording import carrier_words, day_words, labels, listed, sheet_words
from dashboard.reference.columns import columns
from dashboard.reference.names import fold

RULE = "layout_changed"


def find(case: Case) -> Iterator[Finding]:
    """A warning where a column is read no more, else a piece of information; none for a known layout."""
    last, header = case.last_layout, case.headers[0] if case.headers else None
    if last is None or header is None or header.missing or header.layout is not None:
        return
    if _is_own_form(header):
        return
    drift = drift_since(last, header)
    yield Finding(
        RULE,
        Severity.WARNING if drift.lost else Severity.INFO,
        f"Dòng tiêu đề {header.last_row}{sheet_words(header.sheet.name)} {_what(drift, last)}.",
        sheet=header.sheet.name or None,
        row=header.last_row,
        suggestion="Nếu đây là mẫu mới của nhà mạng thì ghi nhận trên trang Báo cáo hoặc bằng lệnh "
        "layouts confirm; nếu không thì đề nghị nhà mạng dùng lại mẫu cũ.",
    )


def _is_own_form(header: Header) -> bool:
    """Whether the needed columns are called as in the Department's own form: no habit of a carrier."""
    places = (header.columns.get(name) for name in (*PLACE_COLUMNS, *COUNT_COLUMNS))
    texts = [None if index is None else fold(header.texts[index]) for index in places]
    return texts == [fold(columns()[name].label) for name in (*PLACE_COLUMNS, *COUNT_COLUMNS)]


def _what(drift: Drift, last: Layout) -> str:
    whose = f"của {carrier_words(last.carrier_code)}"
    if drift.is_another:
        return f"không theo mẫu nào đã biết {whose}; các cột được hiểu theo chữ trong tiêu đề"
    since = f"mẫu gần nhất {whose} (phiên bản {last.version}, từ {day_words(last.valid_from_on)})"
    return f"khác {since}: {'; '.join(_changes(drift))}"


def _changes(drift: Drift) -> Iterator[str]:
    if drift.lost:
        yield f"không còn cột {labels(drift.lost)}"
    if drift.gained:
        yield f"thêm cột {labels(drift.gained)}"
    if drift.renamed:
        yield f"đổi tiêu đề {listed([f'“{was}” thành “{now}”' for was, now in drift.renamed])}"
    if drift.added_texts:
        yield f"thêm cột không đọc {_quoted(drift.added_texts)}"
    if drift.gone_texts:
        yield f"bỏ cột không đọc {_quoted(drift.gone_texts)}"
    if drift.is_moved or drift.is_only_moved:
        yield "các cột đổi chỗ"


def _quoted(texts: tuple[str, ...]) -> str:
    return listed([f"“{text}”" for text in texts])
