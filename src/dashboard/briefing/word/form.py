"""Head and foot of an administrative document: national title, body, number, V/v; recipients, signature.

Sizes and letters as Decree 30/2020/NĐ-CP, annex I, part II has them: national title 13 bold, motto 14 bold
with a line as long as the text, superior body 12, issuing body 12 bold with a line a third to half as long,
place and date 14 italic, V/v 12, recipients 11 under "Nơi nhận:" 12 bold italic, signature 14 bold.
"""

from dashboard.briefing.content import BriefingContent
from dashboard.briefing.office import Office
from dashboard.briefing.word.markup import Look, Spacing, cell, paragraph, row, run, table
from dashboard.briefing.word.page import TEXT_MM

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
BODY_MM = 68  # the issuing body's side; the national title takes the rest
MOTTO_MM, BODY_LINE_MM = 62, 26  # lines below the motto and the issuing body
ROOM_TO_SIGN_PT = 72
SMALL_MONTHS = 2  # of the year: written with a zero before, so that nobody makes 11 or 12 of them


def head(content: BriefingContent, office: Office) -> str:
    """All that stands above the text."""
    right_mm = TEXT_MM - BODY_MM
    left = paragraph(run(office.parent_body, Look(size=12)), "center")
    left += paragraph(run(office.body, Look(bold=True, size=12)), "center")
    left += _line(BODY_MM, BODY_LINE_MM)
    right = paragraph(run(NATION, Look(bold=True, size=13)), "center")
    right += paragraph(run(MOTTO, Look(bold=True, size=14)), "center")
    right += _line(right_mm, MOTTO_MM)
    number = paragraph(run(office.number_pattern, Look(size=13)), "center")
    if office.form == "letter":
        number += paragraph(run(f"V/v {_inline(content.subject)}", Look(size=12)), "center")
    dated = paragraph(run(_dated(content, office), Look(italic=True, size=14)), "center")
    rows = [
        row([cell(left, BODY_MM), cell(right, right_mm)]),
        row([cell(number, BODY_MM), cell(dated, right_mm)]),
    ]
    return table(rows, (BODY_MM, right_mm), has_lines=False) + (
        _letter_title(office) if office.form == "letter" else _report_title(content, office)
    )


def foot(office: Office) -> str:
    """Recipients to the left, signature to the right."""
    left = paragraph(run("Nơi nhận:", Look(bold=True, italic=True, size=12)), "left")
    last = len(office.recipients) - 1
    for place, recipient in enumerate(office.recipients):
        left += paragraph(run(f"- {recipient}{'.' if place == last else ';'}", Look(size=11)), "left")
    right = "".join(
        paragraph(run(line, Look(bold=True, size=14)), "center", Spacing(keep_next=True))
        for line in office.signing
    )
    right += paragraph(
        run(office.signatory, Look(bold=True, size=14)), "center", Spacing(before=ROOM_TO_SIGN_PT)
    )
    half = TEXT_MM / 2
    # Both at the top of the row, whatever their heights.
    both = row([cell(left, half), cell(right, half)]).replace(
        'w:vAlign w:val="center"', 'w:vAlign w:val="top"'
    )
    return paragraph("", "left", Spacing(before=4)) + table([both], (half, half), has_lines=False)


def _report_title(content: BriefingContent, office: Office) -> str:
    title = paragraph(run("BÁO CÁO", Look(bold=True, size=14)), "center", Spacing(before=14))
    subject = content.subject.replace(" trên địa bàn", "\ntrên địa bàn")
    title += paragraph(run(subject, Look(bold=True, size=14)), "center")
    return title + _line(TEXT_MM, 50) + _addressed(office)


def _letter_title(office: Office) -> str:
    return _addressed(office)


def _addressed(office: Office) -> str:
    return paragraph(
        run(f"Kính gửi: {office.addressee}"), "center", Spacing(before=10, after=8, left_mm=8, right_mm=8)
    )


def _dated(content: BriefingContent, office: Office) -> str:
    """Place and date; the day is left for whoever signs."""
    day = content.footer.cut_off_at
    month = f"{day.month:02d}" if day.month <= SMALL_MONTHS else str(day.month)
    return f"{office.place}, ngày       tháng {month} năm {day.year}"


def _line(room_mm: float, width_mm: float) -> str:
    side = (room_mm - width_mm) / 2
    return paragraph(
        run("", Look(size=2)), "center", Spacing(left_mm=side, right_mm=side, after=8, line=True)
    )


def _inline(subject: str) -> str:
    return subject[0].lower() + subject[1:]
