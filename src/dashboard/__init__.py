"""Subscriber verification by commune: intake, boundaries, measures, maps. See docs/architecture.md."""
