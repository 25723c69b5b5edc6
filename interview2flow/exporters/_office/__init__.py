"""What LibreOffice does for us, where it is installed."""

from interview2flow.exporters._office.printing import printed
from interview2flow.exporters._office.program import installed

__all__ = ["installed", "printed"]
