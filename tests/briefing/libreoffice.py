"""LibreOffice as a second spreadsheet program: it computes, and saves in its own way."""

import subprocess
from pathlib import Path

PATIENCE_SECONDS = 120


def saved_by_libreoffice(folder: Path, content: bytes, kind: str) -> bytes:
    """The workbook opened and saved again by LibreOffice, in its own profile."""
    source, target = folder / "filled.xlsx", folder / kind
    source.write_bytes(content)
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            kind,
            "--outdir",
            str(target),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=PATIENCE_SECONDS,
    )
    return (target / f"filled.{kind}").read_bytes()
