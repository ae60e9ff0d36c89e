"""The words of an OpenDocument paragraph: spans, blanks, links, notes; comments and hidden text left out."""

from __future__ import annotations

from dataclasses import field
from xml.etree.ElementTree import Element

from claims.quick_records import dataclass
from claims.readers.dress import PAGE, Dress, guarded, linked, mark_of, raised
from claims.readers.office.odt_styles import OdtStyles
from claims.readers.office.xml_parts import whole

LEFT_OUT = frozenset(
    [
        "tracked-changes",
        "annotation",
        "annotation-end",
        "table-of-content",
        "table-index",
        "illustration-index",
        "bibliography",
        "ruby-text",
        "sequence-decls",
        "variable-decls",
        "forms",
        "user-field-decls",
        "script",
        "desc",
        "title",
    ]
)
STRUCK = "words that are struck through were left out"
MOST_BLANKS, DEEPEST = 8, 80


@dataclass(slots=True)
class OdtWords:
    """Reads words into text; `breaks` counts the pages that began, `_boxes` keeps text boxes for later."""

    dress: Dress
    styles: OdtStyles
    breaks: int = 0
    _boxes: list[Element] = field(default_factory=list)
    _depth: int = 0

    def words(self, node: Element) -> str:
        """The words of a paragraph or of a part of it."""
        self._depth += 1
        parts = [guarded(node.text or "")]
        for child in node if self._depth < DEEPEST else ():
            parts += [self._inline(child), guarded(child.tail or "")]
        self._depth -= 1
        return "".join(parts)

    def _inline(self, node: Element) -> str:
        tag = node.tag
        if tag == "span":
            return self._span(node)
        if tag == "s":
            return " " * min(MOST_BLANKS, max(1, whole(node.get("c"), 1)))
        if tag in {"tab", "line-break"}:
            return "\t" if tag == "tab" else "\n"
        if tag == "soft-page-break":
            self.breaks += 1
            return PAGE
        if tag == "a":
            words = self.words(node)
            target = node.get("href", "")
            return words if target.startswith("#") else linked(words, target)
        if tag == "note":
            return self._note(node)
        if tag in {"frame", "text-box", "g", "custom-shape"}:
            self._boxes.append(node)
            return ""
        return "" if tag in LEFT_OUT or not isinstance(tag, str) else self.words(node)

    def _span(self, node: Element) -> str:
        style = node.get("style-name", "")
        if self.styles.text(style, "display") == "none":
            return ""
        words = self.words(node)
        if self.styles.text(style, "text-line-through-style") not in {None, "none"} and words.strip():
            self.dress.warnings += [STRUCK] if STRUCK not in self.dress.warnings else []
            return ""
        place = (self.styles.text(style, "text-position") or "").split(" ")[0]
        up = place == "super" or place.endswith("%") and whole(place[:-1], 0) > 0
        return raised(words) if up and not words.startswith("[") else words

    def _note(self, node: Element) -> str:
        mark = (node.findtext("note-citation") or "").strip() or "*"
        body = node.find("note-body")
        said = " ".join(self.words(one) for one in body.iter("p")) if body is not None else ""
        self.dress.note(mark, " ".join(said.replace(PAGE, "").split()))
        return mark_of(mark)
