"""The version, in one place: hatchling, the command line and the reports read it here."""

__version__ = "0.1.0"
