"""What the register lacks: communes without a hall, asked for one by name; and whether it is simulated."""

import streamlit as st

from dashboard.demo.run import TAKEN_IN_BY
from dashboard.support.register.keeping import entries_kept
from dashboard.support.register.kinds import HALLS, KINDS
from dashboard.support.register.records import Hall, communes_without_hall
from dashboard.web.live import live

NAMED_COUNT = 12


def show_missing_halls() -> None:
    """A line that names them; nothing where every commune has a hall, or none has (the table says so)."""
    with live().store.reader() as cursor:
        halls = [kept.entry for kept in entries_kept(cursor, HALLS).values()]
    missing = communes_without_hall(hall for hall in halls if isinstance(hall, Hall))
    if not halls or not missing:
        return
    names = ", ".join(commune.name for commune in missing[:NAMED_COUNT])
    more = f" và {len(missing) - NAMED_COUNT} xã, phường khác" if len(missing) > NAMED_COUNT else ""
    st.warning(
        f"{len(missing)} xã, phường chưa có hội trường nào trong sổ, đề nghị cung cấp: {names}{more}.",
        icon=":material/location_off:",
    )


def show_register_mark() -> None:
    """That rows of the register are simulated, as long as any is."""
    with live().store.reader() as cursor:
        kept = [each for kind in KINDS.values() for each in entries_kept(cursor, kind).values()]
    if any(each.decision.decided_by == TAKEN_IN_BY for each in kept):
        st.caption(":red[**SỔ MÔ PHỎNG**] – các dòng do chương trình tạo ra để xem thử, không phải của ai.")
