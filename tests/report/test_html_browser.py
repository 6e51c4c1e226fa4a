"""The page for editors in a real browser: what it shows, how it answers mouse and keyboard, what it asks for.

Without Chromium these tests are skipped, and say so. The browser is driven over its debugging pipe, which
needs no library.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Self

import pytest

import claimcheck
from claimcheck.run import Outcome

Write = Callable[..., str]

FLAGS = (
    "--headless",
    "--no-sandbox",  # tests may run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1280,900",
    "--remote-debugging-pipe",
)
EXECUTABLE = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Browser:
    """One page. `events` holds everything that the browser has said unasked."""

    def __init__(self, profile: Path) -> None:
        assert EXECUTABLE
        read_ours, write_theirs = os.pipe()
        read_theirs, write_ours = os.pipe()

        def wire() -> None:  # the protocol is spoken on descriptors 3 and 4
            one, two = os.dup(read_theirs), os.dup(write_theirs)
            os.dup2(one, 3)
            os.dup2(two, 4)

        self._process = subprocess.Popen(  # noqa: S603 # found on the path
            [EXECUTABLE, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            close_fds=False,
            preexec_fn=wire,  # noqa: PLW1509 # single-threaded here
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_theirs)
        os.close(write_theirs)
        self._read, self._write = os.fdopen(read_ours, "rb"), os.fdopen(write_ours, "wb")
        self._number = 0
        self._buffer = b""
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session = None
        self.send("Browser.close")
        self._process.wait(10)
        self._read.close()
        self._write.close()

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send a command and wait for its answer."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._write.write(json.dumps(message).encode() + b"\0")
        self._write.flush()
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            piece = os.read(self._read.fileno(), 1 << 16)
            assert piece, "the browser has gone"
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def open(self, page: Path) -> None:
        """Load a page and wait until it is there."""
        self.events.clear()
        self.send("Page.navigate", url=page.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._receive())

    def run(self, script: str) -> Any:  # noqa: ANN401 # what the script gives
        """The value of a JavaScript expression in the page."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def until(self, script: str) -> None:
        """Wait until an expression is true; the page answers mouse and address in its own time."""
        end = monotonic() + 10
        while not self.run(script):
            assert monotonic() < end, f"never true: {script}"
            sleep(0.02)

    def press(self, key: str) -> None:
        """A key, pressed and released."""
        text = key if len(key) == 1 else ""
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, text=text)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key)

    def complaints(self) -> list[str]:
        """What the console has against the page."""
        found = [
            event
            for event in self.events
            if event.get("method") in {"Log.entryAdded", "Runtime.exceptionThrown"}
        ]
        return [json.dumps(event["params"]) for event in found]

    def requests(self) -> list[str]:
        """Every address that the page asked for."""
        sent = [event for event in self.events if event.get("method") == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in sent]


pytestmark = pytest.mark.skipif(
    EXECUTABLE is None, reason="no Chromium on this machine: apt-get install chromium"
)

