"""The same figures worked out slowly, pair by pair, from the reports: what the measures must agree with.

Written from the rules in docs/decisions/0006-measures.md without a look at how the package does it.
"""

from collections.abc import Sequence
from datetime import date, datetime

from dashboard.measures.scope import Scope
from tests.measures.reports import CARRIERS, COMMUNES, Counts, Report

Pair = tuple[str, str]  # commune, carrier


class ByHand:
    """Reports as known at the scope's moment."""

    def __init__(self, reports: Sequence[Report], scope: Scope) -> None:
        self.reports = reports
        self.scope = scope

    def standing(self, carrier: str, round_on: date) -> Report | None:
        """Of a carrier's files for a round the one received last, of equals the one taken in last."""
        found = [
            (report.known_at, ordinal, report)
            for ordinal, report in enumerate(self.reports)
            if (report.carrier_code, report.round_on) == (carrier, round_on)
            and self._is_known(report.known_at)
        ]
        return max(found, key=lambda it: it[:2])[2] if found else None

    def _is_known(self, moment: datetime) -> bool:
        return self.scope.as_of is None or moment <= self.scope.as_of

    def rounds_until(self, round_on: date) -> list[date]:
        days = sorted({report.round_on for report in self.reports if report.round_on <= round_on})
        return [day for day in days if any(self.standing(carrier, day) for carrier in CARRIERS)]

    def latest(self, pair: Pair, round_on: date) -> tuple[date, Counts, bool] | None:
        """Round, counts and mark of the last figure of a pair up to a round."""
        commune, carrier = pair
        for day in reversed(self.rounds_until(round_on)):
            report = self.standing(carrier, day)
            if report and commune in report.figures:
                return day, report.figures[commune], report.is_simulated
        return None

    def counted(self, pair: Pair, round_on: date) -> tuple[date, Counts, bool] | None:
        found = self.latest(pair, round_on)
        if found and self.scope.basis == "this-week" and found[0] != round_on:
            return None
        return found

    def compared(self, pair: Pair, round_on: date) -> tuple[Counts, Counts] | None:
        """Counts of the round and of the one before, where both were reported for it."""
        earlier = [day for day in self.rounds_until(round_on) if day < round_on]
        now = self.latest(pair, round_on)
        if not earlier or not now or now[0] != round_on:
            return None
        was = self.latest(pair, earlier[-1])
        is_comparable = was and was[0] == earlier[-1] and was[2] == now[2]
        return (now[1], was[1]) if was and is_comparable else None

    def is_expected(self, pair: Pair, round_on: date) -> bool:
        days = self.rounds_until(round_on)
        never_heard = not any(self.standing(pair[1], day) for day in days)
        return never_heard or self.latest(pair, round_on) is not None

    def figures(self, communes: Sequence[str], carriers: Sequence[str], round_on: date) -> dict[str, object]:
        """Figures of these communes and carriers together, named as the measures name them."""
        pairs = [(commune, carrier) for commune in communes for carrier in carriers]
        counted = {pair: found for pair in pairs if (found := self.counted(pair, round_on))}
        compared = [both for pair in pairs if (both := self.compared(pair, round_on))]
        total, verified = (_sum(counted.values(), place) for place in (0, 1))
        mask = sum(1 << CARRIERS.index(code) for code in {carrier for _, carrier in counted})
        expected = [pair for pair in pairs if self.is_expected(pair, round_on)]
        return {
            "round_on": round_on,
            "total_count": total if counted else None,
            "verified_count": verified if counted else None,
            "unverified_count": _sum(counted.values(), 2) if counted else None,
            "locked_one_way_count": _sum(counted.values(), 3) if counted else None,
            "locked_two_way_count": _sum(counted.values(), 4) if counted else None,
            "verified_pct": 100 * verified / total if total else None,
            "unverified_count_change": sum(now[2] - was[2] for now, was in compared) if compared else None,
            "verified_pct_change": _pct_change(compared),
            "pairs_compared_count": len(compared),
            "carriers_reported_count": mask.bit_count(),
            "carriers_mask": mask,
            "carriers_expected_count": len({carrier for _, carrier in expected}),
            "communes_count": len({commune for commune, _ in counted}),
            "is_partly_reported": bool(counted) and any(pair not in counted for pair in expected),
            "is_simulated": any(is_simulated for _, _, is_simulated in counted.values()),
            "reported_on": min((day for day, _, _ in counted.values()), default=None),
        }

    def rows(self, by: str, round_on: date) -> list[dict[str, object]]:
        """Rows by round, commune and carrier as the scope selects them."""
        kinds = dict(zip(COMMUNES, ("phường", "xã", "xã"), strict=True))
        communes = [code for code in COMMUNES if self.scope.kind in (None, kinds[code])]
        carriers = [code for code in CARRIERS if not self.scope.carriers or code in self.scope.carriers]
        commune_groups = [[code] for code in communes] if "commune" in by else [communes]
        carrier_groups = [[code] for code in carriers] if "carrier" in by else [carriers]
        return [
            self.figures(communes, carriers, round_on)
            for communes in commune_groups
            for carriers in carrier_groups
        ]


def _sum(counted: object, place: int) -> int:
    return sum(counts[place] for _, counts, _ in counted)  # type: ignore[attr-defined]


def _pct_change(compared: list[tuple[Counts, Counts]]) -> float | None:
    now_total, was_total = (sum(both[side][0] for both in compared) for side in (0, 1))
    if not now_total or not was_total:
        return None
    now, was = (sum(both[side][1] for both in compared) for side in (0, 1))
    return 100 * now / now_total - 100 * was / was_total
