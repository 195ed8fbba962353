from collections.abc import Callable

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from dashboard.boundaries.matching import match_rows
from dashboard.boundaries.preparing import Preparation, prepare
from dashboard.boundaries.reading import RawLayer
from dashboard.reference.communes import communes

CODES = [commune.code for commune in communes()]


def prepared(frame: gpd.GeoDataFrame) -> Preparation:
    attributes = frame.drop(columns="geometry").astype(object).reset_index(drop=True)
    attributes = attributes.where(attributes.notna(), None)
    raw = RawLayer("GeoJSON", attributes, np.asarray(frame.geometry.values, dtype=object), frame.crs)
    match = match_rows(attributes)
    assert match is not None
    return prepare(raw, match)


def rules(preparation: Preparation) -> list[str]:
    return [finding.rule for finding in preparation.findings]


def test_a_whole_layer_is_prepared_without_a_finding(layer: gpd.GeoDataFrame):
    preparation = prepared(layer.sample(frac=1, random_state=7))
    assert preparation.findings == ()
    assert preparation.prepared is not None
    assert preparation.prepared.codes == tuple(CODES)
    assert preparation.prepared.attributes["code"].tolist() == CODES
    assert shapely.coverage_is_valid(preparation.prepared.coverage)


def test_missing_communes_refuse_the_layer_by_name(schematic: gpd.GeoDataFrame):
    preparation = prepared(schematic.drop([0, 7]))
    assert preparation.prepared is None
    (finding,) = preparation.findings
    assert finding.rule == "layer_missing_communes"
    assert finding.value == f"{CODES[0]}, {CODES[7]}"
    assert communes()[0].name in finding.message


def test_areas_of_others_are_counted_and_left_out(schematic: gpd.GeoDataFrame):
    others = gpd.GeoDataFrame(
        {"code": ["16708", None], "name": ["Xã Na Loi", None]},
        geometry=[shapely.box(104, 19, 104.1, 19.1)] * 2,
        crs=4326,
    )
    preparation = prepared(pd.concat([schematic, others], ignore_index=True))
    assert preparation.prepared is not None
    (finding,) = preparation.findings
    assert (finding.rule, finding.value) == ("layer_extra_areas", "16708")
    assert finding.message.startswith("2 vùng")


def halved(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The first commune as two rows, each with a half of it."""
    west, south, east, north = frame.geometry[0].bounds
    left = shapely.box(west, south, (west + east) / 2, north)
    other = frame.head(1).assign(geometry=[frame.geometry[0].difference(left)])
    halves = frame.assign(geometry=[frame.geometry[0].intersection(left), *frame.geometry[1:]])
    return pd.concat([halves, other], ignore_index=True)


def doubled(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return pd.concat([frame, frame.head(1)], ignore_index=True)


def swollen(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """One commune drawn far into its neighbours."""
    return frame.assign(geometry=[*frame.geometry[:5], frame.geometry[5].buffer(0.03), *frame.geometry[6:]])


def emptied(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.assign(geometry=[None, *frame.geometry[1:]])


def elsewhere(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.assign(geometry=frame.geometry.translate(0.6))


def without_system(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        frame, geometry=frame.geometry.to_crs(5897).translate(50_000).set_crs(None, allow_override=True)
    )


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (doubled, "layer_doubled_commune"),
        (swollen, "layer_overlaps"),
        (emptied, "layer_no_geometry"),
        (elsewhere, "layer_misplaced"),
        (without_system, "layer_crs_unclear"),
    ],
)
def test_a_layer_that_contradicts_itself_or_the_communes_is_refused(
    schematic: gpd.GeoDataFrame, change: Callable[[gpd.GeoDataFrame], gpd.GeoDataFrame], rule: str
):
    preparation = prepared(change(schematic))
    assert preparation.prepared is None
    assert rule in rules(preparation)
    assert all(finding.message for finding in preparation.findings)


def test_a_commune_in_two_rows_is_put_together(schematic: gpd.GeoDataFrame):
    preparation = prepared(halved(schematic))
    assert preparation.prepared is not None
    assert rules(preparation) == ["layer_parts_united"]
    assert preparation.prepared.coverage[0].area == pytest.approx(schematic.geometry[0].area)
