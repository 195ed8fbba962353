"""What a map tells: values, classes, the legend's sums."""

from dashboard.boundaries import layer_in_force
from dashboard.figures.print_map.content import OUTSIDE_LABEL, PARTLY_SIGN
from dashboard.figures.print_map.looks import no_data_fill
from dashboard.measures import Scope, figures_by_commune, headline
from dashboard.measures.selection import Selection
from dashboard.measures.wording import NO_BREAK_SPACE, NOTHING, count_text, pct_text
from dashboard.reference.policy import policy
from dashboard.store.database import Store
from tests.figures.print_map.conftest import ContentOf
from tests.web.prepared import FIRST, LAST, WHOLE


def number(text: str) -> int:
    return int(text.replace(".", ""))


def test_values_are_those_of_the_figures(filled: Store, content: ContentOf):
    rows = {row["commune_code"]: row for row in figures_by_commune(filled.reader(), Scope(WHOLE)).to_pylist()}
    codes = layer_in_force(filled).codes
    told = {code: area.value for code, area in zip(codes, content(Selection(WHOLE)).areas, strict=True)}
    assert told == {code: pct_text(rows[code]["verified_pct"]).split(NO_BREAK_SPACE)[0] for code in codes}


def test_the_legend_sums_to_the_province(filled: Store, content: ContentOf):
    legend = {row.label: row for row in content(Selection(WHOLE)).legend}
    found = headline(filled.reader(), Scope(WHOLE))
    assert legend["Cộng"].communes == "166"
    assert legend["Cộng"].unverified == count_text(found.unverified_count)
    classes = [legend[label] for label in policy().scales["verified_pct"].labels]
    assert sum(number(row.communes) for row in classes) == 166
    assert sum(number(row.unverified) for row in classes) == found.unverified_count


def test_a_missing_carrier_is_marked_at_every_value_and_in_the_legend(content: ContentOf):
    found = content(Selection(LAST))
    assert all(area.value.endswith(PARTLY_SIGN) and area.fill.hatch for area in found.areas)
    assert f"({PARTLY_SIGN})" in found.legend[-1].label
    assert found.legend[-1].communes == "166"


def test_communes_of_the_other_kind_have_no_value_and_are_counted_apart(content: ContentOf):
    found = content(Selection(WHOLE, kind="phường"))
    told = {row.label: row.communes for row in found.legend}
    assert int(told["Cộng"]) + int(told[OUTSIDE_LABEL]) == 166
    assert sum(bool(area.value) for area in found.areas) == int(told["Cộng"])


def test_without_a_report_nothing_is_zero(content: ContentOf):
    found = content(Selection(FIRST, carriers=("wintel",)))
    assert {area.value for area in found.areas} == {NOTHING}
    assert {area.fill for area in found.areas} == {no_data_fill(is_grey=False)}
    legend = {row.label: row for row in found.legend}
    assert legend[policy().no_data.label].communes == "166"
    assert legend["Cộng"].unverified == NOTHING
