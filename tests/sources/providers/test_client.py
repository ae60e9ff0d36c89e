"""The client against a real server: patience, pace, cache, and what it never says."""

from __future__ import annotations

import gzip
import logging
import pickle
import threading
from pathlib import Path
from urllib.parse import quote, quote_plus

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.providers.asking import ProviderError, PullUsageError
from sources.providers.net.answers import Key
from sources.providers.net.client import Client
from sources.providers.net.http_cache import HttpCache
from sources.providers.net.outside import RefusedError
from sources.providers.net.paging import Pages
from sources.providers.net.retrying import Patience
from sources.providers.net.secrecy import Secret, redacted
from sources.providers.net.wire import Conduct

KEY = "s3cr3t-key/with+signs="


def client(base: str, still, cache: Path | None = None, **conduct) -> Client:
    return Client("the-provider", base, cache=HttpCache(cache), conduct=Conduct(**conduct), world=still.world())


def in_turn(*replies):
    left = list(replies)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def test_500_then_an_answer(serve, json_reply, reply, still):
    served = serve(in_turn(reply(status=500), reply(status=503), json_reply({"ok": 1})))
    content, address = client(served.url, still).json("figures", {"a": "1"})
    assert content == {"ok": 1}
    assert address == f"{served.url}/figures?a=1"
    assert len(served.asked) == 3
    # Chance gave its most: 1 second, then 2; each longer than the pace of one request a second.
    assert still.slept == [1.0, 2.0]


def test_429_waits_as_long_as_it_is_asked_to(serve, json_reply, reply, still):
    served = serve(in_turn(reply(status=429, headers={"Retry-After": "17"}), json_reply([])))
    assert client(served.url, still).json("x")[0] == []
    assert still.slept == [17.0]


def test_429_with_a_date(serve, json_reply, reply, still):
    when = {"Retry-After": "Mon, 02 Mar 2026 12:00:30 GMT"}
    served = serve(in_turn(reply(status=429, headers=when), json_reply([])))
    client(served.url, still).json("x")
    assert still.slept == [30.0]


def test_429_for_ever_is_told_once_patience_ends(serve, reply, still):
    served = serve(lambda _: reply(status=429))
    with pytest.raises(ProviderError, match=r"the-provider.*/x: answers 429 \(Too Many Requests\) \(tried 5 times\)"):
        client(served.url, still).json("x")
    assert len(served.asked) == 5


def test_a_wait_beyond_patience_is_not_waited_for(serve, reply, still):
    served = serve(lambda _: reply(status=429, headers={"Retry-After": "86400"}))
    with pytest.raises(ProviderError, match="asks to wait 86400 seconds"):
        client(served.url, still).json("x")
    assert still.slept == []


def test_half_a_body_is_asked_for_again(serve, json_reply, reply, still):
    half = reply(body=b'{"data": [1, 2, 3]}', cut=9)
    served = serve(in_turn(half, json_reply({"data": [1, 2, 3]})))
    assert client(served.url, still).json("x")[0] == {"data": [1, 2, 3]}


@pytest.mark.parametrize(
    ("body", "cut", "said"),
    [
        (b'{"data": [1, 2, 3]}', 9, "broke off in the middle"),
        (b'{"data": [1, 2', None, "ends too early"),
        (b"", None, "is no JSON"),
        (b"<html>Sorry</html>", None, "sent a web page"),
        (b'{"value": NaN}', None, "is no JSON"),
        (b"\xff\xfe\x00", None, "is no JSON"),
        (b"[" * 100_000, None, "ends too early"),
    ],
)
def test_bodies_that_are_no_answers(serve, reply, still, body, cut, said):
    served = serve(lambda _: reply(body=body, cut=cut))
    with pytest.raises(ProviderError, match=said):
        client(served.url, still, patience=Patience(attempts=2)).json("x")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (400, r"answers 400 \(Bad Request\); it says: no such filter"),
        (401, "asks for a key"),
        (404, "nothing stands there"),
        (418, "answers 418"),
        (599, "answers 599"),
    ],
)
def test_refusals_are_not_asked_again(serve, reply, still, status, said):
    served = serve(lambda _: reply(status=status, body=b"no such\x1b[31m filter".replace(b"\x1b[31m", b"")))
    with pytest.raises(RefusedError, match=said) as caught:
        client(served.url, still).json("x")
    assert caught.value.status == status
    assert len(served.asked) == 1
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_nobody_there(still):
    with pytest.raises(ProviderError, match="cannot be reached"):
        client("http://127.0.0.1:1", still, patience=Patience(attempts=2)).json("x")


