"""The words of one line of a web page: links, marks of notes, raised digits; what is struck through is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from claims.quick_records import dataclass
from claims.readers.dress import Dress, guarded, linked, mark_of, raised
from claims.readers.web.page_notes import PageNotes, leads_back

WHITE = re.compile(r"[ \t\r\n\f]+")
DEEPEST = 150
STRUCK = frozenset({"del", "s", "strike"})
OUT_OF_SIGHT = "words that are struck through were left out"


@dataclass(slots=True)
class InlineWords:
    """Reads nodes into text; `dropped` nodes (by `mem_id`) are passed over, `notes` says what notes there are."""

    dress: Dress
    dropped: frozenset[int]
    notes: PageNotes
    _depth: int = 0

    def _text(self, node: LexborNode) -> str:
        return guarded(WHITE.sub(" ", node.text_content or ""))

    def _inline(self, node: LexborNode) -> str:
        """Words of one line: links, marks, raised digits."""
        if node.is_text_node:
            return self._text(node)
        if node.is_comment_node or node.mem_id in self.dropped or node.mem_id in self.notes.backs:
            return ""
        if node.mem_id in self.notes.marks:
            return mark_of(self.notes.marks[node.mem_id])
        if node.tag == "br":
            return "\n"
        if node.tag in STRUCK:
            self._struck(node)
            return ""
        self._depth += 1
        words = "".join(self._inline(child) for child in children(node)) if self._depth <= DEEPEST else ""
        self._depth -= 1
        if node.tag == "sup":
            return words if words.startswith("[") else raised(words)
        return self._link(node, words) if node.tag == "a" else words

    def _struck(self, node: LexborNode) -> None:
        if node.text(deep=True).strip() and OUT_OF_SIGHT not in self.dress.warnings:
            self.dress.warnings.append(OUT_OF_SIGHT)

    def _link(self, node: LexborNode, words: str) -> str:
        target = node.attributes.get("href")
        if target is None or (target.startswith("#") and target[1:] in self.notes.targets):
            return words
        if target.startswith("#") and words and leads_back(words):
            return ""
        # A link around a mark that is no link of this page, as "https://…/letter#fn1", is that mark.
        if re.fullmatch(r"<sup>\d{1,3}</sup>|\[\d{1,3}\]", words.strip()):
            return words
        return linked(words, target)


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes right below, text and comments too."""
    child = node.child
    while child is not None:
        yield child
        child = child.next
