"""Rows to communes: by code, by name, by what stood before 1 July 2025. Nothing is guessed silently."""
