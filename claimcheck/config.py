"""Configuration files to a `Config`."""
