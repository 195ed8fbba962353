"""python -m dashboard: one module for each command. Other programs read what it prints with --json."""

from dashboard.cli.app import main

__all__ = ["main"]
