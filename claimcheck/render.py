"""Figures and quantities back to prose, in the style of a writer."""
