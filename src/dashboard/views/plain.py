"""Words that came from outside, to be shown as they are and never as markup."""

import re

# All ASCII punctuation: CommonMark lets a backslash before any of it make it plain. Without this a file
# called ![x](https://…) would make the browser ask another host for a picture.
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """A text for st.markdown and its kin in which nothing is markup, link, colour, icon or formula."""
    return PUNCTUATION.sub(r"\\\1", " ".join(text.split()))
