"""What the codes mean: communes of today and before, carriers, columns, rounds, policy, names.

Everything is read once, cached and frozen. Import from the module that owns it, for example
`from dashboard.reference.communes import communes`.
"""
