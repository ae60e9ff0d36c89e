"""Whoever is not the review's own page is refused: other names and origins, no session, too much, paths that leave."""

from __future__ import annotations

import argparse
import json
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from claims.errors import CrossfootError
from flows.review.decision_shelf import Overtaken
from flows.review.review_command import TOKEN, _hosts, _listening, _secret, _token
from flows.review.run_shown import load_run
from flows.review.things_shown import things_of
from flows.run_folders.runs import Layout
from reports.deciding.next_steps import Refused
from tests.factories.run_folder import LETTER, put_run

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def client(served: Any) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=served.address) as one:
        one.get("/")
        yield one


def sent(client: httpx.Client, content: str = "decision=accept", **headers: str) -> httpx.Response:
    origin = str(client.base_url).rstrip("/")
    return client.post("/decide", content=content, headers={"origin": origin, "content-type": FORM, **headers})


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", ""])
def test_another_name_for_this_machine_is_not_answered(client: httpx.Client, host: str) -> None:
    answer = client.get("/letters/wells.html", headers={"host": host})
    assert answer.status_code in (400, 421)
    assert "wells" not in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "multipart/form-data; boundary=x"}, 415),
    ],
)
def test_a_form_comes_from_our_own_pages(client: httpx.Client, headers: dict[str, str], status: int) -> None:
    assert sent(client, **headers).status_code == status


def test_a_form_without_the_token_of_its_session_is_refused(client: httpx.Client, served: Any) -> None:
    assert sent(client, "token=0&decision=accept").status_code == 403
    assert sent(client, "decision=accept").status_code == 403
    assert served.shelf.entries() == []


def test_a_form_is_no_longer_than_a_form(client: httpx.Client) -> None:
    assert sent(client, "note=" + "x" * 70_000).status_code == 413