def test_a_server_that_does_not_answer(serve, json_reply, still):
    over = threading.Event()

    def answer(_):
        over.wait(5)
        return json_reply([])

    served = serve(answer)
    try:
        with pytest.raises(ProviderError, match="did not answer in time"):
            client(served.url, still, read=0.05, patience=Patience(attempts=1)).json("x")
    finally:
        over.set()


def test_a_damaged_encoding(serve, reply, still):
    served = serve(lambda _: reply(body=b"no gzip", headers={"Content-Encoding": "gzip"}))
    with pytest.raises(ProviderError, match="sent a damaged answer"):
        client(served.url, still, patience=Patience(attempts=1)).json("x")


def test_requests_keep_their_distance(serve, json_reply, still):
    served = serve(lambda _: json_reply([]))
    asking = client(served.url, still, interval=2.0)
    for _ in range(3):
        asking.json("x")
    assert still.slept == [2.0, 2.0]


def test_more_than_can_be_taken(serve, reply, still):
    served = serve(lambda _: reply(body=b"1" * 5000))
    with pytest.raises(ProviderError, match="sends more than"):
        client(served.url, still, largest=1000).json("x")


@pytest.mark.parametrize(
    "address", ["ftp://example.org", "example.org", "", "http://", "http://[", "file:///etc/passwd"]
)
def test_no_address(address, still):
    with pytest.raises(PullUsageError, match="--base-url"):
        client(address, still)


class TestCache:
    """What has not changed is not sent again, and nothing is used that the server did not confirm."""

    def test_etag(self, serve, json_reply, reply, still, tmp_path):
        def answer(request):
            if request.headers.get("if-none-match") == '"v1"':
                return reply(status=304, headers={"ETag": '"v1"'})
            return json_reply({"figure": 12.50}, ETag='"v1"')

        served = serve(answer)
        first = client(served.url, still, tmp_path).json("x", {"page": "1"})
        second = client(served.url, still, tmp_path).json("x", {"page": "1"})
        assert first == second
        assert [request.headers.get("if-none-match") for request in served.asked] == [None, '"v1"']

    def test_last_modified(self, serve, json_reply, reply, still, tmp_path):
        day = "Sun, 01 Mar 2026 00:00:00 GMT"
        given = in_turn(json_reply([1], Last_Modified=day), reply(status=304))
        served = serve(given)
        assert client(served.url, still, tmp_path).json("x") == client(served.url, still, tmp_path).json("x")
        assert served.asked[1].headers["if-modified-since"] == day

    def test_a_new_version_replaces_the_old(self, serve, json_reply, still, tmp_path):
        served = serve(in_turn(json_reply([1], ETag='"1"'), json_reply([2], ETag='"2"'), json_reply([3], ETag='"3"')))
        for expected in ([1], [2], [3]):
            assert client(served.url, still, tmp_path).json("x")[0] == expected
        assert served.asked[2].headers["if-none-match"] == '"2"'

    def test_another_question_has_its_own_entry(self, serve, json_reply, still, tmp_path):
        served = serve(lambda request: json_reply(request.query, ETag='"1"'))
        client(served.url, still, tmp_path).json("x", {"page": "1"})
        assert client(served.url, still, tmp_path).json("x", {"page": "2"})[0] == {"page": "2"}
        assert "if-none-match" not in served.asked[1].headers

    @pytest.mark.parametrize("damage", ["body", "json", "gone"])
    def test_a_damaged_entry_counts_as_none(self, serve, json_reply, still, tmp_path, damage):
        served = serve(lambda _: json_reply([1], ETag='"1"'))
        client(served.url, still, tmp_path).json("x")
        file = next(tmp_path.glob("*.json" if damage == "json" else "*.body"))
        if damage == "gone":
            file.unlink()
        else:
            file.write_bytes(b"[9]")
        assert client(served.url, still, tmp_path).json("x")[0] == [1]
        assert "if-none-match" not in served.asked[1].headers

    @pytest.mark.parametrize("headers", [{}, {"ETag": '"1"', "Cache_Control": "private, no-store"}])
    def test_what_may_not_be_kept(self, serve, json_reply, still, tmp_path, headers):
        served = serve(lambda _: json_reply([1], **headers))
        client(served.url, still, tmp_path / "http").json("x")
        assert not (tmp_path / "http").exists()

    def test_half_an_answer_is_not_kept(self, serve, reply, still, tmp_path):
        served = serve(lambda _: reply(body=b'{"a": ', headers={"ETag": '"1"'}))
        with pytest.raises(ProviderError):
            client(served.url, still, tmp_path / "http").json("x")
        assert not (tmp_path / "http").exists()

    def test_a_folder_that_cannot_be_written_stops_nothing(self, serve, json_reply, still, tmp_path):
        (tmp_path / "file").write_text("no folder")
        served = serve(lambda _: json_reply([1], ETag='"1"'))
        assert client(served.url, still, tmp_path / "file").json("x")[0] == [1]


