"""Notes of a web page: marks that link to a place on the same page, and the places they lead to."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from claims.quick_records import dataclass
from claims.readers.web.frame_words import frame_words

MARK = re.compile(r"\s*[\[(]?\s*(?P<mark>\d{1,3}|[ivxlc]{1,8}|[a-z]|[*†‡§]{1,3})\s*[\])]?\s*", re.IGNORECASE)
ARROW = re.compile(r"[\s↩↑⤴^\ufe0e\ufe0f]*")
HOLDERS = frozenset({"li", "p", "div", "td", "dd", "aside", "section"})


@dataclass(frozen=True, slots=True)
class PageNotes:
    """`marks`: links that call a note → its mark. `notes`: blocks that are notes → their mark. `backs`: links to drop.

    `targets`: every name on the page that a link can lead to. Nodes are told by `mem_id`.
    """

    marks: dict[int, str]
    notes: dict[int, str]
    backs: frozenset[int]
    targets: frozenset[str]


def mark_of(words: str) -> str | None:
    """The mark that a link shows: "3", "[iv]", "(note 3)"."""
    found = MARK.fullmatch(frame_words().note.sub("", words))
    return found["mark"] if found is not None else None


def leads_back(words: str) -> bool:
    """Whether a link is one from a note back to its call: "↩", "Back to text"."""
    return ARROW.fullmatch(words) is not None or frame_words().back.fullmatch(words) is not None


def find_notes(body: LexborNode) -> PageNotes:
    """The notes that links of the page lead to; a note is called from above and stands below its first call."""
    order, anchors, links = _survey(body)
    marks: dict[int, str] = {}
    notes: dict[int, str] = {}
    backs: set[int] = set()
    for link, target in links:
        words = " ".join(link.text(deep=True).split())
        found = mark_of(words)
        holder = _holder(anchors[target]) if target in anchors else None
        if target not in anchors:
            continue
        if found and holder is not None and order[holder.mem_id] > order[link.mem_id]:
            marks[link.mem_id] = found
            notes.setdefault(holder.mem_id, found)
        elif found or leads_back(words):
            backs.add(link.mem_id)
    # A mark inside a note that leads back up is how Word and LibreOffice write the note's own number.
    return PageNotes(marks, notes, frozenset(backs), frozenset(anchors))


Survey = tuple[dict[int, int], dict[str, LexborNode], list[tuple[LexborNode, str]]]


def _survey(body: LexborNode) -> Survey:
    order: dict[int, int] = {}
    anchors: dict[str, LexborNode] = {}
    links: list[tuple[LexborNode, str]] = []
    for place, node in enumerate(body.traverse()):
        order[node.mem_id] = place
        had = node.attributes
        if not had:
            continue
        for name in (had.get("id"), had.get("name") if node.tag == "a" else None):
            if name:
                anchors.setdefault(name, node)
        if node.tag == "a" and (had.get("href") or "").startswith("#") and len(had["href"] or "") > 1:
            links.append((node, (had["href"] or "")[1:]))
    return order, anchors, links


def _holder(node: LexborNode) -> LexborNode | None:
    """The block that the place a link leads to stands in; a note is no longer than a paragraph or two."""
    found: LexborNode | None = node
    while found is not None and found.tag not in HOLDERS:
        found = found.parent
    if found is None or len(found.text(deep=True)) > 3000:
        return None
    return found
