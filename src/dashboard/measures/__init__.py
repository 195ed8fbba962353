"""What a number means: which files stand, sums, rates, changes, and who stands behind them."""

from dashboard.measures.carriers_mask import carriers_in
from dashboard.measures.figures import (
    figures_by_carrier,
    figures_by_commune,
    figures_by_commune_and_carrier,
    figures_by_province,
    history_by_carrier,
    history_by_commune,
    history_by_province,
    is_simulated,
)
from dashboard.measures.headline import Change, Headline, headline
from dashboard.measures.reporting import reporting_status
from dashboard.measures.rounds import rounds
from dashboard.measures.scope import Basis, Expected, Kind, Scope
from dashboard.measures.version import data_version

__all__ = [
    "Basis",
    "Change",
    "Expected",
    "Headline",
    "Kind",
    "Scope",
    "carriers_in",
    "data_version",
    "figures_by_carrier",
    "figures_by_commune",
    "figures_by_commune_and_carrier",
    "figures_by_province",
    "headline",
    "history_by_carrier",
    "history_by_commune",
    "history_by_province",
    "is_simulated",
    "reporting_status",
    "rounds",
]