class TestSecrecy:
    """A key goes into requests and nowhere else."""

    def keys(self):
        secret = Secret(KEY, "THE_VARIABLE")
        return [Key(secret=secret, header="X-Key"), Key(secret=secret, parameter="client_id")]

    def test_the_server_gets_it(self, serve, json_reply, still):
        served = serve(lambda _: json_reply([]))
        for key in self.keys():
            client(served.url, still).json("x", key=key)
        assert served.asked[0].headers["x-key"] == KEY
        assert served.asked[1].query["client_id"] == KEY

    @pytest.mark.parametrize("at", [0, 1])
    def test_no_log_no_error_no_file(self, serve, reply, json_reply, still, tmp_path, caplog, at):
        caplog.set_level(logging.DEBUG)
        echo = f"your key {KEY} is wrong".encode()
        good = json_reply([1], ETag='"1"')
        served = serve(in_turn(good, reply(status=500), reply(status=403, body=echo)))
        asking = client(served.url, still, tmp_path)
        asking.json("x", key=self.keys()[at])
        with pytest.raises(ProviderError) as caught:
            asking.json("x", key=self.keys()[at])
        assert "THE_VARIABLE" in str(caught.value)
        kept = "".join(f"{file.name} {file.read_text()}" for file in sorted(tmp_path.iterdir()))
        for told in (str(caught.value), repr(caught.value), caplog.text, kept, repr(self.keys()), str(served.url)):
            assert "s3cr3t" not in told

    def test_an_address_with_a_password_is_shown_without(self, serve, reply, still):
        served = serve(lambda _: reply(status=404))
        base = served.url.replace("://", "://user:s3cr3t@")
        with pytest.raises(ProviderError) as caught:
            client(base, still).json("x")
        assert "s3cr3t" not in str(caught.value)

    def test_a_redirect_to_another_host_gets_no_key(self, serve, reply, json_reply, still):
        store = serve(lambda _: json_reply([7]))
        first = serve(lambda _: reply(status=302, headers={"Location": f"{store.url}/file?signature=abc"}))
        for key in self.keys():
            assert client(first.url, still).json("x", key=key)[0] == [7]
        for request in store.asked:
            assert "x-key" not in request.headers
            assert request.query == {"signature": "abc"}

    def test_a_redirect_on_the_same_host_keeps_the_header(self, serve, reply, json_reply, still):
        def answer(request):
            return json_reply([7]) if request.path == "/y" else reply(status=307, headers={"Location": "/y"})

        served = serve(answer)
        client(served.url, still).json("x", key=self.keys()[0])
        assert served.asked[1].headers["x-key"] == KEY

    def test_round_and_round(self, serve, reply, still):
        served = serve(lambda _: reply(status=302, headers={"Location": "/x"}))
        with pytest.raises(ProviderError, match="points elsewhere more than 5 times"):
            client(served.url, still).json("x")

    def test_a_redirect_to_no_web_address(self, serve, reply, still):
        served = serve(lambda _: reply(status=302, headers={"Location": "file:///etc/passwd"}))
        with pytest.raises(ProviderError, match="not safe to follow"):
            client(served.url, still).json("x")

    def test_no_key_over_an_open_line(self, still):
        for key in self.keys():
            with pytest.raises(ProviderError, match="open line"):
                client("http://example.org", still).json("x", key=key)

    def test_a_redirect_from_https_to_http_is_not_followed(self, still):
        asking = client("https://example.org", still)
        with pytest.raises(ProviderError, match="not safe to follow"):
            asking._wire._next(httpx.URL("https://example.org/x"), "http://example.org/y", "https://example.org/x")

    @given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=4, max_size=30), st.text(max_size=20))
    def test_no_form_of_a_secret_is_left(self, value, around):
        for form in (value, quote(value), quote(value, safe=""), quote_plus(value)):
            shown = redacted(f"{around}{form}{around}", [Secret(value, "NAME")])
            assert value not in shown or value in around + "***" + around

    def test_a_secret_is_not_pickled(self):
        with pytest.raises(TypeError):
            pickle.dumps(Secret(KEY, "THE_VARIABLE"))

    def test_a_log_in_shows_neither_password_nor_token(self, serve, reply, still, caplog):
        caplog.set_level(logging.DEBUG)
        served = serve(lambda request: reply(status=400, body=str(request.form).encode()))
        form = {"username": "someone", "password": Secret(KEY, "PASSWORD")}
        with pytest.raises(ProviderError) as caught:
            client(served.url, still).post_form("oauth/token", form)
        assert served.asked[0].form["password"] == KEY
        assert "s3cr3t" not in str(caught.value) + caplog.text


