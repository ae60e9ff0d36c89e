"""Fetching from a real server with the faults of the web."""

from __future__ import annotations

import gzip
import itertools
import time
import zlib

import pytest

from sources.pages.asking.archives import archived
from sources.pages.asking.fetching import Limits
from sources.pages.asking.reach import NotFetched, Reach

PAGE = b"<html><body><p>Alder Watch has counted 3,919 people killed.</p></body></html>"
OPEN = Reach(loopback_for_tests=True)


def refused(fetcher, address, **changes):
    with pytest.raises(NotFetched) as failure:
        fetcher(**changes).fetch(address)
    return failure.value


def test_a_page_comes_whole(site, fetcher):
    address = site.say("/report", PAGE, Content_Type="text/html")
    answer = fetcher().fetch(address + "#part")
    assert (answer.status, answer.body, answer.address) == (200, PAGE, address)
    assert site.paths() == ["/robots.txt", "/report"]
    sent = site.asked[1][1]
    assert sent["user-agent"].startswith("crossfoot")
    assert sent["accept-encoding"] == "gzip"
    assert "cookie" not in sent
    assert "authorization" not in sent
    assert "referer" not in sent


def test_without_the_setting_of_the_tests_this_machine_is_never_asked(site, fetcher):
    address = site.say("/report", PAGE)
    assert refused(fetcher, address, reach=Reach()).key == "private"
    assert refused(fetcher, address.replace("127.0.0.1", "localhost"), reach=Reach()).key == "private"
    assert refused(fetcher, address.replace("127.0.0.1", "2130706433"), reach=Reach()).key in ("private", "no_address")
    assert refused(fetcher, address.replace("127.0.0.1", "[::ffff:7f00:1]"), reach=Reach()).key == "private"
    assert site.asked == []


def _gz(data: bytes) -> bytes:
    # Without a time of day: the cases of two workers must have the same bytes.
    return gzip.compress(data, mtime=0)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site, fetcher, status):
    site.say("/new", PAGE)
    old = site.say("/old", b"moved", status, Location="/new")
    assert fetcher().fetch(old).address.endswith("/new")


@pytest.mark.parametrize(
    ("to", "key"),
    [
        ("http://10.0.0.1/admin", "private"),
        ("http://169.254.169.254/latest/meta-data/", "private"),
        ("http://[fe80::1]/", "private"),
        ("file:///etc/passwd", "scheme"),
        ("ftp://alder.example/a", "scheme"),
        ("http://alder.example:22/", "port"),
        ("http://reader:secret@alder.example/", "user"),
        ("http://[", "no_address"),
        ("", "nowhere"),
    ],
)
def test_a_redirect_leads_nowhere_that_may_not_be_asked(site, fetcher, to, key):
    old = site.say("/old", b"", 302, Location=to)
    assert refused(fetcher, old).key == key


def test_a_name_that_leads_into_the_private_network_after_a_redirect(site, fetcher):
    old = site.say("/old", b"", 302, Location="http://inside.example/")
    found = refused(fetcher, old, resolve=lambda host, port: ["192.168.3.4" if host == "inside.example" else host])
    assert found.key == "private"


def test_a_host_that_is_not_allowed_is_not_asked_after_a_redirect_either(site, fetcher):
    old = site.say("/old", b"", 302, Location="http://birch.example/")
    assert refused(fetcher, old, reach=Reach(hosts=("127.0.0.1",), loopback_for_tests=True)).key == "host"


def test_redirects_that_lead_in_a_circle_end(site, fetcher):
    first = site.say("/one", b"", 302, Location="/two")
    site.say("/two", b"", 302, Location="/one")
    assert refused(fetcher, first).key == "loop"
    assert len([path for path in site.paths() if path != "/robots.txt"]) == 5


def test_an_endless_body_is_left(site, fetcher):
    address = site.say("/endless", lambda: itertools.repeat(b"3,919 " * 2000))
    assert refused(fetcher, address).key == "too_large"


@pytest.mark.parametrize("packed", [_gz(b"0" * 60_000_000), _gz(_gz(b"0" * 60_000_000)) * 2])
def test_a_bomb_does_not_go_off(site, fetcher, packed):
    address = site.say("/bomb", packed, Content_Encoding="gzip")
    if len(gzip.decompress(packed)) > 200_000:
        assert refused(fetcher, address).key == "too_large"
    else:
        assert len(fetcher().fetch(address).body) <= 200_000


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", _gz(PAGE)),
        ("x-gzip", _gz(PAGE[:20]) + _gz(PAGE[20:])),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),
        ("identity", PAGE),
    ],
)
def test_packed_bodies_are_unpacked(site, fetcher, encoding, packed):
    address = site.say("/packed", packed, Content_Encoding=encoding)
    assert fetcher().fetch(address).body == PAGE


@pytest.mark.parametrize(
    ("encoding", "packed", "key"),
    [
        ("gzip", _gz(PAGE)[:-20], "broke_off"),
        ("gzip", b"no gzip at all", "damaged"),
        ("br", b"\x0b\x02\x80", "encoded"),
        ("gzip, gzip", _gz(_gz(PAGE)), "encoded"),
    ],
)
def test_damaged_and_strange_packing_is_said(site, fetcher, encoding, packed, key):
    assert refused(fetcher, site.say("/packed", packed, Content_Encoding=encoding)).key == key


