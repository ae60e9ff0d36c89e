"""Opening files nobody vouches for: regular files only, of bearable size, whole or not at all.

A letter inside a container has a path too: that of the container, "/", and its name there ("week.zip/ports.docx",
"mail.eml/letter.pdf").
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from claims.errors import UnreadableLetter
from claims.readers.raw_document import LARGEST, Refused
from claims.readers.recognise import kind_of

CHECK = "check the path and its permissions"
IRREGULAR = "is a pipe, a device or another thing that is no file; to read from a pipe use `crossfoot check -`"


def read_bytes(path: str) -> bytes:
    """The bytes at `path`, inside a container too. Raises UnreadableLetter."""
    try:
        container = container_of(path)
        if container is None:
            return read_file(path)
        return member(read_file(container), container, path[len(container) + 1 :])
    except Refused as refused:
        raise UnreadableLetter(path, refused.message) from None


def container_of(path: str) -> str | None:
    """The file on disk that holds `path`, if it is none itself."""
    if os.path.lexists(path):
        return None
    at = path.find("/", 1)
    while at > 0:
        if Path(path[:at]).is_file():
            return path[:at]
        at = path.find("/", at + 1)
    return None


def member(data: bytes, container: str, name: str) -> bytes:
    """The file `name` of the container `data`; a mail inside an archive is a container too. Raises Refused."""
    from claims.readers import containers

    return containers.extract(data, container, name)


def read_file(path: str) -> bytes:
    """The bytes of a regular file. Raises UnreadableLetter; never waits for a pipe and never reads a device."""
    try:
        for _ in range(2):
            data, steady = _read_once(path)
            if steady:
                return data
    except (OSError, ValueError) as error:
        raise UnreadableLetter(path, _why(error)) from None
    raise UnreadableLetter(path, "was being written while it was read; try again when it is whole")


def _read_once(path: str) -> tuple[bytes, bool]:
    """The bytes, and whether the file stayed as it was while they were read."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(number, "rb") as file:
        before = os.fstat(number)
        if stat.S_ISDIR(before.st_mode):
            raise ValueError("is a folder, not a letter; name the files in it")
        if not stat.S_ISREG(before.st_mode):
            raise ValueError(IRREGULAR)
        if before.st_size > LARGEST:
            raise ValueError(too_large(before.st_size))
        data = _some(file, LARGEST + 1)
        after = os.fstat(number)
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return data, same and len(data) == before.st_size


def _some(file: BinaryIO, most: int) -> bytes:
    """At most so many bytes; of a file of the kernel's that has none now, an error instead of a wait."""
    data: bytes | None = file.read(most)
    if data is None:
        raise BlockingIOError(errno.EAGAIN, "there is nothing in it now")
    return data


def too_large(size: int) -> str:
    """Why a file of `size` bytes is not read."""
    return f"is too large for a letter ({size / 1e6:,.0f} MB, and {LARGEST / 1e6:,.0f} MB are the most); split it up"


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read ({error.strerror.lower()}); {CHECK}"
    said = str(error)
    return said if said.startswith(("is a ", "is too ")) else f"cannot be read ({said}); {CHECK}"


def sniff(path: str) -> str:
    """The kind of the file at `path` by its content, as `recognise.kind_of` tells it. Raises Refused, OSError."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(number, "rb") as file:
        size = os.fstat(number).st_size
        head = _some(file, 65536)
        if head.startswith(b"PK") and size > len(head):
            file.seek(max(len(head), size - 262144))
            head += _some(file, 262144)
    return kind_of(head, path)
