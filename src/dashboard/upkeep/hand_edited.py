"""Files that people edit by hand and the program reads once, when it starts."""

from datetime import UTC, datetime
from pathlib import Path

from dashboard.paths import DATA_DIR
from dashboard.reference.carriers import TABLE_NAME

POLICY_FILES = ("policy.toml", "planning.toml")
OF_THE_FOLDER = "(thư mục dữ liệu)"  # told apart from the program's own table of the same name


def hand_edited(home: Path, folder: Path = DATA_DIR) -> dict[str, Path]:
    """What each is called -> where it lies: the policy, the table of carriers, and the live folder's own."""
    found = {name: folder / name for name in (*POLICY_FILES, TABLE_NAME)}
    if (home / TABLE_NAME).exists():
        found[f"{TABLE_NAME} {OF_THE_FOLDER}"] = home / TABLE_NAME
    return found


def edited_since(home: Path, moment: datetime, folder: Path = DATA_DIR) -> tuple[str, ...]:
    """What was written after a moment (aware): a program that started then does not know it yet."""
    return tuple(
        name for name, path in hand_edited(home, folder).items()
        if datetime.fromtimestamp(path.stat().st_mtime, UTC) > moment
    )  # fmt: skip
