"""Boundary layers: import, repair, one coverage, simplify, publish, download; which layer is in force.

What is exported here is light. import_layer (importing), download_layer (download) and restore_layers
(publishing) bring the geometry libraries with them: import those from their modules.
"""

from dashboard.boundaries.first_start import try_first_start
from dashboard.boundaries.layers import Layer, LayerMissingError, layer_in_force

__all__ = ["Layer", "LayerMissingError", "layer_in_force", "try_first_start"]
