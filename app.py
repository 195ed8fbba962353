"""What `streamlit run app.py` serves: the pages, and beside them our own routes. No logic here."""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).parent / "src"))  # so that it starts without an installed package too

from dashboard.web.routes import lifespan, middleware, routes

SHELL = Path(__file__).parent / "src" / "dashboard" / "views" / "shell.py"

app = st.App(SHELL, routes=routes(), middleware=middleware(), lifespan=lifespan)
