"""The shapes that the five carriers' files arrive in; one module per shape, and which carrier uses which."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.demo.layouts.letterhead_xlsx import letterhead_xlsx
from dashboard.demo.layouts.old_communes_xlsx import old_communes_xlsx
from dashboard.demo.layouts.second_sheet_xlsx import second_sheet_xlsx
from dashboard.demo.layouts.semicolon_csv import semicolon_csv
from dashboard.demo.layouts.tab_csv import tab_csv
from dashboard.demo.report import Report


@dataclass(frozen=True)
class Layout:
    """How a report becomes a file: its bytes, the same for the same report, and the ending of its name."""

    write: Callable[[Report], bytes]
    suffix: str


LAYOUT_OF_CARRIER = {
    "viettel": Layout(letterhead_xlsx, ".xlsx"),
    "vinaphone": Layout(semicolon_csv, ".csv"),
    "mobifone": Layout(second_sheet_xlsx, ".xlsx"),
    "vietnamobile": Layout(old_communes_xlsx, ".xlsx"),
    "wintel": Layout(tab_csv, ".csv"),
}
