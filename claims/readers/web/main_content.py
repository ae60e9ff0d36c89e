"""What of a web page is the letter: everything, less what says or shows that it is the site's own frame.

A frame is told by its element or role, or by class names together with what stands in it: mostly links, no prose. What
names signers is never left out, whatever element it stands in.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from claims.readers.web.frame_sections import frame_sections
from claims.readers.web.frame_words import frame_words
from claims.readers.web.node_words import has_prose, is_inside, mostly_links, names_signers, words_of

NEVER = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "iframe",
        "object",
        "embed",
        "applet",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "datalist",
        "progress",
        "meter",
        "dialog",
        "head",
        "meta",
        "link",
        "map",
        "nav",
        "menu",
    ]
)
FRAMES = frozenset({"header", "footer", "aside"})
ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "menu",
        "menubar",
        "toolbar",
        "dialog",
        "alertdialog",
    ]
)
CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|share|sharing|social|cookies?|consent|sidebar|widgets?|related"
    r"|newsletter|subscribe|banner|masthead|pagination|skip|toolbar|promo|advert(?:isement)?|site-?header"
    r"|site-?footer|page-?footer|print|screen-reader-text|sr-only|visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What readers of the page wrote below it, prose or not.
TALK = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-?(?:list|area|section|thread))?|respond|disqus(?:_thread)?)(?:$|[\s_-])", re.I
)
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MAIN = "main, [role=main], article, [itemprop=articleBody]"


def left_out(body: LexborNode) -> frozenset[int]:
    """The nodes (by `mem_id`) that are not written, with all that is in them."""
    main = {one.mem_id for one in body.css(MAIN)}
    found = frame_sections(body, main)
    for node in body.traverse():
        if node.tag in NEVER or _hidden(node) or (_frame(node, main) and not names_signers(node)):
            found.add(node.mem_id)
    return frozenset(found)


def _hidden(node: LexborNode) -> bool:
    had = node.attributes
    if not had:
        return False
    style = had.get("style")
    return "hidden" in had or (style is not None and HIDING.search(style) is not None)


def _frame(node: LexborNode, main: set[int]) -> bool:
    """Whether the node is the site's own: a `<header>` inside an article is the article's."""
    had = node.attributes
    if node.tag in FRAMES and not is_inside(node, main):
        return node.tag != "header" or not node.css_first("h1") or mostly_links(node)
    if (had.get("role") or "") in ROLES:
        return True
    if node.tag in {"body", "main", "article", "p", "li", "span", "a", "td", "tr", "tbody", "table"}:
        return False
    names = f"{had.get('class') or ''} {had.get('id') or ''}"
    if node.css_first(MAIN) is not None:
        return False
    return TALK.search(names) is not None or bool(CLASS.search(names) and (mostly_links(node) or not has_prose(node)))


def main_roots(body: LexborNode, dropped: frozenset[int]) -> list[LexborNode]:
    """What to write: the page's one `<main>` or `<article>` where the rest of the page is no part of the letter."""
    candidates = [one for one in body.css(MAIN) if not _below_dropped(one, dropped)]
    outermost = [one for one in candidates if not is_inside(one, {c.mem_id for c in candidates})]
    if len(outermost) != 1:
        return [body]
    rest = _outside(body, outermost[0], dropped)
    if frame_words().signing.search(rest) or len(rest) > len(words_of(outermost[0])):
        return [body]
    return outermost


def _below_dropped(node: LexborNode, dropped: frozenset[int]) -> bool:
    return node.mem_id in dropped or is_inside(node, set(dropped))


def _outside(body: LexborNode, main: LexborNode, dropped: frozenset[int]) -> str:
    """The words of the page outside of `main` that would be written."""
    parts: list[str] = []
    above: LexborNode | None = main.parent
    node: LexborNode = main
    while above is not None:
        child = above.child
        while child is not None:
            if child.mem_id != node.mem_id and child.mem_id not in dropped:
                parts.append(child.text_content or "" if child.is_text_node else words_of(child))
            child = child.next
        if above.mem_id == body.mem_id:
            break
        node, above = above, above.parent
    return " ".join(" ".join(parts).split())
