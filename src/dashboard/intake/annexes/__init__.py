"""What a report says beside its table of communes: SIM results, service points, the plan's single items."""
