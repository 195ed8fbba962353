"""What was decided before, and what is decided now; the page is filled by what people type."""

from dashboard.meeting.model import Step


def decisions_step() -> Step:
    """The last page of every meeting."""
    return Step(id="quyet-dinh", kind="decisions", title="Quyết định", message="Quyết định của cuộc họp")
