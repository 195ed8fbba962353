"""The report as PDF: the briefing's content as the data of the template report.typ."""

from collections.abc import Iterator
from itertools import count, groupby
from typing import Any

from dashboard.briefing.content.model import BriefingContent, Section, Table
from dashboard.briefing.content.outline import Chapter, chapters, is_number, table_cells, table_header
from dashboard.briefing.office import Office, letter_address
from dashboard.briefing.pdf.charts import chart_drawing
from dashboard.briefing.pdf.typesetting import typesetter

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
ISSUER = "Sở Khoa học và Công nghệ"
CHART_WIDTH, BAR_ROW, CHART_HEIGHT = 162.0, 10.0, 68.0  # mm; a chart of bars is as high as it has bars
# Shares of a table's width; what is not named takes NUMBER.
NUMBER = 10.0
WIDTHS = {
    "rank": 5.0,
    "commune_name": 20.0,
    "carrier_name": 15.5,
    "class_label": 22.0,
    "why_low": 40.0,
    "hall_name": 24,
    "session_status": 15,
    "held_on": 15,
    "difficulty_text": 34,
    "difficulty_category": 18,
    "communes_affected": 22,
    "difficulty_status": 15,
    "answer": 26,
    "handling_plan": 52.0,
    "status": 16.0,
    "received_at": 14.0,
    "verified_pct": 8.5,
    "two_way_soon_at_most_count": 14.0,
}
CENTRED = {"rank", "received_at", "round_on"}
SMALL_MONTHS = 2  # written with a zero before, so that nobody makes 11 or 12 of them (Decree 30/2020/NĐ-CP)

Block = dict[str, Any]


def briefing_pdf(content: BriefingContent, office: Office, map_svg: bytes | None = None) -> bytes:
    """The report as a tagged PDF with its fonts inside; the same content gives the same bytes.

    `map_svg` is the map as SVG (`figures.print_map`, paper "report"), None leaves it out. What people wrote
    (handling plans, edited sentences, the office's names) is shown letter by letter.
    """
    data = {
        "title": content.subject,
        "mark": content.footer.mark,
        "footer": content.footer.line,
        "address": letter_address(office),
        "nation": NATION,
        "motto": MOTTO,
        "form": office.form,
        "office": _office(office),
        "about": f"V/v {content.subject[0].lower()}{content.subject[1:]}",
        "dated": _dated(content, office),
        "subject_lines": content.subject.replace(" trên địa bàn", "\ntrên địa bàn").split("\n"),
        "addressed": f"Kính gửi: {office.addressee}",
        "blocks": list(_blocks(content, has_map=map_svg is not None)),
        "annex": list(_annex(content, office)),
        "recipients": list(_recipients(office)),
        "map": "" if map_svg is None else map_svg.decode(),
    }
    return typesetter("report").pdf(data, content.footer.cut_off_at)


def _office(office: Office) -> Block:
    return {
        "parent_body": office.parent_body,
        "body": office.body,
        "number": office.number_pattern,
        "signing": office.signing,
        "signatory": office.signatory,
        "logo": list(office.logo) or None,
    }


def _dated(content: BriefingContent, office: Office) -> str:
    """Place and date; the day is left for whoever signs."""
    day = content.footer.cut_off_at
    month = f"{day.month:02d}" if day.month <= SMALL_MONTHS else str(day.month)
    return f"{office.place}, ngày\u00a0\u00a0\u00a0\u00a0\u00a0tháng {month} năm {day.year}"


def _recipients(office: Office) -> Iterator[str]:
    last = len(office.recipients) - 1
    for place, recipient in enumerate(office.recipients):
        yield f"- {recipient}{'.' if place == last else ';'}"


def _blocks(content: BriefingContent, *, has_map: bool) -> Iterator[Block]:
    """What stands between head and foot, in order."""
    numbers = count(1), count(1)
    yield from _paragraphs(content.opening.text)
    for chapter in chapters(content):
        yield from _chapter(chapter, numbers, has_map=has_map)
    closing = content.closing.text
    yield from _paragraphs(closing if not closing or closing.endswith("./.") else f"{closing.rstrip('.')}./.")


