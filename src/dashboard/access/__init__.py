"""Who may see and do what: roles, accounts, sessions, and the one table of rights.

Says nothing of how somebody signs in (web/sign_in.py, views/streamlit_sign_in.py) and asks nobody.
"""
