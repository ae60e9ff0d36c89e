"""OpenDocument texts (.odt, .fodt): paragraphs, lists as numbered, notes, links, tables; deleted text and comments are
left out, pages come from the breaks that the word processor noted where its own count of pages agrees.
"""

from __future__ import annotations

from dataclasses import field
from xml.etree.ElementTree import Element

from claims.quick_records import dataclass
from claims.readers.dress import PAGE, Dress, require_rows, table_rows, tidy
from claims.readers.office.odt_lists import OdtLists
from claims.readers.office.odt_styles import OdtLook, OdtStyles, odt_apart
from claims.readers.office.odt_tables import is_odt_layout, lines_of, odt_rows
from claims.readers.office.odt_words import DEEPEST, OdtWords
from claims.readers.office.page_margins import odt_margins
from claims.readers.office.xml_parts import Parts, parsed, whole
from claims.readers.raw_document import RawDocument, Refused

WRAPS = frozenset(
    [
        "section",
        "index-body",
        "list-header",
        "user-index",
        "alphabetical-index",
        "text-content",
        "page-sequence",
        "page",
    ]
)
MEDIA = "application/vnd.oasis.opendocument.text"


def read(data: bytes, ocr: bool = False) -> RawDocument:
    """The text in `data`, zipped or flat. Raises Refused for a damaged one and for one without text."""
    content, styles, meta = _roots(data)
    dress = Dress()
    looks = OdtStyles.of(styles, content)
    writer = _Writer(dress, looks, lists=OdtLists(looks))
    text = content.find(".//body/text")
    if text is None:
        raise Refused("is an OpenDocument file that is no text; save the letter as .odt or .txt")
    writer.blocks(text)
    dress.warnings += odt_margins(styles)
    statistic = meta.find(".//document-statistic") if meta is not None else None
    pages = whole(statistic.get("page-count"), 0) if statistic is not None else 0
    return dress.document(MEDIA, paged=pages == writer.breaks + 1)


def _roots(data: bytes) -> tuple[Element, Element | None, Element | None]:
    if not data.startswith(b"PK"):
        flat = parsed(data)
        return flat, flat, flat
    parts = Parts(data)
    manifest = parts.tree("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("encryption-data"), None) is not None:
        raise Refused("is encrypted: it opens only with a password; save it without one and try again")
    return parts.required("content.xml"), parts.tree("styles.xml"), parts.tree("meta.xml")


@dataclass(slots=True)
class _Writer(OdtWords):
    """Writes the blocks of a text in order; `breaks` counts the pages that began."""

    lists: OdtLists = field(kw_only=True)
    _above: OdtLook | None = None
    _mark: str | None = None
    _in_list: bool = False

    def blocks(self, node: Element) -> None:
        """Paragraphs, lists and tables below `node`."""
        self._depth += 1
        for child in node if self._depth < DEEPEST else ():
            tag = child.tag
            if tag in {"p", "h"}:
                self._paragraph(child)
            elif tag == "list":
                self._list(child)
            elif tag == "table":
                self._table(child)
            elif tag == "soft-page-break":
                self._break()
            elif tag in {"frame", "text-box", "g", "custom-shape"} or tag in WRAPS and child.get("display") != "none":
                self.blocks(child)
        self._depth -= 1

    def _break(self) -> None:
        self.breaks += 1
        self.dress.page()

    def _list(self, node: Element) -> None:
        self.lists.begin(node)
        for item in node:
            if item.tag == "list-item":
                self._mark = self.lists.item(item)
            elif item.tag != "list-header":
                continue
            self.blocks(item)
            self._mark = None
        self.lists.end(node)

    def _paragraph(self, node: Element) -> None:
        look = self.styles.look(node.get("style-name", ""))
        if look.page_break and self._above is not None:
            self._break()
        text = self.words(node)
        boxes, self._boxes = self._boxes, []
        if not text.strip(PAGE + " \n\t"):
            self.dress.block(text)
            self.dress.gap()
        else:
            self._write(node, look, text)
        for box in boxes:
            self.blocks(box)

    def _write(self, node: Element, look: OdtLook, text: str) -> None:
        listed = self.lists.depth > 0
        before = odt_apart(self._above, look) and not (listed and self._in_list)
        indent = "  " * (self.lists.depth - 1) if listed else ""
        lead = f"{self._mark} " if self._mark else "   " if listed and self._mark is None else ""
        if node.tag == "h" and not listed:
            lead, text = "#" * min(6, max(1, whole(node.get("outline-level"), 1))) + " ", tidy(text).replace("\n", " ")
        elif look.name == "Title":
            lead, text = "# ", tidy(text).replace("\n", " ")
        elif not listed and self._wholly_bold(node, look) and "\n" not in tidy(text) and len(text) < 200:
            text = f"**{tidy(text)}**"
        self.dress.block(text=lead + tidy(text, gaps=True), before=before, after=False, indent=indent)
        self._above, self._mark, self._in_list = look, None, listed

    def _wholly_bold(self, node: Element, look: OdtLook) -> bool:
        if look.bold:
            return True
        if (node.text or "").strip() or not len(node):
            return False
        spans = [one for one in node if "".join(one.itertext()).strip()]
        bold = all(
            one.tag == "span" and self.styles.text(one.get("style-name", ""), "font-weight") == "bold" for one in spans
        )
        return bool(spans) and bold and not any((one.tail or "").strip() for one in node)

    def _table(self, node: Element) -> None:
        rows, headers = odt_rows(node)
        require_rows(len(rows))
        if is_odt_layout(rows):
            for row in rows:
                for cell in row:
                    if cell is not None:
                        self.blocks(cell)
                        if lines_of(cell) > 1:
                            self.dress.gap()
            return
        words = [[self._cell(cell) for cell in row] for row in rows]
        filled = [row for row in words if any(row)]
        for number, line in enumerate(table_rows(filled, header=headers > 0)):
            self.dress.block(line, before=number == 0, after=False)
        self.dress.gap()

    def _cell(self, cell: Element | None) -> str:
        return (
            ""
            if cell is None
            else "\n".join(said for one in cell.iter() if one.tag in {"p", "h"} and (said := self.words(one)))
        )
