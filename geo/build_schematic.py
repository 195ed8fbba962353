"""Build the schematic boundary layer of Thanh Hóa. Run from the project: python geo/build_schematic.py

One polygon per commune, derived from the coordinates, areas and bounding boxes in PyPI's `vietnamadminunits`
and from nothing else; docs/decisions/0003-schematic-layer.md tells how, and how well. Needs vietnamadminunits
and scipy beside the libraries of the app, half a minute, no network. The same versions give the same file.
"""

import time
from pathlib import Path

import geopandas as gpd
import pyproj
from schematic.balance import balance, distrust_centres, free_prices, targets_of
from schematic.believable import keep_believable
from schematic.candidates import find_candidates
from schematic.outline import draw
from schematic.published import Published, read_published
from schematic.settle import close_gaps, settle, vote, whole_cells

PROVINCE_CODE = "38"
TARGET_FILE = Path(__file__).with_name("schematic.parquet")
# Smoothing leaves notches where communes meet on the coast; they are closed, and borders smoothed again.
SMOOTHINGS = 2
# 1e-5 degrees are about one metre: far below what the layer can promise.
DEGREE_DIGITS = 5


def build_layer(province_code: str) -> gpd.GeoDataFrame:
    """Return the province's communes as a valid coverage: code, name, geometry (Polygon, EPSG:4326)."""
    published = keep_believable(read_published(province_code), province_code)
    candidates = find_candidates(published)
    targets = targets_of(published)
    prices, share = balance(targets, candidates, free_prices(targets))
    targets = distrust_centres(targets, candidates, share)
    prices, share = balance(targets, candidates, prices)
    voted = candidates
    for _ in range(SMOOTHINGS):
        candidates = close_gaps(candidates, whole_cells(voted, prices))
        prices, share = balance(targets, candidates, prices)
        voted, prices = vote(targets, candidates, prices, share)
    communes = published.communes[published.communes["province_code"] == province_code]
    owners = settle(targets, voted, prices, len(communes))
    drawn = draw(owners, candidates.grid, len(communes)).to_crs("EPSG:4326")
    drawn.geometry = drawn.geometry.set_precision(10**-DEGREE_DIGITS, mode="pointwise")
    return gpd.GeoDataFrame(communes[["code", "name"]], geometry=drawn.geometry.to_numpy(), crs="EPSG:4326")


def largest_area_error_pct(layer: gpd.GeoDataFrame, published: Published) -> float:
    """Return the largest difference between a polygon's geodesic area and the published one, in per cent."""
    geod = pyproj.Geod(ellps="WGS84")
    area_m2 = layer.geometry.map(lambda polygon: abs(geod.geometry_area_perimeter(polygon)[0]))
    expected_m2 = layer["code"].map(published.communes.set_index("code")["area_m2"])
    return float((area_m2 / expected_m2 - 1).abs().max() * 100)


def main() -> None:
    """Build the layer, check it and write it."""
    started = time.perf_counter()
    layer = build_layer(PROVINCE_CODE)
    layer.to_parquet(TARGET_FILE, compression="zstd", write_covering_bbox=False)
    print(
        f"{len(layer)} communes, {layer.geometry.count_coordinates().sum()} points, "
        f"{TARGET_FILE.stat().st_size / 1024:.0f} KiB, valid coverage: {layer.geometry.is_valid_coverage()}, "
        f"areas within {largest_area_error_pct(layer, read_published(PROVINCE_CODE)):.2f} %, "
        f"{time.perf_counter() - started:.0f} s"
    )


if __name__ == "__main__":
    main()
