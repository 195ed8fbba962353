"""Places that can be set side by side, and how addresses name them."""

from dashboard.measures.places import MOST_COMPARED_COUNT, PROVINCE, places, places_in
from dashboard.reference.communes import communes


def test_groups_hold_every_commune_once_by_kind_and_by_district():
    whole = set(communes())
    groups = list(places().values())
    kinds = [it for it in groups if it.key in ("xa", "phuong")]
    districts = [it for it in groups if it.key.startswith("huyen-")]
    for parts in (kinds, districts):
        members = [commune for group in parts for commune in group.communes]
        assert len(members) == len(set(members))
        assert set(members) == whole
    assert set(places()[PROVINCE].communes) == whole
    assert all(it.key == it.key.lower() and it.key.isascii() and " " not in it.key for it in groups)


def test_an_address_names_places_once_and_nobody_unknown():
    assert [it.key for it in places_in("14797, xa,14797,nowhere")] == ["14797", "xa"]
    assert places_in("") == ()
    many = ",".join(it.code for it in communes())
    assert len(places_in(many)) == MOST_COMPARED_COUNT
