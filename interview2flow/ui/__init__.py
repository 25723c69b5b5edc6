"""The Streamlit app: one file per view, one that owns the session state, and the editor component."""
