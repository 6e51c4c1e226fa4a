"""Sphinx configuration: `pip install -e ".[docs]" && sphinx-build -W docs docs/_build`."""

from claimcheck import __version__

project = "claimcheck"
author = "the claimcheck developers"
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.doctest"]
# attrs_inline reads the corpus notation: [50 km]{.quantity value="50"}.
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"claimcheck {version}"
nitpicky = False
