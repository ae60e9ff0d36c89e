"""Records as bytes and back; values that tasks are given."""

import pickle
import stat
from dataclasses import FrozenInstanceError, dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from claims.model import Span
from flows.state.kept_values import load_value, store_value
from flows.state.record_bytes import made_of, packed, unpacked
from flows.state.wholes import Whole


@dataclass(frozen=True, slots=True)
class Base:
    first: int


@dataclass(frozen=True, slots=True)
class Derived(Base):
    second: str = "b"
    inner: tuple[Base, ...] = ()


@dataclass
class Open:
    held: dict[str, Base] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Empty:
    pass


@pytest.mark.parametrize(
    "value",
    [
        Base(1),
        Derived(2, "x", (Base(3), Derived(4))),
        Open({"a": Base(1)}),
        Empty(),
        Span(3, 9),
        [Decimal("1.50"), date(2024, 2, 29), frozenset({Base(5)}), None],
    ],
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert unpacked(packed(value)) == value


def test_one_record_met_twice_comes_back_as_one() -> None:
    one = Base(1)
    first, second = unpacked(packed([one, one]))
    assert first is second


def test_what_comes_back_is_as_frozen_as_before() -> None:
    with pytest.raises(FrozenInstanceError):
        unpacked(packed(Base(1))).first = 2


def test_a_record_with_a_field_too_few_is_none() -> None:
    with pytest.raises(ValueError, match="shorter"):
        made_of(Derived, (1, "x"))


def test_a_shared_value_is_opened_once_and_others_each_time() -> None:
    shared = Whole([Base(1)], shared=True)
    first, second = (pickle.loads(pickle.dumps(shared)) for _ in range(2))
    assert first.value is second.value
    assert first.value == [Base(1)]
    one, other = (pickle.loads(pickle.dumps(Whole([Base(1)]))) for _ in range(2))
    assert one.value == other.value
    assert one.value is not other.value


def test_what_no_pickle_takes_is_given_on_as_it_is() -> None:
    made, given = Whole(lambda: 1).__reduce__()
    assert made is Whole
    assert given[0]() == 1


def test_a_kept_value_is_its_owners_alone(tmp_path: Path) -> None:
    store_value(tmp_path / "of" / "it", Base(1))
    assert load_value(tmp_path / "of" / "it") == Base(1)
    assert stat.S_IMODE((tmp_path / "of" / "it").stat().st_mode) == 0o600
