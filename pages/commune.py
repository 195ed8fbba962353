"""Xã, phường: one commune by carrier and by week; without one, all communes to choose from."""

from dashboard.views.address import current_selection
from dashboard.views.board import show_board
from dashboard.views.commune import (
    opened_commune,
    show_by_carrier,
    show_by_round,
    show_charts,
    show_compare_link,
    show_downloads,
    show_headline,
)
from dashboard.views.commune_notes import show_notes
from dashboard.views.commune_sheets import show_all_sheets, show_sheet
from dashboard.views.lowest_communes import show_communes, show_ranking_title, show_unknown_commune

show_board("filters")
selection = current_selection()
commune = opened_commune(selection) if selection else None
if selection and commune:
    show_headline(selection, commune)
    show_sheet(selection)
    show_compare_link(selection, commune)
    show_charts(selection, commune)
    show_notes(commune, selection.round_on)
    show_by_carrier(selection, commune)
    show_by_round(selection, commune)
    show_downloads(selection)
elif selection:
    show_unknown_commune()
    show_ranking_title(selection)
    show_all_sheets(selection)
    show_communes(selection)
