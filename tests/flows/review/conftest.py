"""A review of one invented letter, served for real on a free port of this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn

from flows.review.decision_shelf import DecisionShelf
from flows.review.guard import Door
from flows.review.review_app import review_app
from flows.review.review_command import _hosts, _listening
from flows.review.review_desk import ReviewDesk
from flows.review.several_desk import SeveralDesk
from flows.review.source_desk import SourceDesk
from flows.run_folders.runs import Layout
from flows.store.open_store import open_store
from flows.store.store_address import VARIABLE
from tests.factories.run_folder import LETTER, put_run

SECRET = b"s" * 32


@dataclass(frozen=True)
class Served:
    """A review under way: where it is, what it stands on."""

    address: str
    out: Path
    desk: ReviewDesk
    shelf: DecisionShelf


@contextmanager
def serving(out: Path, token: str | None = None) -> Iterator[Served]:
    store = open_store(out)
    listening = _listening("127.0.0.1", 0)
    port = listening.getsockname()[1]
    shelf = DecisionShelf(store)
    desk = ReviewDesk(Layout(out=out), shelf)
    door = Door(_hosts("127.0.0.1", None, port), SECRET, token)
    app = review_app(desk, door, SourceDesk(desk, Layout(out=out)), SeveralDesk(desk, shelf))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield Served(f"http://127.0.0.1:{port}", out, desk, shelf)
    finally:
        server.should_exit = True
        thread.join(10)
        store.close()


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Served]]:
    """Starts a review of its own for a module; `token` closes its door."""
    with pytest.MonkeyPatch.context() as patched:
        patched.delenv(VARIABLE, raising=False)
        under_way = []

        def begin(token: str | None = None, text: str = LETTER, **more: str) -> Served:
            out = tmp_path_factory.mktemp("review")
            put_run(out, {"wells": text, **more})
            running = serving(out, token)
            under_way.append(running)
            return running.__enter__()

        yield begin
        for one in reversed(under_way):
            one.__exit__(None, None, None)


@pytest.fixture(scope="module")
def served(start: Callable[..., Served]) -> Served:
    return start()