HOSTILE = (
    "</div><script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>{{7*7}} & \u202e\x1b"
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def page(browser: Browser, outcome: Outcome, unreadable: Outcome, write: Write, tmp_path: Path) -> Browser:
    """The report, open in the browser."""
    return opened(browser, write("html", outcome, unreadable), tmp_path)


def opened(browser: Browser, written: str, folder: Path) -> Browser:
    file = folder / "page.html"
    file.write_text(written, "utf-8")
    browser.open(file)
    return browser


def shown(page: Browser) -> list[str]:
    """The place of each card that is not filtered away."""
    found = page.run(
        "[...document.querySelectorAll('li.card')].filter(c => !c.hidden).map(c => c.dataset.kind)"
    )
    return list(found)


def choose(page: Browser, name: str, value: str) -> None:
    page.run(
        f"(() => {{ const s = document.querySelector('select[name={name}]'); s.value = {json.dumps(value)};"
        "s.dispatchEvent(new Event('change', {bubbles: true})); })()"
    )


def test_nothing_is_asked_for_and_nothing_goes_wrong(page: Browser) -> None:
    assert page.complaints() == []
    assert [url for url in page.requests() if not url.startswith("file:///")] == []


def test_article_is_there_as_written(page: Browser, outcome: Outcome) -> None:
    assert outcome.report is not None
    assert page.run("document.querySelector('.text').textContent") == outcome.report.document.text


def test_hostile_draft_runs_nothing(
    browser: Browser, told: Callable[..., Outcome], write: Write, tmp_path: Path
) -> None:
    outcome = told(f"{HOSTILE} [{HOSTILE}] {HOSTILE}", name=HOSTILE)
    page = opened(browser, write("html", outcome), tmp_path)
    assert page.run("window.hacked === undefined") is True
    assert page.run("document.querySelectorAll('img').length + document.scripts.length") == 1
    assert page.complaints() == []


def point(page: Browser, selector: str) -> None:
    """Move the mouse onto an element until the page has noticed: it may still be laying itself out."""
    end = monotonic() + 20
    while page.run("document.getElementById('pop').hidden"):
        assert monotonic() < end, "the page does not answer the mouse"
        page.send("Input.dispatchMouseEvent", type="mouseMoved", x=2, y=2)
        x, y = page.run(
            f"(r => [r.left + 5, r.top + 5])(document.querySelector('{selector}').getClientRects()[0])"
        )
        page.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        sleep(0.05)


def test_mouse_on_a_figure_shows_the_arithmetic_beside_it(page: Browser) -> None:
    point(page, "a.disagrees")
    words = page.run("document.getElementById('pop').innerText")
    assert "disagrees, off by 90%" in words
    assert "80 km is 49.7 miles; 5 miles is 8.05 km" in words
    assert "Suggested: 80 km (50 miles)" in words
    assert page.run("document.querySelector('#pop svg') !== null") is True
    page.send("Input.dispatchMouseEvent", type="mouseMoved", x=2, y=2)
    page.until("document.getElementById('pop').hidden")


def test_figure_inside_a_quotation_shows_who_says_so(page: Browser) -> None:
    page.run(
        "[...document.querySelectorAll('a.figure')].find(a => a.textContent.includes('speed of')).focus()"
    )
    words = page.run("document.getElementById('pop').innerText")
    assert "12,250 km/h" in words
    assert "that the new engine can reach" in words


def test_keyboard_goes_from_claim_to_claim_and_closes(page: Browser) -> None:
    visited = []
    for key in ("j", "j", "j", "k"):
        page.press(key)
        visited.append(page.run("document.activeElement.textContent"))
    assert visited == ["about 50 km (30 miles)", "80 km (5 miles)", "said", "80 km (5 miles)"]
    assert page.run("document.getElementById('pop').hidden") is False
    assert page.run("document.querySelectorAll('.card.chosen').length") == 1
    page.press("Escape")
    assert page.run("document.getElementById('pop').hidden") is True


@pytest.mark.parametrize(
    ("name", "value", "kinds"),
    [
        ("verdict", "disagrees", ["conversion"]),
        ("kind", "count", ["count"]),
        ("speaker", "Ada Brandt", ["attribution", "multiple"]),
        ("finding", "A101 unattributed-claim", ["count"]),
    ],
)
def test_filters_leave_what_was_asked_for(name: str, value: str, kinds: list[str], page: Browser) -> None:
    choose(page, name, value)
    assert shown(page) == kinds
    assert page.run("document.querySelector('output').value") == f"{len(kinds)} of 5 shown"
    hidden = "document.querySelectorAll('a.mark.out[tabindex=\"-1\"]').length"
    assert page.run(hidden) == 5 - len(kinds)
    choose(page, name, "")
    assert len(shown(page)) == 5


def test_address_of_a_claim_opens_it(page: Browser) -> None:
    page.run("location.hash = document.querySelector('a.disagrees').id")
    page.until("document.activeElement.classList.contains('disagrees')")


CONTRAST = """
(() => {
  const parse = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = (c) => parse(c).slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor;
      if (!c.startsWith("rgba")) return c;
    }
    return "rgb(255, 255, 255)";
  };
  return Math.min(...[...document.querySelectorAll("p, a, b, ins, h1, h2, small, footer, output, .text")]
    .filter((e) => e.textContent.trim() && e.getClientRects().length)
    .map((e) => {
      const [one, two] = [light(getComputedStyle(e).color), light(behind(e))].sort((a, b) => b - a);
      return (one + 0.05) / (two + 0.05);
    }));
})()
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_the_contrast_of_wcag_aa(scheme: str, page: Browser) -> None:
    feature = {"name": "prefers-color-scheme", "value": scheme}
    page.send("Emulation.setEmulatedMedia", features=[feature])
    assert page.run(CONTRAST) >= 4.5
    page.send("Emulation.setEmulatedMedia", features=[])


def test_paper_has_numbers_and_no_controls(page: Browser) -> None:
    page.send("Emulation.setEmulatedMedia", media="print")
    number = "getComputedStyle(document.querySelector('a.mark'), '::after').content"
    assert page.run("getComputedStyle(document.querySelector('header form')).display") == "none"
    assert page.run(number) == '"\u20091"'
    page.send("Emulation.setEmulatedMedia", media="")
    assert page.run(number) == "none"


def test_page_reads_without_its_script(page: Browser, tmp_path: Path) -> None:
    page.send("Emulation.setScriptExecutionDisabled", value=True)
    page.open(tmp_path / "page.html")
    assert page.run("document.querySelector('header form').hidden") is True
    assert page.run("document.getElementById('pop')") is None
    assert len(shown(page)) == 5
    page.send("Emulation.setScriptExecutionDisabled", value=False)


def test_documents_in_which_nothing_was_asked_for_are_out_of_the_way(
    browser: Browser, outcome: Outcome, told: Callable[..., Outcome], write: Write, tmp_path: Path
) -> None:
    page = opened(browser, write("html", outcome, told("Just [this]", name="other.txt")), tmp_path)
    seen = "[...document.querySelectorAll('section')].filter(s => !s.hidden).map(s => s.ariaLabel)"
    assert page.run(seen) == ["depot.txt", "other.txt"]
    choose(page, "verdict", "agrees")
    assert page.run(seen) == ["depot.txt"]
    choose(page, "verdict", "")
    choose(page, "document", "other.txt")
    assert page.run(seen) == ["other.txt"]


def test_page_of_thousands_of_claims_is_ready_at_once(
    browser: Browser, outcome: Outcome, write: Write, tmp_path: Path
) -> None:
    many = [Outcome(f"{number}.txt", outcome.report) for number in range(600)]
    start = monotonic()
    page = opened(browser, write("html", *many), tmp_path)
    assert page.run("document.querySelector('output').value") == "3000 shown"
    assert monotonic() - start < 20


def test_no_picture_has_words_that_run_out_of_it(browser: Browser, write: Write, tmp_path: Path) -> None:
    text = (
        "It covers 310 square kilometres (120 square miles) and 1.234 million cubic kilometres per "
        "millisecond (296,000 cubic miles per millisecond). "
        "It weighs 12,345.678 metric tonnes (13.5 short tons). "
        "It is 3,000 km (2 miles) long."
    )
    page = opened(browser, write("html", Outcome("a.txt", claimcheck.check(text))), tmp_path)
    boxes = page.run(
        "[...document.querySelectorAll('li svg.line text')].map(t => { const b = t.getBBox();"
        "return [t.textContent, b.x, b.x + b.width, b.y] })"
    )
    assert len(boxes) > 12
    assert any("log scale" in words for words, *_ in boxes)
    for words, left, right, _ in boxes:
        assert 0 <= left <= right <= 340, words  # the width of the picture
    overlaps = page.run(
        "[...document.querySelectorAll('li svg.line')].flatMap(s => {"
        "const t = [...s.querySelectorAll('text')].map(e => [e.textContent, e.getBBox()]);"
        "return t.flatMap(([a, p], i) => t.slice(i + 1).filter(([, q]) =>"
        "p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height)"
        ".map(([b]) => [a, b])) })"
    )
    assert overlaps == []


def test_page_is_called_by_its_only_draft(
    page: Browser, outcome: Outcome, write: Write, tmp_path: Path
) -> None:
    assert page.run("document.title") == "claimcheck"
    opened(page, write("html", outcome), tmp_path)
    assert page.run("document.title") == "depot.txt – claimcheck"


def test_everything_lies_in_a_landmark(page: Browser) -> None:
    """As axe-core's rule "region" wants it: a reader of screens goes from one to the next."""
    assert page.run("[...document.body.children].map(e => e.localName).join()") == "header,main,footer,script"


def test_filters_can_be_seen_where_there_is_one_verdict_only(
    browser: Browser, write: Write, tmp_path: Path
) -> None:
    report = claimcheck.check("It is 50 km (31 miles) long, Ada Brandt said.")
    page = opened(browser, write("html", Outcome("a.txt", report)), tmp_path)
    visible = (
        "[...document.querySelectorAll('header label')].filter(l => !l.hidden)"
        ".map(l => l.innerText.split(' ')[0])"
    )
    assert page.run(visible) == ["Kind", "Verdict", "Who"]
