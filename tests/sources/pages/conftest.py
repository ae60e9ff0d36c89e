"""A real HTTP server on this machine with the faults of the web, and letters and pages made for these tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from claims.extracting import extract
from claims.extraction import Extraction
from claims.letters import letter_from_bytes
from claims.model import Field
from sources.pages.asking.fetching import Fetcher, Limits, Outside
from sources.pages.asking.reach import Reach
from sources.providers.net.retrying import Patience

NO_FIELD = Field(measures=(), events=(), producers=(), places=())


@dataclass
class Site:
    """What the server says, by path: (status, headers, body as bytes or as pieces), or a function of the handler."""

    url: str = ""
    host: str = "127.0.0.1"
    port: int = 0
    pages: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def say(self, path: str, body: Any = b"", status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, body)
        return self.url + path

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that has hung up is part of the test."""


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            found = site.pages.get(self.path, (404, {}, b"nothing here"))
            if callable(found):
                found(self)
                return
            status, headers, body = found
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if isinstance(body, bytes):
                if "Content-Length" not in headers:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                return
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in body():
                self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
                self.wfile.flush()
            self.wfile.write(b"0\r\n\r\n")

        def log_message(self, *_: object) -> None:
            """No noise."""

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    """A running server; it ends with the test."""
    made = Site()
    server = _Quiet(("127.0.0.1", 0), _handler(made))
    made.port = server.server_address[1]
    made.url = f"http://127.0.0.1:{made.port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


@dataclass
class Waits:
    """Seconds that were waited, without waiting."""

    slept: list[float] = field(default_factory=list)

    def outside(self, **changes: Any) -> Outside:
        told = {"sleep": self.slept.append, "draw": lambda: 0.5, "now": lambda: datetime(2024, 5, 2, tzinfo=UTC)}
        return Outside(**{**told, **changes})


@pytest.fixture
def waits() -> Waits:
    return Waits()


QUICK = Limits(
    connect=2.0, read=2.0, total=4.0, largest=200_000, redirects=4, interval=0.5, patience=Patience(attempts=2)
)


@pytest.fixture
def quick() -> Limits:
    return QUICK


@pytest.fixture
def fetcher(waits: Waits) -> Callable[..., Fetcher]:
    """A fetcher that may ask this machine; `reach` and `limits` may be others."""

    def make(reach: Reach | None = None, limits: Limits = QUICK, **outside: Any) -> Fetcher:
        return Fetcher(reach or Reach(loopback_for_tests=True), limits, waits.outside(**outside))

    return make


@pytest.fixture
def letter() -> Callable[..., Extraction]:
    """A letter read from a text, with no table of any field."""

    def read(text: str) -> Extraction:
        return extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), NO_FIELD)

    return read
