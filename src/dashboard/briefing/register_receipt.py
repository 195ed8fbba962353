"""The receipt of a file of the register as a workbook: what came of it, and every finding with its cell."""

from io import BytesIO

from xlsxwriter import Workbook

from dashboard.briefing.receipt_words import STATUS_WORDS
from dashboard.briefing.tables import AS_TEXT_IS
from dashboard.support.register.kinds import KINDS
from dashboard.support.register.take_in import RegisterReceipt

HEADER = ("Mức", "Trang tính", "Dòng", "Cột", "Giá trị", "Nội dung", "Cách sửa", "Quy tắc")
SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Lưu ý"}
WIDTHS = (12, 18, 8, 8, 24, 60, 60, 28)


def register_receipt_as_xlsx(receipt: RegisterReceipt) -> bytes:
    """Two sheets; text stays text whatever it begins with."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **AS_TEXT_IS}) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("Biên nhận")
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 70)
        for row, (label, text) in enumerate(told(receipt).items()):
            sheet.write_string(row, 0, label, bold)
            sheet.write(row, 1, text)
        findings = book.add_worksheet("Các lỗi")
        for place, (name, width) in enumerate(zip(HEADER, WIDTHS, strict=True)):
            findings.write_string(0, place, name, bold)
            findings.set_column(place, place, width)
        for row, it in enumerate(receipt.findings, start=1):
            severity = SEVERITIES[it.severity.value]
            cells = (severity, it.sheet, it.row, it.column, it.value, it.message, it.suggestion, it.rule)
            for place, cell in enumerate(cells):
                findings.write(row, place, "" if cell is None else cell)
    return stream.getvalue()


def told(receipt: RegisterReceipt) -> dict[str, str | int]:
    """Label -> what is said of the file."""
    return {
        "Tệp": receipt.file_name,
        "Kết quả": STATUS_WORDS[receipt.status],
        "Sổ": KINDS[receipt.kind].title if receipt.kind else "không rõ",
        "Dòng đã đọc": receipt.rows_read_count,
        "Thêm": receipt.new_count,
        "Sửa": receipt.changed_count,
        "Không đổi": receipt.unchanged_count,
        "Bỏ qua": receipt.left_out_count,
        "SHA-256": receipt.sha256,
    }