def test_a_body_that_breaks_off(site, fetcher):
    def half(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(PAGE)
        handler.close_connection = True

    site.pages["/half"] = half
    assert refused(fetcher, site.url + "/half").key == "broke_off"


def test_slow_bytes_do_not_outlast_the_clock(site, fetcher):
    def drip():
        for _ in range(400):
            time.sleep(0.05)
            yield b"x"

    limits = Limits(connect=1.0, read=1.0, total=0.6, interval=0.0)
    assert refused(fetcher, site.say("/slow", drip), limits=limits).key == "no_time"


def test_a_head_that_never_ends_does_not_outlast_the_clock(site, fetcher):
    def slow_head(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(400):
            time.sleep(0.05)
            handler.wfile.write(f"X-{number}: 1\r\n".encode())

    site.pages["/head"] = slow_head
    limits = Limits(connect=1.0, read=1.0, total=0.6, interval=0.0)
    assert refused(fetcher, site.url + "/head", limits=limits).key == "no_time"


def test_a_server_that_speaks_no_http(site, fetcher):
    def babble(handler):
        handler.wfile.write(b"220 mail.example ESMTP\r\n")
        handler.close_connection = True

    site.pages["/mail"] = babble
    assert refused(fetcher, site.url + "/mail").key in ("no_http", "broke_off")


def test_nobody_listens(site, fetcher):
    assert refused(fetcher, "http://127.0.0.1:9/").key in ("port", "unreachable")
    assert refused(fetcher, "http://127.0.0.1:1099/").key == "unreachable"


@pytest.mark.parametrize("status", [204, 206, 400, 401, 403, 404, 410, 451, 500])
def test_what_is_no_whole_page_is_not_kept(site, fetcher, status):
    found = refused(fetcher, site.say("/gone", b"" if status == 204 else b"sorry, 3,919", status))
    assert found.key == "status"
    assert str(status) in found.reason


def test_an_empty_page(site, fetcher):
    assert refused(fetcher, site.say("/empty", b"")).key == "empty"


def test_a_busy_server_is_asked_again_when_it_says(site, fetcher, waits):
    answers = [(503, {"Retry-After": "7"}, b"busy"), (200, {}, PAGE)]

    def busy(handler):
        status, headers, body = answers.pop(0)
        handler.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    site.pages["/busy"] = busy
    assert fetcher().fetch(site.url + "/busy").body == PAGE
    assert 7.0 in waits.slept


def test_a_server_that_asks_to_come_back_tomorrow(site, fetcher):
    assert refused(fetcher, site.say("/later", b"", 429, Retry_After="86400")).key == "later"


def test_what_robots_txt_forbids_is_not_read(site, fetcher):
    site.say("/robots.txt", b"User-agent: *\nDisallow: /private\nAllow: /private/open$\n")
    site.say("/private/a", PAGE)
    assert refused(fetcher, site.url + "/private/a").key == "robots"
    assert "/private/a" not in site.paths()
    site.say("/private/open", PAGE)
    assert fetcher().fetch(site.url + "/private/open").body == PAGE


def test_what_robots_txt_forbids_is_not_read_after_a_redirect(site, fetcher):
    site.say("/robots.txt", b"User-agent: crossfoot\nDisallow: /hidden\n")
    site.say("/hidden", PAGE)
    assert refused(fetcher, site.say("/old", b"", 302, Location="/hidden")).key == "robots"


@pytest.mark.parametrize(
    ("status", "read"), [(404, True), (403, True), (410, True), (500, False), (503, False), (429, False)]
)
def test_a_robots_txt_that_does_not_come(site, fetcher, status, read):
    """RFC 9309, 2.3.1: what is not there forbids nothing; a server that cannot say is not asked further."""
    site.say("/robots.txt", b"", status)
    address = site.say("/report", PAGE)
    if read:
        assert fetcher().fetch(address).body == PAGE
    else:
        assert refused(fetcher, address).key == "robots_lost"


def test_a_robots_txt_without_end(site, fetcher):
    site.say("/robots.txt", lambda: itertools.repeat(b"Disallow: /a\n" * 2000))
    assert refused(fetcher, site.say("/report", PAGE)).key == "robots_lost"


def test_one_host_is_asked_at_its_pace(site, fetcher, waits):
    site.say("/robots.txt", b"User-agent: *\nCrawl-delay: 9\n")
    one, two = site.say("/one", PAGE), site.say("/two", PAGE)
    asking = fetcher()
    asking.fetch(one)
    asking.fetch(two)
    assert site.paths().count("/robots.txt") == 1
    assert len([wait for wait in waits.slept if 8.0 < wait <= 9.0]) == 2


def test_an_archive_gives_the_copy_nearest_to_a_day(site, fetcher):
    from datetime import date

    when = "Fri, 11 Aug 2023 06:00:00 GMT"
    gate = site.url + "/gate"
    site.say("/gate/http://alder.example/report", b"", 302, Location="/web/20230811060000/http://alder.example/report")
    site.say("/web/20230811060000/http://alder.example/report", b"banner: 1,204 captures", Memento_Datetime=when)
    site.say("/web/20230811060000id_/http://alder.example/report", PAGE, Memento_Datetime=when)
    answer, moment = archived(fetcher(), gate, "http://alder.example/report", date(2023, 8, 15))
    assert (answer.body, moment) == (PAGE, "2023-08-11T06:00:00+00:00")
    asked = dict(site.asked)["/gate/http://alder.example/report"]
    assert asked["accept-datetime"] == "Tue, 15 Aug 2023 12:00:00 GMT"


def test_an_answer_without_a_moment_is_no_copy(site, fetcher):
    site.say("/gate/http://alder.example/report", b"<html>not archived, but 3,919</html>")
    with pytest.raises(NotFetched) as failure:
        archived(fetcher(), site.url + "/gate", "http://alder.example/report", None)
    assert failure.value.key == "no_copy"
