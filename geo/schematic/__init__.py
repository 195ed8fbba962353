"""The schematic layer of the province, derived from published coordinates, areas and bounding boxes."""
