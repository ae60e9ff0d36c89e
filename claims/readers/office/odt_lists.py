"""Counting the items of OpenDocument lists: starts, continued lists, levels."""

from __future__ import annotations

from dataclasses import field
from xml.etree.ElementTree import Element

from claims.quick_records import dataclass
from claims.readers.office.odt_styles import OdtStyles, item_mark, start_of
from claims.readers.office.xml_parts import whole

DEEPEST = 10


@dataclass(slots=True)
class OdtLists:
    """Where each list stands in its count; `counts` has a number a level, the outermost first."""

    styles: OdtStyles
    _open: list[str] = field(default_factory=list)
    _counts: list[int] = field(default_factory=list)
    _ended: dict[str, list[int]] = field(default_factory=dict)
    _ids: dict[str, list[int]] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._open)

    def begin(self, node: Element) -> None:
        """A list begins, with its own style or that of the list around it, and perhaps where another one ended."""
        name = node.get("style-name") or (self._open[-1] if self._open else "")
        level = len(self._open) + 1
        before = start_of(self.styles.lists.get(name), level) - 1
        earlier = self._ids.get(node.get("continue-list", ""))
        if earlier is None and node.get("continue-numbering") == "true":
            earlier = self._ended.get(name)
        if earlier is not None and len(earlier) >= level:
            before = earlier[level - 1]
        self._open.append(name)
        self._counts.append(before)

    def item(self, node: Element) -> str:
        """The mark of the next item."""
        self._counts[-1] += 1
        if (value := node.get("start-value")) is not None:
            self._counts[-1] = whole(value, self._counts[-1])
        style = self.styles.lists.get(self._open[-1])
        return item_mark(style, min(len(self._open), DEEPEST), self._counts)

    def end(self, node: Element) -> None:
        """The innermost list ends."""
        kept = list(self._counts)
        self._ended[self._open[-1]] = kept
        if (name := node.get("id")) is not None:
            self._ids[name] = kept
        self._open.pop()
        self._counts.pop()
