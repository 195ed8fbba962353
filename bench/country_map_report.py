"""The map of the whole country, as a part of the page of figures."""

from collections.abc import Iterator

from bench.country_map import CountryMap
from bench.report_table import Cells, aim, number, table

OPENED_AIM_MS, CHANGED_AIM_MS = 3_000, 200  # the issue of maps, "Speed and access"


def country_map_lines(measured: CountryMap | str | None) -> Iterator[str]:
    """The table, or why it was not measured; nothing where it was not asked for."""
    if isinstance(measured, str):
        yield f"Not measured: {measured}."
    elif measured is not None:
        head = "what, 3,321 communes, 8 carriers, 52 rounds"
        yield from table((head, "figure", "aim"), list(_rows(measured)))


def _rows(measured: CountryMap) -> Iterator[Cells]:
    new, visited, changed = measured.new_server_ms, measured.visited_server_ms, measured.changed_ms
    for server, opened in (("", visited), (" on a server just started", new)):
        yield (
            f"opened in a browser that was never here{server}, painted and alive",
            f"{number(opened.p50)} ms p50, {number(opened.p95)} ms longest of {opened.n}",
            aim(OPENED_AIM_MS, opened.p95, " ms"),
        )
    yield (
        f"filter change, key press to painted, {changed.n} times",
        f"{number(changed.p50)} ms p50, {number(changed.p95)} ms p95",
        aim(CHANGED_AIM_MS, changed.p95, " ms"),
    )
    yield "bytes received for the first page", number(measured.received_bytes), ""
