"""Whether every locked package has a licence that is allowed: from what is installed, offline."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path

LIST = Path(__file__).with_name("licences.toml")
PINNED = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==(\S+?)(?:\s*;\s*(.+?))?\s*\\?$", re.MULTILINE)
LONGEST_NAME = 60  # characters of a licence's name; what is longer in that field is its whole text


@dataclass(frozen=True)
class Policy:
    """Which licences are allowed, what their names in words mean, and which packages were looked at."""

    allowed: frozenset[str]
    words: Mapping[str, str]
    looked_at: Mapping[str, str]


@dataclass(frozen=True)
class Fault:
    """A package whose licence is not allowed, or not to be found."""

    package: str
    licence: str


def read_policy(path: Path = LIST) -> Policy:
    """The list as it stands."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return Policy(frozenset(told["allowed"]), told["words"], told["looked_at"])


def locked(lock: Path) -> dict[str, str]:
    """Package -> version of a lock file, names as registries compare them."""
    found = PINNED.findall(lock.read_text(encoding="utf-8"))
    return {normal(name): version for name, version, _ in found}


def normal(name: str) -> str:
    """A package's name as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def faults_of(packages: Mapping[str, str], policy: Policy, delivered: frozenset[str]) -> Iterator[Fault]:
    """Packages without an allowed licence; what was looked at passes only where it is not delivered."""
    for name in packages:
        found = _installed(name)
        if found is None or (name in policy.looked_at and name not in delivered):
            continue  # a package of another system is not here; its licence is that of its source
        licence = licence_of(found.metadata, policy)
        if not is_allowed(licence, policy.allowed):
            yield Fault(name, licence or "không ghi")


def licence_of(metadata: PackageMetadata, policy: Policy) -> str:
    """As an SPDX expression; "" where nothing is stated that the list knows."""
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    classifiers = metadata.get_all("Classifier") or []
    stated = [text.rsplit("::", 1)[-1].strip() for text in classifiers if text.startswith("License ::")]
    known = [policy.words[text] for text in stated if text in policy.words]
    if stated:
        return " OR ".join(known) if known else stated[0]
    field = metadata["License"].strip() if "License" in metadata else ""
    return policy.words.get(field, field if len(field) <= LONGEST_NAME else "")


def is_allowed(expression: str, allowed: frozenset[str]) -> bool:
    """Whether every part of an expression that holds (AND), or one to choose from (OR), is allowed."""
    parts = re.sub(r"[()]", " ", expression).split(" OR ")
    return any(all(name.strip() in allowed for name in part.split(" AND ")) for part in parts)


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None
