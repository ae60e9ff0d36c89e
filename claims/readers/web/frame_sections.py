"""Parts of a web page that no element marks as its frame: "Comments (2)" and what follows, "Related" and its links,
tables of contents, an aside of an article with a form or with words that the article itself says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from claims.readers.web.frame_words import frame_words
from claims.readers.web.node_words import has_prose, is_inside, mostly_links, names_signers, words_of

HEADINGS = "h2, h3, h4, h5, h6"
ATTRIBUTE_LIST = re.compile(r"\s*\{[#.:][^{}\n]{0,200}\}\s*$")
LONGEST_HEADING = 60
LONGEST_QUOTE = 600


def frame_sections(body: LexborNode, main: set[int]) -> set[int]:
    """The nodes (by `mem_id`) of such parts; `main`: the elements that hold the page's main content."""
    found: set[int] = set()
    for heading in body.css(HEADINGS):
        found.update(one.mem_id for one in _headed(heading))
    headings = {_bare(words_of(one)) for one in body.css(f"h1, {HEADINGS}")}
    found.update(one.mem_id for one in body.css("ul, ol") if _is_contents(one, headings))
    found.update(one.mem_id for one in body.css("aside") if is_inside(one, main) and _stands_apart(one, body))
    return found


def _headed(heading: LexborNode) -> list[LexborNode]:
    """The heading and what stands under it, if it heads a part of the frame."""
    said = words_of(heading)
    if len(said) > LONGEST_HEADING:
        return []
    talk = frame_words().talk.fullmatch(said) is not None
    if not talk and not frame_words().beside.fullmatch(said):
        return []
    start = _outermost(heading)
    under = list(_under(start, heading))
    if not talk and any(has_prose(one) and not mostly_links(one) for one in under):
        return []
    return [start, *under]


def _outermost(heading: LexborNode) -> LexborNode:
    """The box that holds nothing but the heading: `<div class="title"><h3>Related</h3></div>`."""
    node = heading
    while node.parent is not None and node.parent.tag not in {"body", "main", "article"}:
        if words_of(node.parent) != words_of(node):
            break
        node = node.parent
    return node


def _under(start: LexborNode, heading: LexborNode) -> Iterator[LexborNode]:
    """What follows, up to a heading as high as this one or to what names signers."""
    level = heading.tag or ""
    node = start.next
    while node is not None:
        if not node.is_text_node and not node.is_comment_node:
            if any((one.tag or "") <= level for one in _headings_of(node)) or names_signers(node):
                return
            yield node
        node = node.next


def _headings_of(node: LexborNode) -> list[LexborNode]:
    inner = node.css(f"h1, {HEADINGS}")
    return [node, *inner] if re.fullmatch(r"h[1-6]", node.tag or "") else inner


def _is_contents(node: LexborNode, headings: set[str]) -> bool:
    """Whether the list only leads to the page's own headings."""
    items = [one for one in node.css("li") if one.css_first("ul, ol") is None]
    links = [one.css_first("a") for one in items]
    if len(items) < 2 or not all(link is not None and _leads_inside(link) for link in links):
        return False
    if any(words_of(item) != words_of(link) for item, link in zip(items, links, strict=True) if link is not None):
        return False
    return sum(_bare(words_of(item)) in headings for item in items) * 2 >= len(items)


def _leads_inside(link: LexborNode) -> bool:
    return re.match(r"#\S", link.attributes.get("href") or "") is not None


def _bare(heading: str) -> str:
    """A heading without the name that Markdown may give it: "What we ask {#ask}"."""
    return ATTRIBUTE_LIST.sub("", heading).casefold()


def _stands_apart(aside: LexborNode, body: LexborNode) -> bool:
    """An aside of the article that is no part of it: a form, links, words it repeats. Notes are part of it."""
    name = aside.attributes.get("id")
    if names_signers(aside) or (name and any(one.attributes.get("href") == f"#{name}" for one in body.css("a"))):
        return False
    said = words_of(aside)
    if aside.css_first("form, input, button") is not None or mostly_links(aside):
        return True
    quoted = said.strip("“”\"'«»„ ")
    return bool(quoted) and len(quoted) <= LONGEST_QUOTE and words_of(body).count(quoted) > 1
