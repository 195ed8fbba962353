"""From what was asked to a file, with the office and the edited words in force."""

from io import BytesIO

import docx

from dashboard.briefing.content import BriefingRequest, Wording
from dashboard.briefing.files import KIND_LABELS, MEDIA_TYPES, RENDERERS, make_file, request_with_edits
from dashboard.briefing.office import Office, office_draft
from dashboard.briefing.wordings import wording_draft
from dashboard.store.database import Store
from dashboard.store.decisions import decide
from tests.web.prepared import WHOLE, report


def test_decided_words_and_settings_are_in_the_file(store: Store):
    report(store, "wintel_2026-11-04.csv", WHOLE)
    decide(store, office_draft(Office(place="Hạc Thành"), "Cán bộ A"))
    decide(store, wording_draft(Wording("opening", ""), "Kính thưa Tổ công tác.", "Cán bộ A"))
    request = request_with_edits(BriefingRequest(WHOLE, parts=("result",)), store)
    made = make_file(request, "docx", store, addressee="Giám đốc Sở")
    document = docx.Document(BytesIO(made.content))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = "\n".join(cell.text for row in document.tables[0].rows for cell in row.cells)
    assert made.name == "giao-ban_2026-11-04.docx"
    assert "Kính thưa Tổ công tác." in told
    assert "Kính gửi: Giám đốc Sở" in told
    assert "Hạc Thành, ngày" in cells


def test_every_kind_has_a_label_and_a_media_type():
    assert set(RENDERERS) == set(KIND_LABELS) == set(MEDIA_TYPES)
