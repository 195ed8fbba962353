"""Tổng quan: headline figures, the map, the lowest communes; the filters stand in the board."""

from dashboard.views.board import show_board

show_board("overview")
