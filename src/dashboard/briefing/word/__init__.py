"""The consolidated report as a Word document in the form of Decree 30/2020/NĐ-CP."""

from dashboard.briefing.word.document import render_word

__all__ = ["render_word"]
