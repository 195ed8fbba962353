"""A receipt from its JSON: what the app that a command handed its file to answered."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from dashboard.intake.finding import Finding, Severity
from dashboard.intake.past import LastFile
from dashboard.intake.receipt import Arrival, Comparison, Receipt, Status, Version


def receipt_from_json(answer: Mapping[str, Any]) -> Receipt:
    """The receipt that `Receipt.as_json` wrote."""
    return Receipt(
        file_name=answer["file"],
        sha256=answer["sha256"],
        status=Status(answer["status"]),
        carrier_code=answer["carrier"],
        round_on=date.fromisoformat(answer["round"]) if answer["round"] else None,
        layout=answer["layout"],
        rows_read_count=answer["rows_read"],
        communes_count=answer["communes"],
        totals=answer["totals"],
        matches=answer["matches"],
        skipped=answer["rows_skipped"],
        findings=tuple(map(_finding, answer["findings"])),
        arrival=_arrival(answer),
        compared=_comparison(answer),
        submission_id=answer["submission"],
        version=Version(**answer["version"]) if answer["version"] else None,
    )


def _finding(answer: Mapping[str, Any]) -> Finding:
    return Finding(**{**answer, "severity": Severity(answer["severity"])})


def _arrival(answer: Mapping[str, Any]) -> Arrival | None:
    if answer["received_at"] is None:
        return None
    received_at = datetime.fromisoformat(answer["received_at"])
    return Arrival(received_at, answer["taken_in_by"], answer["way"], answer["is_simulated"])


def _comparison(answer: Mapping[str, Any]) -> Comparison | None:
    compared = answer["compared"]
    if compared is None:
        return None
    last = LastFile(
        submission_id=compared["submission"],
        file_name=compared["file"],
        round_on=date.fromisoformat(compared["round"]),
        received_at=datetime.fromisoformat(compared["received_at"]),
        communes_count=compared["communes"]["then"],
        totals={column: total["then"] for column, total in compared["totals"].items()},
    )
    return Comparison(last, datetime.fromisoformat(answer["received_at"]))
