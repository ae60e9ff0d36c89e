"""Web pages: the main content in the common dress, links with their targets, marks, lists as numbered, tables.

lexbor builds the tree as a browser does. Scripts, styles, forms and what is hidden are left out; nothing is fetched.
"""

from __future__ import annotations

import codecs
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.readers.dress import Dress
from claims.readers.encodings import decoded
from claims.readers.raw_document import RawDocument, Refused
from claims.readers.web.main_content import left_out, main_roots
from claims.readers.web.page_blocks import BlockWriter
from claims.readers.web.page_notes import find_notes

CHARSET = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
# What a browser reads where a page names one of these.
BROWSERS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
PHP = re.compile(r"<\?(?!xml\b).{0,100000}?(?:\?>|\Z)", re.DOTALL | re.IGNORECASE)
NESTING = re.compile(r"<(/?)(?=[a-z])(?!(?:br|hr|img|input|meta|link|wbr|area|base|col|source)\b)[^<>]{0,2000}>", re.I)
DEEPEST = 400


def read(data: bytes, ocr: bool = False) -> RawDocument:
    """The page in `data`. Raises Refused where there is no text on it."""
    text, warnings = decoded_page(data)
    dress = Dress()
    dress.warnings += warnings
    write_page(dress, text)
    return dress.document("text/html", paged=False)


def write_page(dress: Dress, html: str) -> None:
    """Write the main content of the page `html` into `dress`."""
    tree = LexborHTMLParser(shallow(PHP.sub(" ", html)))
    body = tree.body
    if body is None:
        raise Refused("is a web page without a body; save it again, or as plain text")
    dropped = left_out(body)
    roots = main_roots(body, dropped)
    writer = BlockWriter(dress, dropped, find_notes(body))
    writer.title(_title(tree, roots))
    for root in roots:
        writer.write(root)


def decoded_page(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The page's own word on its encoding counts where its bytes allow it; UTF-8 is tried first."""
    found = CHARSET.search(data[:8192])
    if found and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = (found[1] or found[2]).decode("ascii").lower()
        try:
            return data.decode("utf-8"), ()
        except UnicodeDecodeError:
            pass
        try:
            if codecs.lookup(BROWSERS.get(name, name)).name not in {"utf-8", "utf-16", "utf-16-le", "utf-16-be"}:
                return data.decode(BROWSERS.get(name, name)), ()
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data)


def shallow(html: str) -> str:
    """`html` without the tags beyond a depth that no page has: the tree's upkeep grows with the square of it."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        depth = max(0, depth - 1) if tag[1] else depth + 1
        return tag[0] if depth < DEEPEST else " "

    if html.count("<") < DEEPEST:
        return html
    return NESTING.sub(kept, html)


def _title(tree: LexborHTMLParser, roots: list[LexborNode]) -> str:
    """The page's title where its content has no heading of its own."""
    if any(root.css_first("h1, h2") is not None for root in roots):
        return ""
    node = tree.css_first("title")
    words = node.text(deep=True) if node is not None else ""
    return re.split(r"\s+[|•»–—]\s+|\s+-\s+(?=[^-]{1,40}$)", " ".join(words.split()))[0]
