"""Fetched pages as they are kept and found again: by hash, every version, whatever the server called them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from sources.pages.cited import cited_pages
from sources.pages.cited_addresses import addresses_of
from sources.pages.collecting import Wanted, collect
from sources.pages.kept import PageStore
from sources.pages.media_types import media_type_of
from sources.pages.shelves import open_pages
from tests.factories.cited_pages import article
from tests.factories.documents import pdf

LETTER = """Open letter

15 August 2023

Alder Watch has documented that 3,919 people have been killed since the coup.[1]
It counts 24,123 people [arrested]({arrested}).

[1] Alder Watch, Briefing, 11 August 2023, {killed}
"""
RIGHT, WRONG = article("So far 3,919 people have been killed."), article("So far 3,991 people have been killed.")


@pytest.fixture
def store(tmp_path):
    return PageStore(tmp_path / "pages")


@pytest.fixture
def take(store, fetcher):
    """Fetch addresses into the store, an hour later each time."""
    moment = [datetime(2023, 8, 16, tzinfo=UTC)]

    def run(*addresses, reach=None, limits=None, **wanted):
        moment[0] += timedelta(hours=1)
        asking = fetcher(reach) if limits is None else fetcher(reach, limits)
        told = collect(
            store,
            dict.fromkeys(addresses, date(2023, 8, 15)),
            asking,
            Wanted(**wanted),
            lambda _: None,
            lambda: moment[0],
        )
        return [one.outcome for one in told]

    return run


def answers(letter, store, text):
    found = cited_pages(letter(text), store)
    return [page.answer for pages in found.values() for page in pages if page is not None]


def test_a_page_is_kept_by_its_hash_with_all_that_is_known_of_it(site, store, take):
    site.say("/new", RIGHT, Content_Type="text/html; charset=UTF-8", Last_Modified="Fri, 11 Aug 2023 06:00:00 GMT")
    address = site.say("/old", b"", 301, Location="/new")
    assert take(address) == ["kept"]
    (page,) = store.versions(address)
    record = page.record
    assert (store.folder / "bodies" / record.sha256).read_bytes() == RIGHT
    assert record.address == address
    assert record.final_address.endswith("/new")
    assert (record.media_type, record.charset, record.size) == ("text/html", "utf-8", len(RIGHT))
    assert (record.fetched_on, record.last_modified) == (date(2023, 8, 16), "2023-08-11")
    assert "3,919 people" in page.text().text
    assert oct((store.folder / "texts").stat().st_mode)[-3:] == "700"


def test_what_is_kept_is_not_asked_again_unless_wanted(site, store, take):
    address = site.say("/report", RIGHT, Content_Type="text/html")
    assert take(address) == ["kept"]
    before = len(site.asked)
    assert take(address) == ["there"]
    assert len(site.asked) == before
    assert take(address, again=True) == ["unchanged"]


def test_a_page_that_changed_keeps_what_it_printed(site, store, take, letter):
    address = site.say("/report", RIGHT, Content_Type="text/html")
    take(address)
    site.say("/report", article("So far 4,205 people have been killed."), Content_Type="text/html")
    assert take(address, again=True) == ["changed"]
    assert len(store.versions(address)) == 2
    (answer,) = answers(letter, store, LETTER.format(killed=address, arrested="#"))
    assert answer.prints is True


def test_a_page_that_is_gone_leaves_what_was_kept(site, store, take):
    address = site.say("/report", RIGHT, Content_Type="text/html")
    take(address)
    site.say("/report", b"gone", 410)
    assert take(address, again=True) == ["failed"]
    assert len(store.versions(address)) == 1
    assert store.problem(address) is None


def test_a_page_that_never_came_is_told_with_the_reason(site, store, take, letter):
    address = site.url + "/nowhere"
    assert take(address) == ["failed"]
    assert store.problem(address) == "answers 404"
    (answer,) = answers(letter, store, LETTER.format(killed=address, arrested="#"))
    assert (answer.prints, answer.reason) == (None, "not_fetched")
    assert "404" in answer.why


def test_an_archive_where_the_page_is_missing(site, store, take, letter):
    address = site.url + "/nowhere"
    copy = f"/gate/{address}"
    site.say(copy, WRONG, Content_Type="text/html", Memento_Datetime="Fri, 11 Aug 2023 06:00:00 GMT")
    assert take(address, copies="missing", gate=site.url + "/gate") == ["failed", "kept"]
    (page,) = store.versions(address)
    assert page.record.archived_at == "2023-08-11T06:00:00+00:00"
    assert page.record.stood_on == date(2023, 8, 11)
    (answer,) = answers(letter, store, LETTER.format(killed=address, arrested="#"))
    assert (answer.prints, answer.nearest) == (False, ("3,991",))


def test_the_copy_of_the_letters_time_speaks_before_the_page_of_today(site, store, take, letter):
    address = site.say("/report", article("So far 4,205 people have been killed."), Content_Type="text/html")
    stamp = "Fri, 11 Aug 2023 06:00:00 GMT"
    site.say(f"/gate/{address}", WRONG, Content_Type="text/html", Memento_Datetime=stamp)
    assert take(address, copies="also", gate=site.url + "/gate") == ["kept", "kept"]
    # A day lies between the letter and the page of today, four between it and the copy: both are asked.
    (answer,) = answers(letter, store, LETTER.format(killed=address, arrested="#"))
    assert answer.prints is False


def test_links_and_notes_are_fetched_and_held_against_their_claims(site, store, take, letter):
    killed = site.say("/killed", WRONG, Content_Type="text/html")
    arrested = site.say("/arrested", article("The authorities arrested 24,123 people."), Content_Type="text/html")
    text = LETTER.format(killed=killed, arrested=arrested)
    found = addresses_of(letter(text))
    assert set(found) == {killed, arrested}
    take(*found)
    assert [answer.prints for answer in answers(letter, store, text)] == [False, True]


def test_a_note_with_two_addresses_is_not_told_no_by_one_of_them(site, store, take, letter):
    one, two = site.say("/one", WRONG, Content_Type="text/html"), site.say("/two", RIGHT, Content_Type="text/html")
    text = LETTER.format(killed=f"{one} and {two}", arrested="#")
    take(one)
    (answer,) = answers(letter, store, text)
    assert (answer.prints, answer.reason) == (None, "others")
    take(two)
    (answer,) = answers(letter, store, text)
    assert answer.prints is True


@pytest.mark.parametrize("called", ["text/html", "text/plain", "application/octet-stream", "image/png", "", "nonsense"])
def test_a_server_that_lies_about_the_type(site, store, take, called):
    data = pdf([[(72, 700, 11, "So far 3,919 people have been killed.")]])
    address = site.say("/report", data, Content_Type=called)
    take(address)
    (page,) = store.versions(address)
    assert page.text().media_type == "application/pdf"
    assert "3,919 people" in page.text().text


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("text/html; charset=windows-1251", "windows-1251"),
        ("text/html; charset=utf-16", "utf-16"),
        ("text/html; charset=shift_jis", "shift_jis"),
        ("text/html; charset=nonsense", "utf-8"),
        ("text/html", "utf-8"),
        ("text/plain; charset=iso-8859-1", "cp1252"),
    ],
)
def test_pages_in_other_encodings(site, store, take, header, encoding):
    word = {"windows-1251": "Привет", "shift_jis": "日本"}.get(encoding, "café")
    body = f"<html><body><p>{word}: 3,919 people killed.</p></body></html>".encode(encoding)
    address = site.say("/report", body, Content_Type=header)
    take(address)
    (page,) = store.versions(address)
    assert f"{word}: 3,919 people killed." in page.text().text


@pytest.mark.parametrize(
    ("body", "called"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "image/png"),
        (b"%PDF-1.7 broken", "application/pdf"),
        (b"\0\1\2\3" * 99, "text/html"),
    ],
)
def test_a_page_that_cannot_be_read_is_kept_and_told(site, store, take, letter, body, called):
    address = site.say("/report", body, Content_Type=called)
    assert take(address) == ["kept"]
    (answer,) = answers(letter, store, LETTER.format(killed=address, arrested="#"))
    assert answer.prints is None
    assert answer.why


def test_a_pdf_that_prints_another_figure(site, store, take, letter):
    lines = [(72, 700 - 20 * n, 11, said) for n, said in enumerate([*FILLING, "So far 3,991 people have been killed."])]
    address = site.say("/report.pdf", pdf([lines]), Content_Type="application/pdf")
    take(address)
    (answer,) = answers(letter, store, LETTER.format(killed=address, arrested="#"))
    assert (answer.prints, answer.nearest) == (False, ("3,991",))


def test_a_pdf_with_a_page_that_is_a_picture(site, store, take, letter):
    lines = [(72, 700, 11, "So far 3,991 people have been killed.")]
    address = site.say("/report.pdf", pdf([lines, []], pictures=[1]), Content_Type="application/pdf")
    take(address)
    (answer,) = answers(letter, store, LETTER.format(killed=address, arrested="#"))
    assert answer.prints is None


FILLING = [
    "The office keeps a register by name and reads each entry against two sources.",
    "Where families asked that a name be held back, the entry stands without it.",
    "The method is set out in a paper of its own that the office sends on request.",
]


def test_damaged_stores_are_borne(site, store, take, letter):
    address = site.say("/report", RIGHT, Content_Type="text/html")
    take(address)
    (page,) = store.versions(address)
    for path in (store.folder / "texts").iterdir():
        path.write_text("{")
    assert "3,919" in PageStore(store.folder).versions(address)[0].text().text
    (store.folder / "bodies" / page.record.sha256).write_bytes(b"something else")
    assert "not what was fetched" in PageStore(store.folder).versions(address)[0].text().refused
    for path in (store.folder / "records").iterdir():
        path.write_text(json.dumps({"form": "of another time"}))
    assert PageStore(store.folder).versions(address) == ()


def test_reading_a_store_writes_nothing(site, store, take, letter):
    address = site.say("/report", RIGHT, Content_Type="text/html")
    take(address)
    before = {path: path.stat().st_mtime_ns for path in store.folder.rglob("*")}
    answers(letter, store, LETTER.format(killed=address, arrested="#"))
    assert {path: path.stat().st_mtime_ns for path in store.folder.rglob("*")} == before


def test_no_pages_no_shelf(tmp_path):
    assert open_pages(None, tmp_path / "pages") is None


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("text/html", ("text/html", "")),
        ('Text/HTML; Charset="UTF-8"', ("text/html", "utf-8")),
        ("application/pdf;name=a.pdf", ("application/pdf", "")),
        ("", ("", "")),
        ("nonsense", ("", "")),
        ("text/html; charset", ("text/html", "")),
    ],
)
def test_media_types_as_servers_write_them(header, told):
    assert media_type_of(header) == told
