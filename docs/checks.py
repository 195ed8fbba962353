"""The guide's tables of checks as src/dashboard/intake/catalogue.csv, for the page: `python docs/checks.py`.

The guide has the words, this keeps them the same on the page. Titles are the catalogue's own: a new rule gets one
there by hand, `?` until then.
"""

import csv
import re
from pathlib import Path

from dashboard.intake.catalogue import CATALOGUE_PATH, Check
from dashboard.reference.tables import header_of

GUIDE = Path(__file__).parent / "guide" / "4-nhan-bao-cao.md"
ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| (.+) \| (.+) \|$")
SEVERITIES = {"Lỗi": "error", "Cảnh báo": "warning", "Lưu ý": "info"}


def checks_of_guide(titles: dict[str, str]) -> list[dict[str, str]]:
    """A row for each check, in the guide's order."""
    rows, group = [], ""
    for line in GUIDE.read_text(encoding="utf-8").splitlines():
        group = line.removeprefix("### ") if line.startswith("### ") else group
        if found := ROW.match(line):
            rule, severity, meaning, what_to_do = found.groups()
            severities = "|".join(SEVERITIES[word] for word in severity.split(" / "))
            cells = (rule, group, titles.get(rule, "?"), severities, as_words(meaning), as_words(what_to_do))
            rows.append(dict(zip(header_of(Check), cells, strict=True)))
    return rows


def as_words(markdown: str) -> str:
    """A cell without the marks of Markdown."""
    return markdown.replace("**", "").replace("\\*", "*").replace("`", "")


def known_titles() -> dict[str, str]:
    """Rule -> title, as the catalogue has it."""
    with CATALOGUE_PATH.open(encoding="utf-8", newline="") as file:
        return {row["rule"]: row["title"] for row in csv.DictReader(file)}


if __name__ == "__main__":
    checks = checks_of_guide(known_titles())
    with CATALOGUE_PATH.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header_of(Check), lineterminator="\n")
        writer.writeheader()
        writer.writerows(checks)
