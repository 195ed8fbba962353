"""Communes like one: a twin comes first, the reason names what is close, and nobody is like themselves."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.measures.cube import Cube
from dashboard.measures.likeness import communes_like
from dashboard.measures.scope import Expected
from dashboard.reference.carriers import Carrier
from dashboard.reference.communes import Commune
from tests.measures.cubes import THIS_WEEK, Pair, cube_of

CARRIERS = tuple(Carrier(code, code.upper(), (code,), "#000000") for code in ("anet", "bnet"))


def world_of(areas: list[float]) -> Expected:
    made = (
        Commune(f"{10_000 + place}", f"Xã {place}", "xã", area, 105.0, 20.0, "", ())
        for place, area in enumerate(areas)
    )
    return Expected(tuple(made), CARRIERS)


def field(rows: list[tuple[int, int, int]], areas: list[float] | None = None) -> Cube:
    """Communes by total, verified, and share of the first carrier in percent."""
    figures: list[list[Pair]] = []
    for total, verified, share in rows:
        first = total * share // 100
        parts = ((first, verified * share // 100), (total - first, verified - verified * share // 100))
        figures.append([(size, min(done, size), 0, 0) if size else None for size, done in parts])
    return cube_of([figures], world_of(areas or [10.0] * len(rows)))


def test_the_twin_comes_first_with_what_they_share():
    rows = [(10_000, 6_000, 60), (50_000, 45_000, 20), (10_100, 6_080, 60), (2_000, 400, 90)]
    first, *others = communes_like(field(rows), THIS_WEEK, "10000")
    assert first.commune_code == "10002"
    assert "cỡ 10.100 thuê bao" in first.reason
    assert "tỷ lệ 60,2" in first.reason
    assert "cơ cấu nhà mạng gần như nhau" in first.reason
    assert first.unverified_count == 4_020
    assert all(first.distance < other.distance for other in others)


def test_without_figures_nobody_is_like_it_and_it_is_like_nobody():
    rows = [(10_000, 6_000, 60), (0, 0, 60), (9_000, 5_000, 60)]
    assert communes_like(field(rows), THIS_WEEK, "10001") == ()
    assert [it.commune_code for it in communes_like(field(rows), THIS_WEEK, "10000")] == ["10002"]


@given(
    st.lists(
        st.tuples(st.integers(100, 50_000), st.integers(0, 100), st.integers(1, 99)), min_size=3, max_size=9
    )
)
def test_likeness_is_mutual_and_never_with_oneself(rows: list[tuple[int, int, int]]):
    cube = field([(total, total * pct // 100, share) for total, pct, share in rows])
    apart = {}
    for place in range(len(rows)):
        for it in communes_like(cube, THIS_WEEK, f"{10_000 + place}", len(rows)):
            apart[f"{10_000 + place}", it.commune_code] = it.distance
    assert all(one != other for one, other in apart)
    assert all(abs(found - apart[other, one]) < 1e-9 for (one, other), found in apart.items())
