"""How far numbers spread: median and median absolute deviation, which a single slip cannot bend."""

import numpy as np

from dashboard.intake.history import Block, Row

# Makes the median absolute deviation of a normal spread equal to its standard deviation: 1 / 0.6745, the
# upper quartile of the standard normal distribution.
MAD_TO_DEVIATION = 1.4826


def middle_and_deviation(past: Block) -> tuple[Row, Row]:
    """Median of each commune's past and its scaled median absolute deviation; nan without any past."""
    middle = np.full(past.shape[1], np.nan)
    deviation = middle.copy()
    is_known = ~np.isnan(past).all(axis=0)
    known = past[:, is_known]
    middle[is_known] = _medians(known)
    deviation[is_known] = MAD_TO_DEVIATION * _medians(np.abs(known - middle[is_known]))
    return middle, deviation


def _medians(block: Block) -> Row:
    """Medians of columns; numpy asks for each by itself, far slower, where any value may be missing."""
    found: Row = np.nanmedian(block, axis=0) if np.isnan(block).any() else np.median(block, axis=0)
    return found
