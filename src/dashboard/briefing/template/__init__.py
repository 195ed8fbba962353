"""The Department's own form: a workbook for a carrier and a round that the intake reads unasked."""
