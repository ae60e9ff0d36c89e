"""Values that a task is given, or gives back, as they are."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any, Generic, TypeVar

from flows.state.record_bytes import packed, unpacked

_T = TypeVar("_T")


class Whole(Generic[_T]):
    """A value that is handed on as it is: neither Prefect nor Dask looks into it for futures.

    Between processes it goes as bytes of our own making. `shared`: many tasks are given it; it is packed once, and a
    process that has it uses what it has.
    """

    __slots__ = ("_bytes", "_shared", "value")

    def __init__(self, value: _T, *, shared: bool = False) -> None:
        self.value = value
        self._shared, self._bytes = shared, b""

    def __reduce__(self) -> tuple[Any, ...]:
        try:
            self._bytes = data = self._bytes or packed(self.value)
        except Exception:  # what only cloudpickle can send (a rule of somebody's script), it is given as it is
            return Whole, (self.value,)
        if self._shared:
            return _opened_once, (_Known(data),)
        self._bytes = b""
        return _opened, (data,)


def _opened(data: bytes) -> Whole[Any]:
    return Whole(unpacked(data))


class _Known:
    """Bytes that are told apart by their digest."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._digest = hashlib.sha256(data).digest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self._digest == other._digest

    def __hash__(self) -> int:
        return hash(self._digest)


@lru_cache(maxsize=2)
def _opened_once(known: _Known) -> Whole[Any]:
    return _opened(known.data)
