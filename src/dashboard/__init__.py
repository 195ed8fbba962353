"""Subscriber verification by commune: intake, checks, boundaries, measures, maps. See docs/architecture.md."""
