"""Where a session is: the commune with its neighbours and the hall, from the layer in force, no browser.

Drawn in degrees (EPSG:4326) with a degree of longitude as much shorter as it is at the province's latitude:
over one commune that is as true as a projection.
"""

import math
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from dashboard.boundaries import Layer
from dashboard.support.register.records import Hall
from dashboard.support.register.values import commune_name

AROUND = 0.35  # of the commune's own width, shown around it
INCHES, DOTS_PER_INCH = (3.6, 2.7), 200
LAND, HERE, INK, DOT = "#F1F3F5", "#F4C7A1", "#4A545E", "#A72724"
NAME_PT, NEIGHBOUR_PT = 8.0, 6.0


@lru_cache(maxsize=256)
def place_map(layer: Layer, commune_code: str, hall: Hall | None) -> bytes:
    """PNG; the hall's dot stands only where its coordinates are known."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    codes, areas = _areas(layer.coverage_path)
    window = _window(areas[codes.index(commune_code)])
    figure = Figure(figsize=INCHES, dpi=DOTS_PER_INCH)
    axes = figure.add_axes((0, 0, 1, 1))
    for place in np.nonzero(shapely.intersects(areas, window))[0].tolist():
        is_here = codes[place] == commune_code
        for part in shapely.get_parts(areas[place]):
            axes.fill(*part.exterior.xy, facecolor=HERE if is_here else LAND, edgecolor=INK, linewidth=0.5)
        _write_name(axes, shapely.intersection(areas[place], window), codes[place], is_here=is_here)
    if hall is not None and hall.lon is not None and hall.lat is not None:
        axes.plot([hall.lon], [hall.lat], "o", color=DOT, markersize=6)
    west, south, east, north = window.bounds
    axes.set(xlim=(west, east), ylim=(south, north), aspect=1 / math.cos(math.radians((south + north) / 2)))
    axes.axis("off")
    stream = BytesIO()
    FigureCanvasAgg(figure)
    figure.savefig(stream, format="png")
    return stream.getvalue()


@lru_cache(maxsize=2)
def _areas(path: Path) -> tuple[tuple[str, ...], npt.NDArray[Any]]:
    """Codes and areas (EPSG:4326) of a layer."""
    import geopandas as gpd

    table = gpd.read_parquet(path, columns=["commune_code", "geometry"])
    return tuple(table["commune_code"]), np.asarray(table.geometry.to_numpy(), dtype=object)


def _window(area: Any) -> Any:
    """The commune with some room around it, in the picture's shape."""
    west, south, east, north = area.bounds
    middle, shorter = ((west + east) / 2, (south + north) / 2), math.cos(math.radians((south + north) / 2))
    wide = max((east - west) * shorter, (north - south) * INCHES[0] / INCHES[1]) * (0.5 + AROUND)
    across, up = wide / shorter, wide * INCHES[1] / INCHES[0]
    return shapely.box(middle[0] - across, middle[1] - up, middle[0] + across, middle[1] + up)


def _write_name(axes: Any, shown: Any, code: str, *, is_here: bool) -> None:
    from dashboard.figures.print_map.fonts import sized

    point = shown.representative_point()
    font = sized(NAME_PT if is_here else NEIGHBOUR_PT, is_here)
    axes.text(point.x, point.y, commune_name(code), ha="center", color=INK, fontproperties=font, clip_on=True)
