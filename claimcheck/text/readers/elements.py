"""HTML's elements by how a browser shows them, with the standard's sections as sources."""

from claimcheck.text.readers.assembly import Break

__all__ = ["BLOCKS", "BREAKS", "CODE", "OPTIONAL_END", "UNREAD", "VOID"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _words(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup
    option p pre search section summary table tbody tfoot thead ul"""
)
"""What has `display: block`, `list-item` or a part of a table in the user agent style sheet:
https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3 and the sections after it."""

BREAKS = {
    **dict.fromkeys(BLOCKS, Break.PARAGRAPH),
    **dict.fromkeys(("tbody", "tfoot", "thead", "tr"), Break.ROW),
}
"""What parts the text before and after an element; cells are counted instead."""

UNREAD = _words(
    """audio button canvas datalist del head iframe map math noembed noframes object rp rt s script select
    strike style svg template textarea video"""
)
"""Elements whose content is no text of the page: not shown, shown as something else, or struck out."""

CODE = _words("code kbd samp tt var")
"""Elements whose content is quoted from a machine."""

VOID = _words("area base br col embed hr img input link meta param source track wbr")
"""Elements without content: https://html.spec.whatwg.org/multipage/syntax.html#void-elements"""

OPTIONAL_END = _words("body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr")
"""Elements whose end tag may be left out: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags"""
