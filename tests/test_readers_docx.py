"""Word files: text, places, and what an enemy might send."""

import io
import zipfile

import pytest

from claimcheck.errors import DocumentError
from claimcheck.text import Document
from claimcheck.text.readers import package, read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def relationships(**targets: str) -> str:
    inner = "".join(
        f'<Relationship Type="http://x/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def packed(parts: dict[str, str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def parts(body: str, notes: str = "", namespace: str = W) -> dict[str, str]:
    return {
        "_rels/.rels": relationships(officeDocument="word/document.xml"),
        "word/document.xml": f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": relationships(footnotes="footnotes.xml"),
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{namespace}">{notes}</w:footnotes>',
    }


def docx(body: str, notes: str = "") -> Document:
    return read_bytes(packed(parts(body, notes)), name="story.docx")


def p(*runs: str) -> str:
    return (
        "<w:p>"
        + "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
        + "</w:p>"
    )


def styled(text: str, style: str) -> str:
    return f"<w:r><w:rPr>{style}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("It is 50 ", styled("km", "<w:b/>"), " away"), "It is 50 km away"),
        (p("a") + p() + p("b &amp; c"), "a\n\nb & c"),
        (p("10", styled("6", '<w:vertAlign w:val="superscript"/>'), " m"), "10⁶ m"),
        (p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>"), "a\nb\tc"),
        (
            p(
                "<w:del><w:r><w:delText>50</w:delText></w:r></w:del>",
                "<w:ins><w:r><w:t>60</w:t></w:r></w:ins>",
            ),
            "60",
        ),
        (
            p(styled("50", "<w:strike/>"), styled("60", '<w:strike w:val="0"/>'), styled("x", "<w:vanish/>")),
            "60",
        ),
        (p("<w:r><w:instrText>PAGE 5</w:instrText></w:r>", "x"), "x"),
    ],
)
def test_what_is_read(body: str, text: str) -> None:
    assert docx(body).text == text


def test_every_place_has_a_name() -> None:
    table = "".join(
        f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in ("ab", "cd")
    )
    notes = f'<w:footnote w:type="separator">{p("-")}</w:footnote><w:footnote>{p("the note")}</w:footnote>'
    document = docx(f"{p('first')}{p()}{p('second')}<w:tbl>{table}</w:tbl>{p('third')}", notes)
    assert document.text == "first\n\nsecond\n\na | b\nc | d\n\nthird\n\nthe note"
    places = {
        "second": "paragraph 2",
        "b": "table 1, row 1, cell 2",
        "c |": "table 1, row 2, cell 1",
        "third": "paragraph 3",
        "the note": "footnote 1",
    }
    assert {words: document.place(document.text.index(words)) for words in places} == places


def test_a_table_inside_a_table_belongs_to_its_cell() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('deep')}</w:tc></w:tr></w:tbl>"
    document = docx(f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{inner}</w:tc></w:tr></w:tbl>{p('x')}")
    assert document.place(document.text.index("deep")) == "table 1, row 1, cell 2"


def test_the_strict_namespace_is_read() -> None:
    document = read_bytes(packed(parts(p("strict"), namespace=STRICT)), name="story.docx")
    assert document.text == "strict"


def test_the_main_part_is_where_the_package_says() -> None:
    moved = {name.replace("document.xml", "document2.xml"): text for name, text in parts(p("here")).items()}
    moved["_rels/.rels"] = relationships(officeDocument="/word/document2.xml")
    assert read_bytes(packed(moved), name="story.docx").text == "here"


BOMB = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no zip at all", "is no .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old .doc or locked"),
        (packed({"hello.txt": "x"}), "has no word/document.xml"),
        (packed({"word/document.xml": BOMB}), "declares a document type"),
        (
            packed({"word/document.xml": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}),
            "declares a document type",
        ),
        (packed({"word/document.xml": "<a><b>"}), "is no XML"),
        (packed({"word/document.xml": "<a/>"}, zipfile.ZIP_BZIP2), "packed in a way"),
    ],
)
def test_what_is_no_docx_says_so(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=f"story.docx: .*{message}"):
        read_bytes(data, name="story.docx")


def test_a_damaged_part_is_named() -> None:
    data = bytearray(packed(parts(p("a" * 5000))))
    at = data.index(b"word/document.xml") + len(b"word/document.xml")
    data[at : at + 20] = b"\xff" * 20
    with pytest.raises(DocumentError, match=r"word/document\.xml is damaged"):
        read_bytes(bytes(data), name="story.docx")


def test_a_zip_bomb_stops_at_the_largest_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 100_000)
    with pytest.raises(DocumentError, match="unpacks to over 100,000 bytes"):
        read_bytes(packed(parts(p("a" * 1_000_000)), zipfile.ZIP_STORED), name="story.docx")


def test_a_part_that_was_packed_a_hundredfold_is_a_bomb() -> None:
    with pytest.raises(DocumentError, match=r"word/document\.xml unpacks to over 100 times its size"):
        docx(p("a" * 1_000_000))
    assert docx(p("a" * 90_000)).text == "a" * 90_000  # small ones may do that


def test_deep_nesting_is_read() -> None:
    deep = "<w:sdt>" * 20_000 + p("deep") + "</w:sdt>" * 20_000
    assert read_bytes(packed(parts(deep), zipfile.ZIP_STORED), name="story.docx").text == "deep"
