"""SIM results of a commune that the report has no figures for: they have no place to be kept."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import cell_words
from dashboard.reference.communes import commune_by_code

RULE = "sim_result_without_figures"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each; of a report without any figures other rules tell."""
    reported = {figure.commune_code for figure in case.figures}
    for result in case.annexes.sim_results if reported else ():
        if result.commune_code not in reported:
            cell = next(cell for cell in result.cells.values() if cell.text)
            yield Finding(
                RULE,
                Severity.WARNING,
                f"{cell_words(cell)}: có kết quả SIM của {commune_by_code()[result.commune_code].name} nhưng "
                "bảng báo cáo không có số liệu của nơi này; kết quả SIM không được lưu.",
                suggestion="Bổ sung năm số liệu xác thực của xã, phường này rồi gửi lại.",
            ).at(cell)
