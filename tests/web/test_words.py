"""What a picture or a table says of itself."""

import re

from dashboard.figures.words import SIMULATED_MARK, SOURCE
from dashboard.measures.selection import Selection
from dashboard.reference.carriers import carriers
from dashboard.store.database import Store
from dashboard.web.state import data_state
from dashboard.web.words import words_of
from tests.web.prepared import LAST, WHOLE, report


def test_title_round_carriers_and_who_is_missing(filled: Store):
    words = words_of(Selection(LAST), filled)
    assert words.title == "Tỷ lệ xác thực theo xã, phường"
    assert words.lines[0] == "Kỳ báo cáo 11/11/2026"
    assert words.lines[1].startswith("Tất cả nhà mạng: 4/5 đã báo cáo; thiếu Wintel")


def test_a_whole_round_names_nobody_as_missing(filled: Store):
    assert words_of(Selection(WHOLE), filled).lines[1] == "Tất cả nhà mạng: 5/5 đã báo cáo"


def test_filters_are_told(filled: Store):
    selection = Selection(LAST, ("viettel", "wintel"), "phường", "locked_one_way_count", "last-known")
    words = words_of(selection, filled)
    assert "phường" in words.lines[0]
    assert "số gần nhất" in words.lines[0]
    assert words.lines[1].startswith("Viettel, Wintel: 1/2 đã báo cáo; thiếu Wintel")


def test_source_cut_off_layer_and_state_of_the_data_stand_below(filled: Store):
    state = data_state(filled)
    notes = " ".join(words_of(Selection(LAST), filled).notes)
    assert SOURCE in notes
    assert state.layer.note in notes
    assert state.version in notes
    assert "nhận đến 09:00 11/11/2026" in notes


def test_nothing_received_is_said_so(filled: Store):
    assert "chưa nhận báo cáo" in words_of(Selection(LAST, carriers=("wintel",)), filled).notes[-1]


def test_only_simulated_figures_carry_the_mark(filled: Store):
    assert words_of(Selection(LAST), filled).mark == SIMULATED_MARK


def test_real_figures_carry_no_mark(empty: Store):
    report(empty, "viettel_2026-11-11.xlsx", LAST, is_simulated=False)
    assert words_of(Selection(LAST), empty).mark == ""


def test_file_names_are_plain_and_tell_selections_apart(filled: Store):
    codes = [(), *((carrier.code,) for carrier in carriers())]
    selections = [Selection(day, code, measure=name) for day in (LAST, WHOLE) for code in codes
                  for name in ("verified_pct", "unverified_count")]  # fmt: skip
    names = [words_of(selection, filled).file_name for selection in selections]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9_-]+", name) for name in names)


def test_files_of_other_filters_do_not_take_the_same_name(filled: Store):
    names = {
        words_of(selection, filled).file_name
        for selection in (Selection(LAST), Selection(LAST, kind="xã"), Selection(LAST, basis="last-known"))
    }
    assert len(names) == 3
