"""The words of a Word paragraph: tracked changes as accepted, comments and hidden text left out, links, marks."""

from __future__ import annotations

import re
from dataclasses import field
from xml.etree.ElementTree import Element

from claims.quick_records import dataclass
from claims.readers.dress import PAGE, guarded, linked, mark_of
from claims.readers.office.docx_notes import NoteNumbers
from claims.readers.office.docx_pieces import boxes_in, joined_runs, symbol
from claims.readers.office.xml_parts import on

# Elements that only wrap runs; all others that are not named below hold nothing to read.
WRAPS = frozenset(["ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir", "fldSimple"])
CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s\\"]+))', re.IGNORECASE)
STRUCK = "words that are struck through were left out"


@dataclass(slots=True)
class _Field:
    """A field that is open: its code so far, whether its result has begun, where that began among the pieces."""

    code: str = ""
    shown: bool = False
    start: int = 0


@dataclass(slots=True)
class Words:
    """The words of one paragraph; `bold`: all of them are. `boxes` are text boxes anchored in it."""

    text: str
    bold: bool
    boxes: list[Element]


@dataclass(slots=True)
class RunReader:
    """Reads paragraphs in order: a field may begin in one and end in another."""

    targets: dict[str, str]
    notes: NoteNumbers
    warnings: list[str]
    rendered_pages: bool
    _fields: list[_Field] = field(default_factory=list)
    _pieces: list[tuple[str, str]] = field(default_factory=list)
    _boxes: list[Element] = field(default_factory=list)
    _light: bool = False

    def words(self, paragraph: Element) -> Words:
        """What the paragraph says."""
        self._pieces, self._boxes, self._light = [], [], False
        for one in self._fields:
            one.start = 0
        self._children(paragraph)
        for one in self._fields:
            self._close_link(one)
        text = joined_runs(self._pieces)
        return Words(text, bool(text.strip()) and not self._light, self._boxes)

    def _children(self, node: Element) -> None:
        for child in node:
            if child.tag == "r":
                self._run(child)
            elif child.tag == "hyperlink":
                self._hyperlink(child)
            elif child.tag == "fldSimple":
                start = len(self._pieces)
                self._children(child)
                self._link_from(start, _target(child.get("instr", "")))
            elif child.tag in WRAPS:
                self._children(child)
            elif child.tag in {"oMath", "oMathPara"}:
                self._say("".join(one.text or "" for one in child.iter("t")))
            elif child.tag == "AlternateContent":
                self._alternative(child)

    def _hyperlink(self, node: Element) -> None:
        start = len(self._pieces)
        self._children(node)
        self._link_from(start, self.targets.get(node.get("id", ""), ""))

    def _link_from(self, start: int, target: str) -> None:
        """Everything said since piece `start` becomes one link; a link inside the document is only words."""
        said = joined_runs(self._pieces[start:])
        if target and said.strip(PAGE + " \n\t"):
            pages = said.count(PAGE)
            self._pieces[start:] = [("", linked(said.replace(PAGE, ""), target) + PAGE * pages)]

    def _run(self, run: Element) -> None:
        look = run.find("rPr")
        if look is not None and (on(look.find("vanish")) or on(look.find("webHidden"))):
            self._only_fields(run)
            return
        struck = look is not None and (on(look.find("strike")) or on(look.find("dstrike")))
        height = look.find("vertAlign") if look is not None else None
        kind = "raised" if height is not None and height.get("val") == "superscript" else ""
        before = len(self._pieces)
        self._contents(run, kind)
        said = "".join(text for _, text in self._pieces[before:])
        if struck and said.strip():
            del self._pieces[before:]
            self.warnings += [STRUCK] if STRUCK not in self.warnings else []
        elif said.strip() and (look is None or not on(look.find("b"))):
            self._light = True

    def _only_fields(self, run: Element) -> None:
        for child in run:
            if child.tag in {"fldChar", "instrText"}:
                self._field(child)

    def _contents(self, run: Element, kind: str) -> None:
        custom = False
        for child in run:
            tag = child.tag
            if tag == "t":
                text = child.text or ""
                self._say(mark_of(text.strip()) if custom and text.strip() else guarded(text), kind)
                custom = False
            elif tag in CHARACTERS:
                self._say(CHARACTERS[tag])
            elif tag == "br":
                self._break(child.get("type"))
            elif tag == "lastRenderedPageBreak":
                self._say(PAGE if self.rendered_pages else "")
            elif tag in {"footnoteReference", "endnoteReference"}:
                custom = child.get("customMarkFollows") in {"1", "true", "on"}
                self._say("" if custom else self.notes.call(tag[:-9], child.get("id", "")))
            elif tag in {"fldChar", "instrText"}:
                self._field(child)
            elif tag == "sym":
                self._say(symbol(child))
            elif tag == "AlternateContent":
                self._alternative(child)
            elif tag in {"drawing", "pict", "object"}:
                self._boxes += boxes_in(child)

    def _break(self, kind: str | None) -> None:
        if kind == "page":
            self._say("\n" if self.rendered_pages else "\n" + PAGE)
        else:
            self._say("\n")

    def _alternative(self, node: Element) -> None:
        """One of several forms of the same thing: the first that holds anything."""
        for form in node:
            boxes = boxes_in(form)
            if boxes:
                self._boxes += boxes
                return
            before = len(self._pieces)
            self._contents(form, "")
            if len(self._pieces) > before:
                return

    def _field(self, node: Element) -> None:
        if node.tag == "instrText":
            if self._fields and not self._fields[-1].shown:
                self._fields[-1].code += (node.text or "")[:4000]
            return
        kind = node.get("fldCharType")
        if kind == "begin":
            self._fields.append(_Field(start=len(self._pieces)))
        elif kind == "separate" and self._fields:
            self._fields[-1].shown, self._fields[-1].start = True, len(self._pieces)
        elif kind == "end" and self._fields:
            self._close_link(self._fields.pop())

    def _close_link(self, one: _Field) -> None:
        if one.shown:
            self._link_from(min(one.start, len(self._pieces)), _target(one.code))
            one.start = len(self._pieces)

    def _say(self, text: str, kind: str = "") -> None:
        if text and all(one.shown for one in self._fields):
            self._pieces.append((kind, text))


def _target(code: str) -> str:
    found = HYPERLINK.match(code)
    return (found["quoted"] or found["bare"] or "") if found else ""
