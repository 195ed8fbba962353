"""Maps for paper, drawn with matplotlib: A4 and A3, in colour or for black-and-white print."""

from dashboard.figures.print_map.making import MapRequest, PrintedMap, print_map, print_map_png

__all__ = ["MapRequest", "PrintedMap", "print_map", "print_map_png"]
