"""Simulated weekly files of five carriers, taken in by the same road as any file.

figures (seed, round -> counts) -> report (counts with the planted events) -> layouts (bytes) -> run (intake).
Everything depends on the seed and the date of the round only: docs/decisions/0007-demo-data.md.
"""
