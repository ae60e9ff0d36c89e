"""From a tree of HTML to blocks in the common dress."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from selectolax.lexbor import LexborNode

from claims.quick_records import dataclass
from claims.readers.dress import guarded, require_rows, table_rows, tidy
from claims.readers.web.definition_lists import defined, is_groups, is_pairs
from claims.readers.web.elements import APART, BLOCKS
from claims.readers.web.inline_words import DEEPEST, WHITE, InlineWords, children
from claims.readers.web.list_numbers import PageList, opened
from claims.readers.web.page_tables import cells_of, is_layout, lines_of


@dataclass(slots=True)
class BlockWriter(InlineWords):
    """Writes the nodes of a page as blocks."""

    _buffer: list[str] = field(default_factory=list)
    _lead: str = ""
    _lists: list[PageList] = field(default_factory=list)
    _before: bool = False

    def title(self, words: str) -> None:
        """A heading that stands above the content."""
        if words.strip():
            self.dress.block("# " + guarded(words))

    def write(self, root: LexborNode) -> None:
        """All of `root`."""
        self._children(root)
        self._flush()

    def _children(self, node: LexborNode) -> None:
        for child in children(node):
            self._node(child)

    def _node(self, node: LexborNode) -> None:
        if node.is_text_node:
            self._buffer.append(self._text(node))
        elif node.is_comment_node or node.mem_id in self.dropped:
            return
        elif self._depth > DEEPEST:
            self._buffer.append(guarded(WHITE.sub(" ", node.text(deep=True, separator=" "))))
        elif node.tag in BLOCKS:
            self._block(node)
        elif node.tag == "br":
            self._buffer.append("\n")
        elif self._holds_blocks(node):
            self._children(node)
        else:
            self._buffer.append(self._inline(node))

    def _holds_blocks(self, node: LexborNode) -> bool:
        return any(one.tag in BLOCKS for one in node.traverse())

    def _block(self, node: LexborNode) -> None:
        self._flush()
        apart = node.tag in APART and not self._lists  # items stand close, also where each holds a paragraph
        self._before = self._before or apart
        self._depth += 1
        if node.mem_id in self.notes.notes:
            self._note(node)
        elif node.tag == "table":
            self._table(node)
        elif node.tag == "dl":
            self._defined(node)
        elif node.tag in {"ul", "ol", "dir"}:
            self._list(node)
        elif node.tag == "li":
            self._item(node)
        elif node.tag == "pre":
            self._preformatted(node)
        else:
            self._plain_block(node)
        self._depth -= 1
        self._flush()
        if apart:
            self.dress.gap()

    def _plain_block(self, node: LexborNode) -> None:
        if re.fullmatch(r"h[1-6]", node.tag or ""):
            self._lead = "#" * int((node.tag or "h1")[1]) + " "
        self._children(node)
        if self._buffer and self._wholly_bold(node):
            words = tidy("".join(self._buffer))
            self._buffer[:] = [f"**{words}**"] if words and "\n" not in words and "*" not in words else self._buffer
        self._flush()

    def _wholly_bold(self, node: LexborNode) -> bool:
        inner = [one for one in children(node) if not one.is_comment_node and (one.text(deep=True) or "").strip()]
        return len(inner) == 1 and inner[0].tag in {"b", "strong"} and not self._lead and len(inner[0].text()) < 200

    def _preformatted(self, node: LexborNode) -> None:
        self._buffer.append(guarded(node.text(deep=True)))

    def _list(self, node: LexborNode) -> None:
        self._lists.append(opened(node))
        for child in children(node):
            self._node(child)
        self._flush()
        self._lists.pop()

    def _item(self, node: LexborNode) -> None:
        current = self._lists[-1] if self._lists else PageList()
        self._lead = current.lead(node)
        self._children(node)
        self._flush()
        self._lead = ""

    def _defined(self, node: LexborNode) -> None:
        """One entry a line: "- Alder Watch: Norland", or the label of a group above its entries."""
        entries = defined(node)
        if is_pairs(entries):
            for one in entries:
                self._line(f"- {self._cell(one.terms[0]).strip().rstrip(':')}: {self._cell(one.said[0]).strip()}")
        elif is_groups(entries):
            for one in entries:
                self._line(f"**{tidy(self._cell(one.terms[0])).replace('*', '')}**")
                for said in one.said:
                    self._line(f"- {self._cell(said).strip()}")
        else:
            self._children(node)

    def _line(self, words: str) -> None:
        self.dress.block(words, before=self._before, after=False)
        self._before = False

    def _note(self, node: LexborNode) -> None:
        """A note goes to the end, as one paragraph with its mark in brackets."""
        inner = "".join(self._inline(child) for child in self._flattened(node) if child is not None)
        mark = self.notes.notes[node.mem_id]
        own = re.match(rf"\s*(?:<sup>|[\[(])?\s*{re.escape(mark)}\s*(?:</sup>|[\])])?[.:]?\s*(?=\S)", inner)
        self.dress.note(mark, WHITE.sub(" ", inner[own.end() :] if own else inner))

    def _flush(self) -> None:
        # Blanks were narrowed node by node, but for those of typewriter's columns.
        words = tidy("".join(self._buffer), gaps=True)
        self._buffer.clear()
        if not words:
            return
        indent = "  " * max(0, len(self._lists) - 1)
        if self._lists and not self._lead:  # a further paragraph of an item
            indent += "   "
        if self._lists:
            words = words.replace("\n", "\n   ")
        if self._lead.startswith("#"):
            words = words.replace("\n", " ")
        self.dress.block(self._lead + words, before=self._before, after=False, indent=indent)
        self._lead, self._before = "", False

    def _table(self, node: LexborNode) -> None:
        rows = cells_of(node)
        require_rows(len(rows))
        if is_layout(rows):
            self._cell_by_cell(rows)
            return
        for caption in node.css("caption"):
            self._children(caption)
            self._flush()
        words = [[self._cell(cell) for cell in row] for row in rows]
        header = bool(rows) and all(cell is None or cell.tag == "th" for cell in rows[0])
        for line in table_rows([row for row in words if any(row)], header=header):
            self._line(line)

    def _cell(self, cell: LexborNode | None) -> str:
        """The words of a cell on one line, its blocks set apart."""
        if cell is None:
            return ""
        parts = [""]
        for child in self._flattened(cell):
            if child is None:
                parts.append("\n")
            else:
                parts.append(self._inline(child))
        return "".join(parts)

    def _flattened(self, node: LexborNode) -> Iterator[LexborNode | None]:
        """All that stands in a line within a node, None where a block begins or ends."""
        for child in children(node):
            if child.tag in BLOCKS and child.mem_id not in self.dropped:
                yield None
                yield from self._flattened(child)
                yield None
            else:
                yield child

    def _cell_by_cell(self, rows: list[list[LexborNode | None]]) -> None:
        for row in rows:
            for cell in row:
                if cell is not None:
                    self._children(cell)
                    self._flush()
                    if lines_of(cell) > 1:
                        self.dress.gap()
