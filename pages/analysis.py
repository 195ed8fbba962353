"""Phân tích: who first, what moved the rate, carriers, neighbours, places compared, forecasts."""

from functools import partial

from dashboard.views.address import current_selection
from dashboard.views.board import show_board
from dashboard.views.carriers_side_by_side import show_carriers_side_by_side
from dashboard.views.compare import show_comparison
from dashboard.views.contribution import show_contribution
from dashboard.views.neighbourhoods import show_neighbourhoods
from dashboard.views.outlook import show_outlook
from dashboard.views.priority import show_priority
from dashboard.views.tabs import show_tabs

show_board("filters")
selection = current_selection()
if selection:
    show_tabs(
        {
            "uu-tien": ("Nơi cần hỗ trợ trước", (partial(show_priority, selection),)),
            "vi-sao": ("Vì sao tỷ lệ thay đổi", (partial(show_contribution, selection),)),
            "nha-mang": ("Nhà mạng", (partial(show_carriers_side_by_side, selection),)),
            "lang-gieng": ("Láng giềng", (partial(show_neighbourhoods, selection),)),
            "so-sanh": ("So sánh", (partial(show_comparison, selection),)),
            "du-bao": ("Dự báo", (partial(show_outlook, selection),)),
        }
    )
