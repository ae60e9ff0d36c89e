"""Web pages, Markdown and mails: the main content, every signer, links, marks, lists as a browser numbers them."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from claims.readers.finding import find_letters
from claims.readers.registry import read
from tests.factories.documents import docx, para

FRAME = (
    "<!doctype html><html><head><title>Open letter | Alder</title><style>p {{}}</style></head><body>"
    '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sign">Sign the petition</a></li></ul></nav></header>'
    '<div class="cookie-banner"><p>We use 7 cookies.</p><button>Accept</button></div>{}'
    '<aside class="related"><a href="/a">12 other letters</a></aside><footer>© 2021 Alder. 40 rights reserved</footer>'
    "<script>var boats = 900;</script></body></html>"
)


def page(body: str) -> str:
    return read(FRAME.format(body).encode(), path="letter.html").text


def test_the_frame_of_the_site_is_left_out() -> None:
    text = page("<main><h1>Open letter</h1><p>At least 40 boats lie idle.</p></main>")
    assert text == "# Open letter\n\nAt least 40 boats lie idle.\n"


@pytest.mark.parametrize(
    "signers",
    [
        "<section><h2>Signed by</h2><ul><li>Alder Watch</li><li>Birch Union</li></ul></section>",
        '<aside><h2>Signatories</h2><ul><li><a href="https://a.org">Alder Watch</a></li><li>Birch Union</li></ul></aside>',  # noqa: E501
        "<footer><p>Signed by: </p><ul><li>Alder Watch</li><li>Birch Union</li></ul></footer>",
        '<div class="sidebar widget"><p>Endorsed by</p><ul><li>Alder Watch</li><li>Birch Union</li></ul></div>',
    ],
)
def test_no_signer_is_lost_wherever_the_list_stands(signers: str) -> None:
    text = page(
        f"<article><h1>Open letter</h1><p>At least 40 boats lie idle in the ports of the north.</p></article>{signers}"
    )
    assert "Alder Watch" in text
    assert "- Birch Union" in text
    assert "cookies" not in text


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<ol><li>A<li>B</ol>", "1. A\n2. B"),
        ("<ol start=5><li>A<li value=9>B<li>C</ol>", "5. A\n9. B\n10. C"),
        ("<ol reversed><li>A<li>B</ol>", "2. A\n1. B"),
        ("<ol type=a><li>A<li>B</ol>", "a. A\nb. B"),
        ("<ul><li>A<ul><li>B</ul><li>C</ul>", "- A\n  - B\n- C"),
        ("<ol><li><p>A</p></li><li><p>B</p></li></ol>", "1. A\n2. B"),
        ("<p>Alder<br>Birch</p>", "Alder\nBirch"),
        ("<p>4,000<sup>2</sup> and the 4<sup>th</sup></p>", "4,000<sup>2</sup> and the 4th"),
        ('<p>40 <a href="https://a.org/x">boats</a></p>', "40 [boats](https://a.org/x)"),
        ('<p>40 <a href="#">boats</a></p>', "40 [boats](#)"),
        ('<p id=x>40 <a href="#x">boats</a></p>', "40 boats"),
        ('<p><a href="https://a.org/x">https://a.org/x</a></p>', "https://a.org/x"),
        ("<p>a &lt;b> c &amp;amp; d</p>", "a &lt;b> c &amp;amp; d"),
        ("<p>40 <del>30</del> boats</p>", "40 boats"),
        ("<p hidden>900 boats</p><p style='display: none'>800</p><p>40 boats</p>", "40 boats"),
        ("<table><tr><th>A<th>B<tr><td>1<td>2</table>", "| A | B |\n| --- | --- |\n| 1 | 2 |"),
        ("<table><tr><td><p>40 boats</p><p>in the port</p></td></tr></table>", "40 boats\n\nin the port"),
        ("<p><b>Signed by</b></p><p>A</p>", "**Signed by**\n\nA"),
        (
            '<p>40 boats<a href="#n1">[1]</a></p><p><a name="n1">[1]</a> Count, 2021.</p>',
            "40 boats[1]\n\n[1] Count, 2021.",
        ),
    ],
)
def test_what_is_on_a_page(html: str, shown: str) -> None:
    assert read(f"<!doctype html><body>{html}</body>".encode(), path="x.html").text == shown + "\n"


def test_the_encoding_a_page_names() -> None:
    data = '<!doctype html><meta charset="windows-1251"><p>Река закрыта, 40 лодок</p>'.encode("cp1251")
    assert read(data, path="x.html").text == "Река закрыта, 40 лодок\n"


def test_markdown() -> None:
    source = "---\ntitle: Ports\n---\n\n# Open *ports*\n\nOne\ntwo[^1] and[^b]\n\n1. A\n1. B\n   on\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Count.\n[^b]: Book.\n"  # noqa: E501
    assert read(source.encode(), path="x.md").text == (
        "---\ntitle: Ports\n---\n\n# Open ports\n\nOne\ntwo[1] and[^b]\n\n1. A\n2. B on\n\n"
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n[1] Count.\n[^b] Book.\n"
    )


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Message-ID"] = "a@example.org", "<1@example.org>"
    mail["Subject"], mail["Date"] = "Re: Open letter on the ports", "Tue, 04 May 2021 10:00:00 +0000"
    mail.set_content("Dear minister,\n\nAt least 40 boats lie idle.\n")
    mail.add_attachment(
        docx(para("At least 50 boats lie idle.")),
        maintype="application",
        subtype="octet-stream",
        filename="../letter.docx",
    )
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    return mail.as_bytes()


def test_a_mail_and_what_is_attached_to_it(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "mail.eml"
    path.write_bytes(_mail())
    letters, problems, skipped = find_letters([str(path)])
    assert [one.path.removeprefix(str(tmp_path)) for one in letters] == ["/mail.eml", "/mail.eml/letter.docx"]
    assert [one.path.removeprefix(str(path)) for one in skipped] == ["/logo.png"]
    assert problems == []
    text = read(_mail(), path="mail.eml").text
    assert text == "# Open letter on the ports\n\n4 May 2021\n\nDear minister,\n\nAt least 40 boats lie idle.\n"


def test_a_memo_is_no_mail() -> None:
    memo = "From: Alder Watch\nTo: The Minister\nDate: 4 May 2021\nSubject: Ports\n\nAt least 40 boats lie idle.\n"
    assert read(memo.encode(), path="memo.txt").text == memo


@pytest.mark.parametrize(
    "columns",
    [
        "<pre>Alder Watch        Birch Union\nCedar Aid          Dune Trust</pre>",
        "<p>Alder Watch&nbsp;&nbsp;&nbsp; &nbsp;Birch Union<br>Cedar Aid&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Dune Trust</p>",
    ],
)
def test_columns_made_with_blanks_keep_their_gaps(columns: str) -> None:
    assert "Alder Watch    Birch Union\nCedar Aid    Dune Trust" in page(f"<main><h1>Letter</h1>{columns}</main>")


def test_what_a_browser_draws_together_stays_together() -> None:
    assert "Alder Watch, 40\u00a0boats" in page("<main><p>Alder      Watch,\n     40&nbsp;boats</p></main>")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (
            "Signed by:\n\nAlder Watch        Birch Union\nCedar Aid          Dune Trust",
            "Alder Watch    Birch Union\nCedar",
        ),
        ("1.     Alder Watch\n2.     Birch Union", "1. Alder Watch\n2. Birch Union"),
        ("-    Alder Watch\n-    Birch Union", "- Alder Watch\n- Birch Union"),
        (
            "| Body        | Town    |\n|---|---|\n| Alder       | Ulm     |",
            "| Body | Town |\n| --- | --- |\n| Alder | Ulm |",
        ),
        ("Alder  Watch   has 40 boats", "Alder Watch has 40 boats"),
    ],
)
def test_blanks_of_markdown_that_make_columns(written: str, read_as: str) -> None:
    assert read_as in read(f"# Open letter\n\n{written}\n".encode(), path="letter.md").text
