"""The list of parts (SBOM, CycloneDX): what is delivered, with versions and licences."""

import json
import subprocess
import sys
from pathlib import Path

from audit.licences import normal


def write_parts(delivered: frozenset[str], path: Path) -> int:
    """Write the list of the delivered packages as installed here; how many there are.

    Raises CalledProcessError where the tool fails.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-format", "JSON"]
    options = ["--no-validate", "--output-reproducible", "-o", str(path)]  # validating takes ten seconds
    subprocess.run([*command, *options], check=True, capture_output=True)
    told = json.loads(path.read_text(encoding="utf-8"))
    told["components"] = [it for it in told["components"] if normal(it["name"]) in delivered]
    kept = {it["bom-ref"] for it in told["components"]}
    told["dependencies"] = [
        {**it, "dependsOn": [name for name in it.get("dependsOn", []) if name in kept]}
        for it in told["dependencies"]
        if it["ref"] in kept
    ]
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(kept)
