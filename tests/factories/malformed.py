"""Files that are damaged or made to harm: each with what must come of it. More than 150 of them, always the same.

`read`: there is text in it and it is read; `refused`: a reason is given; `either`: no more is asked than an answer.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tests.factories.documents import TYPES, W, docx, odt, para, pdf, zipped

Outcome = Literal["read", "refused", "either"]
LINE = "At least 3,897 people fled the river ports in May 2021, and nobody has said why."
GOOD = {
    "pdf": pdf([[(72, 700, 11, LINE)], [(72, 700, 11, "Alder Watch")]]),
    "docx": docx(para(LINE) + para("Alder Watch")),
    "odt": odt(f"<text:p>{LINE}</text:p>"),
    "html": f"<!doctype html><html><body><main><p>{LINE}</p></main></body></html>".encode(),
    "md": f"# Letter\n\n{LINE}\n\n1. Alder Watch\n".encode(),
    "eml": f"From: a@example.org\nMessage-ID: <1@example.org>\nSubject: Letter\nDate: Tue, 4 May 2021 10:00:00 +0000\n\n{LINE}\n".encode(),  # noqa: E501
    "txt": f"{LINE}\n".encode(),
    "zip": zipped({"letter.txt": LINE}),
}


class Malformed(NamedTuple):
    """`name` ends like the format it pretends to be; `says`: what a reason must mention."""

    name: str
    data: bytes
    outcome: Outcome
    says: str = ""


def malformed() -> Iterator[Malformed]:
    """Every file."""
    yield from _cut()
    yield from _flipped()
    yield from _swapped()
    yield from _xml()
    yield from _zips()
    yield from _pdfs()
    yield from _html()
    yield from _texts()
    yield from _mails()


def _cut() -> Iterator[Malformed]:
    """Each format cut short at several places, and empty."""
    for ending, data in GOOD.items():
        for tenth in (1, 3, 5, 7, 9):
            yield Malformed(f"cut-{tenth}.{ending}", data[: len(data) * tenth // 10], "either")
        yield Malformed(f"empty.{ending}", b"", "refused", "empty")
        yield Malformed(f"one-byte.{ending}", data[:1], "either")


def _flipped() -> Iterator[Malformed]:
    """Each format with bytes changed at random, always the same ones."""
    dice = random.Random(9)
    for ending, data in GOOD.items():
        for number in range(4):
            changed = bytearray(data)
            for _ in range(2 + 8 * number):
                changed[dice.randrange(len(changed))] = dice.randrange(256)
            yield Malformed(f"flipped-{number}.{ending}", bytes(changed), "either")


def _swapped() -> Iterator[Malformed]:
    """Each format under the endings of others: the content tells."""
    for ending, data in GOOD.items():
        for other in ("txt", "pdf", "docx", "html"):
            if ending not in {other, "zip", "md", "txt", "html"}:
                yield Malformed(f"is-{ending}.{other}", data, "read")
    for start, kind in ((b"\x89PNG\r\n\x1a\n", "picture"), (b"{\\rtf1 x", "RTF"), (b"\x1f\x8b\x08", "compressed"),
                        (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word")):  # fmt: skip  # noqa: E501
        yield Malformed(f"{kind}.docx", start + bytes(100), "refused", kind)


def _xml() -> Iterator[Malformed]:
    laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">{laughs}]><d>&a9;</d>'
    outside = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
    for name, xml in (("laughs", bomb), ("outside", outside)):
        yield Malformed(
            f"{name}.docx", zipped({"[Content_Types].xml": TYPES, "word/document.xml": xml}), "refused", "entities"
        )
        yield Malformed(f"{name}.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml},  # noqa: E501
                                              store=("mimetype",)), "refused", "entities")  # fmt: skip
    deep = "<w:sdt><w:sdtContent>" * 30000 + para(LINE) + "</w:sdtContent></w:sdt>" * 30000
    yield Malformed("deep.docx", docx(deep), "either")
    yield Malformed("deep.odt", odt("<text:section>" * 50000 + "</text:section>" * 50000), "refused")
    yield Malformed("no-body.docx", docx(""), "refused", "empty")
    yield Malformed(
        "not-xml.docx", zipped({"[Content_Types].xml": TYPES, "word/document.xml": "x < y"}), "refused", "XML"
    )
    yield Malformed("no-part.docx", zipped({"[Content_Types].xml": TYPES}), "refused", "missing")
    yield Malformed("utf16.docx", zipped({"word/document.xml": f'<?xml version="1.0" encoding="utf-16"?><w:document {W}><w:body>'  # noqa: E501
                                          f"{para(LINE)}</w:body></w:document>".encode("utf-16")}), "read")  # fmt: skip
    blanks = f'<text:p>{LINE}<text:s text:c="2000000000"/></text:p>'
    yield Malformed("blanks.odt", odt(blanks), "read")
    cells = '<table:table-cell table:number-columns-repeated="1000000000"/>'
    row = f"<table:table-row><table:table-cell><text:p>{LINE}</text:p></table:table-cell>{cells}</table:table-row>"
    yield Malformed("columns.odt", odt(f"<table:table>{row}</table:table>"), "read")
    rows = "<w:tr><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>" * 400_000
    yield Malformed("rows.docx", docx(f"<w:tbl>{rows}</w:tbl>"), "either")
    yield Malformed("long.docx", docx(para("7" * 4_000_000)), "refused", "long")
    yield Malformed("big-part.docx", docx(para(" " * 60_000_000)), "refused", "unfolds")
    loop = '<w:style w:styleId="a" w:type="paragraph"><w:basedOn w:val="a"/></w:style>'
    yield Malformed("style-loop.docx", docx(para(LINE, properties='<w:pStyle w:val="a"/>'), styles=loop), "read")
    for level in ("-7", "99999999999999999999", "900000000"):
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
        yield Malformed(f"level-{level[:9]}.docx", docx(para(LINE, properties=numbered)), "read")
    yield Malformed(
        "level-99.docx",
        docx(para(LINE, properties='<w:numPr><w:ilvl w:val="99"/><w:numId w:val="7"/></w:numPr>')),
        "read",
    )


def _zips() -> Iterator[Malformed]:
    start = GOOD["zip"].rfind(b"PK\x05\x06") + 16
    yield Malformed(
        "lying.zip", GOOD["zip"][:start] + b"\xff\xff\xff\x7f" + GOOD["zip"][start + 4 :], "refused", "damaged"
    )
    yield Malformed("nameless.zip", zipped({"": LINE, "letter.txt": LINE}), "read")
    at = GOOD["zip"].rfind(b"PK\x01\x02") + 10
    yield Malformed("lzma.zip", GOOD["zip"][:at] + b"\x0e\x00" + GOOD["zip"][at + 2 :], "refused", "only some programs")
    yield Malformed("bomb.zip", zipped({"letter.txt": b"\x00" * 100_000_000}), "refused", "times its size")
    yield Malformed("slip.zip", zipped({"../../letter.txt": LINE}), "refused")
    yield Malformed("absolute.zip", zipped({"/etc/letter.txt": LINE}), "refused")
    yield Malformed("many.zip", zipped({f"{i}.txt": "x" for i in range(2500)}), "refused", "2,000 files")
    yield Malformed("nested.zip", zipped({"inner.zip": GOOD["zip"]}), "refused")
    yield Malformed("no-end.zip", GOOD["zip"][:-22], "refused", "cut short")
    locked = bytearray(GOOD["zip"])
    locked[6] |= 1
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    yield Malformed("locked.zip", bytes(locked), "refused")
    yield Malformed("only-folders.zip", zipped({"a/": b"", "b/": b""}), "refused", "no letters")


def _pdfs() -> Iterator[Malformed]:
    good = GOOD["pdf"]
    yield Malformed("no-table.pdf", good[: good.rfind(b"xref")], "read")
    yield Malformed("wrong-places.pdf", good.replace(b"0000000", b"0000009"), "read")
    yield Malformed("loop.pdf", good.replace(b"/Kids [7 0 R 9 0 R]", b"/Kids [2 0 R 2 0 R]"), "either")
    yield Malformed("own-parent.pdf", good.replace(b"/Parent 2 0 R", b"/Parent 7 0 R"), "either")
    yield Malformed("stream-loop.pdf", good.replace(b"/Contents 6 0 R", b"/Contents 7 0 R"), "either")
    yield Malformed("pages-999999.pdf", good.replace(b"/Count 2 ", b"/Count 999999 "), "either")
    yield Malformed("minus.pdf", good.replace(b"/Count 2 ", b"/Count -2 "), "either")
    yield Malformed("huge-box.pdf", good.replace(b"[0 0 612 792]", b"[0 0 9e9 9e9]"), "either")
    yield Malformed("rubbish-before.pdf", b"rubbish\n" * 20 + good, "read")
    yield Malformed("rubbish-after.pdf", good + b"\x00" * 5000, "read")
    yield Malformed("locked.pdf", good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O ("  # noqa: E501
                                               + b"x" * 32 + b") /U (" + b"x" * 32 + b") /P -4 >>"), "refused")  # fmt: skip  # noqa: E501
    yield Malformed("header-only.pdf", b"%PDF-1.7\n", "refused", "damaged")
    yield Malformed(
        "script.pdf", pdf([[(72, 700, 11, LINE)]], extra="/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "read"
    )
    yield Malformed("long-number.pdf", pdf([[(72, 760, 9, "7" * 6000), (72, 700, 11, LINE)]] * 2), "either")
    yield Malformed("only-edges.pdf", pdf([[(72, 760, 9, f"Page {n}")] for n in range(4)]), "either")
    yield Malformed("one-line.pdf", pdf([[(72, 700, 11, "7" * 200_000)]]), "either")


def _html() -> Iterator[Malformed]:
    page = b"<!doctype html><body>%s</body>"
    yield Malformed("deep.html", page % (b"<div>" * 200_000 + LINE.encode() + b"</div>" * 200_000), "read")
    yield Malformed("deep-lists.html", page % (b"<ul><li>" * 20_000 + LINE.encode()), "read")
    yield Malformed("deep-tables.html", page % (b"<table><tr><td>" * 5_000 + LINE.encode()), "read")
    yield Malformed("unclosed.html", page % (b"<b><i><p><table><tr><td>" + LINE.encode()), "read")
    yield Malformed("attributes.html", page % (b"<p " + b"a=1 " * 100_000 + b">" + LINE.encode() + b"</p>"), "read")
    yield Malformed("only-script.html", page % b"<script>document.write('x')</script>", "refused", "empty")
    yield Malformed(
        "spans.html", page % (b"<table><tr><td colspan=99999 rowspan=99999>%s<td>2</table>" % LINE.encode()), "read"
    )
    yield Malformed("numbers.html", page % (b"<ol start=99999999999><li>%s</ol>" % LINE.encode()), "read")
    yield Malformed("zeros.html", page % (b"<p>\x00" + LINE.encode() + b"\x00</p>"), "read")
    yield Malformed("cells.html", page % (b"<table>" + b"<tr><td>7<td>8" * 300_000 + b"</table>"), "either")
    yield Malformed("charset.html", b'<meta charset="no-such-thing"><p>' + LINE.encode(), "read")
    yield Malformed("anchors.html", page % (b'<a href="#x">1</a>' * 20_000 + b'<p id="x">' + LINE.encode()), "read")
    yield Malformed("entities.html", page % (b"&#x110000;&#0;&nosuch;" * 1000 + LINE.encode()), "read")
    yield Malformed("comment.html", page % (LINE.encode() + b"<!--" * 50_000), "read")


def _texts() -> Iterator[Malformed]:
    text = LINE.encode()
    yield Malformed("damaged.txt", "Größe, Ämter, süß, Öl und Übel: ".encode() + text + b"\xff\n", "read")
    yield Malformed("binary.txt", bytes(range(256)) * 50, "refused", "not text")
    yield Malformed("zeros.txt", b"\x00" * 10_000, "refused")
    yield Malformed("utf16.txt", LINE.encode("utf-16-le"), "read")
    yield Malformed("half-utf16.txt", b"\xff\xfe" + LINE.encode("utf-16-le")[:-1], "refused", "damaged")
    yield Malformed("turned.txt", f"\u202e{LINE}\u202c".encode(), "read")
    yield Malformed("lookalike.txt", LINE.replace("3,897", "3,89\u041e7").encode(), "read")
    yield Malformed("one-line.txt", b"7 " * 2_000_000, "refused", "long")
    yield Malformed("no-words.txt", b"... --- ...\n" * 50, "refused", "empty")
    yield Malformed("front.md", b"---\n" * 20_000 + text, "read")
    yield Malformed("brackets.md", b"[" * 20_000 + text, "read")
    yield Malformed("stars.md", b"*a " * 20_000 + text, "read")
    yield Malformed("quotes.md", b">" * 5_000 + text, "read")
    yield Malformed("lists.md", b"".join(b" " * (2 * i) + b"- a\n" for i in range(300)) + text, "read")


def _mails() -> Iterator[Malformed]:
    head = b"From: a@example.org\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n"
    yield Malformed("no-body.eml", head + b"\n", "refused", "no text of its own")
    yield Malformed("boundary.eml", head + b"Content-Type: multipart/mixed; boundary=x\n\nno boundary here", "either")
    yield Malformed(
        "deep.eml",
        head + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(500)),
        "either",
    )
    yield Malformed("base64.eml", head + b"Content-Transfer-Encoding: base64\n\n!!!not base64!!!", "either")
    yield Malformed("charset.eml", head + b"Content-Type: text/plain; charset=no-such\n\n" + LINE.encode(), "read")
    zero = b"Content-Type: text/plain; charset=ut\x00f\n\n"
    yield Malformed("charset-zero.eml", head + zero + LINE.encode(), "read")
    yield Malformed("date.eml", head + b"Date: yesterday\nSubject: =?utf-8?q?broken\n\n" + LINE.encode(), "read")
    yield Malformed("headers.eml", head + b"X-A: 1\n" * 100_000 + b"\n" + LINE.encode(), "read")
