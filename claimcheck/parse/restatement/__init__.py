"""Pairs of quantities that restate each other: what stands between them, whether they can be compared, chains."""
