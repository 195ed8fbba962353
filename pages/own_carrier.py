"""Nhà mạng của tôi: a carrier's own figures beside the province's total, its files and receipts."""

from dashboard.views.own_carrier import show_own_carrier
from dashboard.views.received import show_received
from dashboard.views.who import viewer

show_own_carrier(viewer().carrier_code)
show_received()
