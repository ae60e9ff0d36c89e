"""What of a web page is not in its text: scripts that fill it, charts, frames, pictures, files, the days it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.readers.web.html_page import decoded_page, shallow
from sources.pages.reading.page_child import cut, numbers_in
from sources.words import words

_UNSEEN: Final = "script, style, template, noscript"
_ROOTS: Final = "#root, #app, #__next, #__nuxt, app-root, [data-reactroot], [ng-app], [ng-version]"
_FRAMED: Final = "iframe, object, embed, frame"
_DRAWING: Final = "div[class], div[id], figure[class], script[src], [data-src]"
_FILLED: Final = "span, strong, b, em, div, p, td, dd, h2, h3"
_NOTHING: Final = frozenset({"", "0", "-", "–", "—", "…", "..."})
_OF_THE_SITE: Final = frozenset({"nav", "header", "footer", "aside"})
_VIDEO: Final = re.compile(
    r"youtube|youtu\.be|vimeo|dailymotion|soundcloud|spotify|facebook|twitter|x\.com|googletag|recaptcha|disqus", re.I
)
_FILES: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|ods|odt|zip|pptx?|json)(?:$|[?#])", re.IGNORECASE)
_SMALL: Final = 120  # pixels: an icon, a logo, a portrait beside a name
_MANY_SHAPES = 25
_DRAWN: Final = "path, rect, circle, line, polyline, polygon"
_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})")
_LINKED_DATA: Final = re.compile(r'"(dateModified|datePublished)"\s*:\s*"(\d{4}-\d{2}-\d{2})')
_SHORT = 400  # characters of text: below it a page with scripts is taken to be filled in by them
_REFRESH: Final = re.compile(r"url\s*=", re.IGNORECASE)


def signs(data: bytes) -> dict[str, Any]:
    """The signs of `PageText` for the page in `data`."""
    html = shallow(decoded_page(data)[0])
    tree = LexborHTMLParser(html)
    hidden = numbers_in(_unseen(tree))
    found = {**_days(tree, html), "hidden": hidden, **_embedded(tree), "language": _language(tree)}
    waiting = _waits_for_scripts(tree)
    found["leads_on"] = any(_leads_on(node) for node in tree.css("meta[http-equiv]"))
    found["more_pages"] = bool(tree.css("link[rel=next], a[rel=next]"))
    for node in tree.css(_UNSEEN):
        node.decompose()
    body = tree.body
    loose = body.text(deep=True, separator="\n") if body is not None else ""
    joined = body.text(deep=True, separator="") if body is not None else ""
    found["scripts"] = waiting or (bool(found.pop("scripted")) and len(" ".join(loose.split())) < _SHORT)
    return {**found, "loose": cut(f"{loose}\n\n{joined}")}


def _unseen(tree: LexborHTMLParser) -> Iterator[str]:
    """What the page holds and does not show as text: scripts, and attributes other than addresses and dress."""
    for node in tree.css("script, template, noscript"):
        yield node.text(deep=True) or node.html or ""
    for node in tree.css("[alt], [title], [aria-label], [content], [value], [data-value], [data-count], [data-to]"):
        had = node.attributes
        yield from (value for name, value in had.items() if value and _tells(name))


def _tells(name: str) -> bool:
    return name in ("alt", "title", "aria-label", "content", "value") or (
        name.startswith("data-") and "src" not in name
    )


def _embedded(tree: LexborHTMLParser) -> dict[str, Any]:
    pictures = [node for node in tree.css("img, picture source") if _is_content(node) and not _is_small(node)]
    charts = [node for node in pictures if _names_chart(node)]
    drawn = [n for n in tree.css("svg") if len(n.css(_DRAWN)) >= _MANY_SHAPES and _is_content(n)]
    framed = [*tree.css(_FRAMED), *(node for node in tree.css(_DRAWING) if _embeds(node))]
    frames = [node for node in framed if not _is_small(node) and not _VIDEO.search(_source(node))]
    return {
        "charts": len(charts) + len(drawn) + len(tree.css("canvas")) + len([n for n in tree.css(_FILLED) if _waits(n)]),
        "frames": len(frames),
        "pictures": len(pictures) - len(charts),
        "files": sum(
            1 for a in tree.css("a[href]") if _is_content(a) and _FILES.search(a.attributes.get("href") or "")
        ),
        "scripted": len(tree.css("script[src]")),
    }


def _waits(node: LexborNode) -> bool:
    """Whether an element that scripts fill with a number shows nothing yet."""
    if len(node.css("*")) > 1 or (node.text(deep=True) or "").strip() not in _NOTHING:  # itself is the first
        return False
    had = node.attributes
    named = f"{had.get('class') or ''} {had.get('id') or ''}".casefold()
    return bool(named.strip()) and any(word in named for word in words("pages")["filled"])


def _embeds(node: LexborNode) -> bool:
    """Whether another site's chart stands in an element, or a script draws charts on the page."""
    had = node.attributes
    named = " ".join(had.get(name) or "" for name in ("class", "id", "src", "data-src")).casefold()
    return any(word in named for word in words("pages")["embeds"])


