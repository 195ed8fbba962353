"""How a command speaks with the app that owns the database: a note in its folder, a line to call."""
