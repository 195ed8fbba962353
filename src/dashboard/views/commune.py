"""One commune: its figures by carrier in the round, and over the rounds."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard.figures.carriers import commune_by_carrier
from dashboard.figures.notes import with_notes
from dashboard.figures.template import Caption
from dashboard.figures.trend import trend_by_round
from dashboard.measures import (
    Expected,
    Scope,
    carriers_in,
    figures_by_commune_and_carrier,
    figures_by_province,
    history_by_carrier,
    history_by_commune,
    rounds,
)
from dashboard.measures.selection import Selection
from dashboard.measures.wording import NOTHING, count_text, day_text, pct_text
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import Commune, commune_by_code
from dashboard.reference.old_communes import old_commune_by_code
from dashboard.views.changes import count_change, points_change
from dashboard.views.chart import show_chart
from dashboard.views.commune_notes import notes_on
from dashboard.views.commune_tables import by_carrier, by_round
from dashboard.web.downloads import MEDIA_TYPES, table_file
from dashboard.web.live import live
from dashboard.web.words import words_of

TABLES = {"commune-by-carrier": "Bảng theo nhà mạng", "commune-by-round": "Bảng theo kỳ"}
CARDS = (
    ("Chưa xác thực", "unverified_count"),
    ("Khóa 1 chiều", "locked_one_way_count"),
    ("Khóa 2 chiều", "locked_two_way_count"),
)


def opened_commune(selection: Selection) -> Commune | None:
    """The commune that the address names."""
    return commune_by_code()[selection.commune_code] if selection.commune_code else None


def show_headline(selection: Selection, commune: Commune) -> None:
    """Name, what it was made of, and its figures with their change."""
    st.title(commune.name)
    before = ", ".join(old_commune_by_code()[code].name for code in commune.old_communes)
    area = f"{commune.area_km2:.1f}".replace(".", ",")
    st.caption(f"Mã {commune.code} · {area} km² · trước 01/07/2025: {before} ({commune.old_district})")
    row = figures_by_province(live().store.reader(), _scope(selection), only(commune)).to_pylist()[0]
    missing = [carrier.name for carrier in carriers_in(row["carriers_expected_mask"] & ~row["carriers_mask"])]
    behind = f"{row['carriers_reported_count']}/{row['carriers_expected_count']}"
    since = _since(selection)
    cards = [
        ("Tỷ lệ xác thực", pct_text(row["verified_pct"]), points_change(row["verified_pct_change"], since))
    ]
    cards += [
        (label, count_text(row[name]), count_change(row[f"{name}_change"], since)) for label, name in CARDS
    ]
    cards.append(("Nhà mạng đã báo cáo", behind, f"thiếu {', '.join(missing)}" if missing else "đủ nhà mạng"))
    for column, (label, figure, note) in zip(st.columns(len(cards)), cards, strict=True):
        column.metric(label, figure, note, delta_color="off", delta_arrow="off")


def show_compare_link(selection: Selection, commune: Commune) -> None:
    """The way to places beside this one, and to those like it."""
    address = f"phan-tich?{selection.as_query()}&tab=so-sanh&so-sanh={commune.code},tinh"
    st.markdown(f"[So sánh với nơi khác, tìm nơi giống]({address})")


def show_charts(selection: Selection, commune: Commune) -> None:
    """Carriers beside one another in the round, and each over the rounds."""
    cursor = live().store.reader()
    rows = figures_by_commune_and_carrier(cursor, _scope(selection), only(commune))
    whole = figures_by_province(cursor, _scope(selection), only(commune))["verified_pct"][0].as_py()
    notes = notes_on(commune)
    left, right = st.columns(2)
    with left:
        title = f"{commune.name}: tỷ lệ xác thực theo nhà mạng"
        caption = with_notes(
            _caption(title, selection), [it for it in notes if it.round_on == selection.round_on]
        )
        show_chart(commune_by_carrier(rows, caption, whole), f"{commune.code}-nha-mang")
    with right:
        history = history_by_carrier(cursor, _scope(selection), commune.code)
        title = f"{commune.name}: tỷ lệ xác thực qua các kỳ"
        chart = trend_by_round(history, _caption(title, selection), notes=notes)
        show_chart(chart, f"{commune.code}-cac-ky")


def show_by_carrier(selection: Selection, commune: Commune) -> None:
    """Each carrier in the commune; who did not report stays in the table as such."""
    st.subheader(f"Theo nhà mạng, kỳ {day_text(selection.round_on)}")
    figures = figures_by_commune_and_carrier(live().store.reader(), _scope(selection), only(commune))
    st.dataframe(
        by_carrier(figures, selection.round_on), hide_index=True, width="stretch", placeholder=NOTHING
    )


def show_by_round(selection: Selection, commune: Commune) -> None:
    """The commune over the rounds, newest first."""
    st.subheader("Theo kỳ báo cáo")
    figures = history_by_commune(live().store.reader(), _scope(selection), commune.code)
    table = by_round(figures, notes_on(commune))
    st.dataframe(table, hide_index=True, width="stretch", placeholder=NOTHING)


def show_downloads(selection: Selection) -> None:
    """Both tables, as workbook and as CSV; made when asked for."""
    store = live().store
    buttons = [(table, label, kind) for table, label in TABLES.items() for kind in ("xlsx", "csv")]
    for column, (table, label, kind) in zip(st.columns(len(buttons)), buttons, strict=True):
        column.download_button(
            f"{label} ({kind.upper()})",
            data=partial(table_file, table, kind, selection, store),
            file_name=f"{table}_{selection.commune_code}_{selection.round_on:%Y-%m-%d}.{kind}",
            mime=MEDIA_TYPES[kind],
            on_click="ignore",
            width="stretch",
        )


def only(commune: Commune) -> Expected:
    """A ground of this commune alone with all carriers."""
    return Expected((commune,), carriers())


def _caption(title: str, selection: Selection) -> Caption:
    words = words_of(selection, live().store)
    return Caption(title, words.lines, (words.source,), words.mark)


def _scope(selection: Selection) -> Scope:
    """The commune is shown whatever kind the filter asks for."""
    return Scope(selection.round_on, selection.carriers, None, selection.basis)


def _since(selection: Selection) -> date | None:
    """The round that changes are told against."""
    before = [day for day in rounds(live().store.reader()) if day < selection.round_on]
    return before[-1] if before else None
