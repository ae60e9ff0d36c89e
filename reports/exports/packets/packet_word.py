"""The packet as a Word document: a small table a correction, with room to sign."""

from __future__ import annotations

from docx.document import Document

from reports.exports.marked.blank_document import new_document, written
from reports.exports.packets.packet_contents import Correction, Packet, said
from reports.exports.safe_words import safe


def as_word(packet: Packet) -> bytes:
    """The bytes of the document, the same for the same packet."""
    document = new_document(packet.title)
    document.add_heading(safe(packet.title), level=1)
    document.add_paragraph(safe(packet.about))
    if not packet.corrections:
        document.add_paragraph(said("none"))
    for one in packet.corrections:
        _correction(document, one)
    document.add_paragraph(said("foot"))
    return written(document)


def _correction(document: Document, one: Correction) -> None:
    document.add_heading(safe(f"{one.number}. {one.head}"), level=2)
    rows = _rows(one)
    table = document.add_table(rows=len(rows), cols=2, style="Table Grid")
    cells = iter(table._cells)  # all at once: asked for one by one, each looks through the whole table
    for term, words in rows:
        next(cells).text, next(cells).text = term, safe(words)
    document.add_paragraph()


def _rows(one: Correction) -> list[tuple[str, str]]:
    sources = [f"{source.line}\n{source.url}" if source.url else source.line for source in one.sources]
    return [
        (said("claim"), one.sentence),
        (said("old"), one.old),
        (said("new"), one.new),
        *((said("why"), why) for why in one.why),
        *((said("source"), source) for source in sources),
        *([(said("change"), one.change)] if one.change else []),
        (said("sign_off"), said("line")),
    ]
