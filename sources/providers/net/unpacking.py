"""Bodies as they come over the line, unpacked as far as a limit and no further."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any, Final, Protocol

_PIECE: Final = 1 << 16
_GZIP, _ZLIB, _RAW = 31, 15, -15


class Unpacked(Exception):
    """Why a body is not taken: `reason` is "damaged", "broke_off", "too_large" (with `size`) or "encoded"."""

    def __init__(self, reason: str, **details: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details


class _Unpacker(Protocol):
    def take(self, data: bytes) -> Iterable[bytes]: ...

    @property
    def whole(self) -> bool: ...


def body_of(chunks: Iterable[bytes], encoding: str, largest: int) -> bytes:
    """All bytes of a body, unpacked. Raises Unpacked where they are more than `largest`, cut, or packed otherwise."""
    unpacker, parts, wire, size = _unpacker(encoding), [], 0, 0
    try:
        for chunk in chunks:
            wire = _within(wire + len(chunk), largest)
            for piece in unpacker.take(chunk):
                size = _within(size + len(piece), largest)
                parts.append(piece)
    except zlib.error:
        raise Unpacked("damaged") from None
    if not unpacker.whole:
        raise Unpacked("broke_off")
    return b"".join(parts)


def _within(size: int, largest: int) -> int:
    if size > largest:
        raise Unpacked("too_large", size=f"{largest / 1e6:g}")
    return size


def _unpacker(encoding: str) -> _Unpacker:
    name = encoding.strip().casefold()
    if name in ("", "identity"):
        return _Plain()
    if name in ("gzip", "x-gzip"):
        return _Inflating(_GZIP)
    if name == "deflate":
        return _Inflating(None)
    raise Unpacked("encoded", encoding=name[:40])


class _Plain:
    whole = True

    def take(self, data: bytes) -> Iterable[bytes]:
        yield data


class _Inflating:
    """gzip, of several members too, or deflate with and without its head; never more than a piece at a time."""

    def __init__(self, window: int | None) -> None:
        self._window = window
        self._inner: Any = None
        self._ended = True

    @property
    def whole(self) -> bool:
        return self._ended

    def take(self, data: bytes) -> Iterable[bytes]:
        while data:
            if self._inner is None:
                self._inner, self._ended = zlib.decompressobj(self._window or _told(data)), False
            yield self._inner.decompress(data, _PIECE)
            data = self._inner.unconsumed_tail
            if self._inner.eof:
                data, self._inner, self._ended = self._inner.unused_data, None, True


def _told(data: bytes) -> int:
    """Servers mean either by "deflate": a zlib head begins with 0x?8 and divides by 31."""
    headed = len(data) > 1 and data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0
    return _ZLIB if headed else _RAW
