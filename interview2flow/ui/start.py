"""What Streamlit runs when the installed app is started."""

from interview2flow.ui import shell

shell.show()
