"""The planner: docs/planner.md says it in mathematics."""
