"""What time it is for pages that depend on it: one place, so that a test can say another."""

from datetime import datetime

from dashboard.settings import LOCAL_ZONE


def local_now() -> datetime:
    """Now, by the Department's clock."""
    return datetime.now(LOCAL_ZONE)
