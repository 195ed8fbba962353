"""Xã, phường của tôi: a commune's own figures, and the rates of its neighbours."""

from dashboard.views.own_commune import show_own_commune
from dashboard.views.who import viewer

show_own_commune(viewer().commune_code)
