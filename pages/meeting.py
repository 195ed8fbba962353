"""Chế độ họp: the agenda on the whole screen, with frozen figures and the decisions typed in it."""

from dashboard.views.meeting import show_meeting

show_meeting()
