"""Colours and strokes of the pictures: dark on light, told apart in grey print too."""

from __future__ import annotations

from typing import Final

FONTS: Final = "'Liberation Sans', Arial, Helvetica, sans-serif"

INK: Final = "#1f2933"  # words
FAINT: Final = "#5b6875"  # words of second rank
PAPER: Final = "#ffffff"
FRAME: Final = "#9aa5b1"  # pool and lanes
HEAD: Final = "#eef2f6"  # behind the names of pool and lanes
LINE: Final = "#52606d"  # flows
TASK: Final = "#f3f8fc"
TASK_EDGE: Final = "#2c6792"
GATEWAY: Final = "#fff9e8"
GATEWAY_EDGE: Final = "#a26b10"
START: Final = "#eef8f1"
START_EDGE: Final = "#2c7a4b"
END: Final = "#fbf0ef"
END_EDGE: Final = "#9b3531"
CONNECTOR: Final = "#ffffff"
DOUBT: Final = "#b4531a"  # marks what was concluded
DOUBT_LANE: Final = "#fdf3ea"  # behind the lane of what nobody is said to do

THIN: Final = 1.0
NORMAL: Final = 1.4
THICK: Final = 3.0
DASHES: Final = "6 4"
DOUBTFUL: Final = 0.5  # what is less probable than this is drawn as uncertain
