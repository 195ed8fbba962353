"""The same map made the usual ways, to measure ours beside."""
