"""Words that came from outside, to be shown as they are and never as markup."""

import re

# All ASCII punctuation: CommonMark lets a backslash before any of it make it plain. Without this a file
# called ![x](https://…) would make the browser ask another host for a picture.
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


# What becomes a link with no mark at all (GitHub's Markdown, autolinks), escaped or not; a joiner that takes
# no room stops that. Without it a carrier's file would put links to its own host among our words.
BECOMES_LINK = re.compile(r"(?<=http)(?=s?://)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
JOINER = "\u2060"


def plain(text: str) -> str:
    """A text for st.markdown and its kin in which nothing is markup, link, colour, icon or formula."""
    return PUNCTUATION.sub(r"\\\1", BECOMES_LINK.sub(JOINER, " ".join(text.split())))
