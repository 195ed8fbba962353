"""Which carriers stand behind a figure, as one whole number."""

from dashboard.reference.carriers import Carrier, carriers


def carriers_in(mask: int) -> tuple[Carrier, ...]:
    """Carriers whose bit is set; bit n is the n-th carrier of the reference table."""
    return tuple(carrier for place, carrier in enumerate(carriers()) if mask >> place & 1)
