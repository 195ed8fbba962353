"""What `streamlit run app.py` serves: the pages, and beside them our own routes. No logic here."""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).parent / "src"))  # so that it starts without an installed package too

from dashboard.access.sign_in import sign_in
from dashboard.views.streamlit_files import streamlit_files
from dashboard.views.streamlit_sign_in import streamlit_sign_in
from dashboard.web.routes import lifespan, middleware, refuse_unreadable_data, refuse_unsafe_address, routes

SHELL = Path(__file__).parent / "src" / "dashboard" / "views" / "shell.py"

refuse_unsafe_address(st.get_option("server.address"))
refuse_unreadable_data()
signing_in = sign_in()
app = st.App(
    SHELL,
    routes=routes(),
    middleware=middleware(streamlit_sign_in(), streamlit_files()),
    lifespan=lifespan,
    secrets=signing_in.secrets() if signing_in else None,
)
