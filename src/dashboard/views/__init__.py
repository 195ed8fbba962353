"""The pieces that pages share; besides app.py and pages/ the only place that knows Streamlit."""
