"""The office at work, as a part of the page of figures."""

from collections.abc import Iterator

from bench.office import BESIDE_COUNT, BESIDE_PERIOD_SECONDS, MANY_COUNT, MANY_PERIOD_SECONDS, Office
from bench.report_table import Cells, aim, number, table
from bench.spread import Spread

SLOWER_AIM, LONGEST_AIM_MS, CPU_AIM_MS = 3, 500, 10  # the issue of maps, "Speed and access"


def office_lines(office: Office | None) -> Iterator[str]:
    """The table; nothing where it was not measured."""
    if office is not None:
        yield from table(("what, on one server", "figure", "aim"), list(_rows(office)))


def _rows(office: Office) -> Iterator[Cells]:
    yield f"filter change, key press to painted, alone, {office.alone_ms.n} times", _ms(office.alone_ms), ""
    yield (
        f"the same while {BESIDE_COUNT} others act every {BESIDE_PERIOD_SECONDS:.0f} s",
        f"{_ms(office.beside_ms)}: {number(office.slower)} times",
        aim(SLOWER_AIM, office.slower, " times"),
    )
    yield (
        f"{MANY_COUNT} viewers each acting every {MANY_PERIOD_SECONDS:.0f} s, to the whole answer",
        f"{_ms(office.many_ms)}, {number(office.many_longest_ms)} ms longest of {office.many_ms.n}",
        aim(LONGEST_AIM_MS, office.many_longest_ms, " ms"),
    )
    yield (
        "server CPU of a filter change that another viewer has asked for",
        f"{number(office.asked_before_cpu_ms)} ms",
        aim(CPU_AIM_MS, office.asked_before_cpu_ms, " ms"),
    )


def _ms(spread: Spread) -> str:
    return f"{number(spread.p50)} ms p50, {number(spread.p95)} ms p95"
