"""What of a page is no letter and has no element that says so; and lists in every dress, one entry a line."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.readers.registry import read
from tests.factories.documents import docx, odt, para

TOP = "<!doctype html><body><h1>Ports</h1><p>At least 40 boats lie idle in the ports of the north.</p>"
SHOWN = "# Ports\n\nAt least 40 boats lie idle in the ports of the north.\n"
SIGNED = "<h3>Signed by</h3><ul><li>Alder Watch</li><li>Birch Union</li></ul>"
LIST = "\n### Signed by\n\n- Alder Watch\n- Birch Union\n"

LEFT_OUT = {
    "comments": "<h4>Comments (2)</h4><ul><li>Sam: 900 boats were lost in my own village, and nobody came.</li></ul>",
    "counted": "<h3>2 Comments</h3><div><p>Sam: 900 boats were lost in my own village, and nobody came.</p></div>",
    "French": "<h3>Commentaires (1)</h3><p>900 bateaux.</p>",
    "in a box": '<div class="t"><h4>Related</h4></div><ul><li><a href="/1">31 groups on the law</a></li></ul>',
    "related": '<h4>You may also like</h4><ul><li><a href="/1">31 groups on the law</a></li></ul><h5>2020</h5><p>7</p>',
    "by class": '<div class="comments-area"><p>Sam: 900 boats were lost in my own village, and nobody came.</p></div>',
    "by id": '<section id="respond"><p>You must be one of 12,000 members to write here, and it costs 5.</p></section>',
    "share": "<h3>Share this:</h3><p>12 shares</p>",
}


@pytest.mark.parametrize("frame", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_others_say_and_what_is_beside_is_left_out(frame: str) -> None:
    assert read(f"{TOP}{SIGNED}{frame}</body>".encode(), path="a.html").text == SHOWN + LIST


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (f"<h2>Comments</h2><p>A word.</p>{SIGNED}", LIST),  # what names signers ends it
        ("<h2>Comments on the draft law</h2><p>We have 12.</p>", "\n## Comments on the draft law\n\nWe have 12.\n"),
        (
            "<h2>Related</h2><p>In May 12 boats of the same owner were taken out of the water, and left.</p>",
            "\n## Related\n\nIn May 12 boats of the same owner were taken out of the water, and left.\n",
        ),
        (
            '<div class="comments">Signed by<ul><li>Alder Watch</li></ul></div>',
            "Signed by\n\n- Alder Watch\n",
        ),
        ("<h2>About us</h2><h2>We ask</h2><p>For 2 ports.</p>", "\n## We ask\n\nFor 2 ports.\n"),
        (
            '<aside class="related"><h3>Signataires</h3><p>Alder Watch</p></aside>',
            "\n### Signataires\n\nAlder Watch\n",
        ),
    ],
)
def test_what_may_be_the_letter_stays(body: str, shown: str) -> None:
    text = read(f"{TOP}{body}</body>".encode(), path="a.html").text
    assert text.removeprefix(SHOWN.rstrip("\n")).strip("\n") == shown.strip("\n")


@pytest.mark.parametrize(
    ("aside", "stays"),
    [
        ("<aside><h3>Newsletter</h3><p>Join 12,000 others.</p><form><input></form></aside>", False),
        ("<aside>“At least 40 boats lie idle in the ports of the north.”</aside>", False),
        ('<aside><a href="/a">12 other letters of ours</a></aside>', False),
        ("<aside><p>In 2019 there were 12 boats.</p></aside>", True),
        ("<aside><p>Signed by: Alder Watch</p><form><input></form></aside>", True),
    ],
)
def test_an_aside_inside_the_article(aside: str, stays: bool) -> None:
    page = "<!doctype html><body><article>" + TOP.partition("<body>")[2] + aside + "</article></body>"
    assert (read(page.encode(), path="a.html").text != SHOWN) is stays


def test_a_table_of_contents_is_left_out_and_other_links_are_not() -> None:
    contents = '<ul><li><a href="#a">Why</a></li><li><a href="#b">What</a></li></ul>'
    parts = '<h2 id="a">Why</h2><p>40 boats.</p><h2 id="b">What</h2><p>2 ports.</p>'
    assert "(#a)" not in read(f"{TOP}{contents}{parts}".encode(), path="a.html").text.partition("Why")[0]
    assert read(f"{TOP}{contents}{parts}".encode(), path="a.html").text.count("Why") == 1
    names = '<ul><li><a href="#x">Alder Watch</a></li><li><a href="#y">Birch Union</a></li></ul>'
    assert "Birch Union" in read(f"{TOP}{names}{parts}".encode(), path="a.html").text
    markdown = (
        "# Ports\n\n* [Why](#why)\n* [What](#what)\n\n## Why {#why}\n\n40 boats.\n\n## What {#what .x}\n\n2 ports.\n"
    )
    assert read(markdown.encode(), path="a.md").text == "# Ports\n\n## Why\n\n40 boats.\n\n## What\n\n2 ports.\n"


LISTS = {
    "pairs": (
        "<dl><dt>Alder Watch<dd>Norland<dt>Birch Union:<dd>Sudland</dl>",
        "- Alder Watch: Norland\n- Birch Union: Sudland",
    ),
    "pairs in boxes": (
        "<dl><div><dt>Alder Watch<dd>Norland</div><div><dt>Birch Union<dd>Sudland</div></dl>",
        "- Alder Watch: Norland\n- Birch Union: Sudland",
    ),
    "groups": (
        "<dl><dt>Norland<dd>Alder Watch<dd>Cedar Trust<dt>Sudland<dd>Birch Union</dl>",
        "**Norland**\n- Alder Watch\n- Cedar Trust\n**Sudland**\n- Birch Union",
    ),
    "terms with prose": (
        "<dl><dt>Demurrage<dd>What a ship pays for each day that it lies in a port for longer than it may.</dl>",
        "Demurrage\nWhat a ship pays for each day that it lies in a port for longer than it may.",
    ),
    "columns side by side": ("<table><tr><td>A<br>B<td>C<br>D</table>", "A\nB\n\nC\nD"),
    "a signer a cell": (
        "<table><tr><td>Jo Doe<br>Alder<td>Al Roe<br>Birch<tr><td>Ed Poe<br>Cedar<td>Di Coe<br>Elm</table>",
        "Jo Doe\nAlder\n\nAl Roe\nBirch\n\nEd Poe\nCedar\n\nDi Coe\nElm",
    ),
    "two columns without a head": ("<table><tr><td>A<td>B<tr><td>C<td>D</table>", "| A | B |\n| C | D |"),
    "lines after the close": ("<p>Sincerely,<br><br>Alder<br>\nBirch</p>", "Sincerely,\n\nAlder\nBirch"),
    "bold lines": ("<p><b>Alder</b><br><b>Birch</b></p>", "Alder\nBirch"),
}


@pytest.mark.parametrize(("html", "shown"), LISTS.values(), ids=LISTS)
def test_one_entry_a_line(html: str, shown: str) -> None:
    assert read(f"<!doctype html><body>{html}".encode(), path="a.html").text == shown + "\n"


def test_cells_of_several_lines_in_word_processors() -> None:
    def cell(*lines: str) -> str:
        return f"<w:tc>{''.join(para(line) for line in lines)}</w:tc>"

    row = f"<w:tr>{cell('Jo Doe', 'Alder')}{cell('Al Roe', 'Birch')}</w:tr>"
    word = docx(f"<w:tbl>{row}{row}</w:tbl>")
    cells = "".join(f"<table:table-cell><text:p>{a}</text:p><text:p>{b}</text:p></table:table-cell>"
                    for a, b in (("Jo Doe", "Alder"), ("Al Roe", "Birch")))  # fmt: skip
    text = odt(f"<table:table><table:table-row>{cells}</table:table-row></table:table>")
    for data in (word, text):
        assert "|" not in read(data, path="a").text
        assert "Alder\n\nAl Roe" in read(data, path="a").text


LETTERHEAD = ("Alder Watch, 12 Quay Street", "Page 2 of 3")


def test_headers_and_footers_are_said_and_not_read() -> None:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>Page 2 of 3</w:t></w:r></w:fldSimple>'
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = "".join(
        f'<Relationship Id="{kind}" Type="{kinds}/{kind}" Target="{kind}.xml"/>' for kind in ("header", "footer")
    )
    word = docx(para("40 boats lie idle."), rels=rels, header=para(LETTERHEAD[0]), footer=f"<w:p>{field}</w:p>")
    found = read(word, path="a.docx")
    assert found.text == "40 boats lie idle.\n"
    assert found.warnings == ("left out, since it stands above or below every page: “Alder Watch, 12 Quay Street”",)
    damaged = docx(para("40 boats lie idle."), rels=rels, header="<w:p>", footer="")
    assert read(damaged, path="a.docx").text == "40 boats lie idle.\n"


def test_headers_of_an_opendocument_text_are_said() -> None:
    flat = (
        '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">'
        f"<office:master-styles><style:master-page><style:header><text:p>{LETTERHEAD[0]}</text:p></style:header>"
        "<style:footer><text:p>Page <text:page-number>2</text:page-number></text:p></style:footer></style:master-page>"
        "</office:master-styles><office:body><office:text><text:p>40 boats lie idle.</text:p></office:text>"
        "</office:body>"
        "</office:document>"
    )
    found = read(flat.encode(), path="a.fodt")
    assert (found.text, len(found.warnings)) == ("40 boats lie idle.\n", 1)
    assert "12 Quay Street" in found.warnings[0]


def test_the_head_of_a_table_is_no_signer_whatever_its_columns_are_called(field: Field) -> None:
    rows = "".join(f"<tr><td>{name}<td>{n}" for n, name in enumerate(("Jo Doe", "Al Roe", "Ed Poe", "Di Coe"), 4))
    table = f"<p>Respectfully,</p><table><tr><th>Name<th>Acres of orchard{rows}</table>"
    page = f"{TOP.replace('<p>', '<p>Dear minister,</p><p>')}{table}</body>"
    letter = letter_from_bytes(page.encode(), path="a.html", letter_id="a")
    assert "Name" not in [one.name for one in extract(letter, field).signatories.names]
    assert extract(letter, field).signatories.listed == 4
