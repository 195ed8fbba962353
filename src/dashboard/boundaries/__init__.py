"""Boundary layers: import, repair, one coverage, simplify, publish, download; which layer is in force.

What is exported here is light. import_layer (in importing) and download_layer (in download) bring the
geometry libraries with them, so they are imported from their modules; restore_layers lives in publishing.
"""

from dashboard.boundaries.first_start import try_first_start
from dashboard.boundaries.layers import Layer, LayerMissingError, layer_in_force

__all__ = ["Layer", "LayerMissingError", "layer_in_force", "try_first_start"]
