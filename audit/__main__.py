"""python -m audit: licences always, advisories where they can be asked for, the list of parts into build/.

Code 1 where a licence is not allowed, or a fault is known and a version without it exists. The list of parts
is made once for the lock files as they stand; advisories are asked for once a day.
"""

import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from audit.known_faults import Advisory, Told, known_faults
from audit.licences import LIST, faults_of, locked, read_policy
from audit.parts import write_parts

PROJECT = Path(__file__).resolve().parents[1]
DELIVERED, ALL = PROJECT / "requirements.txt", PROJECT / "requirements-dev.txt"
BUILD = PROJECT / "build"
PARTS, STAMP, ANSWERS = BUILD / "sbom.cdx.json", BUILD / "sbom.lock", BUILD / "advisories.json"


def main() -> int:
    """All three; the exit code."""
    packages, delivered = locked(ALL), frozenset(locked(DELIVERED))
    faults = list(faults_of(packages, read_policy(), delivered))
    for fault in faults:
        print(f"licence not allowed: {fault.package}: {fault.licence} ({LIST.name})")
    digest = hashlib.sha256(ALL.read_bytes() + DELIVERED.read_bytes()).hexdigest()
    if not PARTS.exists() or not STAMP.exists() or STAMP.read_text(encoding="utf-8") != digest:
        write_parts(delivered, PARTS)
        STAMP.write_text(digest, encoding="utf-8")
    told = _told_today(digest)
    open_faults = [it for it in told.advisories if it.fixed_in]
    for it in told.advisories:
        print(f"{it.name}: {it.package} {it.version}, fixed in {it.fixed_in or 'no version yet'}")
    asked = f"{told.asked_count} asked for faults" if told.asked_count else "advisories cannot be reached"
    allowed = "NOT as allowed" if faults else "as allowed"
    print(f"audit: {len(packages)} packages, licences {allowed}, {asked}; parts in {PARTS.name}")
    return 1 if faults or open_faults else 0


def _told_today(digest: str) -> Told:
    """Today's answer for these lock files, asked for where there is none yet."""
    today = f"{digest} {datetime.now(UTC):%Y-%m-%d}"
    if ANSWERS.exists():
        kept = json.loads(ANSWERS.read_text(encoding="utf-8"))
        if kept["of"] == today:
            return Told(kept["asked_count"], tuple(Advisory(**it) for it in kept["advisories"]))
    told = known_faults(DELIVERED)
    advisories = [vars(it) for it in told.advisories]
    answer = {"of": today, "asked_count": told.asked_count, "advisories": advisories}
    ANSWERS.write_text(json.dumps(answer), encoding="utf-8")
    return told


if __name__ == "__main__":
    sys.exit(main())
