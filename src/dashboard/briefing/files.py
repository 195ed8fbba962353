"""A briefing as a file of any kind, from what was asked to its bytes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from dashboard.briefing.content import BriefingContent, BriefingRequest, briefing_content
from dashboard.briefing.office import Office, office_in_force
from dashboard.briefing.picture import map_picture
from dashboard.briefing.sheets import render_workbook
from dashboard.briefing.wordings import edits_in_force
from dashboard.store.database import Store

Kind: TypeAlias = Literal["docx", "pdf", "pptx", "xlsx"]
Render: TypeAlias = Callable[[BriefingContent, Office, Store], bytes]

MEDIA_TYPES: Mapping[Kind, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
KIND_LABELS: Mapping[Kind, str] = {
    "docx": "Báo cáo (Word)",
    "pdf": "Báo cáo (PDF)",
    "pptx": "Trình chiếu (PowerPoint)",
    "xlsx": "Số liệu (Excel)",
}


@dataclass(frozen=True)
class BriefingFile:
    """A file to save or to send, under a name without accents or spaces."""

    name: str
    content: bytes


def make_file(request: BriefingRequest, kind: Kind, store: Store, addressee: str = "") -> BriefingFile:
    """Compute a briefing and write it, with the office and the edited words in force; takes about a second.

    Opens cursors of its own, so any thread may call it. Raises ValueError as `briefing_content` does.
    """
    with store.reader() as cursor:
        office = office_in_force(cursor).addressed_to(addressee)
        content = briefing_content(cursor, request)
    return BriefingFile(file_name(request, kind), RENDERERS[kind](content, office, store))


def request_with_edits(request: BriefingRequest, store: Store) -> BriefingRequest:
    """The same request with the wordings that people edited."""
    with store.reader() as cursor:
        return replace(request, edits=edits_in_force(cursor))


def file_name(request: BriefingRequest, kind: Kind) -> str:
    """giao-ban_2026-11-18.docx; carrier and number of communes where not all are meant."""
    parts = ["giao-ban", request.round_on.isoformat()]
    parts += [request.carrier_code] if request.carrier_code else []
    parts += [f"{len(request.communes)}-xa"] if request.communes else []
    return f"{'_'.join(parts)}.{kind}"


def _word(content: BriefingContent, office: Office, store: Store) -> bytes:
    from dashboard.briefing.word import render_word  # half a second of libraries that no other page needs

    return render_word(content, office, map_picture(content, store))


def _pdf(content: BriefingContent, office: Office, store: Store) -> bytes:
    from dashboard.briefing.pdf.report import briefing_pdf

    return briefing_pdf(content, office, map_picture(content, store, "pdf"))


def _slides(content: BriefingContent, office: Office, store: Store) -> bytes:
    from dashboard.briefing.slides import render_slides

    return render_slides(content, office, map_picture(content, store, "slides"))


def _sheets(content: BriefingContent, _office: Office, _store: Store) -> bytes:
    return render_workbook(content)


RENDERERS: Mapping[Kind, Render] = {"docx": _word, "pdf": _pdf, "pptx": _slides, "xlsx": _sheets}
