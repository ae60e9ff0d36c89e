"""`dataclass`, of which a program with four hundred records starts a sixth sooner.

The standard one writes and compiles six functions for each record when its module is loaded, of which most are never
called. Here what does the same for every record is shared (to compare, to hash, to show, to refuse a change), and
`__init__` is written when the first of its kind is made: with the slots' own setters at hand, where a frozen record of
the standard one looks each slot up by its name, so that it makes one in half the time. What a record is and does,
`fields`, `replace` and `asdict` are the standard ones; so is the whole of a record that asks for more than is told here
(a `__post_init__`, another record beneath it, a field that is left out of something).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

__all__ = ["dataclass", "state_of"]

_HERE: Final = frozenset({"frozen", "slots", "kw_only", "eq", "order"})
_MOST: Final = {"init": False, "repr": False, "frozen": False}


def _dataclass(record: type | None = None, /, **told: bool) -> Any:
    """As `dataclasses.dataclass`, of which it takes the keywords."""
    if record is None:
        return lambda one: _dataclass(one, **told)
    record.__doc__ = record.__doc__ or record.__name__  # else a signature is worked out to stand there
    if not told.keys() <= _HERE or _asks_for_more(record):
        return dataclasses.dataclass(**told)(record)
    own = vars(record)
    keeps_hash = own.get("__hash__") is not None or ("__hash__" in own and "__eq__" not in own)
    # what has an order is compared by the ten thousand: the standard way costs a start nothing there
    compared = told.get("order", False)
    made: Any = dataclasses.dataclass(**{**told, **_MOST, "eq": compared})(record)
    made.__dataclass_params__.frozen = told.get("frozen", False)  # what is made of this one is asked to be alike
    for name, does in _shared(made, told, keeps_hash):
        setattr(made, name, does)
    return made


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def state_of(record: Any) -> list[object]:
    """The values of a frozen record with slots, in the order of its fields: what is pickled of it."""
    return [getattr(record, each.name) for each in fields(record)]


def _with_state(record: Any, state: list[object]) -> None:
    for each, value in zip(fields(record), state, strict=False):
        object.__setattr__(record, each.name, value)


def _asks_for_more(record: type) -> bool:
    if hasattr(record, "__post_init__") or dataclasses.is_dataclass(record):
        return True
    given = [value for value in vars(record).values() if isinstance(value, Field)]
    return any(not (one.init and one.repr and one.compare and one.hash is None) for one in given)


def _shared(made: type, told: Mapping[str, bool], keeps_hash: bool) -> Iterator[tuple[str, Callable[..., Any] | None]]:
    """What is set on the record: names and functions; None for a hash that there is not."""
    own, frozen, slots, compared = vars(made), told.get("frozen", False), told.get("slots", False), told.get("eq", True)
    methods: list[tuple[str, Callable[..., Any]]] = [
        ("__init__", _written_later(made, frozen, slots)),
        ("__repr__", _shown),
    ]
    if compared:
        values = _values_of(made)
        methods.append(("__eq__", _equal(values)))
    yield from ((name, does) for name, does in methods if name not in own)
    if compared and not keeps_hash:
        yield "__hash__", _hashed(values) if frozen else None
    if frozen:
        yield from (("__setattr__", _no_change), ("__delattr__", _no_removal))
        if slots:
            yield from ((name, does) for name, does in _STATE if name not in own)


_STATE: Final = (("__getstate__", state_of), ("__setstate__", _with_state))


def _values_of(made: type) -> Callable[[Any], tuple[object, ...]]:
    """All of a record's values at once."""
    names = [each.name for each in fields(made)]
    if len(names) > 1:
        return attrgetter(*names)
    only = attrgetter(*names) if names else None
    return (lambda record: (only(record),)) if only is not None else (lambda record: ())


def _equal(values: Callable[[Any], tuple[object, ...]]) -> Callable[[Any, Any], bool]:
    def equal(self: Any, other: Any) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hashed(values: Callable[[Any], tuple[object, ...]]) -> Callable[[Any], int]:
    def hashed(self: Any) -> int:
        return hash(values(self))

    return hashed


def _shown(self: Any) -> str:
    told = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{self.__class__.__qualname__}({told})"


def _no_change(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_removal(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _written_later(made: Any, frozen: bool, slots: bool) -> Callable[..., None]:
    """An `__init__` that has the real one written when it is first called, and gives it its place."""

    def first(self: Any, *args: Any, **named: Any) -> None:
        init = _written(made, frozen, slots)
        made.__init__ = init
        init(self, *args, **named)

    return first


def _written(made: Any, frozen: bool, slots: bool) -> Callable[..., None]:
    each = [one for one in fields(made) if not one.kw_only]
    named = [one for one in fields(made) if one.kw_only]
    names: dict[str, Any] = {"_set": object.__setattr__, "_none": MISSING}
    told = ["self", *_parameters(each, names), *["*"][: len(named)], *_parameters(named, names)]
    body = "; ".join(_put(made, one, frozen, slots, names) for one in fields(made)) or "pass"
    exec(f"def __init__({', '.join(told)}): {body}", names)  # noqa: S102 - our own names
    init: Callable[..., None] = names["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__annotations__ = {**{one.name: one.type for one in fields(made)}, "return": None}
    return init


def _parameters(told: list[Field[Any]], names: dict[str, Any]) -> Iterator[str]:
    for one in told:
        if one.default_factory is not MISSING:
            names[f"_make_{one.name}"] = one.default_factory
            yield f"{one.name}=_none"
        elif one.default is not MISSING:
            names[f"_or_{one.name}"] = one.default
            yield f"{one.name}=_or_{one.name}"
        else:
            yield one.name


def _put(made: Any, one: Field[Any], frozen: bool, slots: bool, names: dict[str, Any]) -> str:
    value = one.name
    if one.default_factory is not MISSING:
        value = f"_make_{value}() if {value} is _none else {value}"
    if not frozen:
        return f"self.{one.name} = {value}"
    if not slots:
        return f"_set(self, {one.name!r}, {value})"
    names[f"_set_{one.name}"] = next(vars(base)[one.name] for base in made.__mro__ if one.name in vars(base)).__set__
    return f"_set_{one.name}(self, {value})"
