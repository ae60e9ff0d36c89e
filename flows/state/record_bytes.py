"""Values as bytes and back, for files of ours and for the processes of a run.

Letters are records of records, frozen and with slots: Python has each asked for its fields by name, and set them one by
one by name again. Here each kind of record is known once, by the slots' own getters and setters.
"""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from claims.quick_records import state_of

_GENERATED = frozenset({"_dataclass_getstate", state_of.__name__})
"""The state that a frozen dataclass with slots gives itself: its fields in order."""


def packed(value: object) -> bytes:
    """`value` as bytes. Raises what pickling raises."""
    out = io.BytesIO()
    _Packer(out, pickle.HIGHEST_PROTOCOL).dump(value)
    return out.getvalue()


def unpacked(data: bytes) -> Any:
    """What was packed. Raises what unpickling raises."""
    with _uncollected():
        return pickle.loads(data)  # noqa: S301 - our own, from our own processes or our owner's folder


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing is looked through for garbage meanwhile: all that is made is kept, and it is made by the ten thousand."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def made_of(record: type, values: Sequence[object]) -> object:
    """The record of these values of its fields; it was whole when it was packed, so nothing is looked at again."""
    one: object = object.__new__(record)
    for put, value in zip(_setters(record), values, strict=True):
        put(one, value)
    return one


@cache
def _setters(record: type) -> tuple[Callable[[object, object], None], ...]:
    found = (
        next(vars(base)[each.name] for base in record.__mro__ if each.name in vars(base)) for each in fields(record)
    )
    return tuple(one.__set__ for one in found)


class _Reducers(dict[type, Callable[[Any], Any]]):
    """How a value of a type is taken apart; found out the first time that one is met."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        self[kind] = reducer = _of_record(kind) if _is_record(kind) else _as_python_does
        return reducer


def _is_record(kind: type) -> bool:
    state = getattr(kind, "__getstate__", None)
    return is_dataclass(kind) and getattr(state, "__name__", "") in _GENERATED and len(fields(kind)) > 0


def _of_record(kind: type) -> Callable[[Any], Any]:
    names = [each.name for each in fields(kind)]
    if len(names) == 1:
        only = attrgetter(names[0])
        return lambda one: (made_of, (kind, (only(one),)))
    values = attrgetter(*names)
    return lambda one: (made_of, (kind, values(one)))


def _as_python_does(one: Any) -> Any:
    return one.__reduce_ex__(pickle.HIGHEST_PROTOCOL)


class _Packer(pickle.Pickler):
    dispatch_table = _Reducers()
