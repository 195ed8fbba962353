"""The list of parts, and what is made of the answer about known faults."""

import json
from pathlib import Path

from audit.__main__ import DELIVERED
from audit.known_faults import Advisory, Told, read_told
from audit.licences import locked
from audit.parts import write_parts


def test_the_list_names_what_is_delivered_and_nothing_else(tmp_path: Path):
    delivered = locked(DELIVERED)
    path = tmp_path / "build" / "sbom.cdx.json"
    count = write_parts(frozenset(delivered), path)
    told = json.loads(path.read_text(encoding="utf-8"))
    parts = {it["name"].lower(): it for it in told["components"]}
    assert (told["bomFormat"], len(parts)) == ("CycloneDX", count)
    assert count > 0.8 * len(delivered)  # some are for other systems
    assert parts["duckdb"]["version"] == delivered["duckdb"]
    assert parts["streamlit"]["purl"].startswith("pkg:pypi/streamlit@")
    assert "pytest" not in parts


def test_packages_that_could_not_be_asked_for_are_not_said_to_be_free_of_faults():
    vulnerable = {
        "name": "a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}, {"id": "CVE-2"}],
    }  # fmt: skip
    answer = {"dependencies": [vulnerable, {"name": "b", "skip_reason": "not found"}]}
    assert read_told(answer) == Told(1, (Advisory("a", "1", "CVE-1", "2"), Advisory("a", "1", "CVE-2", "")))
    assert read_told({"dependencies": [{"name": "b", "skip_reason": "x"}]}).asked_count == 0
