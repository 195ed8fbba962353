"""What must hold whatever happens: `make torture`."""
