"""Where markup stands in a text, and what a reader sees in its place: HTML, Markdown, entities, invisible characters.

Every search is linear: bounded repeats, and no closing mark is searched for twice. An edit is a stretch of the source
and the text that is shown for it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from claims.text.marked.markdown import HEADING, URL, Edit, Stretches, emphasis, escapes, inline_links, link_edits

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
    edits += [edit for link in links for edit in link_edits(text, link)]
    kept_out = Stretches([(m.start(), m.end()) for m in URL.finditer(text)] + [(k.text_end, k.end) for k in links])
    edits += [e for e in (*emphasis(text, kept_out), *escapes(text)) if not kept_out.holds(e.start)]
    return edits


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
