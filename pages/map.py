"""Bản đồ: the map alone, as large as the screen."""

from dashboard.views.board import show_board

show_board("map")
