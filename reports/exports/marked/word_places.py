"""The words of a Word document with the runs they stand in, and runs cut where a comment begins or ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import field
from typing import Any

from claims.quick_records import dataclass

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What is deleted, moved away, a second form of the same drawing for older programs, or no words at all.
LEFT_OUT = frozenset(
    [f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "sectPr", "tblPr", "trPr", "tcPr")]
    + ["{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
CALLS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


@dataclass(slots=True)
class Piece:
    """Words in one run. `leaf` holds them and can be cut; without it the comment goes around the run as a whole."""

    start: int
    text: str
    run: Any
    leaf: Any = None


@dataclass(slots=True)
class WordText:
    """The words of a body in order: text boxes behind the paragraph that they hang on, notes at the end.

    Word takes no comment inside a box or a note: what stands there belongs to the run that carries the box or the mark.
    """

    pieces: list[Piece] = field(default_factory=list)
    _length: int = 0
    _boxes: list[tuple[Any, Any]] = field(default_factory=list)
    _calls: list[tuple[str, str, Any]] = field(default_factory=list)

    @classmethod
    def of(cls, body: Any, notes: Iterable[Any] = ()) -> WordText:
        """`notes` are the roots of the parts that hold footnotes and endnotes."""
        made = cls()
        made._walk(body, None, None)
        made._write_notes(notes)
        return made

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def at(self, offset: int) -> Piece:
        """The piece that the character at `offset` stands in."""
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1]

    def _say(self, text: str, run: Any, leaf: Any = None) -> None:
        if text:
            self.pieces.append(Piece(self._length, text, run, leaf))
            self._length += len(text)

    def _walk(self, node: Any, run: Any, carrier: Any) -> None:
        """`carrier`: the run that all words below belong to as a whole."""
        for child in node:
            tag = child.tag
            if tag in LEFT_OUT or not isinstance(tag, str):
                continue
            if tag == f"{W}t":
                self._say(child.text or "", run, None if carrier is not None else child)
            elif tag in SIGNS:
                self._say(SIGNS[tag], run)
            elif tag == f"{W}txbxContent":
                self._boxes.append((child, run))
            elif tag in CALLS:
                self._calls.append((CALLS[tag], child.get(f"{W}id", ""), run))
            elif tag == f"{W}p":
                self._paragraph(child, carrier)
            else:
                self._walk(child, child if tag == f"{W}r" and carrier is None else run, carrier)

    def _paragraph(self, node: Any, carrier: Any) -> None:
        outer, self._boxes = self._boxes, []
        self._walk(node, carrier, carrier)
        self._say("\n", None)
        boxes, self._boxes = self._boxes, outer
        for box, run in boxes:
            self._walk(box, run, run)

    def _write_notes(self, roots: Iterable[Any]) -> None:
        every = {
            (str(one.tag).removeprefix(W), one.get(f"{W}id", "")): one
            for root in roots
            for one in root
            if isinstance(one.tag, str)
        }
        for kind, note_id, run in self._calls[:]:
            if (kind, note_id) in every and run is not None:
                self._walk(every[kind, note_id], run, run)


def cut(words: WordText, offsets: Iterable[int]) -> None:
    """Cut runs so that one begins at each of `offsets`; `words` is to be made anew afterwards."""
    for offset in sorted(set(offsets), reverse=True):  # from the end: what stands before a cut keeps its offsets
        piece = words.at(max(offset - 1, 0))
        if piece.leaf is not None and piece.start < offset:
            _cut(piece.run, piece.leaf, offset - piece.start)
        piece = words.at(offset) if offset < words.pieces[-1].start + len(words.pieces[-1].text) else piece
        if piece.leaf is not None and piece.start == offset and _leads(piece.leaf):
            _move(piece.run, [piece.leaf, *piece.leaf.itersiblings()])


def _leads(leaf: Any) -> bool:
    """Whether other words stand before `leaf` in its run."""
    return any(one.tag != f"{W}rPr" for one in leaf.itersiblings(preceding=True))


def _cut(run: Any, leaf: Any, at: int) -> None:
    text, behind = leaf.text, list(leaf.itersiblings())
    if at < len(text):
        rest = deepcopy(leaf)
        leaf.text, rest.text = text[:at], text[at:]
        for one in (leaf, rest):
            one.set(SPACE, "preserve")
        behind.insert(0, rest)
    if behind:
        _move(run, behind)


def _move(run: Any, contents: list[Any]) -> None:
    """Put `contents`, the end of a run, into a run of their own behind it, which looks the same."""
    fresh = run.makeelement(run.tag, dict(run.attrib), nsmap=run.nsmap)
    look = run.find(f"{W}rPr")
    if look is not None:
        fresh.append(deepcopy(look))
    for one in contents:
        fresh.append(one)
    run.addnext(fresh)
