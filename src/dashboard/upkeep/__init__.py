"""How it runs for years: backup, restore, check."""
