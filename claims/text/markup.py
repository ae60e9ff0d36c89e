"""Where markup stands in a text, and what a reader sees in its place: HTML, Markdown, entities, invisible characters.

Every search is linear: bounded repeats, and no closing mark is searched for twice. An edit is a stretch of the source
and the text that is shown for it.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple


class Edit(NamedTuple):
    """Source `[start, end)` is shown as `new`."""

    start: int
    end: int
    new: str


# Element names of HTML: anything else between angle brackets ("<name@example.org>", "a < b > c") is text.
INLINE = (
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp"
)
INLINE += " small span strike strong sub sup time tt u var wbr o:p picture source img svg path button input iframe"
BLOCK = "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer"
BLOCK += " form h1 h2 h3 h4 h5 h6 head header hr html legend link main meta nav ol option p pre section select summary"
BLOCK += " table tbody tfoot thead title tr ul noscript"
CELL = "td th"
SHOWN = dict.fromkeys(INLINE.split(), "") | dict.fromkeys(BLOCK.split(), "\n")
SHOWN |= dict.fromkeys(CELL.split(), "\t") | {"li": "\n- "}
CLOSING = {"li": "", "td": "", "th": "", "br": "\n"}

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]{0,14})(?:\s[^<>]{0,3000})?/?>")
HIDDEN = re.compile(r"<(script|style|template)\b[^<>]{0,1000}>", re.IGNORECASE)
DOCTYPE = re.compile(r"<!doctype\b[^<>]{0,1000}>", re.IGNORECASE)
AUTOLINK = re.compile(r"<(?=(?:https?://|mailto:)[^<>\s]{1,2000}>)[^<>\s]{1,2000}(>)")
SUPERSCRIPT = re.compile(
    r"<sup\b[^<>]{0,300}>(?:<[^<>]{0,300}>|\s){0,4}(\d{1,3})(?:<[^<>]{0,300}>|\s){0,4}</sup>", re.IGNORECASE
)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
LINE_END = re.compile("\r\n?|[\v\x85\u2028\u2029]|(?<![\n\r])\f(?![\n\r])")
# The page break of a printed text stands at a line's end already: it ends no paragraph.
PAGE_END = re.compile(r"(?<=[\n\r])\f|\f(?=[\n\r])")
# Soft hyphen, zero-width space, direction marks, word joiner, byte order mark. Joiners stay where scripts need them,
# and go between figures and Latin letters: "1,2\u200d00 hou\u200cses".
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|(?<=[\\d.,A-Za-zÀ-ɏ])[\u200c\u200d\ufe0e\ufe0f]{1,9}(?=[\\d.,A-Za-zÀ-ɏ])"
)
ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!>~|])")
HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+")
URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"“”]{1,2000}")
BRACKET = re.compile(r"[\[\]]|\n[ \t\r]*\n")
TARGET = re.compile(
    r"\([ \t]{0,9}<?(?P<target>[^()\s<>]{0,2000}(?:\([^()\s]{0,500}\)[^()\s<>]{0,2000}){0,3})>?"
    r"(?:[ \t\n]{1,9}(?:\"[^\"\n]{0,400}\"|'[^'\n]{0,400}'|\([^()\n]{0,400}\)))?[ \t]{0,9}\)"
)
REFERENCE = re.compile(r" ?\[(?P<label>[^\[\]\n]{0,100})\]")
DEFINITION = re.compile(
    r"(?m)^ {0,3}\[(?P<label>[^\[\]^\n][^\[\]\n]{0,99})\]:[ \t]+<?(?P<target>[^\s<>]{1,2000})>?[^\n]{0,300}$"
)
NOTE_MARK = re.compile(r"\[?\^?(?:\d{1,3}|[ivxl]{1,7})\]?")
EMPHASIS = re.compile(r"(?P<run>\*{1,3}|_{1,3})|(?P<cut>\n[ \t\r]*\n)")
WORD = re.compile(r"\w")


class InlineLink(NamedTuple):
    """`[words](target)` or `[words][label]`: offsets of the whole, of the words, and the target."""

    start: int
    end: int
    text_start: int
    text_end: int
    target: str
    image: bool


def find_edits(text: str) -> list[Edit]:
    """Every edit that turns `text` into its reading view, in no order; a long edit may contain shorter ones."""
    edits = [Edit(m.start(), m.end(), "\n\n" if m[0] == "\u2029" else "\n") for m in LINE_END.finditer(text)]
    edits += [Edit(m.start(), m.end(), "") for m in PAGE_END.finditer(text)]
    edits += [Edit(m.start(), m.end(), "") for m in INVISIBLE.finditer(text)]
    edits += [Edit(m.start(), m.end(), "") for m in HEADING.finditer(text)]
    if "<" in text:
        edits += [*_hidden(text), *_tags(text), *_superscripts(text)]
    if "&" in text:
        edits += _entities(text)
    links = inline_links(text)
    edits += [edit for link in links for edit in _link_edits(text, link)]
    kept_out = _Stretches([(m.start(), m.end()) for m in URL.finditer(text)] + [(k.text_end, k.end) for k in links])
    edits += [e for e in (*_emphasis(text, kept_out), *_escapes(text)) if not kept_out.holds(e.start)]
    return edits


class _Stretches:
    """Sorted stretches asked about in any order."""

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if not self._ends or start >= self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, at: int) -> bool:
        i = bisect_right(self._starts, at) - 1
        return i >= 0 and at < self._ends[i]


def _hidden(text: str) -> Iterator[Edit]:
    for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")):
        at = 0
        while (start := text.find(opening, at)) >= 0:
            end = text.find(closing, start)
            if end < 0:
                break
            at = end + len(closing)
            yield Edit(start, at, "")
    yield from (Edit(m.start(), m.end(), "") for m in DOCTYPE.finditer(text))
    missing: set[str] = set()
    at = 0
    while found := HIDDEN.search(text, at):
        name, at = found[1].lower(), found.end()
        if name in missing:
            continue
        closed = re.compile(f"</{name}", re.IGNORECASE).search(text, at)
        if not closed:
            missing.add(name)
            continue
        stop = text.find(">", closed.end())
        at = stop + 1 if stop >= 0 else len(text)
        yield Edit(found.start(), at, "\n")


def _tags(text: str) -> Iterator[Edit]:
    for found in TAG.finditer(text):
        name = found[2].lower()
        if name in SHOWN:
            shown = CLOSING.get(name, SHOWN[name]) if found[1] else SHOWN[name]
            yield Edit(found.start(), found.end(), shown)
    for found in AUTOLINK.finditer(text):
        yield Edit(found.start(), found.start() + 1, "")
        yield Edit(found.end() - 1, found.end(), "")


def _superscripts(text: str) -> Iterator[Edit]:
    # "4,000<sup>2</sup> airstrikes" must not read "4,0002 airstrikes": raised digits stay raised.
    for found in SUPERSCRIPT.finditer(text):
        for at in range(*found.span(1)):
            yield Edit(at, at + 1, text[at].translate(RAISED))


def _entities(text: str) -> Iterator[Edit]:
    for found in ENTITY.finditer(text):
        shown = html.unescape(found[0])
        if shown != found[0]:
            yield Edit(found.start(), found.end(), shown)


def inline_links(text: str) -> list[InlineLink]:
    """Markdown links and images in order of their end, targets of `[words][label]` looked up in their definitions."""
    targets = {m["label"].casefold(): m["target"] for m in DEFINITION.finditer(text)}
    links: list[InlineLink] = []
    open_at: list[int] = []
    for found in BRACKET.finditer(text):
        if text[max(0, found.start() - 1)] == "\\":
            continue
        if found[0] == "[":
            open_at.append(found.start())
        elif found[0] != "]":
            open_at.clear()
        elif open_at:
            start, close = open_at.pop(), found.start()
            if close - start < 2000 and (link := _link(text, start, close, targets)):
                links.append(link)
    return links


def _link(text: str, start: int, close: int, targets: dict[str, str]) -> InlineLink | None:
    image = start > 0 and text[start - 1] == "!"
    first = start - 1 if image else start
    if target := TARGET.match(text, close + 1):
        return InlineLink(first, target.end(), start + 1, close, target["target"], image)
    if reference := REFERENCE.match(text, close + 1):
        words = text[start + 1 : close]
        label = (reference["label"] or words).casefold()
        # "[1][2]" is two footnote marks in a row, even where "[2]: https://…" stands below.
        two_marks = NOTE_MARK.fullmatch(words) and words.isdigit() == label.isdigit() and NOTE_MARK.fullmatch(label)
        if label in targets and not two_marks:
            return InlineLink(first, reference.end(), start + 1, close, targets[label], image)
    return None


def _link_edits(text: str, link: InlineLink) -> Iterator[Edit]:
    if link.image:
        yield Edit(link.start, link.end, "")
        return
    words = text[link.text_start : link.text_end]
    # "people[3](#_ftn3)" is a footnote mark: without its brackets it would read "people3".
    bare_mark = NOTE_MARK.fullmatch(words) and not words.startswith("[") and text[link.start - 1 : link.start].strip()
    if bare_mark:
        yield Edit(link.text_end + 1, link.end, "")
        return
    yield Edit(link.start, link.text_start, "")
    yield Edit(link.text_end, link.end, "")


def _escapes(text: str) -> Iterator[Edit]:
    skip = -1
    for found in ESCAPE.finditer(text):
        if found.start() != skip:
            skip = found.end() if text[found.end()] == "\\" else -1
            yield Edit(found.start(), found.end(), "")


def _emphasis(text: str, kept_out: _Stretches) -> Iterator[Edit]:
    """Pairs of equal marks in one paragraph: `**n**`, `*n*`, `__n__`, `_n_`, not inside words ("MDY_SUs")."""
    opened: dict[str, tuple[int, int]] = {}
    for found in EMPHASIS.finditer(text):
        if found["cut"]:
            opened.clear()
            continue
        run, (start, end) = found["run"], found.span()
        if kept_out.holds(start):
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        closes = before.strip() != "" and not (WORD.match(after) and run in {"*", "_", "__", "___"})
        opens = after.strip() != "" and not (WORD.match(before) and run in {"*", "_", "__", "___"}) and before != "\\"
        if closes and run in opened:
            yield Edit(*opened.pop(run), "")
            yield Edit(start, end, "")
        elif opens:
            opened[run] = (start, end)
