"""The briefing as slides for the meeting's screen, 16:9, charts that PowerPoint draws and edits itself."""

from dashboard.briefing.slides.deck import render_slides

__all__ = ["render_slides"]
