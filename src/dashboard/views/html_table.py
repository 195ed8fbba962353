"""Tables that are read, not edited: plain HTML that wraps, prints and is read out well."""

from collections.abc import Iterable, Sequence


def html_table(kind: str, header: Sequence[str], rows: Iterable[str]) -> str:
    """A table of a class of frame.css; header and rows (`cells`) are markup already."""
    head = "".join(f'<th scope="col">{name}</th>' for name in header)
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def cells(*values: str) -> str:
    """One row."""
    return f"<tr>{''.join(f'<td>{value}</td>' for value in values)}</tr>"
