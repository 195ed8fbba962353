"""Charts and pictures in a Word document."""

from datetime import datetime
from html import escape
from io import BytesIO

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm
from lxml import etree

from dashboard.briefing.charts import chart_workbook, chart_xml
from dashboard.briefing.content import Chart
from dashboard.briefing.word.markup import Spacing, paragraph
from dashboard.briefing.word.page import FONT, TEXT_MM

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
CHART_FONT_PT = 11
HEIGHTS_MM = {"stacked-bar": 60, "line": 82, "column": 50, "stacked-column": 66}
CENTRED = Spacing(before=4, keep_next=True)  # a drawing stays on the page of its caption
FIRST_ID = 100  # of drawings; those of python-docx count from 1


def chart_markup(document: Document, chart: Chart, made_at: datetime) -> str:
    """A paragraph with the chart, whose part and workbook are now in the package."""
    package = document.part.package
    number = sum(str(part.partname).startswith("/word/charts/") for part in package.iter_parts()) + 1
    drawn = Part(
        PackURI(f"/word/charts/chart{number}.xml"), CHART_TYPE, chart_xml(chart, CHART_FONT_PT, FONT), package
    )
    book = Part(
        PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        chart_workbook(chart, made_at),
        package,
    )
    drawn.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    told = document.part.relate_to(drawn, RELATIONSHIP_TYPE.CHART)
    return paragraph(_inline(chart, told, number), "center", CENTRED)


def picture_markup(document: Document, picture: bytes, alt: str) -> str:
    """A paragraph with a picture as wide as the text."""
    inline = document.part.new_pic_inline(BytesIO(picture), width=Mm(TEXT_MM))
    inline.docPr.set("descr", alt)
    xml = etree.tostring(inline, encoding="unicode")
    return paragraph(f"<w:r><w:drawing>{xml}</w:drawing></w:r>", "center", CENTRED)


def _inline(chart: Chart, relationship: str, number: int) -> str:
    size = f'cx="{Mm(TEXT_MM)}" cy="{Mm(HEIGHTS_MM[chart.kind])}"'
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing" '
        'distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{FIRST_ID + number}" name="Biểu đồ {number}" '
        f'title="{escape(chart.title)}" descr="{escape(chart.alt)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/chart">'
        f'<c:chart xmlns:c="{drawing}/chart" r:id="{relationship}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
