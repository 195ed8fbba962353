"""Support sessions: who goes where and when, what stands against it, and what came of it."""
