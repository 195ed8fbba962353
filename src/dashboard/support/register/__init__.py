"""What support is made of: halls, volunteer groups, service points, and difficulties that are reported."""
