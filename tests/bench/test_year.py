"""The synthetic year: as large as it says, always the same, and as the database wants it."""

from bench.year import LAST_ROUND_ON, country, province, store_report, year_of
from dashboard.store.database import Store


def test_the_province_has_every_commune_carrier_and_round():
    reports = list(year_of(province()))
    assert len({report.round_on for report in reports}) == 52
    assert max(report.round_on for report in reports) == LAST_ROUND_ON
    assert all(report.round_on.isoweekday() == 3 for report in reports)
    assert {report.figures.num_rows for report in reports} == {166}


def test_the_country_has_eight_carriers_and_its_communes_once_each():
    first = next(year_of(country()))
    codes = first.figures["commune_code"].to_pylist()
    assert len(set(codes)) == len(codes) == 3321
    assert {len(code) for code in codes} == {5}


def test_the_same_figures_come_every_time():
    once, again = next(year_of(province())), next(year_of(province()))
    assert once.figures == again.figures


def test_counts_add_up_and_the_store_takes_them(store: Store):
    report = next(year_of(province()))
    store_report(store, report)
    row = store.reader().execute(
        "select count(*), count(*) filter (total_count <> verified_count + unverified_count),"
        " count(*) filter (locked_one_way_count + locked_two_way_count > unverified_count)"
        " from submission_figure"
    )
    assert row.fetchone() == (166, 0, 0)
