"""A copy of the whole database as it is at one moment, for a reader in another process."""

from pathlib import Path

from dashboard.store.database import Store
from dashboard.store.questions import sql, tell

PLACE = "':memory:'"  # stands for the copy's path in snapshot/attach.sql: ATTACH takes no parameters


def copy_database(store: Store, path: Path) -> None:
    """Write the database to `path`, which must not exist; readers and files coming in are not disturbed.

    Held by the writer's lock, so that there is one copy at a time and no file is in it by half. Raises
    duckdb.Error, OSError where the disk refuses.
    """
    with store.writing_alone():
        cursor = store.reader()
        try:
            quoted = "'" + str(path).replace("'", "''") + "'"
            cursor.execute(sql("snapshot/attach").replace(PLACE, quoted))
            try:
                tell(cursor, "snapshot/copy")
            finally:
                tell(cursor, "snapshot/detach")
        finally:
            cursor.close()
