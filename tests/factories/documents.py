"""Files of every format for tests, made by hand: just what a test is about, and nothing a library would add."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def zipped(parts: Mapping[str, str | bytes], *, store: tuple[str, ...] = ()) -> bytes:
    """A zip archive of `parts` in their order; those in `store` are not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name in store else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document with `body` in `w:body`; `numbering`, `footnotes`, … are parts by their names, `rels` links."""
    whole = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
    }
    if "rels" in parts:
        whole["word/_rels/document.xml.rels"] = f"<Relationships>{parts.pop('rels')}</Relationships>"
    if "app" in parts:
        whole["docProps/app.xml"] = f"<Properties>{parts.pop('app')}</Properties>"
    for name, content in parts.items():
        whole[f"word/{name}.xml"] = f"<w:{name} {W} {R}>{content}</w:{name}>"
    return zipped(whole)


def para(*runs: str, properties: str = "") -> str:
    """A Word paragraph; a run that is not XML yet is plain text."""
    made = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{made}</w:p>"


def run(text: str, look: str = "") -> str:
    """A run of text with properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(body: str, styles: str = "", pages: int = 0) -> bytes:
    """An OpenDocument text with `body` in `office:text` and `styles` as automatic styles."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}"'
        for short, long in (
            ("office", "office:1.0"),
            ("text", "text:1.0"),
            ("table", "table:1.0"),
            ("style", "style:1.0"),
            ("fo", "xsl-fo-compatible:1.0"),
            ("meta", "meta:1.0"),
            ("draw", "drawing:1.0"),
        )
    )
    names += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    statistic = f'<meta:document-statistic meta:page-count="{pages}"/>'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "meta.xml": f"<office:document-meta {names}><office:meta>{statistic}</office:meta></office:document-meta>",
            "META-INF/manifest.xml": "<manifest/>",
        },
        store=("mimetype",),
    )


Text = tuple[float, float, float, str] | tuple[float, float, float, str, str]


def pdf(pages: Sequence[Sequence[Text]], *, pictures: Sequence[int] = (), extra: str = "") -> bytes:
    """A PDF; each page is its texts as (x, y, size, text[, font]), font "B" for bold. Helvetica, 612 × 792 points.

    Pages numbered in `pictures` (from 0) are covered by a grey picture.
    """
    objects: list[bytes] = [b"", b""]
    fonts = b"<< /F 3 0 R /B 4 0 R >>"
    objects += [_font("Helvetica"), _font("Helvetica-Bold")]
    objects.append(
        _stream(
            b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
            b"\x80" * 4,
        )
    )
    kids = []
    for number, texts in enumerate(pages):
        drawn = b"".join(_shown(*text) for text in texts)
        if number in pictures:
            drawn = b"q 600 0 0 780 6 6 cm /P Do Q " + drawn
        objects.append(_stream(b"", drawn))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font %s /XObject << /P 5 0 R >> >> >>"  # noqa: E501
            % (len(objects), fonts)
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % extra.encode()
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return _file(objects)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _shown(x: float, y: float, size: float, text: str, font: str = "F") -> bytes:
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    return b"BT /%s %.2f Tf %.2f %.2f Td (%s) Tj ET\n" % (font.encode(), size, x, y, safe)


def _stream(head: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (head, len(packed), packed)


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
