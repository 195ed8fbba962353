"""Names that are in no list: what they are most like, and a person to say what they mean, once."""

import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.intake.examine import Examination
from dashboard.intake.matching.aliases import Alias, confirm_aliases
from dashboard.intake.matching.open_names import OpenName, open_annex_names, open_names, units_in
from dashboard.intake.matching.places import Likely, Lists, Place, before, today
from dashboard.measures.wording import count_text
from dashboard.reference.names import bare_name, fold
from dashboard.views.plain import plain
from dashboard.views.who import who
from dashboard.web.live import live

ASKED_AT_ONCE = 8  # names on the screen at a time; the next come when these are confirmed
MOST_MISSING = 3  # units without a row that are offered beside the nearest names
OTHER = ""  # the choice of a unit that is none of the nearest


def ask_names(examination: Examination, key: str) -> None:
    """Each name with the nearest units and a search of all; nothing is taken before it is confirmed."""
    names = open_names(examination.case.matches)
    names += open_annex_names(examination.case.annexes, names)
    if not names:
        return
    st.markdown(
        f"**{len(names)} tên trong tệp không có trong danh mục.** Mỗi tên chỉ cần xác nhận một lần; "
        "các tệp sau sẽ tự hiểu."
    )
    asked = names[:ASKED_AT_ONCE]
    file_name = examination.receipt.file_name
    present = units_in(examination.case.matches)
    codes = {name.written: _code_chosen(name, present, key) for name in asked}
    said = [Alias(written, code, file_name) for written, code in codes.items() if code]
    if len(names) > len(asked):
        st.caption(f"Còn {len(names) - len(asked)} tên nữa, hiện ra sau khi xác nhận các tên trên.")
    if st.button(
        f"Xác nhận {len(said)} tên" if said else "Xác nhận tên",
        disabled=not said,
        type="primary",
        icon=":material/check:",
        key=f"names-{key}",
    ):
        confirm_aliases(live().store, said, who(OFFICERS))
        st.rerun()


def _code_chosen(name: OpenName, present: frozenset[str], key: str) -> str | None:
    """The code of the unit that the officer says a name stands for; None while nothing is said.

    `present` are the units that have a row of their own; those that have none come first in the search.
    """
    choices = {likely.place.code: _choice(likely, present) for likely in name.likely}
    choices = _missing(name.written.lists, present) | choices | {OTHER: "Nơi khác…"}
    with st.container(border=True):
        code = st.radio(
            _question(name),
            list(choices),
            index=None,
            horizontal=True,
            format_func=lambda code: choices.get(code, code),
            key=f"name-{key}-{name.written.key}",
        )
        if code != OTHER:
            return code
        ordered = sorted(_units(name.written.lists), key=lambda place: place.code in present)
        units = {place.code: place for place in ordered}
        return st.selectbox(
            "Xã, phường",
            list(units),
            index=None,
            format_func=lambda code: _found_by(units[code]),
            placeholder="Gõ tên (không cần dấu) hoặc mã",
            label_visibility="collapsed",
            key=f"other-{key}-{name.written.key}",
        )


def _question(name: OpenName) -> str:
    rows = ", ".join(map(str, name.row_numbers[:3])) + ("…" if len(name.row_numbers) > 3 else "")
    district = f" ({plain(name.written.district)})" if name.written.district else ""
    weight = f", {count_text(name.total_count)} thuê bao" if name.total_count is not None else ""
    where = f"trang {plain(name.sheet)}, " if name.sheet else ""
    return f"**“{plain(name.written.name)}”**{district} trong tệp ({where}dòng {rows}{weight}) là:"


def _choice(likely: Likely, present: frozenset[str]) -> str:
    there = ", đã có dòng khác" if likely.place.code in present else ", chưa có trong tệp"
    return f"{likely.place.full_name} :gray[(giống {likely.score}/100{there})]"


def _missing(lists: Lists, present: frozenset[str]) -> dict[str, str]:
    """The units that have no row, where they are few: most likely the name is one of them."""
    missing = [place for place in _units(lists) if place.code not in present]
    if len(missing) > MOST_MISSING:
        return {}
    return {place.code: f"{place.full_name} :gray[(chưa có trong tệp)]" for place in missing}


def _units(lists: Lists) -> tuple[Place, ...]:
    return (today() if lists is Lists.TODAY else before()).places


def _found_by(place: Place) -> str:
    """A unit with its code and its name without accents, so that typing either finds it."""
    return f"{place.full_name} · {place.code} · {fold(bare_name(place.name))}"
