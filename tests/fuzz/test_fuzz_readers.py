"""Every reader against mutilated files: no error but DocumentError, and every span slices back to the source.

A second each as a rule; `CLAIMCHECK_FUZZ_SECONDS=60 pytest tests/fuzz` for the long run. A failure names the
seed, and `CLAIMCHECK_FUZZ_SEED` starts there.
"""

import io
import os
import random
import time
import zipfile
from collections.abc import Callable, Sequence

import pytest

from claimcheck.errors import DocumentError
from claimcheck.model import Span
from claimcheck.text import Document
from claimcheck.text.readers import read_bytes
from claimcheck.text.readers.html import superscript

SECONDS = float(os.environ.get("CLAIMCHECK_FUZZ_SECONDS", "1"))
SEED = int(os.environ.get("CLAIMCHECK_FUZZ_SEED", "0"))

WORDS = [
    *(
        "50 km",
        "(30 miles)",
        "10",
        "é",
        "😀",
        "e\u0301",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\t",
        "&",
        ";",
    ),
    *("\u2028", "\ufeff", "\x00", "\x0c", "\u200b", "said", "“so”", "“", "claimcheck", "<", ">", "[", "]"),
    *("<!-- claimcheck off -->", "[claimcheck ignore U101]", "<!-- claimcheck ignore U101, x -->", "\x85"),
]
HTML = [
    *(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<td>",
        "<tr>",
        "<table>",
        "</table>",
        "<br>",
        "<br/>",
        "<q>",
        "</q>",
        "<sup>",
    ),
    *(
        "</sup>",
        "<del>",
        "</del>",
        "<script>",
        "</script>",
        "<style>",
        "<pre>",
        "</pre>",
        "<code>",
        "</code>",
    ),
    *(
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<!DOCTYPE x>",
        "<?",
        "?>",
        "&amp;",
        "&#x41;",
        "&#",
        "&notit;",
        "&#0;",
    ),
    *(
        "&#xD800;",
        "&#1114112;",
        "<a href='",
        "'",
        '"',
        "=",
        "/>",
        "</",
        "<p hidden>",
        "<div style='display:none'>",
    ),
    *(
        "<title>",
        "<head>",
        "<body>",
        "<plaintext>",
        "<textarea>",
        "<svg>",
        "&lt;b&gt;",
        "<x-y z>",
        "</p x='>'>",
    ),
]
MARKDOWN = [
    *(
        "# ",
        "*",
        "**",
        "_",
        "`",
        "```",
        "~~~",
        "> ",
        "- ",
        "1. ",
        "    ",
        "| ",
        "|---|",
        "|",
        "[a](b)",
        "![a](b)",
    ),
    *(
        "[^1]",
        "[^1]: ",
        "---",
        "+++",
        "===",
        "\\",
        "\\[",
        "{.x}",
        "]{.y a=b}",
        "[",
        "]{",
        '{a="b"}',
        ":::",
        ":::{n}",
    ),
    *(
        "~~",
        "<http://a.b>",
        "[a]: b",
        "- [ ] ",
        "* * *",
        "<div>",
        "</div>",
        "&eacute;",
        "<sup>",
        "</sup>",
        "<br>",
    ),
]
XML = [
    *(
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>",
        "</w:t>",
        "<w:t xml:space='preserve'>",
        "<w:tbl>",
        "</w:tbl>",
    ),
    *(
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        "<w:tab/>",
        "<w:br/>",
        "<w:del>",
        "</w:del>",
        "<w:rPr>",
        "</w:rPr>",
    ),
    *(
        "<w:strike/>",
        "<w:vanish w:val='0'/>",
        "<w:vertAlign w:val='superscript'/>",
        "<w:footnote>",
        "</w:footnote>",
    ),
    *(
        "&amp;",
        "&#65;",
        "&x;",
        "<!DOCTYPE a [<!ENTITY x 'y'>]>",
        "<![CDATA[",
        "]]>",
        "<m:oMath/>",
        "<w:footnote/>",
    ),
]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Type="x/officeDocument" Target="word/document.xml"/>'
    '<Relationship Type="x/footnotes" Target="footnotes.xml"/></Relationships>'
)


