"""A mail server and a web server on this machine that keep what they are sent: for tests of notices."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


class _Mail(socketserver.StreamRequestHandler):
    """As much of SMTP as it takes to be handed a message."""

    def handle(self) -> None:
        self._say("220 here")
        message: list[bytes] | None = None
        for raw in self.rfile:
            line = raw.rstrip(b"\r\n")
            if message is not None:
                message = self._taken(message, line)
            elif line.upper().startswith(b"DATA"):
                message = []
                self._say("354 go on")
            elif line.upper().startswith(b"QUIT"):
                self._say("221 bye")
                return
            else:
                self._say("250 here")

    def _taken(self, message: list[bytes], line: bytes) -> list[bytes] | None:
        if line != b".":
            return [*message, line.removeprefix(b".")]
        self.server.got.append(b"\n".join(message))  # type: ignore[attr-defined]
        self._say("250 taken")
        return None

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")


class _Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append(json.loads(body or b"null"))  # type: ignore[attr-defined]
        self.send_response(self.server.status)  # type: ignore[attr-defined]
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


class Listening:
    """A server that keeps what it got; `status` is what a web server answers."""

    def __init__(self, server: Any) -> None:
        self.server = server
        self.port: int = server.server_address[1]

    @property
    def got(self) -> list[Any]:
        return list(self.server.got)

    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(one, policy=policy.default) for one in self.got]  # type: ignore[arg-type]


@contextmanager
def mail_server() -> Iterator[Listening]:
    yield from _served(socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Mail))


@contextmanager
def web_server(status: int = 200) -> Iterator[Listening]:
    server = HTTPServer(("127.0.0.1", 0), _Hook)
    server.status = status  # type: ignore[attr-defined]
    yield from _served(server)


def _served(server: Any) -> Iterator[Listening]:
    server.got = []
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), daemon=True)
    thread.start()
    try:
        yield Listening(server)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
