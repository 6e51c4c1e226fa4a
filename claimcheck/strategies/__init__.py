"""Hypothesis strategies for figures, quantities, conversions and articles, with the truth attached."""
