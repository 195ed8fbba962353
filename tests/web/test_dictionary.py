"""The dictionary: names and looks that the board shows, as the reference tables and the policy have them."""

import json
from dataclasses import replace
from typing import Any

import pytest

from dashboard.measures.selection import MEASURE_IN_ADDRESS
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.reference.old_communes import old_communes
from dashboard.reference.policy import policy
from dashboard.web import dictionary
from dashboard.web.dictionary import dictionary_json


@pytest.fixture(scope="module")
def words() -> dict[str, Any]:
    return json.loads(dictionary_json())


def test_every_commune_is_named_with_its_kind(words: dict[str, Any]):
    told = {code: (said["name"], said["kind"]) for code, said in words["communes"].items()}
    assert told == {commune.code: (commune.name, commune.kind) for commune in communes()}


def test_communes_of_one_name_are_told_apart_by_where_they_lie(monkeypatch: pytest.MonkeyPatch):
    one, other, third = communes()[:3]
    namesakes = (one, replace(other, name=one.name, old_district="Lào Cai"), third)
    monkeypatch.setattr(dictionary, "communes", lambda: namesakes)
    told = [said["name"] for said in json.loads(dictionary_json())["communes"].values()]
    assert told == [f"{one.name}, {one.old_district}", f"{one.name}, Lào Cai", third.name]


def test_every_old_commune_can_be_found_under_each_commune_it_became_part_of(words: dict[str, Any]):
    told = {(code, name) for code, said in words["communes"].items() for name in said["old"]}
    assert told == {(part.commune_code, old.name) for old in old_communes() for part in old.parts}


def test_carriers_stand_in_the_order_of_the_masks(words: dict[str, Any]):
    assert [said["code"] for said in words["carriers"]] == [carrier.code for carrier in carriers()]


@pytest.mark.parametrize(("key", "name"), MEASURE_IN_ADDRESS.items())
def test_every_measure_has_its_classes_and_its_meaning(words: dict[str, Any], key: str, name: str):
    said, scale = words["measures"][name], policy().scales[name]
    assert said["key"] == key
    assert said["classes"] == {
        "limits": list(scale.limits),
        "colours": list(scale.colours),
        "labels": list(scale.labels),
    }
    assert said["label"]
    assert said["meaning"][0]


def test_every_class_colour_has_an_ink_for_its_hatch(words: dict[str, Any]):
    grounds = {colour for scale in policy().scales.values() for colour in scale.colours}
    assert set(words["looks"]["partly"]["inks"]) == grounds


def test_words_are_written_with_their_accents():
    assert "Phường Hạc Thành" in dictionary_json().decode()
