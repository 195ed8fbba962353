"""The meeting: its agenda with frozen figures, and the decisions typed in it."""
