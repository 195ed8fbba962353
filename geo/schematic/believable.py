"""Which published bounding boxes can be right, and which communes of other provinces are neighbours.

The boxes come from a geocoder that was asked for a name. Where it did not know the commune it answered with
the district, a village, or a namesake elsewhere; each of these leaves a trace that needs no map to be seen.
"""

import numpy as np
import pandas as pd
import shapely

from schematic.published import Published

# A region fills about half of its bounding box (0.45 to 0.75 where a commune was one old commune) and is part
# of its commune: a box of four times the commune's area is its district's.
LARGEST_BOX = 4.0
# No old commune is less than a fiftieth of the commune it went into: such a box is a house's.
SMALLEST_BOX = 0.02
# Distance from the middle of a box to the commune's coordinate, in radii of a circle of the commune's area:
# up to 2.1 without a break (long communes), then one by one (namesakes elsewhere).
FARTHEST_BOX = 2.2
# Of namesakes that were given one and the same box, it belongs to the one it lies on.
FARTHEST_SHARED_BOX = 1.0
# A commune of another province competes for cells when a box of it comes this near a box of the province: the
# width of a commune, so that a box dropped in between does not open the border.
NEIGHBOUR_REACH_M = 6_000


def keep_believable(published: Published, province_code: str) -> Published:
    """Return the facts without wrong boxes and without communes that are neither in the province nor near it.

    The province's own communes come first.
    """
    boxes = published.boxes[believable(published)]
    inside = _inside(published, province_code)
    kept = np.r_[inside, np.setdiff1d(_near(published, boxes, province_code), inside)]
    renumbered = pd.Series(np.arange(len(kept)), index=kept)
    boxes = boxes[boxes["commune"].isin(kept)]
    return Published(
        communes=published.communes.iloc[kept].reset_index(drop=True),
        boxes=boxes.assign(commune=boxes["commune"].map(renumbered)).reset_index(drop=True),
    )


def believable(published: Published) -> pd.Series:
    """Return for each box whether its size and place agree with the published area and coordinate."""
    boxes = published.boxes
    commune = published.communes.loc[boxes["commune"]].set_index(boxes.index)
    share = (boxes["east_m"] - boxes["west_m"]) * (boxes["north_m"] - boxes["south_m"]) / commune["area_m2"]
    distance_m = np.hypot(
        (boxes["west_m"] + boxes["east_m"]) / 2 - commune["x_m"],
        (boxes["south_m"] + boxes["north_m"]) / 2 - commune["y_m"],
    )
    radius_m = np.sqrt(commune["area_m2"] / np.pi)
    sides = ["west_m", "south_m", "east_m", "north_m"]
    is_shared = boxes.groupby(sides)["old_key"].transform("nunique") > 1
    farthest = np.where(is_shared, FARTHEST_SHARED_BOX, FARTHEST_BOX)
    return share.between(SMALLEST_BOX, LARGEST_BOX) & (distance_m <= farthest * radius_m)


def _inside(published: Published, province_code: str) -> np.ndarray:
    return np.flatnonzero(published.communes["province_code"] == province_code)


def _near(published: Published, boxes: pd.DataFrame, province_code: str) -> np.ndarray:
    """Return the rows of communes with a box near one of the province's boxes."""
    inside = boxes["commune"].isin(_inside(published, province_code))
    rectangles = shapely.box(*boxes[["west_m", "south_m", "east_m", "north_m"]].to_numpy().T)
    reached = shapely.buffer(rectangles[inside], NEIGHBOUR_REACH_M, cap_style="square", join_style="mitre")
    hits = shapely.STRtree(rectangles).query(reached, predicate="intersects")[1]
    rows: np.ndarray = boxes["commune"].to_numpy()[np.unique(hits)]
    return rows
