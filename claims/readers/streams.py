"""What is open already when the program starts: standard input, and pipes that a shell hands over under a name."""

from __future__ import annotations

import os
import re
import stat
import sys
from contextlib import suppress

from claims.readers.raw_document import LARGEST, Refused

STANDARD_INPUT = "-"
# `cat letter.txt | crossfoot check /dev/stdin`, `crossfoot check <(pandoc letter.rtf -t plain)`
NAMED = re.compile(r"/dev/(?:stdin|fd/(?P<number>\d{1,4}))|/proc/self/fd/(?P<own>\d{1,4})")


def open_stream(given: str) -> int | None:
    """The number of the open stream that `given` names; `None` for any other name, a pipe on disk among them.

    Into an open pipe somebody writes; one on disk could be waited for without end.
    """
    if given == STANDARD_INPUT:
        return 0
    if (found := NAMED.fullmatch(given)) is None:
        return None
    number = int(found["number"] or found["own"] or 0)
    with suppress(OSError):
        return number if stat.S_ISFIFO(os.fstat(number).st_mode) else None
    return None


def read_stream(number: int) -> bytes:
    """Everything in the stream. Raises Refused for more than a letter may hold."""
    if number == 0:
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with os.fdopen(number, "rb", closefd=False) as stream:
            data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refused("holds more than a letter may; split it up")
    return data
