"""What is noteworthy about a boundary file: a record, never an exception."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error refuses the layer, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class LayerFinding:
    """One finding about a layer: `message` and `suggestion` are Vietnamese, `value` is what stood there.

    A record of its own: a layer has no sheets and cells, and this package lies beside intake, not above it.
    """

    rule: str
    severity: Severity
    message: str
    value: str | None = None
    suggestion: str | None = None

    def as_json(self) -> dict[str, str | None]:
        """The finding in the order of the command line's contract."""
        fields = asdict(self)
        return {name: fields[name] and str(fields[name]) for name in fields}


def has_errors(findings: tuple[LayerFinding, ...]) -> bool:
    """Whether any of the findings refuses the layer."""
    return any(finding.severity is Severity.ERROR for finding in findings)
