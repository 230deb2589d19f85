"""`python -m truce_tracker` is `truce`."""

from truce_tracker.cli import main

main()