def _is_content(node: LexborNode) -> bool:
    """Whether a node is no part of the site's own frame."""
    above = node.parent
    while above is not None:
        if above.tag in _OF_THE_SITE:
            return above.tag == "header" and above.parent is not None and above.parent.tag in ("article", "main")
        above = above.parent
    return True


def _is_small(node: LexborNode) -> bool:
    had = node.attributes
    sizes = [
        int(value) for name in ("width", "height") if (value := (had.get(name) or "").removesuffix("px")).isdecimal()
    ]
    hidden = "hidden" in had or "display:none" in (had.get("style") or "").replace(" ", "")
    return hidden or (bool(sizes) and min(sizes) < _SMALL)


def _names_chart(node: LexborNode) -> bool:
    """Whether its words, its file's name or its caption call a picture a chart."""
    had = node.attributes
    file = urlsplit_path(had.get("src") or had.get("srcset") or "")
    told = " ".join([had.get("alt") or "", had.get("title") or "", had.get("class") or "", file])
    if node.parent is not None and node.parent.tag == "figure":
        told += " " + (node.parent.text(deep=True) or "")
    found = set(re.findall(r"[a-z]+", told.casefold()))
    return any(word in found or f"{word}s" in found for word in words("pages")["charts"])


def urlsplit_path(address: str) -> str:
    """The last part of an address's path: a file's name."""
    try:
        return urlsplit(address).path.rsplit("/", 1)[-1]
    except ValueError:
        return ""


def _source(node: LexborNode) -> str:
    return " ".join(node.attributes.get(name) or "" for name in ("src", "data", "data-src", "title", "class"))


def _waits_for_scripts(tree: LexborHTMLParser) -> bool:
    """Whether an element that scripts fill stands empty."""
    return any(len((node.text(deep=True) or "").split()) < 20 and tree.css("script") for node in tree.css(_ROOTS))


def _leads_on(node: LexborNode) -> bool:
    had = node.attributes
    return (had.get("http-equiv") or "").casefold() == "refresh" and bool(_REFRESH.search(had.get("content") or ""))


def _language(tree: LexborHTMLParser) -> str:
    node = tree.css_first("html")
    return ((node.attributes.get("lang") or "") if node is not None else "").strip().casefold()[:2]


def _days(tree: LexborHTMLParser, html: str) -> dict[str, Any]:
    """When the page says that it was published and last changed, in ISO 8601."""
    named = {"changed_on": ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified"),
             "published_on": ("article:published_time", "dcterms.issued", "date", "dcterms.date")}  # fmt: skip
    metas = [(_meta(node), node.attributes.get("content") or "") for node in tree.css("meta[content]")]
    found: dict[str, Any] = {"changed_on": "", "published_on": ""}
    for field, names in named.items():
        days = [day[1] for name, value in metas if name in names and (day := _DAY.search(value))]
        found[field] = max(days, default="")
    for kind, day in _LINKED_DATA.findall(html[:2_000_000]):
        field = "changed_on" if kind == "dateModified" else "published_on"
        found[field] = max(found[field], day)
    return found


def _meta(node: LexborNode) -> str:
    had = node.attributes
    return (had.get("property") or had.get("name") or had.get("http-equiv") or "").casefold()
