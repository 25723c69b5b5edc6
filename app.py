"""Starts the app: `streamlit run app.py`."""

from interview2flow.ui import shell

shell.show()
