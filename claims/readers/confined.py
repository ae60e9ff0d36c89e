"""Runs a reader in a process of its own: what a file does to its reader costs one letter and nothing else.

The child (`confined_child.py`) sets limits of memory and processor time on itself before it sees a byte of the file;
the parent holds the clock and the size of the answer. The libraries for PDF and HTML are C and C++, the others may
meet input that costs them minutes: all formats but plain text are read this way.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.readers.raw_document import MOST_TEXT, RawDocument, Refused

if TYPE_CHECKING:
    from claims.readers.registry import Format

SECONDS = 60
MOMENT, PATIENCE = 0.005, 1000  # seconds between two looks at a child that has answered, and how many
SECONDS_WITH_OCR = 600
MEMORY = 1024 * 1024 * 1024  # bytes of address space: twice what the largest honest file was seen to need
LARGEST_ANSWER = 14 * MOST_TEXT  # bytes: JSON of the longest text with every character escaped, and the offsets
BOOT = "import sys; sys.path[:0] = [sys.argv[1]]; from claims.readers.confined_child import main; main()"
ROOT = str(Path(__file__).parents[2])


def read_confined(known: Format, data: bytes, *, ocr: bool = False) -> RawDocument:
    """What the reader of the format `known` makes of `data`. Raises Refused with its reason, or with how it ended."""
    answer = ask({"module": known.module, "do": "read", "ocr": ocr}, data, known.name)
    return RawDocument(
        text=answer["text"],
        media_type=answer["media_type"],
        pages=tuple(answer["pages"]),
        paragraphs=tuple(answer["paragraphs"]),
        warnings=tuple(answer["warnings"]),
    )


def ask(order: dict[str, Any], data: bytes, name: str, largest: int = LARGEST_ANSWER) -> dict[str, Any]:
    """The child's answer to `order` about `data`. Raises Refused; `name` says what the file is ("a PDF")."""
    seconds = SECONDS_WITH_OCR if order.get("ocr") else SECONDS
    order = {**order, "seconds": seconds, "memory": MEMORY}
    code, said = _run(json.dumps(order).encode() + b"\n" + data, seconds, largest)
    if code is None:
        raise Refused(f"is {name} that took longer than {seconds} seconds to read; save it again, or as plain text")
    if len(said) > largest:
        raise Refused(f"is {name} that unfolds to more than a letter can hold; split it up")
    try:
        answer: dict[str, Any] = json.loads(said)
    except ValueError:
        raise Refused(_ended(code, name)) from None
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer


def _ended(code: int, name: str) -> str:
    if code in {-signal.SIGXCPU, -signal.SIGKILL}:
        how = "took more time or memory than a letter may"
    else:
        how = f"stopped its reader (signal {-code})" if code < 0 else f"stopped its reader (exit {code})"
    return f"is {name} that {how}: it is damaged or made to do so; save it again, or as plain text"


def _run(message: bytes, seconds: float, largest: int) -> tuple[int | None, bytes]:
    """Exit code (`None`: it was stopped by the clock) and what the child wrote, `largest` + 1 bytes at most."""
    child = subprocess.Popen(  # noqa: S603 - this program itself, with nothing of the user's among its arguments
        [sys.executable, "-I", "-c", BOOT, ROOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )
    try:
        feeder = threading.Thread(target=_feed, args=(child, message), daemon=True)
        feeder.start()
        said = _listen(child, time.monotonic() + seconds, largest)
        over = said is not None and len(said) > largest
        if said is None or over:
            return None if said is None else -signal.SIGKILL, said or b""
        return (_end(child), said) if _ended_itself(child) else (None, b"")
    finally:
        _end(child)


def _environment() -> dict[str, str]:
    """Only what Python and Tesseract need: a reader has no business with the rest."""
    kept = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR")
    return {**{name: os.environ[name] for name in kept if name in os.environ}, "OMP_THREAD_LIMIT": "1"}


def _feed(child: subprocess.Popen[bytes], message: bytes) -> None:
    with suppress(OSError, ValueError):
        assert child.stdin is not None
        child.stdin.write(message)
        child.stdin.close()


def _listen(child: subprocess.Popen[bytes], until: float, largest: int) -> bytes | None:
    assert child.stdout is not None
    parts: list[bytes] = []
    size = 0
    with selectors.DefaultSelector() as waiting:
        waiting.register(child.stdout, selectors.EVENT_READ)
        while size <= largest:
            if not waiting.select(max(0.0, until - time.monotonic())):
                return None
            part = os.read(child.stdout.fileno(), 1 << 20)
            if not part:
                break
            parts.append(part)
            size += len(part)
    return b"".join(parts)


def _ended_itself(child: subprocess.Popen[bytes]) -> bool:
    """Whether the child ends within a few seconds of its answer. It is not reaped: its number must stay its own."""
    if not hasattr(os, "waitid"):
        return True
    for _ in range(PATIENCE):
        if os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            return True
        time.sleep(MOMENT)
    return False


def _end(child: subprocess.Popen[bytes]) -> int:
    """The exit code. Nothing is left behind, also not a Tesseract that the child had started."""
    if child.returncode is None:  # once it is reaped, its number may be another's
        with suppress(OSError, AttributeError):
            os.killpg(child.pid, signal.SIGKILL)
        with suppress(OSError):
            child.kill()
        child.wait()
    for stream in (child.stdin, child.stdout):
        with suppress(OSError, ValueError):
            if stream is not None:
                stream.close()
    return child.returncode