def _chapter(
    chapter: Chapter, numbers: tuple[Iterator[int], Iterator[int]], *, has_map: bool
) -> Iterator[Block]:
    yield {"kind": "h1", "text": f"{chapter.numeral}. {chapter.title.upper()}"}
    for place, section in enumerate(chapter.sections, start=1):
        if len(chapter.sections) > 1:
            yield {"kind": "h2", "text": f"{place}. {section.title}"}
        yield from _words(section)
        yield from _shown(section, numbers, has_map=has_map)
        if section.source and (section.tables or section.charts):
            yield {"kind": "source", "text": f"Nguồn: {section.source}."}
        yield from _paragraphs(section.closing.text if section.closing else "")


def _words(section: Section) -> Iterator[Block]:
    yield from _paragraphs(section.opening.text if section.opening else "")
    for paragraph in section.paragraphs:
        yield from _paragraphs(paragraph)
    for place, group in enumerate(section.points, start=1):
        yield {"kind": "h2", "text": f"{place}. {group.title}"}
        for item in group.items:
            yield {"kind": "p", "text": f"- {item}"}


def _shown(
    section: Section, numbers: tuple[Iterator[int], Iterator[int]], *, has_map: bool
) -> Iterator[Block]:
    tables, figures = numbers
    for table in section.tables:
        yield _table(table, f"Bảng {next(tables)}. {table.title}")
    for chart in section.charts:
        height = BAR_ROW * len(chart.categories) + 20 if chart.kind == "stacked-bar" else CHART_HEIGHT
        drawing = chart_drawing(chart, CHART_WIDTH, height).as_data(chart.alt)
        yield {"kind": "chart", "drawing": drawing, "caption": f"Hình {next(figures)}. {chart.title}"}
    if section.map is not None and has_map:
        caption = f"Hình {next(figures)}. {section.map.title}"
        yield {"kind": "map", "alt": section.map.alt, "caption": caption}


def _annex(content: BriefingContent, office: Office) -> Iterator[Block]:
    """On pages of its own, named and referred to as the Decree has it."""
    annex = content.section("annex")
    if annex is None:
        return
    kind = "Công văn" if office.form == "letter" else "Báo cáo"
    number = office.number_pattern.removeprefix("Số:").strip()
    blank, year = "\u00a0" * 5, content.footer.cut_off_at.year
    referred = f"(Kèm theo {kind} số{blank}{number} ngày{blank}tháng{blank}năm {year} của {ISSUER})"
    yield {"kind": "annex", "title": annex.title, "referred": referred}
    for table in annex.tables:
        yield _table(table, "")


def _paragraphs(text: str) -> Iterator[Block]:
    for line in text.split("\n"):
        if line.strip():
            yield {"kind": "p", "text": line}


def _table(table: Table, caption: str) -> Block:
    """A table whose header repeats on every page; rows of a group follow its name."""
    names = table.rows.column_names
    kept = [place for place, name in enumerate(names) if name != table.grouped_by]
    return {
        "kind": "table",
        "caption": caption,
        "note": table.note,
        "is_long": table.is_long,
        "heads": [table_header(names[place]) for place in kept],
        "widths": [WIDTHS.get(names[place], NUMBER) for place in kept],
        "aligns": [_side(names[place]) for place in kept],
        "rows": list(_rows(table, kept)),
    }


def _rows(table: Table, kept: list[int]) -> Iterator[Block]:
    told = table_cells(table)
    if not table.grouped_by:
        for place, line in enumerate(told, start=1):
            is_total = table.has_total and place == len(told)
            yield {"kind": "total" if is_total else "row", "cells": [line[at] for at in kept]}
        return
    by = table.rows.column_names.index(table.grouped_by)
    for group, lines in groupby(told, key=lambda line: line[by]):
        members = list(lines)
        yield {"kind": "group", "cells": [f"{group}: {len(members)} xã, phường"]}
        for line in members:
            yield {"kind": "row", "cells": [line[at] for at in kept]}


def _side(name: str) -> str:
    if name in CENTRED:
        return "center"
    return "right" if is_number(name) else "left"
