from pathlib import Path

import pytest

from dashboard.boundaries import download as download_module
from dashboard.boundaries import first_start as first_start_module
from dashboard.boundaries.first_start import FirstTry, first_try, try_first_start
from dashboard.boundaries.layers import layer_in_force
from dashboard.boundaries.publishing import Source, publish
from dashboard.settings import Settings
from dashboard.store.database import Store

NOWHERE = "http://127.0.0.1:9/wards/"


@pytest.fixture
def switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Downloading is allowed, and the source is a closed port of this machine."""
    for module in (first_start_module, download_module):
        monkeypatch.setattr(
            module, "settings", lambda: Settings(first_start_download=True, layer_source_url=NOWHERE)
        )


def test_before_the_first_start_nothing_was_tried(home: Path):
    assert first_try(home) is None


@pytest.mark.usefixtures("switched_on")
def test_a_try_without_a_network_is_noted_and_harms_nothing(store: Store):
    tried = try_first_start(store)
    assert tried.outcome == "rejected"
    assert "Không lấy được" in tried.detail
    assert first_try(store.home) == tried
    assert layer_in_force(store).is_schematic


@pytest.mark.usefixtures("switched_on")
def test_it_is_tried_once_in_the_life_of_a_home(store: Store, monkeypatch: pytest.MonkeyPatch):
    first = try_first_start(store)

    def tried_again(store: Store) -> tuple[str, str]:
        pytest.fail("tried a second time")

    monkeypatch.setattr(first_start_module, "_try", tried_again)
    assert try_first_start(store) == first


def test_it_can_be_switched_off(store: Store):
    tried = try_first_start(store)
    assert isinstance(tried, FirstTry)
    assert tried.outcome == "switched_off"


@pytest.mark.usefixtures("switched_on")
def test_a_layer_that_is_there_makes_it_needless(store: Store):
    schematic_id = layer_in_force(store).layer_id
    publish(schematic_id, Source("imported", "xa.gpkg", "a" * 64), store)
    assert try_first_start(store).outcome == "not_needed"
