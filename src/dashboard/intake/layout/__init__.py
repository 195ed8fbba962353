"""Cells to a table: which sheet, which header, what each row is; whose report it is and of which round."""
