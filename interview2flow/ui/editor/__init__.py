"""The flowchart editor: bpmn-js in a Streamlit component. Python sends a version, the editor sends back what was drawn."""

from interview2flow.ui.editor.canvas import canvas

__all__ = ["canvas"]
