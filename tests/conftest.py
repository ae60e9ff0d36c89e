"""What tests of every room need: a real browser, and one answer to a tool that is missing.

Elsewhere than in CI a test that needs a missing tool is left out and says what is missing; under CI=true it fails, so
that no green run hides it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest


def pytest_configure() -> None:
    """Tests that ask a single reader read English, at import too; whole letters choose their language themselves."""
    from hypothesis import settings

    from claims.language.load import put_in_force

    settings.register_profile("untimed", deadline=None)  # a busy machine fails no test
    settings.load_profile("untimed")

    put_in_force("en")


# The longest files: begun first, so that no worker is left with one of them at the end while the other is idle.
LONGEST = ("test_serve.py", "test_dask_runner.py", "test_report.py", "test_runs_remembered.py", "test_deployment.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, the others as they were; the Makefile tells xdist to keep the order."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


def _missing(message: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def missing() -> Callable[[str], NoReturn]:
    """Called with what is missing and how to get it: leaves the test out, or fails it under CI=true."""
    return _missing


@pytest.fixture(scope="module")
def browser(missing: Callable[[str], NoReturn]) -> Iterator[Any]:
    """The system's Chromium, or the one named in CROSSFOOT_CHROMIUM."""
    program = os.environ.get("CROSSFOOT_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    if not Path(program).is_file():
        missing(f"no Chromium at {program}: install it, or name one in CROSSFOOT_CHROMIUM")
    from playwright.sync_api import expect, sync_playwright

    from tests.factories.windows import PATIENCE, launched

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = launched(playwright, program)
        yield started
        started.close()


@pytest.fixture(scope="module")
def windows(browser: Any) -> Iterator[Any]:
    """The windows and tabs of a module's tests, `tests.factories.windows.Windows`."""
    from tests.factories.windows import Windows

    made = Windows(browser)
    yield made
    made.close()


@pytest.fixture(scope="session")
def postgresql_server(missing: Callable[[str], NoReturn]) -> Iterator[str]:
    """A PostgreSQL server of this run of tests, by its address with the password in it."""
    from tests.factories.postgres_server import running

    yield from running(missing)
