"""The report as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count

import docx
from docx.document import Document

from dashboard.briefing.content import BriefingContent, Section
from dashboard.briefing.content.outline import Chapter, chapters
from dashboard.briefing.office import Office
from dashboard.briefing.packing import describe, packed
from dashboard.briefing.word.drawings import chart_markup, picture_markup
from dashboard.briefing.word.form import foot, head
from dashboard.briefing.word.markup import Look, Spacing, paragraph, parsed, run
from dashboard.briefing.word.page import set_up
from dashboard.briefing.word.tables import table_markup

INDENT_MM = 10  # of a paragraph's first line (Decree 30/2020/NĐ-CP: 1 cm or 1,27 cm)
TEXT = Spacing(before=3, after=3, first_mm=INDENT_MM)
SOURCE_LOOK = Look(italic=True, size=11)


@dataclass
class Writing:
    """A document being written: the package, what it tells, the map, and how much is numbered so far."""

    document: Document
    content: BriefingContent
    picture: bytes | None
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    figures: Iterator[int] = field(default_factory=lambda: count(1))


def render_word(content: BriefingContent, office: Office, picture: bytes | None = None) -> bytes:
    """The document's bytes, the same for the same content, office and map (a PNG, or None)."""
    writing = Writing(docx.Document(), content, picture)
    set_up(writing.document, content, office)
    markup = head(content, office) + _text(content.opening.text)
    markup += "".join(_chapter(writing, chapter) for chapter in chapters(content))
    markup += _text(_ended(content.closing.text)) + foot(office)
    annex = content.section("annex")
    if annex is not None:
        markup += _annex(annex, content, office)
    body = writing.document.element.body
    body[:-1] = parsed(markup)  # the last element holds the page
    about = writing.document.core_properties
    describe(about, content.subject, content.footer.line, content.footer.cut_off_at)
    stream = BytesIO()
    writing.document.save(stream)
    return packed(stream.getvalue())


def _chapter(writing: Writing, chapter: Chapter) -> str:
    markup = paragraph(run(f"{chapter.numeral}. {chapter.title.upper()}"), style="Heading1")
    for place, section in enumerate(chapter.sections, start=1):
        if len(chapter.sections) > 1:
            markup += paragraph(run(f"{place}. {section.title}"), style="Heading2")
        markup += "".join(_section(writing, section))
    return markup


def _section(writing: Writing, section: Section) -> Iterator[str]:
    if section.opening and section.opening.text:
        yield _text(section.opening.text)
    yield from map(_text, section.paragraphs)
    for place, group in enumerate(section.points, start=1):
        yield paragraph(run(f"{place}. {group.title}"), style="Heading2")
        yield from (_text(f"- {item}") for item in group.items)
    yield from _shown(writing, section)
    if section.source and (section.tables or section.charts):
        yield paragraph(run(f"Nguồn: {section.source}.", SOURCE_LOOK), "left", Spacing(after=4))
    if section.closing and section.closing.text:
        yield _text(section.closing.text)


def _shown(writing: Writing, section: Section) -> Iterator[str]:
    """Tables under their captions; charts and the map above theirs."""
    for each in section.tables:
        yield _caption(f"Bảng {next(writing.tables)}. {each.title}") + table_markup(each)
    for chart in section.charts:
        yield chart_markup(writing.document, chart, writing.content.footer.cut_off_at)
        yield _caption(f"Hình {next(writing.figures)}. {chart.title}", below=True)
    if section.map is not None and writing.picture is not None:
        yield picture_markup(writing.document, writing.picture, section.map.alt)
        yield _caption(f"Hình {next(writing.figures)}. {section.map.title}", below=True)


def _annex(annex: Section, content: BriefingContent, office: Office) -> str:
    """On a page of its own, named and referred to as the Decree has it."""
    title = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    title += paragraph(run("PHỤ LỤC", Look(bold=True)), "center")
    title += paragraph(run(annex.title, Look(bold=True)), "center")
    kind = "Công văn" if office.form == "letter" else "Báo cáo"
    number = office.number_pattern.removeprefix("Số:").strip()
    year = content.footer.cut_off_at.year
    told = (
        f"(Kèm theo {kind} số       {number} ngày       tháng       năm {year} của Sở Khoa học và Công nghệ)"
    )
    title += paragraph(run(told, Look(italic=True)), "center", Spacing(after=8))
    return title + "".join(map(table_markup, annex.tables))


def _text(text: str) -> str:
    return "".join(paragraph(run(line), "both", TEXT) for line in text.split("\n") if line.strip())


def _caption(text: str, *, below: bool = False) -> str:
    look = Look(bold=not below, italic=below, size=13)
    return paragraph(
        run(text, look),
        "center",
        Spacing(before=2 if below else 6, after=6 if below else 3, keep_next=not below),
    )


def _ended(text: str) -> str:
    """The sign that ends the text of an administrative document."""
    return text if not text or text.endswith("./.") else f"{text.rstrip('.')}./."
