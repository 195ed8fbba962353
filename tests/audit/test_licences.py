"""Licences: what is installed is allowed, and what is not allowed is found."""

from email.message import Message
from importlib.metadata import PackageMetadata
from typing import cast

import pytest

from audit.__main__ import ALL, DELIVERED
from audit.licences import faults_of, is_allowed, licence_of, locked, normal, read_policy

POLICY = read_policy()


def metadata(**fields: str) -> PackageMetadata:
    message = Message()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    return cast("PackageMetadata", message)


def test_every_locked_package_has_an_allowed_licence():
    packages, delivered = locked(ALL), locked(DELIVERED)
    assert len(packages) > len(delivered) > 80
    assert delivered.items() <= packages.items()
    assert list(faults_of(packages, POLICY, frozenset(delivered))) == []


def test_what_was_looked_at_is_not_delivered_and_still_locked():
    assert not set(POLICY.looked_at) & set(locked(DELIVERED))
    assert set(POLICY.looked_at) <= set(locked(ALL))
    (fault,) = faults_of({"unidecode": "1"}, POLICY, frozenset({"unidecode"}))
    assert "GNU" in fault.licence


@pytest.mark.parametrize(
    ("stated", "allowed"),
    [
        ({"License_Expression": "MIT OR GPL-3.0-only"}, True),
        ({"License_Expression": "MIT AND GPL-3.0-only"}, False),
        ({"License_Expression": "(MPL-2.0 AND MIT)"}, True),
        ({"Classifier": "License :: OSI Approved :: BSD License", "License": "x" * 900}, True),
        ({"Classifier": "License :: OSI Approved :: GNU Affero General Public License v3"}, False),
        ({"License": "Apache License 2.0"}, True),
        ({"License": "Own licence, all rights reserved"}, False),
        ({}, False),
    ],
)
def test_a_licence_is_read_as_it_is_stated(stated: dict[str, str], allowed: bool):
    assert is_allowed(licence_of(metadata(**stated), POLICY), POLICY.allowed) is allowed


def test_names_are_compared_as_registries_do():
    assert normal("Ruamel.Yaml_x") == "ruamel-yaml-x"
