"""The form as a workbook."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from dashboard.briefing.tables import AS_TEXT_IS
from dashboard.briefing.template.form import Form
from dashboard.briefing.template.instructions_sheet import add_instructions_sheet
from dashboard.briefing.template.looks import Palette
from dashboard.briefing.template.plan_sheet import add_plan_sheet
from dashboard.briefing.template.points_sheet import add_points_sheet
from dashboard.briefing.template.report_sheet import add_report_sheet
from dashboard.briefing.template.sim_sheet import add_sim_sheet
from dashboard.intake.form import TITLE
from dashboard.settings import LOCAL_ZONE


def template_as_xlsx(form: Form) -> bytes:
    """Report, plan, SIM results, service points, instructions; the report is the sheet that opens."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **AS_TEXT_IS}) as book:
        book.set_properties(
            {
                "title": f"{TITLE}: {form.carrier.name}, {form.round_on:%d/%m/%Y}",
                "created": datetime.now(LOCAL_ZONE).replace(tzinfo=None),
            }
        )
        palette = Palette(book)
        add_report_sheet(book, palette, form)
        add_plan_sheet(book, palette, form)
        add_sim_sheet(book, palette, form)
        add_points_sheet(book, palette, form)
        add_instructions_sheet(book, palette, form)
    return stream.getvalue()
