"""`python -m interview2flow.cli`."""

from interview2flow.cli import main

main()
