"""Pages saved by hand, found by the addresses they were saved from."""

from __future__ import annotations

import io
import quopri
import zipfile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.errors import CrossfootError
from sources.pages.cited import cited_pages
from sources.pages.saved.folder_of_pages import SavedPages
from sources.pages.shelves import open_pages
from tests.factories.cited_pages import article
from tests.factories.documents import pdf

ADDRESS = "https://alder.example/reports/2023/august"
RIGHT = article("So far 3,919 people have been killed.")


def texts(folder, address=ADDRESS):
    return [page.text().text for page in SavedPages(folder).versions(address)]


def mhtml(body: bytes, address: str = ADDRESS, snapshot: bool = True) -> bytes:
    """As Chromium saves a page: the page and a picture as parts of a mail."""
    head = [
        b"From: <Saved by Blink>",
        b"Snapshot-Content-Location: " + address.encode() if snapshot else b"X-Nothing: here",
        b"Subject: Briefing",
        b"Date: Sat, 12 Aug 2023 08:00:00 -0000",
        b"MIME-Version: 1.0",
        b'Content-Type: multipart/related; type="text/html"; boundary="----b"',
        b"",
        b"",
        b"------b",
        b"Content-Type: text/html",
        b"Content-Transfer-Encoding: quoted-printable",
        b"Content-Location: " + address.encode(),
        b"",
        quopri.encodestring(body),
        b"------b",
        b"Content-Type: image/png",
        b"Content-Transfer-Encoding: base64",
        b"Content-Location: https://alder.example/a.png",
        b"",
        b"iVBORw0KGgo=",
        b"------b--",
        b"",
    ]
    return b"\r\n".join(head)


