"""Which format some bytes are in, told by their content; the ending decides only between kinds of text."""

from __future__ import annotations

import codecs
import re

from claims.readers.raw_document import Refused

HEAD = 4096
BLANKS = re.compile(rb"(?:\xef\xbb\xbf|[ \t\r\n]){0,4096}")
PDF = re.compile(rb"%PDF-\d")
# Formats that are named and not read; each with what to do about it.
OTHERS = (
    (b"\x89PNG\r\n", "a picture", "letters in pictures are not read: save the text, or the scan as a PDF for --ocr"),
    (b"\xff\xd8\xff", "a picture", "letters in pictures are not read: save the text, or the scan as a PDF for --ocr"),
    (b"GIF8", "a picture", "letters in pictures are not read: save the text, or the scan as a PDF for --ocr"),
    (b"II*\x00", "a picture", "letters in pictures are not read: save the scan as a PDF for --ocr"),
    (b"MM\x00*", "a picture", "letters in pictures are not read: save the scan as a PDF for --ocr"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it"),
    (b"BZh", "a compressed file (bzip2)", "unpack it"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it, or pack it as .zip"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it, or pack it as .zip"),
    (b"{\\rtf", "a rich text (RTF) document", "save it as .docx or .txt"),
    (b"%!PS", "a PostScript file", "save it as PDF"),
    (b"SQLite format 3", "a database", "give the letters themselves"),
    (b"PAR1", "a table (Parquet)", "give the letters themselves"),
    (b"\x7fELF", "a program", "give the letters themselves"),
    (b"MZ\x90\x00", "a program", "give the letters themselves"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Zipped formats by the names in their directory, or by the type that OpenDocument puts first.
PACKAGES = (
    ("word/document", "docx"),
    ("xl/workbook", ("a spreadsheet", "save the letter as .docx, .pdf or .txt")),
    ("ppt/presentation", ("a slide show", "save the letter as .docx, .pdf or .txt")),
    ("Index/Document.iwa", ("a Pages document", "export it as .docx or .pdf")),
    ("AndroidManifest.xml", ("a program", "give the letters themselves")),
    ("META-INF/MANIFEST.MF", ("a program", "give the letters themselves")),
)
TYPES = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument", ("an OpenDocument file that is no text", "save the letter as .odt")),
    (b"application/epub+zip", ("an e-book", "save the letter as .docx, .pdf or .txt")),
)
END, ENTRY, ENTRY_SIZE = b"PK\x05\x06", b"PK\x01\x02", 46
HTML = re.compile(
    rb"(?:\s|\xef\xbb\xbf|<!--.{0,2000}?-->|<\?.{0,2000}?\?>|#![^\n]{0,200}\n){0,20}"
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
TAGGED = re.compile(rb"<(?:html|head|body|p|div|table|ul|ol|h[1-6]|br|span|a)[\s/>]", re.IGNORECASE)
FIELD = re.compile(rb"(?P<name>[!-9;-~]{1,70}):[^\n]{0,4000}\n(?:[ \t][^\n]{0,4000}\n){0,100}")
TRANSPORT = {
    *(b"mime-version", b"received", b"message-id", b"return-path", b"x-mailer", b"delivered-to"),
    *(b"content-type", b"content-transfer-encoding", b"dkim-signature", b"user-agent"),
}
ENVELOPE = re.compile(rb"From \S{1,200} +[A-Z][a-z]{2} [^\n]{10,60}\n")  # the line before a mail in a mailbox file
# Lines of one run of letters and figures without a blank, of one length: base64, keys, armoured and encrypted mail.
CODED = re.compile(rb"[A-Za-z0-9+/=_-]{40,}")
EACH_CODED = (re.compile(rb"[A-Z]"), re.compile(rb"[a-z]"), re.compile(rb"\d"))
LEAST_CODED, SHARE_CODED = 4, 0.75
MAIL_ENDING, HTML_ENDINGS, MARKDOWN_ENDINGS = ".eml", (".html", ".htm", ".xhtml"), (".md", ".markdown")


def kind_of(data: bytes, path: str) -> str:
    """The key of the format in `registry.FORMATS`. Raises Refused for a format that is known and not read."""
    data, name = bared(data), path.casefold()
    head = data[:HEAD]
    if PDF.search(head[:1024]):
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data, name)
    _refuse_others(data)
    if head.startswith(b"<?xml") and b"opendocument" in head:
        return "odt"
    if HTML.match(head) or (name.endswith(HTML_ENDINGS) and (TAGGED.search(data[:65536]) or not data.strip())):
        return "html"
    if _is_mail(head, named=name.endswith(MAIL_ENDING)):
        return "mail"
    if _is_coded(head):
        raise Refused("is code (base64, a key or an encrypted mail), not a letter's text; decode it first")
    return "markdown" if name.endswith(MARKDOWN_ENDINGS) and data.strip() else "text"


def bared(data: bytes) -> bytes:
    """`data` as it is told by: without a mark or blanks before it, and UTF-16 as ASCII as far as its head goes."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            data = data[2 : 2 * HEAD].decode(encoding, "ignore").encode("ascii", "replace") + data[2 * HEAD :]
    blanks = BLANKS.match(data)
    return data[blanks.end() :] if blanks and blanks.end() else data


def _refuse_others(data: bytes) -> None:
    for start, what, remedy in OTHERS:
        if data.startswith(start):
            raise Refused(f"is {what}, not a letter's text; {remedy}")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP" or data[4:12] in {b"ftypheic", b"ftypavif"}:
        raise Refused("is a picture, not a letter's text; save the scan as a PDF for --ocr")
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused("is encrypted: it opens only with a password; save it without one and try again")
        raise Refused("is an old Word document (.doc) or another old Office file; save it as .docx and try again")


def _package(data: bytes, name: str) -> str:
    """Zipped formats; a damaged one is told by its first entries or its ending, so that its reader can say so."""
    first = data[38:120] if data[30:38] == b"mimetype" else b""
    names = _names(data) or [data[30 : 30 + int.from_bytes(data[26:28], "little")].decode("latin-1")]
    found = next((key for kind, key in TYPES if first.startswith(kind)), None)
    found = found or next((key for start, key in PACKAGES if any(one.startswith(start) for one in names)), None)
    if found is None and ({"content.xml", "META-INF/manifest.xml"} <= set(names) or name.endswith((".odt", ".ott"))):
        return "odt"
    if found is None and ("[Content_Types].xml" in names[:3] or name.endswith((".docx", ".docm", ".dotx"))):
        return "docx"
    if isinstance(found, tuple):
        raise Refused(f"is {found[0]}, not a letter's text; {found[1]}")
    return found or "zip"


def _names(data: bytes) -> list[str]:
    """The first names in a zip's directory, which stands at its end; archives inside it have their own."""
    end = data.rfind(END)
    if end < 0:
        return []
    at = max(0, end - int.from_bytes(data[end + 12 : end + 16], "little"))
    names: list[str] = []
    while data[at : at + 4] == ENTRY and len(names) < 500:
        sizes = [int.from_bytes(data[at + i : at + i + 2], "little") for i in (28, 30, 32)]
        names.append(data[at + ENTRY_SIZE : at + ENTRY_SIZE + sizes[0]].decode("utf-8", "replace"))
        at += ENTRY_SIZE + sum(sizes)
    return names


def _is_mail(head: bytes, *, named: bool) -> bool:
    """A memo begins with "From:" and "Date:" too: only what programs write makes a mail of a text."""
    at, names = 0, set[bytes]()
    head = head.replace(b"\r\n", b"\n")
    if envelope := ENVELOPE.match(head):
        at = envelope.end()
    while found := FIELD.match(head, at):
        names.add(found["name"].lower())
        at = found.end()
    return (
        bool(names & TRANSPORT) and bool(names & {b"from", b"date", b"subject", b"received"}) or named and bool(names)
    )


def _is_coded(head: bytes) -> bool:
    """Whether most lines are code; a letter's longest word, or an address alone on its line, is no such line."""
    lines = [line.strip() for line in head.split(b"\n")[:-1]] or [head.strip()]
    coded = [line for line in lines if CODED.fullmatch(line) and all(kind.search(line) for kind in EACH_CODED)]
    return len(coded) >= LEAST_CODED and len(coded) >= SHARE_CODED * sum(1 for line in lines if line)
