"""A reader in a process forked for one file, under the limits that `claims.readers.confined` gives its own."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import selectors
import signal
import time

from claims.readers import confined, confined_child
from claims.readers.raw_document import RawDocument, Refused
from claims.readers.registry import FORMATS, Format


class Lost(Exception):
    """A file that was not answered for as it must be."""


def warm() -> None:
    """Load every reader once, so that a fork has them."""
    for known in FORMATS.values():
        importlib.import_module(known.module)


def read_forked(known: Format, data: bytes) -> RawDocument:
    """What the reader of `known` makes of `data`. Raises Refused with its reason, Lost where it hangs."""
    inner, outer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(inner)
        _answer(outer, {"module": known.module, "do": "read", "ocr": False}, data)
    os.close(outer)
    try:
        said = _listen(inner, time.monotonic() + confined.SECONDS)
    finally:
        os.close(inner)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if said is None:
        raise Lost(f"no answer within {confined.SECONDS} seconds")
    return _document(said, status, known)


def _answer(outer: int, order: dict[str, object], data: bytes) -> None:
    try:
        confined_child._limit(confined.SECONDS, confined.MEMORY)
        for number in (1, 2):  # what a library prints
            os.dup2(os.open(os.devnull, os.O_WRONLY), number)
        answer = json.dumps(confined_child._answer(order, data), default=confined_child._plain).encode()
        with os.fdopen(outer, "wb") as stream:
            stream.write(answer)
    finally:
        os._exit(0)


def _listen(inner: int, until: float) -> bytes | None:
    parts: list[bytes] = []
    with selectors.DefaultSelector() as waiting:
        waiting.register(inner, selectors.EVENT_READ)
        while waiting.select(max(0.0, until - time.monotonic())):
            if not (part := os.read(inner, 1 << 20)):
                return b"".join(parts)
            parts.append(part)
            if sum(map(len, parts)) > confined.LARGEST_ANSWER:
                return b"".join(parts)
    return None


def _document(said: bytes, status: int, known: Format) -> RawDocument:
    if len(said) > confined.LARGEST_ANSWER:
        raise Refused(f"is {known.name} that unfolds to more than a letter can hold")
    try:
        answer = json.loads(said)
    except ValueError:
        raise Refused(f"could not be read (its reader ended with status {status})") from None
    if "refused" in answer:
        raise Refused(answer["refused"])
    places = {name: tuple(answer[name]) for name in ("pages", "paragraphs", "warnings")}
    return RawDocument(text=answer["text"], media_type=answer["media_type"], **places)