def warc(*pages, gzipped=True) -> bytes:
    """A web archive of (address, status, headers, body)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzipped)
    for address, status, headers, body in pages:
        http = StatusAndHeaders(f"{status} OK", list(headers.items()), protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(body),
            http_headers=http,
            warc_headers_dict={"WARC-Date": "2023-08-12T08:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()


HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.mark.parametrize("name", ["addresses.csv", "addresses.tsv", "addresses.txt"])
def test_a_list_of_addresses(tmp_path, name):
    sign = {"csv": ",", "tsv": "\t", "txt": " "}[name[-3:]]
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.html").write_bytes(RIGHT)
    (tmp_path / "b.pdf").write_bytes(pdf([[(72, 700, 11, "So far 3,919 people have been killed.")]]))
    rows = [
        ["file", "address", "saved"],
        ["sub/a.html", ADDRESS, "2023-08-12"],
        ["b.pdf", "https://birch.example/b", ""],
    ]
    (tmp_path / name).write_text("\n".join(sign.join(row).strip() for row in rows))
    (page,) = SavedPages(tmp_path).versions(ADDRESS)
    assert "3,919 people" in page.text().text
    assert page.record.fetched_at == "2023-08-12"
    assert "3,919 people" in texts(tmp_path, "https://birch.example/b")[0]


def test_a_list_with_a_row_that_names_no_address(tmp_path):
    (tmp_path / "addresses.csv").write_text("file,address\na.html,alder\n")
    with pytest.raises(CrossfootError, match="line 2"):
        texts(tmp_path)


@pytest.mark.parametrize(
    "note",
    [
        f"<!-- saved from url=(0041){ADDRESS} -->",
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Sat Aug 12 2023 08:00:00 GMT+0000\n-->",
        f'<link rel="canonical" href="{ADDRESS}">',
        f'<link href="{ADDRESS}" rel=canonical>',
        f'<meta property="og:url" content="{ADDRESS}">',
    ],
)
def test_pages_that_say_where_they_are_from(tmp_path, note):
    (tmp_path / "Briefing.html").write_bytes(RIGHT.replace(b"<head>", b"<head>" + note.encode()))
    assert len(texts(tmp_path)) == 1


@pytest.mark.parametrize(
    "path", ["alder.example/reports/2023/august.html", "alder.example/reports/2023/august/index.html"]
)
def test_a_mirror_as_wget_makes_it(tmp_path, path):
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_bytes(RIGHT)
    assert len(texts(tmp_path)) == 1


@pytest.mark.parametrize(
    "asked",
    [ADDRESS, ADDRESS.replace("https", "http"), ADDRESS + "/", ADDRESS + "?utm_source=letter", ADDRESS + "#top",
     ADDRESS.replace("//", "//www.")],
)  # fmt: skip
def test_addresses_of_one_page_are_the_same(tmp_path, asked):
    (tmp_path / "page.mhtml").write_bytes(mhtml(RIGHT))
    assert len(texts(tmp_path, asked)) == 1
    assert texts(tmp_path, asked.replace("august", "july")) == []


@pytest.mark.parametrize("snapshot", [True, False])
def test_a_page_as_a_browser_saves_it_whole(tmp_path, snapshot):
    (tmp_path / "page.mhtml").write_bytes(mhtml(RIGHT, snapshot=snapshot))
    (page,) = SavedPages(tmp_path).versions(ADDRESS)
    assert "3,919 people" in page.text().text
    assert str(page.record.fetched_on) == "2023-08-12"


@pytest.mark.parametrize("name", ["pages.warc.gz", "pages.warc", "pages.wacz"])
def test_web_archives(tmp_path, name):
    moved = ("http://alder.example/old", 301, {"Location": ADDRESS}, b"")
    style = ("https://alder.example/a.css", 200, {"Content-Type": "text/css"}, b"p {}")
    missing = ("https://alder.example/gone", 404, HTML, b"not here: 3,919")
    data = warc(moved, (ADDRESS, 200, HTML, RIGHT), style, missing, gzipped=not name.endswith("warc"))
    if name.endswith("wacz"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            package.writestr("archive/data.warc.gz", data)
        data = out.getvalue()
    (tmp_path / name).write_bytes(data)
    assert "3,919 people" in texts(tmp_path)[0]
    assert "3,919 people" in texts(tmp_path, "http://alder.example/old")[0]
    assert texts(tmp_path, "https://alder.example/gone") == []
    (page,) = SavedPages(tmp_path).versions(ADDRESS)
    assert page.record.fetched_at == "2023-08-12T08:00:00Z"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc.gz", b"\x1f\x8b\x08 no archive"),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999\r\n\r\nHTTP/1.1 200"),
        ("a.wacz", b"PK\x03\x04 no package"),
        ("a.mhtml", b"no mail at all"),
        ("a.mhtml", b""),
        ("a.html", b"\0\1\2"),
        ("a.pdf", b"%PDF-1.7"),
    ],
)
def test_damaged_files_cost_nothing_but_themselves(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.mhtml").write_bytes(mhtml(RIGHT))
    assert len(texts(tmp_path)) == 1


def test_links_in_the_folder_are_not_followed(tmp_path):
    outside = tmp_path / "outside.html"
    outside.write_bytes(RIGHT.replace(b"<head>", f'<head><link rel="canonical" href="{ADDRESS}">'.encode()))
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.html").symlink_to(outside)
    assert texts(folder) == []


def test_a_letter_against_saved_pages(tmp_path, letter):
    (tmp_path / "page.mhtml").write_bytes(mhtml(article("So far 3,991 people have been killed.")))
    text = f"Open letter\n\n15 August 2023\n\nIn all, [3,919 people]({ADDRESS}) have been killed since the coup.\n"
    shelf = open_pages(str(tmp_path), tmp_path / "state" / "pages")
    ((page,),) = cited_pages(letter(text), shelf).values()
    assert (page.answer.prints, page.answer.nearest) == (False, ("3,991",))
    assert (page.grade, page.record.way, page.media_type) == ("cited", "saved", "text/html")


def test_what_is_no_folder(tmp_path):
    with pytest.raises(CrossfootError, match="no folder"):
        open_pages(str(tmp_path / "none"), tmp_path)
