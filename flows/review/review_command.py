"""`crossfoot review`: the pages of the latest run, served so that editors decide; and what decisions teach."""

from __future__ import annotations

import argparse
import ipaddress
import os
import secrets
import socket
import sys
from pathlib import Path

from claims.errors import CrossfootError
from flows.review.decision_shelf import DecisionShelf
from flows.review.guard import Door
from flows.run_folders.runs import Layout
from flows.store.open_store import open_store

TOKEN = "CROSSFOOT_REVIEW_TOKEN"  # noqa: S105 - the name of the variable that holds it
SHORTEST = 16
_SECRET = "review-secret"  # noqa: S105 - the name of a file


def run_review(arguments: argparse.Namespace) -> int:
    """Serve until stopped, or tell what decisions teach; 0. Raises CrossfootError for what is missing."""
    if arguments.what != "serve":
        from flows.review.teaching import tell_cases, tell_stats

        return tell_stats(arguments.out) if arguments.what == "stats" else tell_cases(arguments.out)
    return _served(arguments)


def _served(arguments: argparse.Namespace) -> int:
    from flows.review.review_app import review_app
    from flows.review.review_desk import ReviewDesk
    from flows.review.several_desk import SeveralDesk
    from flows.review.source_desk import SourceDesk

    layout = Layout(out=Path(arguments.out))
    token = _token(arguments.host)
    store = open_store(layout.out)
    try:
        with _listening(arguments.host, arguments.port) as listening:
            port = listening.getsockname()[1]
            door = Door(_hosts(arguments.host, arguments.public_host, port), _secret(layout.state), token)
            shelf = DecisionShelf(store)
            desk = ReviewDesk(layout, shelf, arguments.references)
            print(f"review     http://{_shown(arguments.host)}:{port}/", flush=True)
            _serve(review_app(desk, door, SourceDesk(desk, layout), SeveralDesk(desk, shelf)), listening)
    finally:
        store.close()
    return 0


def _token(host: str) -> str | None:
    """The token that the environment gives; required where others than this machine may come.

    Raises CrossfootError where it is missing or easily guessed.
    """
    token = os.environ.get(TOKEN, "").strip()
    if token and len(token) < SHORTEST:
        raise CrossfootError(TOKEN, f"is too short; give at least {SHORTEST} characters that nobody guesses")
    if not token and not _is_loopback(host):
        raise CrossfootError(
            f"--host {host}",
            f"opens the review to other machines, and needs a token: set {TOKEN}, e.g. to what "
            "`python -c 'import secrets; print(secrets.token_urlsafe(24))'` prints",
        )
    return token or None


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _hosts(host: str, public: str | None, port: int) -> frozenset[str]:
    """The names by which a browser may ask, with the port; behind a proxy also its own name as it stands."""
    names = {"127.0.0.1", "localhost", "[::1]"} if _is_loopback(host) else {_shown(host)}
    told = {f"{name}:{port}" for name in names}
    return frozenset(name.lower() for name in told | ({public, f"{public}:{port}"} if public else set()))


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # who opens the address as soon as it is printed waits, and is not refused
    except OSError as error:
        listening.close()
        raise CrossfootError(
            f"{host}:{port}", f"cannot be listened on ({error.strerror}); name another --port"
        ) from None
    return listening


def _secret(state: Path) -> bytes:
    """What sessions are signed with; kept for its owner alone, so that a form outlives a restart."""
    path = state / _SECRET
    try:
        if not path.exists():
            state.mkdir(parents=True, exist_ok=True)
            aside = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            os.write(aside, secrets.token_bytes(32))
            os.close(aside)
        found = path.read_bytes()
    except FileExistsError:
        found = path.read_bytes()
    return found if len(found) >= 32 else secrets.token_bytes(32)


def _serve(app: object, listening: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        timeout_graceful_shutdown=3,
        limit_concurrency=64,
    )
    server = uvicorn.Server(config)
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        print("crossfoot: stopped", file=sys.stderr)
