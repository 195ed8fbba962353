"""Tables that are read, not edited: plain HTML that wraps, prints and is read out well."""

from collections.abc import Iterable, Sequence


def html_table(kind: str, header: Sequence[str], rows: Iterable[str]) -> str:
    """A table of a class of frame.css; header and rows (`cells`) are markup already."""
    head = "".join(f'<th scope="col">{name}</th>' for name in header)
    # A wide one scrolls in its own place; a keyboard has to reach it for that.
    body = "".join(rows)
    return f'<table class="{kind}" tabindex="0"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def cells(*values: str) -> str:
    """One row."""
    return f"<tr>{''.join(f'<td>{value}</td>' for value in values)}</tr>"
