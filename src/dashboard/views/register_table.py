"""A kind of the register as a table to be edited; what others changed meanwhile is shown, never lost."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.access.rights import OFFICERS
from dashboard.briefing.register_book import register_as_xlsx, shown
from dashboard.measures.wording import NOTHING, count_text, time_text
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.reference.names import fold
from dashboard.reference.round_decisions import By
from dashboard.store.contacts import Contact, keep_contacts, read_contacts
from dashboard.store.decisions import decisions_made
from dashboard.support.register.editing import Edits, Known, Wanted, wanted
from dashboard.support.register.keeping import Clash, change_entries, entries_kept, entry_of
from dashboard.support.register.kinds import Field, Kind
from dashboard.views.plain import plain
from dashboard.views.who import ask_name, is_officer, who
from dashboard.web.downloads import MEDIA_TYPES
from dashboard.web.live import live

ID = "entry_id"
FORMATS = {"độ": "%.5f", "km": "%.0f"}  # by unit; everything else is a whole number
CHOSEN_FROM = {
    "commune_code": lambda: [commune.name for commune in communes()],
    "carrier_code": lambda: [carrier.name for carrier in carriers()],
}


def show_register(kind: Kind) -> None:
    """Search, table, save; the table stands still while somebody edits it."""
    known = _known(kind)
    if not known.entries:
        st.info(
            f"Chưa có {kind.one} nào. Tải mẫu, điền rồi nhận tệp ở thẻ **Nhận từ tệp**, "
            "hoặc thêm dòng ngay trong bảng dưới đây.",
            icon=":material/inbox:",
        )
    table = _searched(kind, known)
    if not is_officer():
        st.dataframe(
            table.drop(columns=ID),
            hide_index=True,
            width="stretch",
            column_config=_configs(kind),
            placeholder=NOTHING,
        )
        _take_away(known, table)
        return
    turn = st.session_state.get(_key(kind, "turn"), 0)
    st.data_editor(
        table.drop(columns=ID),
        key=_key(kind, f"editor-{turn}"),
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        height=min(560, 38 * (len(table) + 2)),
        column_config=_configs(kind),
        placeholder=NOTHING,
    )
    edits = _edits(kind, table, turn)
    _offer_save(known, edits)
    _take_away(known, table)


def _known(kind: Kind) -> Known:
    """The register as it was when the table was shown; read anew only while nobody edits it."""
    key = _key(kind, "known")
    turn = st.session_state.get(_key(kind, "turn"), 0)
    state: Mapping[str, Any] = st.session_state.get(_key(kind, f"editor-{turn}"), {})
    if key not in st.session_state or not any(state.values()):
        store = live().store
        with store.reader() as cursor:
            entries = entries_kept(cursor, kind)
            made = {decision.key: decision for decision in decisions_made(cursor, kind.subject)}
        withdrawn = {key: decision for key, decision in made.items() if decision.is_withdrawal}
        people = {
            entry_id: it
            for (subject, entry_id), it in read_contacts(store.home).items()
            if subject == kind.subject
        }
        st.session_state[key] = Known(kind, entries, people, withdrawn)
    found: Known = st.session_state[key]
    return found


def _searched(kind: Kind, known: Known) -> pd.DataFrame:
    """The rows that hold the words looked for, in any column and without accents."""
    turn = st.session_state.get(_key(kind, "turn"), 0)
    is_edited = any(st.session_state.get(_key(kind, f"editor-{turn}"), {}).values())
    words = st.text_input(
        "Tìm trong bảng",
        key=_key(kind, "search"),
        placeholder="Tên xã, phường, hội trường, tổ chức…",
        disabled=is_edited,
        help="Hãy lưu hoặc bỏ các chỗ đang sửa trước khi tìm." if is_edited else None,
    )
    rows = [
        {ID: key}
        | {_column(each): shown(each, kept.entry, known.contacts.get(key, Contact())) for each in kind.fields}
        for key, kept in known.entries.items()
    ]
    found = [row for row in rows if fold(words) in fold(" ".join(str(cell) for cell in row.values()))]
    _say_count(kind, len(found), len(rows))
    return pd.DataFrame(found, columns=[ID, *map(_column, kind.fields)])


def _say_count(kind: Kind, found_count: int, all_count: int) -> None:
    searched = f"{count_text(found_count)} trong " if found_count < all_count else ""
    st.caption(
        f"{searched}{count_text(all_count)} {kind.one}. Bấm đúp vào ô để sửa; dòng trống cuối bảng để thêm."
    )


def _edits(kind: Kind, table: pd.DataFrame, turn: int) -> Edits:
    state: Mapping[str, Any] = st.session_state.get(_key(kind, f"editor-{turn}"), {})
    ids = list(table[ID])
    edited = {ids[int(place)]: cells for place, cells in state.get("edited_rows", {}).items()}
    removed = [ids[int(place)] for place in state.get("deleted_rows", [])]
    added = [
        row for row in state.get("added_rows", []) if any(cell not in (None, "") for cell in row.values())
    ]
    return Edits({key: cells for key, cells in edited.items() if key not in removed}, added, removed)


def _offer_save(known: Known, edits: Edits) -> None:
    kind = known.kind
    if clashes := st.session_state.get(_key(kind, "clashes")):
        _show_clashes(known, clashes)
    if not edits:
        return
    result = wanted(known, edits)
    for objection in result.objections:
        st.error(plain(objection), icon=":material/error:")
    with st.container(horizontal=True, vertical_alignment="bottom", key=_key(kind, "save-bar")):
        ask_name("Người sửa", "Họ tên", 220)
        reason = st.text_input("Lý do", key=_key(kind, "reason"), placeholder="Không bắt buộc", width=320)
        pressed = st.button(
            f"Lưu {len(edits)} dòng",
            type="primary",
            icon=":material/save:",
            disabled=bool(result.objections),
            key=_key(kind, "save"),
        )
        st.button("Bỏ sửa", icon=":material/undo:", key=_key(kind, "drop"), on_click=_next_turn, args=(kind,))
    if pressed:
        _save(known, result, reason)


def _save(known: Known, result: Wanted, reason: str) -> None:
    store, kind = live().store, known.kind
    clashes = change_entries(store, result.changes, By(who(OFFICERS), reason))
    if clashes:
        st.session_state[_key(kind, "clashes")] = clashes
    else:
        keep_contacts(store.home, result.contacts)
        _next_turn(kind)
        st.toast("Đã lưu.", icon=":material/check:")
    st.rerun()


def _show_clashes(known: Known, clashes: tuple[Clash, ...]) -> None:
    """Both versions side by side; nothing of either is thrown away before somebody has chosen."""
    kind = known.kind
    st.warning(
        "Trong lúc bạn sửa, người khác đã sửa cùng dòng. Chưa có gì của bạn được lưu; hãy xem hai bản.",
        icon=":material/call_split:",
    )
    for clash in clashes:
        st.dataframe(_both(kind, clash), hide_index=True, width="stretch", placeholder=NOTHING)
    with st.container(horizontal=True):
        if st.button("Lưu bản của tôi lên trên", key=_key(kind, "mine"), icon=":material/upload:"):
            seen = {clash.change.entry_id: clash.standing for clash in clashes}
            _see(known, seen)
        if st.button("Giữ bản của người kia", key=_key(kind, "theirs"), icon=":material/download:"):
            _next_turn(kind)
            st.rerun()


def _see(known: Known, seen: Mapping[str, Any]) -> None:
    """Go on from what stands now: the edits stay in the table, and saving again overwrites knowingly."""
    kind = known.kind
    entries = dict(known.entries)
    for key, decision in seen.items():
        if decision is not None and key in entries and decision.content is not None:
            entries[key] = type(entries[key])(entry_of(kind, key, decision.content), decision)
    st.session_state[_key(kind, "known")] = Known(kind, entries, known.contacts, known.withdrawn)
    st.session_state.pop(_key(kind, "clashes"))
    st.rerun()


def _both(kind: Kind, clash: Clash) -> pd.DataFrame:
    mine, standing = clash.change.entry, clash.standing
    content = standing.content if standing else None
    theirs = entry_of(kind, clash.change.entry_id, content) if content is not None else None
    signed = f"{standing.decided_by}, {time_text(standing.decided_at)}" if standing else "đã bỏ"
    rows = []
    for each in kind.kept:
        own, other = (
            each.value.write(getattr(it, each.name)) if it else "đã bỏ dòng này" for it in (mine, theirs)
        )
        if own != other:
            rows.append({"Cột": each.said.label, "Bạn ghi": str(own), f"Đã lưu ({signed})": str(other)})
    return pd.DataFrame(rows)


def _take_away(known: Known, table: pd.DataFrame) -> None:
    kind, ids = known.kind, list(table[ID])
    entries = [known.entries[key].entry for key in ids]
    st.download_button(
        "Tải bảng đang hiện (Excel)",
        data=partial(register_as_xlsx, kind, entries, known.contacts),
        file_name=f"so-ho-tro-{kind.key}.xlsx",
        mime=MEDIA_TYPES["xlsx"],
        on_click="ignore",
        icon=":material/download:",
        help="Sửa trong Excel rồi nhận lại được ở thẻ Nhận từ tệp.",
        key=_key(kind, "xlsx"),
    )


def _next_turn(kind: Kind) -> None:
    """A fresh table, read anew."""
    st.session_state[_key(kind, "turn")] = st.session_state.get(_key(kind, "turn"), 0) + 1
    st.session_state.pop(_key(kind, "known"), None)
    st.session_state.pop(_key(kind, "clashes"), None)


def _column(each: Field) -> str:
    return each.column or each.name


def _configs(kind: Kind) -> dict[str, Any]:
    return {_column(each): _config(each) for each in kind.fields}


def _config(each: Field) -> Any:
    said = each.said
    label, words = said.short_label, said.description
    if each.name in CHOSEN_FROM or each.value.choices:
        options = CHOSEN_FROM[each.name]() if each.name in CHOSEN_FROM else list(each.value.choices)
        return st.column_config.SelectboxColumn(label, help=words, options=options)
    if said.type == "date":
        return st.column_config.DateColumn(label, help=words, format="DD/MM/YYYY")
    if said.type in {"integer", "number"}:
        return st.column_config.NumberColumn(label, help=words, format=FORMATS.get(said.unit, "%d"))
    return st.column_config.TextColumn(label, help=words)


def _key(kind: Kind, what: str) -> str:
    return f"register-{kind.key}-{what}"
