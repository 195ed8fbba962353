"""Which communes have a border in common, by the layer in force."""

from functools import lru_cache

import numpy as np

from dashboard.boundaries.layers import Layer


@lru_cache(maxsize=64)
def neighbours_of(layer: Layer, commune_code: str) -> tuple[str, ...]:
    """Codes of the communes that share a stretch of border with one, in the layer's order; a corner is none.

    Raises ValueError for a commune that the layer lacks.
    """
    import geopandas as gpd  # slow to import: only who asks for neighbours waits
    import shapely

    table = gpd.read_parquet(layer.coverage_path, columns=["commune_code", "geometry"])
    areas = table.set_index("commune_code").loc[list(layer.codes)].geometry.to_numpy()
    own = areas[layer.codes.index(commune_code)]
    shared = shapely.length(shapely.intersection(shapely.boundary(areas), shapely.boundary(own)))
    return tuple(layer.codes[place] for place in np.flatnonzero(shared) if layer.codes[place] != commune_code)


@lru_cache(maxsize=4)
def borders(layer: Layer) -> tuple[tuple[str, str], ...]:
    """Pairs of communes that share a stretch of border, each once, in the layer's order; a corner is none."""
    import geopandas as gpd
    from libpysal.graph import Graph

    table = gpd.read_parquet(layer.coverage_path, columns=["commune_code", "geometry"])
    areas = table.set_index("commune_code").loc[list(layer.codes)]
    pairs = Graph.build_contiguity(areas, rook=True).adjacency.index
    place = {code: number for number, code in enumerate(layer.codes)}
    return tuple((one, other) for one, other in pairs if place[one] < place[other])