def _packed(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = gzip.compress(content, mtime=0)
    return content


def test_a_packed_answer_is_unpacked(serve, reply, still):
    headers = {"Content-Encoding": "gzip"}
    served = serve(lambda _: reply(body=_packed(b'{"a": 1}'), headers=headers))
    assert client(served.url, still).json("x")[0] == {"a": 1}


@pytest.mark.parametrize(
    ("body", "encoding", "said"),
    [
        (_packed(b"0" * 3_000_000), "gzip", "sends more than 1 MB"),
        (_packed(b"0" * 3_000_000, times=2), "gzip, gzip", "packed as 'gzip, gzip'"),
        (b"[]", "br", "packed as 'br'"),
        (_packed(b'{"a": 1}')[:-9], "gzip", "broke off in the middle"),
    ],
)
def test_what_unpacks_to_too_much_is_not_unpacked(serve, reply, still, body, encoding, said):
    served = serve(lambda _: reply(body=body, headers={"Content-Encoding": encoding}))
    with pytest.raises(ProviderError, match=said):
        client(served.url, still, largest=1024 * 1024, patience=Patience(attempts=1)).json("x")


def test_an_answer_that_never_ends(serve, reply, still):
    """A byte now and then is no silence; the whole answer has its time too."""
    served = serve(lambda _: reply(body=b"[" + b" " * 400_000 + b"]"))
    with pytest.raises(ProviderError, match="has not ended its answer after 0 seconds"):
        client(served.url, still, whole=0.0, patience=Patience(attempts=1)).json("x")


@pytest.mark.parametrize("body", [b"[" + b"0," * 6_000_000 + b"0]", b"[" * 6_000_000])
def test_more_values_than_memory_bears(serve, reply, still, body):
    served = serve(lambda _: reply(body=body))
    with pytest.raises(ProviderError, match="more than 5,000,000 values"):
        client(served.url, still, patience=Patience(attempts=1)).json("x")


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"<!DOCTYPE html><p>Log in", "text/csv"), (b"\n <html lang=en>", ""), (b"a,b\n", "text/html; charset=utf-8")],
)
def test_a_web_page_in_place_of_figures(serve, reply, still, body, kind):
    served = serve(lambda _: reply(body=body, headers={"Content-Type": kind}))
    with pytest.raises(ProviderError, match="sent a web page where figures were asked for"):
        client(served.url, still, patience=Patience(attempts=1)).get("x", None, key=None, read=lambda answer: answer)


PAGED = {
    "two pages in turn": (lambda at: [at % 2], "sends the same page again"),
    "the first again": (lambda at: [at % 5], "sends the same page again"),
    "empty pages": (lambda _: [], "page after page without a figure"),
    "ever new pages": (lambda at: [at], "has sent pages for 60 minutes"),
}


@pytest.mark.parametrize(("page", "said"), PAGED.values(), ids=PAGED)
def test_pages_without_end(still, page, said):
    asker = client("http://127.0.0.1:1", still)
    pages = Pages(asker)

    def take_all() -> None:
        for at in range(100_000):
            still.time += 1.0
            pages.take(page(at), "http://127.0.0.1:1/x")

    with pytest.raises(ProviderError, match=said):
        take_all()
