"""Markdown: read by its standard, written in the same dress as web pages. Front matter stays as it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from claims.readers.dress import Dress
from claims.readers.encodings import decoded
from claims.readers.raw_document import RawDocument
from claims.readers.text import require_text
from claims.readers.web.html_page import shallow, write_page

FRONT = re.compile(
    r"\A\s{0,20}(?P<whole>(?P<fence>---|\+\+\+)[ \t]*\n(?P<keys>.{1,20000}?)\n(?P=fence)[ \t]*)(?:\n|\Z)", re.DOTALL
)
KEY = re.compile(r"(?m)^[A-Za-z][\w-]{0,40}[ \t]*[:=]")
# Pandoc marks what it escapes with a backslash and hard breaks with one at the end; both are of the standard.
DEEPEST = 60
# What site builders and pandoc read and nobody sees: "# Why {#why}", "{: .lead}" alone on a line, "{% include x %}".
UNSEEN = re.compile(
    r"(?m)(?<=\S)[ \t]*\{[#.:][^{}\n]{0,200}\}[ \t]*#*[ \t]*$|^[ \t]*\{:[^{}\n]{0,200}\}[ \t]*$|\{%[^{}\n]{0,500}%\}"
    r"|^[ \t]*\[\[?_?TOC_?\]?\][ \t]*$"
)
# Columns made with blanks, which Markdown would draw together: kept as a page would keep them.
COLUMN_GAP = re.compile(
    r"(?m)(?P<mark>^[ \t]{0,20}(?:[-*+>]|\d{1,9}[.)]|[A-Za-z][.)]|\[[^\]\n]{1,99}\]:)[ \t]+)"
    r"|(?<=[^\s|]) {4,}(?=[^\s|])"
)
GRID = re.compile(r"(?m)^\+(?:[-=:]{3,}\+)+[ \t]*$")


def read(data: bytes, ocr: bool = False) -> RawDocument:
    """The text in `data`. Raises Refused for one without any letter or digit."""
    text, warnings = decoded(data)
    require_text(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    dress = Dress()
    dress.warnings += warnings
    front = FRONT.match(text)
    if front and KEY.search(front["keys"]):
        dress.block(front["whole"])
        text = text[front.end() :]
    text = COLUMN_GAP.sub(lambda found: found["mark"] or "\u00a0" * 4, UNSEEN.sub("", text))
    html = _html(_without_grids(text)) if text.strip() else ""
    if html is None:
        dress.warnings.append("lists or quotations are nested too deep: read as plain text")
        dress.block(text)
    elif html:
        write_page(dress, shallow(html))
    return dress.document("text/markdown", paged=False)


def _html(text: str) -> str | None:
    """The text as a page; `None` where it is nested deeper than the parser follows, which it would leave out."""
    options = {"html": True, "linkify": False, "maxNesting": DEEPEST}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin)
    tokens = parser.parse(text)
    if max((token.level for token in tokens), default=0) >= DEEPEST - 2:
        return None
    _keep_lines(tokens)
    _keep_labels(tokens)
    return f"<body><main>{parser.renderer.render(tokens, parser.options, {})}</main></body>"


def _keep_lines(tokens: Sequence[Token]) -> None:
    """Lines of a paragraph stay lines, since names stand on lines of their own; a wrapped item is one line."""
    inside = 0
    for token in tokens:
        if token.type in {"list_item_open", "list_item_close"}:
            inside += token.nesting
        if token.type == "inline" and not inside:
            for child in token.children or ():
                if child.type == "softbreak":
                    child.type = "hardbreak"


def _keep_labels(tokens: Sequence[Token]) -> None:
    """Footnotes keep the marks they are written with, where those are numbers: the renderer would count anew."""
    named = {
        child.meta["id"]: child.meta["label"]
        for token in tokens
        for child in token.children or ()
        if child.type == "footnote_ref" and "label" in child.meta
    }
    for token in tokens:
        for child in token.children or ():
            if child.type == "footnote_ref":
                child.type, child.tag, child.nesting = "html_inline", "", 0
                label = named.get(child.meta["id"], str(child.meta["id"] + 1))
                child.content = f'<a href="#fn{child.meta["id"]}">{label}</a>'
        if token.type == "footnote_open":
            token.type, token.content = "html_block", f'<li id="fn{token.meta["id"]}">'
        elif token.type == "footnote_close":
            token.type, token.content = "html_block", "</li>"
        elif token.type == "footnote_anchor":
            token.type, token.content = "html_block", ""


def _without_grids(text: str) -> str:
    """Tables drawn with "+---+" as tables between pipes: what pandoc writes where a cell has many words."""
    if not GRID.search(text):
        return text
    lines, out = text.split("\n"), list[str]()
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].startswith(("+", "|")):
            end += 1
        if end - at > 2 and GRID.fullmatch(lines[at]) and GRID.fullmatch(lines[end - 1]):
            out += _piped(lines[at:end])
            at = end
        else:
            out.append(lines[at])
            at += 1
    return "\n".join(out)


def _piped(grid: Sequence[str]) -> list[str]:
    rows: list[list[str]] = []
    new = True
    for line in grid:
        if GRID.fullmatch(line):
            new = True
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if new or len(cells) != len(rows[-1]):
            rows.append(cells)
        else:
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], cells, strict=True)]
        new = False
    if not rows:
        return list(grid)
    rule = "|" + " --- |" * len(rows[0])
    return ["", *(f"| {' | '.join(rows[0])} |", rule), *(f"| {' | '.join(row)} |" for row in rows[1:]), ""]
