"""What of a web page is the letter: everything, less what says or shows that it is the site's own frame.

A frame is told by its element or role, or by class names together with what stands in it: mostly links, no prose. What
names signers is never left out, whatever element it stands in.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

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
    r"|newsletter|subscribe|banner|masthead|pagination|comments?|respond|skip|toolbar|promo|advert(?:isement)?|site-?header"
    r"|site-?footer|page-?footer|print|screen-reader-text|sr-only|visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SIGNING = re.compile(
    r"\b(?:sign(?:ed|ing|ator(?:y|ies))|undersigned|endors(?:ed|ers?|ements?|ing)|co-?sign|sincerely|respectfully|"
    r"supporting (?:organi[sz]ations|groups))\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^\s.!?]+(?:\s+[^\s.!?]+){7,}[.!?]")
MAIN = "main, [role=main], article, [itemprop=articleBody]"


def left_out(body: LexborNode) -> frozenset[int]:
    """The nodes (by `mem_id`) that are not written, with all that is in them."""
    found: set[int] = set()
    main = {one.mem_id for one in body.css(MAIN)}
    for node in body.traverse():
        if node.tag in NEVER or _hidden(node) or (_frame(node, main) and not _names_signers(node)):
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
    if node.tag in FRAMES and not _inside(node, main):
        return node.tag != "header" or not node.css_first("h1") or _mostly_links(node)
    if (had.get("role") or "") in ROLES:
        return True
    if node.tag in {"body", "main", "article", "p", "li", "span", "a", "td", "tr", "tbody", "table"}:
        return False
    named = CLASS.search(had.get("class") or "") or CLASS.search(had.get("id") or "")
    return named is not None and not node.css_first(MAIN) and (_mostly_links(node) or not _has_prose(node))


def _inside(node: LexborNode, main: set[int]) -> bool:
    above = node.parent
    while above is not None:
        if above.mem_id in main:
            return True
        above = above.parent
    return False


def _mostly_links(node: LexborNode) -> bool:
    text = len(_words(node))
    return sum(len(_words(link)) for link in node.css("a")) > 0.6 * text


def _has_prose(node: LexborNode) -> bool:
    return SENTENCE.search(_words(node)) is not None


def _names_signers(node: LexborNode) -> bool:
    """Whether it speaks of signing outside of its links: "Signed by: …" in an aside, not "Sign the petition" linked."""
    words = _words(node)
    if not SIGNING.search(words):
        return False
    linked = sum(len(SIGNING.findall(_words(link))) for link in node.css("a, button"))
    return len(SIGNING.findall(words)) > linked


def _words(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())


def main_roots(body: LexborNode, dropped: frozenset[int]) -> list[LexborNode]:
    """What to write: the page's one `<main>` or `<article>` where the rest of the page is no part of the letter."""
    candidates = [one for one in body.css(MAIN) if not _below_dropped(one, dropped)]
    outermost = [one for one in candidates if not _inside(one, {c.mem_id for c in candidates})]
    if len(outermost) != 1:
        return [body]
    rest = _outside(body, outermost[0], dropped)
    if SIGNING.search(rest) or len(rest) > len(_words(outermost[0])):
        return [body]
    return outermost


def _below_dropped(node: LexborNode, dropped: frozenset[int]) -> bool:
    return node.mem_id in dropped or _inside(node, set(dropped))


def _outside(body: LexborNode, main: LexborNode, dropped: frozenset[int]) -> str:
    """The words of the page outside of `main` that would be written."""
    parts: list[str] = []
    above: LexborNode | None = main.parent
    node: LexborNode = main
    while above is not None:
        child = above.child
        while child is not None:
            if child.mem_id != node.mem_id and child.mem_id not in dropped:
                parts.append(child.text_content or "" if child.is_text_node else _words(child))
            child = child.next
        if above.mem_id == body.mem_id:
            break
        node, above = above, above.parent
    return " ".join(" ".join(parts).split())