def test_a_body_that_does_not_say_how_long_it_is_is_not_read(served: Any) -> None:
    host, port = served.address.removeprefix("http://").split(":")
    head = f"POST /decide HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: {served.address}\r\nContent-Type: {FORM}\r\n"
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n5\r\nxxxxx\r\n".encode())
        assert line.recv(200).split(b" ")[1] == b"411"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_get_and_post(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/run.json", "/inputs/", "/assets/../run.json", "/assets/%2e%2e/run.json", "/assets/..%2frun.json",
        "/../../etc/passwd", "/exports/../../../state/crossfoot.db", "//etc/passwd", "/state/review-secret",
        "/assets/%00", "/letters/..%2f..%2frun.html", "/letters/none.html", "/assets", "/letters-2.html",
        "/letters-x.html",
    ],
)  # fmt: skip
def test_no_path_leaves_what_is_handed_out(client: httpx.Client, served: Any, path: str) -> None:
    host, port = served.address.removeprefix("http://").split(":")
    session = client.cookies["crossfoot_session"]
    with socket.create_connection((host, int(port)), timeout=10) as line:
        head = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: crossfoot_session={session}\r\n"
        line.sendall(f"{head}Connection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.split(b" ", 2)[1] in (b"404", b"400")


def test_a_link_out_of_the_run_is_not_followed(served: Any, client: httpx.Client) -> None:
    (served.out / "secret.js").write_text("secret")
    (served.out / "latest" / "assets" / "out.js").symlink_to(served.out / "secret.js")
    assert client.get("/assets/out.js").status_code == 404
    assert client.get("/assets/letter.js").status_code == 200


def test_every_answer_says_what_it_may_do(client: httpx.Client) -> None:
    for path in ("/", "/letters/wells.html", "/none", "/assets/letter.js"):
        headers = client.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_cookies_stay_at_home(served: Any) -> None:
    answer = httpx.get(served.address + "/")
    told = answer.headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=strict" in told


def test_a_page_from_elsewhere_asks_again_by_itself_before_a_session_is_made(served: Any) -> None:
    answer = httpx.get(served.address + "/", headers={"sec-fetch-site": "cross-site"})
    assert "set-cookie" not in answer.headers
    assert "refresh" in answer.text


def test_with_a_token_nobody_comes_in_without_it(start: Any) -> None:
    closed = start(token="a-token-that-nobody-guesses")
    origin = {"origin": closed.address}
    with httpx.Client(base_url=closed.address, follow_redirects=True) as client:
        for path in ("/", "/letters/wells.html", "/assets/letters-list.js", "/tables/claims.csv"):
            answer = client.get(path)
            assert answer.url.path == "/enter"
            assert LETTER[:20] not in answer.text
        assert client.post("/decide", data={"decision": "accept"}, headers=origin).url.path == "/enter"
        assert client.post("/enter", data={"given": "a-token"}, headers=origin).status_code == 403
        answer = client.post("/enter", data={"given": "a-token-that-nobody-guesses"}, headers=origin)
        assert (answer.status_code, answer.url.path) == (200, "/")
        page = client.get("/letters/wells.html").text
    assert "a-token-that-nobody-guesses" not in page
    forged = client.cookies["crossfoot_session"].split(".")[0] + ".0"
    answer = httpx.get(closed.address + "/", cookies={"crossfoot_session": forged})
    assert answer.headers["location"] == "/enter"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_this_machine_needs_no_token(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.delenv(TOKEN, raising=False)
    assert _token(host) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.5", "review.example.org", "127.evil.example"])
def test_other_machines_need_a_token(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.delenv(TOKEN, raising=False)
    with pytest.raises(CrossfootError, match="needs a token"):
        _token(host)
    monkeypatch.setenv(TOKEN, "short")
    with pytest.raises(CrossfootError, match="too short"):
        _token(host)
    monkeypatch.setenv(TOKEN, "x" * 16)
    assert _token(host) == "x" * 16


def test_the_names_it_answers_to() -> None:
    assert _hosts("127.0.0.1", None, 80) == {"127.0.0.1:80", "localhost:80", "[::1]:80"}
    assert _hosts("10.0.0.5", "Review.Example.org", 80) == {
        "10.0.0.5:80", "review.example.org", "review.example.org:80",
    }  # fmt: skip


def test_the_secret_is_its_owners_alone_and_outlives_a_restart(tmp_path: Any) -> None:
    first = _secret(tmp_path / "state")
    assert _secret(tmp_path / "state") == first
    assert (tmp_path / "state" / "review-secret").stat().st_mode & 0o777 == 0o600


def test_no_run_is_told(tmp_path: Any) -> None:
    from flows.review.review_command import run_review

    told = argparse.Namespace(
        what="serve", out=str(tmp_path), host="127.0.0.1", port=0, public_host=None, references=None
    )
    with pytest.raises(CrossfootError, match="holds no run to review"):
        run_review(told)


def test_a_table_that_cannot_be_read_is_told(tmp_path: Any) -> None:
    folder = put_run(tmp_path, {"wells": LETTER})
    record = json.loads((folder / "run.json").read_text())
    record |= {"references": "postgresql://editor:***@db.invalid/facts", "reference_table": {"sha256": "0"}}
    (folder / "run.json").write_text(json.dumps(record))
    with pytest.raises(CrossfootError, match="name it with --references"):
        load_run(Layout(out=tmp_path))


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"decision": "let_go"}, "decide on it there"),
        ({"decision": "perhaps"}, "Choose a decision"),
        ({"decision": "accept", "revision": "x"}, "open the page again"),
        ({"decision": "accept", "key": "0" * 32}, "no longer holds"),
        ({"decision": "accept", "letter": "../wells"}, "no longer holds"),
        ({"decision": "accept", "kind": "finding"}, "no longer holds"),
    ],
)
def test_what_a_form_of_ours_would_not_say_is_refused(served: Any, fields: dict[str, str], says: str) -> None:
    [key, *_] = [key for kind, key in things_of(served.desk.run().letters["wells"]) if kind == "claim"]
    told = {"letter": "wells", "kind": "claim", "key": key, "revision": "0", "by": "Ada", **fields}
    with pytest.raises(Refused, match=says):
        served.desk.decide(told)
    assert served.shelf.entries() == []


def test_a_form_about_another_state_is_overtaken(served: Any) -> None:
    [key, *_] = [key for kind, key in things_of(served.desk.run().letters["wells"]) if kind == "claim"]
    told = {"letter": "wells", "kind": "claim", "key": key, "revision": "3", "by": "Ada", "decision": "accept"}
    with pytest.raises(Overtaken):
        served.desk.decide(told)


def test_who_comes_at_once_waits_and_is_not_refused() -> None:
    with _listening("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname(), timeout=5):
        pass
