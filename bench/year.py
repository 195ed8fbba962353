"""A year of synthetic reports: a province's, or the whole country's with eight carriers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice, product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from dashboard.measures.scope import Expected, everyone
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.questions import tell

Whole: TypeAlias = npt.NDArray[np.int64]
Shares: TypeAlias = npt.NDArray[np.float64]

ROUNDS_COUNT = 52
LAST_ROUND_ON = date(2026, 11, 11)  # a Wednesday
SEED = 20260715  # the same figures at every run
COUNTRY_COMMUNES_COUNT = 3321  # since 1 July 2025
COUNTRY_CARRIERS_COUNT = 8


@dataclass(frozen=True)
class Report:
    """One carrier's round: one row for `submission`, one per commune for `submission_figure`."""

    carrier_code: str
    round_on: date
    submission: pa.Table
    figures: pa.Table


def province() -> Expected:
    """The 166 communes and the carriers in force."""
    return everyone()


def country() -> Expected:
    """3,321 communes (the province's 166 and synthetic ones) and 8 carriers: 1.4 million rows a year."""
    ours = everyone()
    taken = {commune.code for commune in ours.communes}
    free = (code for code in (f"{number:05d}" for number in range(1, 100_000)) if code not in taken)
    missing_count = COUNTRY_COMMUNES_COUNT - len(ours.communes)
    synthetic = [
        replace(ours.communes[0], code=code, name=f"Xã {code}") for code in islice(free, missing_count)
    ]
    communes = sorted([*ours.communes, *synthetic], key=lambda commune: commune.code)
    extra = range(COUNTRY_CARRIERS_COUNT - len(ours.carriers))
    carriers = [*ours.carriers, *(replace(ours.carriers[0], code=f"carrier{number}") for number in extra)]
    return Expected(tuple(communes), tuple(carriers))


def year_of(expected: Expected) -> Iterator[Report]:
    """A report of each carrier for each of 52 rounds, the oldest first, every commune in it."""
    codes = [commune.code for commune in expected.communes]
    random = np.random.default_rng(SEED)
    size = {
        carrier.code: random.lognormal(7, 1, len(codes)).astype(np.int64) + 50
        for carrier in expected.carriers
    }
    rounds = [LAST_ROUND_ON - timedelta(weeks=back) for back in reversed(range(ROUNDS_COUNT))]
    for ordinal, (round_on, carrier_code) in enumerate(product(rounds, size), start=1):
        done = 1 - (LAST_ROUND_ON - round_on) / timedelta(weeks=ROUNDS_COUNT)
        share = np.clip(random.normal(0.3 + 0.6 * done, 0.1, len(codes)), 0, 1)
        figures = _figures(f"{ordinal:08d}", codes, size[carrier_code], share)
        submission = _submission((f"{ordinal:08d}", carrier_code, round_on), len(codes))
        yield Report(carrier_code, round_on, submission, figures)


def store_report(store: Store, report: Report) -> None:
    """As the intake stores an accepted file: all of it in one transaction."""
    with store.writer() as cursor:
        tell(cursor, "append/submission", rows=report.submission)
        tell(cursor, "append/submission_figure", rows=report.figures)


def _submission(identity: tuple[str, str, date], communes_count: int) -> pa.Table:
    submission_id, carrier_code, round_on = identity
    at = datetime.combine(round_on, time(9), LOCAL_ZONE)
    row = {
        "submission_id": submission_id,
        "sha256": submission_id * 8,
        "file_name": f"{carrier_code}_{round_on}.xlsx",
        "carrier_code": carrier_code,
        "round_on": round_on,
        "received_at": at,
        "recorded_at": at,
        "taken_in_by": "bench",
        "way": "bench",
        "status": "accepted",
        "layout": "synthetic",
        "rows_read_count": communes_count,
        "communes_count": communes_count,
        "is_simulated": True,
    }
    return pa.Table.from_pylist([row])


def _figures(submission_id: str, codes: Sequence[str], total: Whole, share: Shares) -> pa.Table:
    verified = (total * share).astype(np.int64)
    unverified = total - verified
    return pa.table(
        {
            "submission_id": pa.repeat(submission_id, len(codes)),
            "commune_code": codes,
            "total_count": total,
            "verified_count": verified,
            "unverified_count": unverified,
            "locked_one_way_count": unverified // 10,
            "locked_two_way_count": unverified // 20,
        }
    )
