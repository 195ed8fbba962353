"""A year of synthetic reports: a province's, or the whole country's with eight carriers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
import pyarrow as pa

from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.questions import tell

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


def year_of_the_province() -> Iterator[Report]:
    """The 166 communes, the carriers in force, 52 rounds, oldest first."""
    codes = tuple(commune.code for commune in communes())
    return _year(codes, tuple(carrier.code for carrier in carriers()))


def year_of_the_country() -> Iterator[Report]:
    """3,321 communes (the province's 166 and synthetic codes), 8 carriers, 52 rounds: 1.4 million rows."""
    ours = [commune.code for commune in communes()]
    others = (f"{number:05d}" for number in range(1, 100_000))
    synthetic = [code for code in others if code not in set(ours)][: COUNTRY_COMMUNES_COUNT - len(ours)]
    known = [carrier.code for carrier in carriers()]
    extra = [f"carrier{number}" for number in range(COUNTRY_CARRIERS_COUNT - len(known))]
    return _year((*ours, *synthetic), (*known, *extra))


def store_report(store: Store, report: Report) -> None:
    """As the intake stores an accepted file: all of it in one transaction."""
    with store.writer() as cursor:
        tell(cursor, "append/submission", rows=report.submission)
        tell(cursor, "append/submission_figure", rows=report.figures)


def _year(codes: Sequence[str], carrier_codes: Sequence[str]) -> Iterator[Report]:
    random = np.random.default_rng(SEED)
    size = random.lognormal(7, 1, (len(carrier_codes), len(codes)))
    ordinal = 0
    for week in range(ROUNDS_COUNT):
        round_on = LAST_ROUND_ON - timedelta(weeks=ROUNDS_COUNT - 1 - week)
        for index, carrier_code in enumerate(carrier_codes):
            ordinal += 1
            total = size[index].astype(np.int64) + 50
            share = np.clip(random.normal(0.3 + 0.6 * week / ROUNDS_COUNT, 0.1, len(codes)), 0, 1)
            verified = (total * share).astype(np.int64)
            identity = (f"{ordinal:08d}", carrier_code, round_on)
            yield Report(
                carrier_code,
                round_on,
                _submission(identity, len(codes)),
                _figures(ordinal, codes, total, verified),
            )


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


def _figures(ordinal: int, codes: Sequence[str], total: np.ndarray, verified: np.ndarray) -> pa.Table:
    unverified = total - verified
    return pa.table(
        {
            "submission_id": np.full(len(codes), f"{ordinal:08d}"),
            "commune_code": list(codes),
            "total_count": total,
            "verified_count": verified,
            "unverified_count": unverified,
            "locked_one_way_count": unverified // 10,
            "locked_two_way_count": unverified // 20,
        }
    )
