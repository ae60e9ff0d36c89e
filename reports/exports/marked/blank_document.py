"""An empty Word document, and the bytes of one: made anew for every letter, so both are kept cheap."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.opc.pkgwriter import _ContentTypesItem
from docx.oxml.ns import qn
from docx.shared import Pt

from reports.exports.marked.packing import AUTHOR, put_timeless
from reports.exports.safe_words import safe

DAY = datetime(1980, 1, 1)  # of no meaning: the same bytes on any day
_SPARED = ("/stylesWithEffects", "/thumbnail", "/customXml")
_TABLES = frozenset({"TableNormal", "TableGrid"})


def new_document(title: str) -> Document:
    """An empty document with nothing in it of the library, the machine or the day."""
    document = docx.Document(io.BytesIO(_template()))
    about = document.core_properties
    about.title, about.author, about.comments = safe(title)[:255], AUTHOR, ""
    about.created = about.modified = DAY
    document.styles["Normal"].font.size = Pt(11)
    return document


def written(document: Document) -> bytes:
    """The bytes of a document, the same for the same document."""
    package = document.part.package
    assert package is not None
    parts = list(package.iter_parts())
    for part in parts:
        part.before_marshal()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        put_timeless(archive, "[Content_Types].xml", _content_types(parts))
        put_timeless(archive, "_rels/.rels", package.rels.xml)
        for part in parts:
            put_timeless(archive, part.partname.membername, part.blob)
            if len(part.rels):
                put_timeless(archive, part.partname.rels_uri.membername, part.rels.xml)
    return out.getvalue()


def _content_types(parts: Any) -> bytes:
    """What the library says of the parts in an archive."""
    of_parts: Any = _ContentTypesItem
    blob: bytes = of_parts.from_parts(parts).blob
    return blob


@cache
def _template() -> bytes:
    """The library's empty document without what none of ours uses: it is parsed for every letter, twice."""
    document = docx.Document()
    package = document.part.package
    assert package is not None
    for rels in (package.rels, document.part.rels):
        for name in [name for name, one in rels.items() if one.reltype.endswith(_SPARED)]:
            del rels[name]
    styles: Any = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLES:
            styles.remove(style)
    for latent in styles.findall(qn("w:latentStyles")):
        styles.remove(latent)
    return written(document)
