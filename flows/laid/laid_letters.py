"""Letters on the disk, as those have them who ask for letters: each is read when it is asked for, and let go of."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, Final, overload

from claims.errors import CrossfootError
from claims.extraction import Extraction
from claims.model import Claim, DateMention, Letter
from claims.quick_records import dataclass
from claims.relations.fits.repeats.letter_pairs import Sketch
from claims.relations.things import Counted
from expectations.model import CheckedLetter
from flows.laid.framed_values import Framed

_AT_HAND, _COMPARED = 64, 1024
"""Letters, and what of letters is compared, that are at hand while letters are held against each other."""
_HELD: Final = deque["LaidExtraction"]()
_LONG = "text", "pages", "paragraphs"
"""What is long of a letter, and stands on the disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What is asked of a letter for most that it is held against: what it counts, and the days that it names."""

    things: Counted
    dates: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Where a letter stands: all of it as it is published, and what is compared of it."""

    whole: Framed
    compared: Framed

    def load(self) -> CheckedLetter:
        """The letter. Raises CrossfootError where it cannot be read any more."""
        letter: CheckedLetter = _loaded(self.whole, CheckedLetter)
        return letter


def _loaded(where: Framed, kind: Any) -> Any:
    try:
        value = where.load()
    except Exception as error:
        value = error
    if not isinstance(value, kind):
        what = f"is kept of a letter and cannot be read any more ({value}); remove its folder and run again"
        raise CrossfootError(where.path, what)
    return value


class LaidLetters(Sequence[CheckedLetter]):
    """The letters of a run in their order."""

    def __init__(self, places: Sequence[Laid]) -> None:
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> CheckedLetter: ...
    @overload
    def __getitem__(self, at: slice) -> LaidLetters: ...
    def __getitem__(self, at: int | slice) -> CheckedLetter | LaidLetters:
        return LaidLetters(self._places[at]) if isinstance(at, slice) else self._places[at].load()

    def __iter__(self) -> Iterator[CheckedLetter]:
        return (one.load() for one in self._places)


class LettersById(Mapping[str, CheckedLetter]):
    """The same by their ids."""

    def __init__(self, places: Mapping[str, Laid]) -> None:
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __contains__(self, letter_id: object) -> bool:
        return letter_id in self._places

    def __getitem__(self, letter_id: str) -> CheckedLetter:
        return self._places[letter_id].load()


def shortened(letter: Letter) -> Letter:
    """A letter without what is long of it."""
    return replace(letter, text="", pages=(), paragraphs=())


class LaidLetter(Letter):
    """A letter whose text stands on the disk."""

    __slots__ = ("_laid",)

    @classmethod
    def of(cls, short: Letter, laid: Laid) -> LaidLetter:
        """The letter of this `short` form."""
        one = object.__new__(cls)
        for name in (each.name for each in fields(Letter) if each.name not in _LONG):
            object.__setattr__(one, name, getattr(short, name))
        object.__setattr__(one, "_laid", laid)
        return one


class LaidExtraction(Extraction):
    """What was read of a letter, on the disk but for what all letters are asked when they are held against each other:
    by what it is known (`sketch`), and whether it has figures of what a measure counts.
    """

    @classmethod
    def of(cls, short: Letter, sketch: Sketch, laid: Laid, *, is_measured: bool) -> LaidExtraction:
        """The extraction of the letter of this `short` form."""
        one = object.__new__(cls)
        one.__dict__.update(letter=LaidLetter.of(short, laid), sketch=sketch, _laid=laid, _is_measured=is_measured)
        return one

    @property
    def measured(self) -> tuple[Claim, ...]:
        return super().measured if self.__dict__["_is_measured"] else ()

    @property
    def things(self) -> Counted:
        return self._compared().things

    @property
    def dates(self) -> tuple[DateMention, ...]:
        return self._compared().dates

    def _compared(self) -> Compared:
        held: Compared | None = self.__dict__.get("_held")
        return held if held is not None else _hold(self)


class _Part:
    """A part of a record that is read with the whole of it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, one: Any, owner: type) -> Any:
        return self if one is None else getattr(self._whole(one), self._name)

    def __set__(self, one: Any, value: object) -> None:
        raise AttributeError(self._name)

    def _whole(self, one: Any) -> Any:
        return _read(one.__dict__["_laid"].whole)


class _OfLetter(_Part):
    def _whole(self, one: Any) -> Any:
        return _read(one._laid.whole).letter


for _name in _LONG:
    setattr(LaidLetter, _name, _OfLetter(_name))
for _name in (each.name for each in fields(Extraction) if each.name not in ("letter", "dates")):
    setattr(LaidExtraction, _name, _Part(_name))


def _hold(one: LaidExtraction) -> Compared:
    """What a letter is held against others by, kept with it while others are asked for; who came first goes first."""
    compared: Compared = _loaded(one.__dict__["_laid"].compared, Compared)
    one.__dict__["_held"] = compared
    _HELD.append(one)
    if len(_HELD) > _COMPARED:
        _HELD.popleft().__dict__.pop("_held", None)
    return compared


@lru_cache(maxsize=_AT_HAND)
def _read(where: Framed) -> Extraction:
    extraction: Extraction = _loaded(where, CheckedLetter).extraction
    return extraction


def forget_read() -> None:
    """Let go of what is at hand."""
    _read.cache_clear()
    _HELD.clear()
