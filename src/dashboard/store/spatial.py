"""DuckDB's spatial functions, from the installed wheel: nothing is fetched at run time."""

from importlib.resources import files

import duckdb


def load_spatial(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ST_Intersects and the like known to every cursor of this database; later calls do nothing.

    The GEOMETRY type, ST_GeomFromWKB and ST_AsWKB are built in and do not need this. The first call takes
    half a second. Raises FileNotFoundError where the wheel for this version of DuckDB is not installed.
    """
    extension = (
        files("duckdb_extension_spatial")
        / "extensions"
        / f"v{duckdb.__version__}"
        / "spatial.duckdb_extension"
    )
    if not extension.is_file():
        raise FileNotFoundError(str(extension))
    connection.load_extension(str(extension))
