"""Word documents (.docx): the parts are read as they are, since what Word prints (numbers of lists, marks of notes) is
in no library's reach; nothing of a macro, a template or a linked file is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from xml.etree.ElementTree import Element

from claims.quick_records import dataclass
from claims.readers.dress import PAGE, Dress, only_places, require_rows, table_rows, tidy
from claims.readers.office.docx_notes import NoteNumbers
from claims.readers.office.docx_numbering import Numbering
from claims.readers.office.docx_package import is_paged, main_part, targets_of
from claims.readers.office.docx_runs import RunReader, Words
from claims.readers.office.docx_styles import Look, Styles, apart
from claims.readers.office.page_margins import docx_margins
from claims.readers.office.xml_parts import Parts, on, whole
from claims.readers.raw_document import RawDocument

WRAPS = frozenset(["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"])
DEEPEST = 40
MOST_COLUMNS = 60


def read(data: bytes, ocr: bool = False) -> RawDocument:
    """The document in `data`. Raises Refused for a damaged one and for one without text."""
    parts = Parts(data)
    name = main_part(parts)
    document = parts.required(name)
    folder = name.rpartition("/")[0] + "/"
    dress = Dress()
    notes = NoteNumbers.of(parts.tree(folder + "settings.xml"), document)
    rendered = next(document.iter("lastRenderedPageBreak"), None) is not None
    runs = RunReader(targets_of(parts, name), notes, dress.warnings, rendered)
    writer = _Writer(
        dress, Styles(parts.tree(folder + "styles.xml")), Numbering.of(parts.tree(folder + "numbering.xml")), runs
    )
    body = document.find("body")
    writer.blocks(body if body is not None else document)
    _write_notes(parts, folder, name, dress, notes, writer)
    dress.warnings += docx_margins(parts, name)
    return dress.document(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        paged=is_paged(parts, document, rendered),
    )


def _write_notes(parts: Parts, folder: str, name: str, dress: Dress, notes: NoteNumbers, writer: _Writer) -> None:
    for kind in ("footnote", "endnote"):
        part = f"{folder}{kind}s.xml"
        root = parts.tree(part) if any(one[0] == kind for one in notes.called) else None
        if root is None:
            continue
        writer.runs.targets = targets_of(parts, part)
        every = {one.get("id", ""): one for one in root.findall(kind)}
        for _, note_id, mark in [one for one in notes.called if one[0] == kind]:
            if note_id in every:
                said = [writer.runs.words(one).text for one in every[note_id].iter("p")]
                dress.note(mark, " ".join(" ".join(said).replace(PAGE, "").split()))


@dataclass(slots=True)
class _Writer:
    """Writes the blocks of a body in order."""

    dress: Dress
    styles: Styles
    numbering: Numbering
    runs: RunReader
    _above: Look | None = None
    _carried: str = ""
    _depth: int = field(default=0)

    def blocks(self, node: Element) -> None:
        """Paragraphs and tables below `node`."""
        self._depth += 1
        for child in node if self._depth < DEEPEST else ():
            if child.tag == "p":
                self._paragraph(child)
            elif child.tag == "tbl":
                self._table(child)
            elif child.tag in WRAPS:
                self.blocks(child)
            elif child.tag == "AlternateContent" and len(child):
                self.blocks(child[0])
        self._depth -= 1

    def _paragraph(self, node: Element) -> None:
        look = self.styles.look(node)
        if look.name.casefold().startswith("toc "):
            return
        said = self.runs.words(node)
        if node.find("pPr/rPr/del") is not None:  # its end was deleted: it runs on into the next one
            self._carried += said.text
            return
        text, self._carried = self._carried + said.text, ""
        if not text.strip(PAGE + " \n\t"):
            self.dress.block(text)
            self.dress.gap()
        else:
            self._write(text, look, said, node)
        for box in said.boxes:
            self.blocks(box)

    def _write(self, text: str, look: Look, said: Words, node: Element) -> None:
        mark = self._mark(look, node)
        close = self._above is not None and mark is not None and self._above.list_of is not None
        before = apart(self._above, look) and not (close and _same_list(self._above, look))
        indent = "  " * look.list_of[1] if mark is not None and look.list_of else ""
        lead = f"{mark} " if mark else ""
        if look.level and not mark:
            lead, text = "#" * look.level + " ", tidy(text).replace("\n", " ")
        elif (said.bold or look.bold) and not mark and "\n" not in tidy(text) and len(text) < 200:
            text = f"**{tidy(text)}**"
        self.dress.block(lead + text.lstrip(" \t\n"), before=before, after=False, indent=indent)
        self._above = look

    def _mark(self, look: Look, node: Element) -> str | None:
        """The printed mark; a number that was itself inserted or is hidden counts all the same."""
        return self.numbering.mark(*look.list_of) if look.list_of else None

    def _table(self, table: Element) -> None:
        found = [row for row in _below(table, "tr") if row.find("trPr/del") is None]
        require_rows(len(found))
        rows = [self._cells(row) for row in found]
        if _is_layout(rows):
            for row in rows:
                for cell in row:
                    if cell is not None:
                        self.blocks(cell)
                        if _lines_of(cell) > 1:
                            self.dress.gap()
            return
        words = [[self._cell(cell) for cell in row] for row in rows]
        filled = [row for row in words if any(row)]
        header = bool(filled) and _is_header(next(_below(table, "tr")), rows[0])
        for number, line in enumerate(table_rows(filled, header=header)):
            self.dress.block(line, before=number == 0, after=False)
        self.dress.gap()

    def _cells(self, row: Element) -> list[Element | None]:
        cells: list[Element | None] = []
        for cell in _below(row, "tc"):
            merge = cell.find("tcPr/vMerge")
            covered = merge is not None and merge.get("val", "continue") == "continue"
            span = cell.find("tcPr/gridSpan")
            width = min(MOST_COLUMNS, max(1, whole(span.get("val") if span is not None else "1", 1)))
            cells += [None if covered else cell, *[None] * (width - 1)]
        return cells

    def _cell(self, cell: Element | None) -> str:
        if cell is None:
            return ""
        lines = []
        for paragraph in cell.iter("p"):
            look = self.styles.look(paragraph)
            text = self.runs.words(paragraph).text
            mark = self._mark(look, paragraph) if text.strip() or look.list_of else None
            lines.append(f"{mark} {text}" if mark and mark != "-" else text)
        return "\n".join(line for line in lines if line.strip())


def _below(node: Element, tag: str) -> Iterator[Element]:
    """The nearest elements `tag` below, looked for in wrappers only."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPS:
            yield from _below(child, tag)


def _same_list(above: Look | None, below: Look) -> bool:
    return above is not None and above.list_of is not None and below.list_of is not None


def _is_layout(rows: list[list[Element | None]]) -> bool:
    """Whether a table only places things: one column, a table in a cell, cells of many lines."""
    if max((sum(cell is not None for cell in row) for row in rows), default=0) < 2:
        return True
    cells = [cell for row in rows for cell in row if cell is not None]
    if any(cell.find(".//tbl") is not None for cell in cells):
        return True
    return only_places(len(rows), [count for cell in cells if (count := _lines_of(cell))])


def _lines_of(cell: Element) -> int:
    said = [p for p in cell.iter("p") if next(p.iter("t"), None) is not None]
    return len(said) + sum(1 for p in said for _ in p.iter("br"))


def _is_header(row: Element, cells: list[Element | None]) -> bool:
    if on(row.find("trPr/tblHeader")):
        return True
    runs = [
        run for cell in cells if cell is not None for run in cell.iter("r") if next(run.iter("t"), None) is not None
    ]
    return bool(runs) and all(on(run.find("rPr/b")) for run in runs)
