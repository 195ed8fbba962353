"""A file understood and checked, nothing stored."""

from collections import Counter
from dataclasses import dataclass, replace

import duckdb

from dashboard.intake.annexes.read import read_annexes
from dashboard.intake.annexes.records import Annexes
from dashboard.intake.annexes.sim_results import with_sim_results
from dashboard.intake.annexes.tables import find_annexes
from dashboard.intake.case import Case
from dashboard.intake.confirmed import Confirmed, confirmed_so_far
from dashboard.intake.figures import figures_of, totals_of
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.findings_sheet import without_findings_sheet
from dashboard.intake.layout.by_layout import by_layouts, known_headers, put_before
from dashboard.intake.layout.header import Header, find_headers
from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.origin import Origin, origin_of
from dashboard.intake.layout.plan import handling_plan
from dashboard.intake.layout.table import Table, read_table
from dashboard.intake.matching.match import Matches, match_table
from dashboard.intake.past import Sought, look_back
from dashboard.intake.reading.limits import MIB
from dashboard.intake.reading.read import read_file
from dashboard.intake.reading.sheet import Fault, Reading, Sheet
from dashboard.intake.receipt import Arrival, Comparison, Receipt, Status
from dashboard.intake.request import IntakeRequest
from dashboard.intake.rules import check
from dashboard.reference.carriers import carrier_by_code
from dashboard.settings import settings
from dashboard.store.database import Store


@dataclass(frozen=True)
class Examination:
    """What was found out about a file, and the receipt that it would get.

    `commits_seen` tells whether the database has changed since: the store's count of commits before it was
    asked.
    """

    case: Case
    receipt: Receipt
    commits_seen: int


def examine(request: IntakeRequest, store: Store) -> Examination:
    """Read, match and check a file against what the database holds; nothing is stored.

    Raises ValueError for a carrier that is not in the table of carriers: that is for the caller to ask about.
    """
    return examine_reading(request, reading_of(request), store)


def reading_of(request: IntakeRequest) -> Reading:
    """What stands in the file; a file beyond the size limit is not looked into."""
    if len(request.content) > settings().upload_mib * MIB:
        return Reading("", fault=oversize_fault(len(request.content)))
    return read_file(request.content)


def oversize_fault(size_bytes: int) -> Fault:
    """The fault of a file beyond the size limit."""
    facts: dict[str, str | int] = {
        "what": "bytes",
        "found": -(-size_bytes // MIB),
        "limit": settings().upload_mib,
    }
    return Fault("too_large", facts)


def examine_reading(
    request: IntakeRequest, reading: Reading, store: Store, trial: Layout | None = None
) -> Examination:
    """The part of `examine` after the reading; with `trial` as if that layout had been confirmed."""
    if request.carrier_code is not None and request.carrier_code not in carrier_by_code():
        raise ValueError(f"unknown carrier: {request.carrier_code}")
    commits_seen = store.commits.count
    with store.reader() as cursor:
        confirmed = confirmed_so_far(cursor, request.known_before)
        if trial is not None:
            confirmed = replace(confirmed, layouts=confirmed.layouts.and_also(trial))
        case = _understood(request, without_findings_sheet(reading), confirmed, cursor)
    return Examination(case, _receipt(case, check(case)), commits_seen)


def _understood(
    request: IntakeRequest, reading: Reading, confirmed: Confirmed, cursor: duckdb.DuckDBPyConnection
) -> Case:
    annexes = _annexes(reading.sheets, confirmed)
    sheets = tuple(sheet for sheet in reading.sheets if sheet.name not in annexes.sheet_names)
    headers, origin = _headers_and_origin(request, sheets, confirmed)
    past = look_back(cursor, _sought(request, origin))
    case = Case(
        request,
        reading,
        headers,
        origin,
        past,
        last_layout=confirmed.layouts.last_of(origin.carrier.value),
        handling_plan=handling_plan(reading.sheets),
        annexes=annexes,
    )
    if not headers or headers[0].missing:
        return case
    table = read_table(headers[0])
    matches = match_table(table, confirmed.aliases)
    figures = with_sim_results(figures_of(matches), annexes.sim_results)
    return replace(case, table=table, matches=matches, figures=figures)


def _annexes(sheets: tuple[Sheet, ...], confirmed: Confirmed) -> Annexes:
    """What the further sheets say. They have no part in whose report it is: plans and addresses name other
    carriers and other days."""
    headers = (*known_headers(sheets, confirmed.layouts), *find_headers(sheets))
    return read_annexes(find_annexes(sheets, headers[0] if headers else None), confirmed.aliases)


def _headers_and_origin(
    request: IntakeRequest, sheets: tuple[Sheet, ...], confirmed: Confirmed
) -> tuple[tuple[Header, ...], Origin]:
    """The headers, known layouts first, and whose report it is.

    Whose it is decides which layouts count, and where its table begins bears on whose it is: so the carrier
    is looked for first as if the header that is known to anybody were the table's.
    """
    calendar, layouts = confirmed.calendar, confirmed.layouts
    by_words, known = find_headers(sheets), known_headers(sheets, layouts)
    headers = by_words
    if known:
        carrier_code = origin_of(request, sheets, known[0], calendar).carrier.value
        headers = put_before(by_layouts(known, layouts, carrier_code), by_words)
    return headers, origin_of(request, sheets, headers[0] if headers else None, calendar)


def _sought(request: IntakeRequest, origin: Origin) -> Sought:
    report = origin.carrier.value, origin.round_on.value
    return Sought(request.sha256, *report, request.received_at, request.known_before)


def _receipt(case: Case, findings: tuple[Finding, ...]) -> Receipt:
    return Receipt(
        file_name=case.request.file_name,
        sha256=case.request.sha256,
        status=_status(case, findings),
        carrier_code=case.origin.carrier.value,
        round_on=case.origin.round_on.value,
        layout=case.matches.lists.value if case.matches else None,
        rows_read_count=len(case.rows),
        communes_count=len(case.figures),
        totals=totals_of(case.figures),
        matches=_match_counts(case.matches),
        skipped=_skipped_counts(case.table),
        annexes=case.annexes.counts(),
        findings=findings,
        arrival=arrival_of(case.request),
        compared=_compared(case),
    )


def arrival_of(request: IntakeRequest) -> Arrival:
    """When, by whom and which way a file came."""
    return Arrival(request.received_at, request.taken_in_by, request.way, request.is_simulated)


def _compared(case: Case) -> Comparison | None:
    """The file beside the carrier's last one; None where there is none, or nothing to compare."""
    last = case.past.last_file
    return Comparison(last, case.request.received_at) if last and case.figures else None


def _status(case: Case, findings: tuple[Finding, ...]) -> Status:
    """Without carrier, round or figures nothing can be stored, whatever weight the policy gives findings."""
    severities = {finding.severity for finding in findings}
    origin = case.origin
    if case.past.same_report(origin.carrier.value, origin.round_on.value):
        return Status.DUPLICATE
    can_be_stored = None not in (origin.carrier.value, origin.round_on.value) and bool(case.figures)
    if Severity.ERROR in severities or not can_be_stored:
        return Status.REJECTED
    return Status.ACCEPTED_WITH_WARNINGS if Severity.WARNING in severities else Status.ACCEPTED


def _match_counts(matches: Matches | None) -> dict[str, int]:
    return {way.value: count for way, count in matches.counts().items()} if matches else {}


def _skipped_counts(table: Table | None) -> dict[str, int]:
    return dict(Counter(row.reason for row in table.skipped)) if table else {}
