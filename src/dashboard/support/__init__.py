"""Support where it is needed: halls, groups, points, sessions, and the plan."""