def mutilated(data: bytes, chance: random.Random) -> bytes:
    """Bytes of which some are lost, doubled or changed; most of the time none."""
    if chance.random() < 0.7:
        return data
    found = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        if not found:
            break
        at = chance.randrange(len(found))
        match chance.randrange(3):
            case 0:
                del found[at : at + chance.randint(1, 9)]
            case 1:
                found[at] = chance.randrange(256)
            case _:
                found[at:at] = found[at : at + chance.randint(1, 40)]
    return bytes(found)


def markup(words: Sequence[str]) -> Callable[[random.Random], bytes]:
    def make(chance: random.Random) -> bytes:
        parts = chance.choices([*words, *WORDS], k=chance.randint(0, 60))
        return mutilated("".join(parts).encode(), chance)

    return make


def word(chance: random.Random) -> bytes:
    def part() -> str:
        inner = "".join(chance.choices([*XML, *XML, "50 km", "é", "😀"], k=chance.randint(0, 40)))
        if chance.random() < 0.6:  # else hardly anything would be well-formed
            pairs = [
                ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>"),
                ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
            ]
            inner = "".join(
                f"{a}{chance.choice(['<w:p/>', '50 km', '&amp;', '<w:br/>', '<w:tbl/>', ''])}{b}"
                for a, b in chance.choices(pairs, k=8)
            )
        return f'<w:document xmlns:w="{W}" xmlns:m="m"><w:body>{inner}</w:body></w:document>'

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
        for name, text in {
            "_rels/.rels": RELATIONSHIPS,
            "word/_rels/document.xml.rels": RELATIONSHIPS,
            "word/document.xml": part(),
            "word/footnotes.xml": part(),
        }.items():
            if chance.random() < 0.95:
                archive.writestr(name, mutilated(text.encode(), chance))
    return mutilated(packed.getvalue(), chance)


def hold(document: Document, chance: random.Random) -> None:
    """Everything that is promised of a document."""
    text = document.text
    assert text.encode().decode() == text  # no lone surrogate gets in
    end = 0
    for piece in document.pieces:
        assert piece.start >= end
        end = piece.start + piece.length
        assert piece.length > 0
        assert document.source is not None
        written = document.source[piece.source_start : piece.source_start + piece.source_length]
        assert len(written) == piece.source_length > 0
        if piece.verbatim:
            read = text[piece.start : end]
            assert all(
                a == b or superscript(b) == a or (a.isspace() and b.isspace()) or len(read) == 1
                for a, b in zip(read, written, strict=True)
            )
        assert document.text_offset(piece.source_start) == piece.start
    assert end <= len(text)
    length = len(text if document.source is None else document.source)
    for _ in range(5):
        start = chance.randint(0, len(text))
        span = Span(start, chance.randint(start, len(text)))
        found = document.source_span(span)
        assert found.end <= length
        mark = 1 if document.lines.text.startswith("\ufeff") else 0  # which has no position
        start = max(found.start, mark)
        assert document.lines.offset(document.lines.position(start)) == start
    offsets = [offset for offset, _ in document.places]
    assert offsets == sorted(set(offsets))
    assert all(offset < len(text) for offset in offsets)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.txt", markup(WORDS)),
        ("a.md", markup(MARKDOWN)),
        ("b.md", markup([*MARKDOWN, *HTML])),
        ("a.html", markup(HTML)),
        ("a.docx", word),
    ],
)
def test_readers_survive(name: str, make: Callable[[random.Random], bytes]) -> None:
    until = time.monotonic() + SECONDS
    seed, read = SEED, 0
    while time.monotonic() < until:
        chance = random.Random(seed)  # noqa: S311 # a fuzzer wants the same numbers again
        data = make(chance)
        try:
            document = read_bytes(data, name=name)
        except DocumentError:
            continue
        except Exception as error:  # noqa: BLE001 # pragma: no cover # any is a failure
            pytest.fail(f"seed {seed}: {type(error).__name__}: {error}")
        else:
            read += 1
            try:
                hold(document, chance)
            except AssertionError as error:  # pragma: no cover # the same
                pytest.fail(f"seed {seed}: {error}")
        finally:
            seed += 1
    assert read > (seed - SEED) / 20, "hardly anything was readable: the fuzzer does not reach the reader"
