"""Every law has a page; its reason is the law's, and its example breaks the law."""

import re
from pathlib import Path

import pytest

from claimcheck.converters import ConverterError
from claimcheck.converters.laws import NUMERIC, PROSE, Law

PAGES = Path(__file__).parents[1] / "docs" / "laws"
LAWS = (*NUMERIC, *PROSE)


def page_of(law: Law) -> str:
    return (PAGES / f"{law.name}.md").read_text(encoding="utf-8")


def test_there_is_a_page_for_each_law_and_no_other() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {law.name for law in LAWS}


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_the_page_gives_title_and_reason(law: Law) -> None:
    page = page_of(law)
    assert page.startswith(f"# {law.name}: {law.title}\n")
    for paragraph in law.reason.split("\n\n"):
        assert " ".join(paragraph.split()) in page


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_the_example_breaks_the_law(law: Law) -> None:
    if law.name == "arrays":
        pytest.importorskip("numpy")
    code = re.findall(r"```python\n(.*?)```", page_of(law), re.DOTALL)
    assert len(code) == 1
    with pytest.raises(ConverterError, match=rf"(?m)^broken {law.name}: {law.title}$"):
        exec(code[0], {})  # noqa: S102 # our own page
