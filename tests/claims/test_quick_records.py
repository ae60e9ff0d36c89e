"""Records of ours are what the standard ones are: every way of asking the two says the same."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import Any, ClassVar

import pytest

from claims.quick_records import dataclass as ours

Decorator = Callable[..., Any]
WAYS: tuple[dict[str, bool], ...] = (
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "kw_only": True},
    {"frozen": True},
    {"slots": True},
    {},
    {"frozen": True, "slots": True, "eq": False},
    {"frozen": True, "slots": True, "order": True},
)


def _ferry(decorator: Decorator, told: dict[str, bool]) -> Any:
    @decorator(**told)
    class Ferry:
        """A ferry."""

        kind: ClassVar[str] = "boat"
        name: str
        seats: int = 8
        stops: tuple[str, ...] = ()
        seen: list[int] = field(default_factory=list)

        @property
        def full(self) -> bool:
            return self.seats == 0

    return Ferry


def _one(decorator: Decorator, told: dict[str, bool]) -> Any:
    @decorator(**told)
    class One:
        name: str

    return One


def _secret(decorator: Decorator, told: dict[str, bool]) -> Any:
    @decorator(**told)
    class Secret:
        name: str
        key: str = field(default="none", repr=False, compare=False)

    return Secret


def _checked(decorator: Decorator, told: dict[str, bool]) -> Any:
    @decorator(**told)
    class Checked:
        name: str

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("a name is missing")

    return Checked


def _own_words(decorator: Decorator, told: dict[str, bool]) -> Any:
    @decorator(**told)
    class Own:
        name: str

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 3

        def __repr__(self) -> str:
            return "own"

    return Own


MADE = [(maker, told) for maker in (_ferry, _one, _secret, _checked, _own_words) for told in WAYS if told != WAYS[6]]
MADE += [(maker, WAYS[6]) for maker in (_ferry, _one)]


def _answers(kind: Any) -> dict[str, object]:
    """What a record answers to everything that can be asked of one, faults by their kind and words."""
    one, same, other = kind(name="Orla"), kind(name="Orla"), kind(name="Ulva")
    return {
        "fields": [(each.name, each.default, each.kw_only, each.type) for each in fields(kind)],
        "match": kind.__match_args__,
        "shown": repr(one).rpartition(".")[2],
        "as dict": asdict(one),
        "equal": (one == same, one == other, one != same, one == "Orla"),
        "hash": _of(lambda: hash(one) == hash(same)),
        "as a tuple's": _of(lambda: hash(one) == hash(tuple(asdict(one).values()))),
        "frozen": _of(lambda: setattr(kind(name="Orla"), "name", "Mull")),
        "gone": _of(lambda: delattr(kind(name="Orla"), "name")),
        "by place": _of(lambda: kind("Orla") == same),
        "too few": _of(kind),
        "too many": _of(lambda: kind(name="Orla", colour="red")),
        "less": _of(lambda: one < other),
        "replaced": asdict(replace(one, name="Mull")),
        "copied": copy.copy(one) == same,
        "own lists": getattr(one, "seen", None) is getattr(same, "seen", 0),
        "a dictionary": hasattr(one, "__dict__"),
        "nothing said": _of(lambda: repr(kind(name="")).rpartition(".")[2]),
    }


def _of(asked: Callable[[], object]) -> object:
    try:
        return asked()
    except Exception as fault:
        return type(fault).__name__, str(fault).rpartition(".")[2]


@pytest.mark.parametrize(("maker", "told"), MADE)
def test_a_record_of_ours_answers_as_the_standard_one(maker: Any, told: dict[str, bool]) -> None:
    assert _answers(maker(ours, told)) == _answers(maker(dataclasses.dataclass, told))


@ours(frozen=True, slots=True)
class Harbour:
    """One that pickling can find by its name."""

    name: str
    berths: int = 4


@ours(frozen=True, slots=True)
class Dock(Harbour):
    """One with another beneath it."""

    depth: int = 2


@pytest.mark.parametrize("one", [Harbour("Orla"), Dock("Ulva", 3, 9)])
def test_a_record_is_pickled_whole(one: Harbour) -> None:
    back = pickle.loads(pickle.dumps(one))
    assert back == one
    assert type(back) is type(one)
    with pytest.raises(FrozenInstanceError):
        back.berths = 1


def test_a_record_is_not_equal_to_one_made_of_it() -> None:
    assert Harbour("Orla") != Dock("Orla")


def test_what_it_takes_is_told_once_one_was_made() -> None:
    Harbour("Orla")
    assert list(Harbour.__init__.__annotations__) == ["name", "berths", "return"]
