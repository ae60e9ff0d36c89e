"""A command in a process forked from one that has everything loaded: what it printed, how it ended, what it took."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.cli import main

LONGEST = 10.0  # seconds of the processors for one letter
HANGS = 240.0  # seconds of the clock: something waits, and always will
MEMORY = 700  # MB
OURS = ("traceback", "fault in crossfoot", "please report", "exception ignored")
SEEN = frozenset("\n\t")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended; `code` is negative for a signal, `None` for one that hung."""

    code: int | None
    out: bytes
    err: bytes
    seconds: float
    memory: float

    def faults(self, codes: frozenset[int]) -> Iterator[str]:
        """What is wrong whatever was read."""
        said = (self.out + self.err).decode("utf-8", "replace").casefold()
        yield from (f"says {one!r}" for one in OURS if one in said)
        if self.code is None:
            yield "hangs"
        elif self.code not in codes:
            yield f"exits with {self.code}, not {sorted(codes)}: {self.err[-300:]!r}"
        if self.code == 2 and b"crossfoot: " not in self.err and b"error: " not in self.err:
            yield "exits with 2 and does not say why"
        if self.seconds > LONGEST:
            yield f"takes {self.seconds:.0f} s"
        if self.memory > MEMORY:
            yield f"takes {self.memory:.0f} MB"

    def printed(self) -> Iterator[str]:
        """Signs that a terminal would obey, in what was printed as text."""
        signs = _signs((self.out + self.err).decode("utf-8", "replace"))
        yield from (f"prints {one!r}" for one in sorted(signs))


def _signs(text: str) -> set[str]:
    """What a terminal would obey."""
    return {c for c in text if c not in SEEN and (ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066\u2028")}


def ended(words: Sequence[str], stdin: bytes = b"") -> Ended:
    """Run a command to its end."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as given:
        given.write(stdin)
        given.seek(0)
        child = os.fork()
        if child == 0:
            _child(words, given.fileno(), out.fileno(), err.fileno())
        code, used = _waited(child)
        out.seek(0), err.seek(0)
        return Ended(code, out.read(), err.read(), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _child(words: Sequence[str], *streams: int) -> None:
    code = 70
    try:
        os.setsid()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        sys.stdin = os.fdopen(0, "r", encoding="utf-8", errors="surrogateescape", closefd=False)
        sys.stdout, sys.stderr = (os.fdopen(n, "w", encoding="utf-8", closefd=False) for n in (1, 2))
        code = main(words)
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    except BaseException as fault:
        print(f"Traceback: {type(fault).__name__}: {fault}", file=sys.stderr)
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _waited(child: int) -> tuple[int | None, resource.struct_rusage]:
    until = time.monotonic() + HANGS
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status), used
        if time.monotonic() > until:
            os.killpg(child, signal.SIGKILL)
            return None, os.wait4(child, 0)[2]
        time.sleep(0.005)


def unsound(out: bytes) -> Iterator[str]:
    """What is wrong with the JSON of `check`: every claim stands where it says, every number is accounted for."""
    try:
        told = json.loads(out)
    except ValueError as error:
        yield f"prints no JSON ({error})"
        return
    for one in told["letters"]:
        text, numbers = one["text"], one["numbers"]
        astray = [c["text"] for c in one["claims"] if text[c["start"] : c["end"]] != c["text"]]
        yield from (f"a claim is not where it says: {words!r}" for words in astray)
        if numbers["total"] != numbers["claimed"] + numbers["ignored"] + numbers["unread"]:
            yield f"loses a number: {numbers}"
    if not told["letters"] and not told["problems"]:
        yield "tells neither a letter nor a problem"
    yield from (f"a problem without a path: {one}" for one in told["problems"] if not one["path"] or not one["message"])
