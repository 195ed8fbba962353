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
    middle[is_known] = np.nanmedian(known, axis=0)
    deviation[is_known] = MAD_TO_DEVIATION * np.nanmedian(np.abs(known - middle[is_known]), axis=0)
    return middle, deviation
