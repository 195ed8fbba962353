"""Boundary layers: import, repair, one coverage, simplify, publish, download; which layer is in force."""
