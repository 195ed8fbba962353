"""Who is looking, as far as this machine knows."""

HERE = "người dùng tại máy này"


def who() -> str:
    """The name that is kept with what is taken in, confirmed or withdrawn at the page."""
    return HERE
