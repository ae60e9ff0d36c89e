"""The formats letters come in: how each is told, and which module reads it. A reader is imported when it is needed.

A reader is one module with `read(data: bytes, ocr: bool) -> RawDocument`; it raises `Refused` with a reason that says
what to do. All but plain text are read in a process of their own (`confined.py`).
"""

from __future__ import annotations

from claims.errors import UnreadableLetter
from claims.quick_records import dataclass
from claims.readers.raw_document import RawDocument, Refused
from claims.readers.recognise import kind_of


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for people, its media type, the endings of its files, the module that reads it."""

    name: str
    media_type: str
    endings: tuple[str, ...]
    module: str


FORMATS = {
    "text": Format("plain text", "text/plain", (".txt", ".text"), "claims.readers.text"),
    "markdown": Format("Markdown", "text/markdown", (".md", ".markdown"), "claims.readers.web.markdown_text"),
    "html": Format("a web page", "text/html", (".html", ".htm", ".xhtml"), "claims.readers.web.html_page"),
    "pdf": Format("a PDF", "application/pdf", (".pdf",), "claims.readers.pdf.reader"),
    "docx": Format(
        "a Word document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx", ".docm", ".dotx"),
        "claims.readers.office.docx",
    ),
    "odt": Format(
        "an OpenDocument text",
        "application/vnd.oasis.opendocument.text",
        (".odt", ".fodt", ".ott"),
        "claims.readers.office.odt",
    ),
    "mail": Format("a mail", "message/rfc822", (".eml",), "claims.readers.mail"),
    "zip": Format("a zip archive", "application/zip", (".zip",), "claims.readers.archive"),
}
ENDINGS = {ending: key for key, known in FORMATS.items() for ending in known.endings}


def read(data: bytes, *, path: str, ocr: bool = False) -> RawDocument:
    """The document in `data`; `path` gives the name for messages, and its ending decides where the content does not.

    Raises UnreadableLetter with the reason and what to do.
    """
    try:
        key = kind_of(data, path)
        if key == "text":
            from claims.readers.text import read as read_text

            return read_text(data)
        from claims.readers.confined import read_confined

        return read_confined(FORMATS[key], data, ocr=ocr)
    except Refused as refused:
        raise UnreadableLetter(path, refused.message) from None
