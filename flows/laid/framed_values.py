"""Several values in one file, each to be read without the others."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from claims.quick_records import dataclass
from flows.state.record_bytes import packed, unpacked

_FAST = 1
_NUMBER = struct.Struct("<I")


@dataclass(frozen=True, slots=True)
class Framed:
    """A value in a file: where its bytes begin, and how many there are."""

    path: str
    at: int
    length: int

    def load(self) -> Any:
        """The value. Raises what reading and unpickling raise."""
        return unpacked(zlib.decompress(self.data()))

    def data(self) -> bytes:
        """Its bytes as they stand in the file. Raises OSError."""
        with Path(self.path).open("rb") as file:
            file.seek(self.at)
            return file.read(self.length)


def framed(value: object) -> bytes:
    """A value as it stands in a file."""
    return zlib.compress(packed(value), _FAST)


def store_frames(path: Path, frames: Iterable[bytes]) -> tuple[Framed, ...]:
    """Put what `framed` gave into a file, whole or not at all; where each of it stands. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.touch(mode=0o600)  # words of letters and names of signatories are in it
    lengths = []
    with aside.open("wb") as file:
        for one in frames:
            lengths.append(len(one))
            file.write(one)
        file.write(b"".join(_NUMBER.pack(one) for one in (*lengths, len(lengths))))
    aside.replace(path)
    return _places(path, lengths)


def load_frames(path: Path) -> tuple[Any, tuple[Framed, ...]] | None:
    """The first value of a file, and where each stands, the first among them; `None` where it cannot be used."""
    with suppress(Exception):  # whatever is wrong with a kept value, it is made again
        with path.open("rb") as file:
            places = _places(path, _lengths(file))
        first = places[0].load()
        os.utime(path)
        return first, places
    return None


def _lengths(file: BinaryIO) -> list[int]:
    """How long each value is; raises ValueError where they are not the whole file."""
    end = file.seek(-_NUMBER.size, os.SEEK_END)
    (count,) = _NUMBER.unpack(file.read(_NUMBER.size))
    began = file.seek(end - count * _NUMBER.size)
    lengths = [each for (each,) in _NUMBER.iter_unpack(file.read(count * _NUMBER.size))]
    if sum(lengths) != began:
        raise ValueError("cut short")
    return lengths


def _places(path: Path, lengths: Sequence[int]) -> tuple[Framed, ...]:
    at, found = 0, []
    for length in lengths:
        found.append(Framed(str(path), at, length))
        at += length
    return tuple(found)
