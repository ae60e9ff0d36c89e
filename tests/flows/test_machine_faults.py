"""Faults of the machine are told in a sentence with what to do; a fault of ours is none of them."""

from __future__ import annotations

import errno
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from flows.machine_faults import told


def _wrapped(inner: BaseException) -> RuntimeError:
    try:
        raise RuntimeError("the flow failed") from inner
    except RuntimeError as error:
        return error


FULL = [
    OSError(errno.ENOSPC, "No space left on device", "/out/x"),
    OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full")),
    _wrapped(OSError(errno.EDQUOT, "Disk quota exceeded", "/out/x")),
]


@pytest.mark.parametrize("fault", FULL, ids=range(len(FULL)))
def test_a_full_disk(fault: BaseException) -> None:
    assert "no space is left; make room" in str(told(fault))


@pytest.mark.parametrize("words", ["Failed to reach API at http://h/api/", "All connection attempts failed"])
def test_a_server_that_is_gone(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CROSSFOOT_OWN_SERVER", raising=False)
    monkeypatch.setenv("PREFECT_API_URL", "http://h/api")
    assert "http://h/api: no Prefect server answers" in str(told(_wrapped(ConnectionError(words))))


@pytest.mark.parametrize(("status", "says"), [(401, "PREFECT_API_KEY"), (503, "server.log"), (422, "version")])
def test_a_server_that_refuses(status: int, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx

    monkeypatch.setenv("PREFECT_API_URL", "http://h/api")
    request = httpx.Request("GET", "http://h/api")
    fault = httpx.HTTPStatusError("no", request=request, response=httpx.Response(status, request=request))
    assert says in str(told(fault))


@pytest.mark.parametrize("fault", [KeyError("x"), PermissionError(13, "Permission denied", "/x"), ValueError("full")])
def test_what_is_no_fault_of_the_machine(fault: BaseException) -> None:
    assert told(fault) is None
