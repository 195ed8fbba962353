"""Did it help: what was expected of sessions and what came; communes with sessions beside ones without."""
