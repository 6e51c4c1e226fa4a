"""Quantities that restate each other: what stands between them, whether they compare, chains."""
