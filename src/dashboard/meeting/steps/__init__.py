"""The pages of the agenda, one question each."""
