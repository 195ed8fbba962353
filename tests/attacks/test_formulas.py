"""Formulas in what people and carriers write: every place that writes a spreadsheet is here, and safe.

The list is held against the code, so a new export fails until somebody has looked at it.
"""

import ast
import csv
import io
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest

from dashboard.briefing.content import BriefingRequest
from dashboard.briefing.files import make_file
from dashboard.briefing.journal_book import acts_file
from dashboard.briefing.office import Office, office_draft
from dashboard.briefing.receipt import receipt_workbook
from dashboard.briefing.restatements import restatements_workbook
from dashboard.intake.request import IntakeRequest
from dashboard.intake.restatement_reason import give_reason
from dashboard.intake.take_in import take_in
from dashboard.measures.restatements import restatements
from dashboard.paths import PROJECT_DIR
from dashboard.store.database import Store
from dashboard.store.decisions import Draft, decide
from dashboard.upkeep.acts import acts_of
from tests.conftest import EXAMPLES_DIR
from tests.web.prepared import LAST

SOURCE = PROJECT_DIR / "src" / "dashboard"
POISON = '=HYPERLINK("http://x.example","bấm")'
SIGNS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "＝1+1", POISON)
# Every module that makes a workbook or a CSV, and where its cells are held against formulas.
WRITERS = {
    "briefing/tables.py": "here, and tests/briefing/test_tables.py",
    "briefing/receipt.py": "here, and tests/briefing/test_receipt.py",
    "briefing/restatements.py": "here, and tests/briefing/test_restatements.py",
    "briefing/sheets.py": "here, and tests/briefing/test_sheets.py",
    "briefing/register_book.py": "tests/briefing/test_register_book.py",
    "briefing/register_receipt.py": "tests/briefing/test_register_receipt.py",
    "briefing/correction.py": "tests/briefing/test_correction.py",
    "briefing/template/book.py": "nothing that people wrote is in it",
    "briefing/assignments/bundle.py": "tests/briefing/assignments",
    "briefing/charts.py": "numbers and names of communes and carriers of our own lists",
    "views/findings.py": "tests/views/test_findings.py",
}


def makes_a_sheet(tree: ast.Module) -> list[ast.Call]:
    """Calls that begin a workbook, or a writer of CSV."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [it for it in calls if ast.unparse(it.func) in {"Workbook", "csv.writer", "openpyxl.Workbook"}]


def test_every_writer_is_known_and_told_to_keep_text_as_text():
    found = {}
    for path in SOURCE.rglob("*.py"):
        calls = makes_a_sheet(ast.parse(path.read_text(encoding="utf-8")))
        if calls and "demo" not in path.parts:
            found[path.relative_to(SOURCE).as_posix()] = calls
    assert found.keys() == WRITERS.keys()
    for name, calls in found.items():
        text = (SOURCE / name).read_text(encoding="utf-8")
        books = [ast.unparse(call) for call in calls if ast.unparse(call.func) == "Workbook"]
        assert all("AS_TEXT_IS" in call or "'strings_to_formulas': False" in call for call in books), name
        assert books or "is_like_a_formula" in text, name


@pytest.fixture
def poisoned(store: Store) -> Store:
    """File names, reasons, names of people and the office's words are formulas."""
    at = datetime(2026, 11, 11, 2, tzinfo=UTC)
    for place, name in enumerate(("viettel_2026-11-11.xlsx", "viettel_2026-11-04.xlsx")):
        content = (EXAMPLES_DIR / name).read_bytes()
        request = IntakeRequest(
            f"{POISON}.xlsx", content, at + timedelta(days=8 * place), POISON, "page", "viettel", LAST
        )
        receipt = take_in(request, store)
        if receipt.submission_id and receipt.status.is_accepted:
            give_reason(store, receipt.submission_id, POISON, POISON)
    decide(store, office_draft(Office(body=POISON, place=POISON, signatory=POISON), POISON))
    for sign in SIGNS:
        decide(store, Draft("of_the_test", sign, {"code": sign}, sign, sign))
    return store


def test_no_cell_of_any_workbook_is_a_formula(poisoned: Store):
    with poisoned.reader() as cursor:
        restated = restatements(cursor)
    request = IntakeRequest(f"{POISON}.csv", b"x", datetime.now(UTC), POISON, "page")
    books = {
        "receipt": receipt_workbook(take_in(request, poisoned), (POISON,)),
        "restatements": restatements_workbook(restated),
        "briefing": make_file(BriefingRequest(LAST), "xlsx", poisoned, POISON).content,
        "journal": acts_file(acts_of(poisoned.home), "xlsx", (POISON,), POISON),
    }
    for name, content in books.items():
        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink], name
    journal = openpyxl.load_workbook(io.BytesIO(books["journal"])).worksheets[0]
    assert POISON in {cell.value for row in journal.iter_rows() for cell in row}


def test_no_cell_of_the_journal_s_csv_begins_like_one(poisoned: Store):
    text = acts_file(acts_of(poisoned.home), "csv", ()).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    cells = [cell for row in rows[1:] for cell in row]
    assert len([cell for cell in cells if cell.startswith("'")]) > len(SIGNS)
    assert not [cell for cell in cells if cell.strip()[:1] in tuple("=+-@＝＋－＠")]
