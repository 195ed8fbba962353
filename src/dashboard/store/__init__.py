"""DuckDB: connection, migrations, and questions kept in .sql files."""
