"""A real HTTP server on this machine that answers as providers document, with data made for these tests."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from sources.providers.net.outside import World


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it; header names in lower case."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    form: dict[str, str]


@dataclass(frozen=True)
class Reply:
    """What the server answers; `cut` sends only so many bytes of the body it announces."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None


def as_json(content: Any, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(body=json.dumps(content).encode(), headers={"Content-Type": "application/json", **named})


@dataclass
class Served:
    """A running server: its address, and what it was asked."""

    url: str
    asked: list[Asked]


Answer = Callable[[Asked], Reply]


@pytest.fixture
def reply() -> type[Reply]:
    return Reply


@pytest.fixture
def json_reply() -> Callable[..., Reply]:
    return as_json


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Answer], Served]]:
    """Start a server with a function from request to reply; it ends with the test."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    running: list[ThreadingHTTPServer] = []

    def start(answer: Answer) -> Served:
        asked: list[Asked] = []
        server = QuietServer(("127.0.0.1", 0), _handler(answer, asked))
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        running.append(server)
        return Served(url=f"http://127.0.0.1:{server.server_address[1]}", asked=asked)

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A client that has hung up is part of the test."""


def _handler(answer: Answer, asked: list[Asked]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            parts = urlsplit(self.path)
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            request = Asked(
                method=self.command,
                path=parts.path,
                query=dict(parse_qsl(parts.query, keep_blank_values=True)),
                headers={name.lower(): value for name, value in self.headers.items()},
                form=dict(parse_qsl(sent)),
            )
            asked.append(request)
            given = answer(request)
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(given.body)))
            if given.cut is not None:
                self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(given.body if given.cut is None else given.body[: given.cut])
            self.close_connection = given.cut is not None

        def log_message(self, *_: object) -> None:
            """Tests are silent."""

    return Handler


@dataclass
class StillWorld:
    """A world in which nobody waits: sleep moves the clock, chance gives its most."""

    slept: list[float] = field(default_factory=list)
    time: float = 0.0

    def world(self) -> World:
        def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            self.time += seconds

        moment = datetime(2026, 3, 2, 12, 0, 0, tzinfo=UTC)
        return World(clock=lambda: self.time, sleep=sleep, now=lambda: moment, draw=lambda: 1.0)


@pytest.fixture
def still() -> StillWorld:
    return StillWorld()
