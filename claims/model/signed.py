"""Who signs a letter, and how many it says they are."""

from __future__ import annotations

from typing import Literal

from claims.model.amounts import Comparator, Interval
from claims.model.spans import Span
from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryName:
    """One entry of the list as printed; `number` is the printed list number, `None` in bulleted or plain lists.

    `late`: it stands in a list that says it came in after the letter.
    """

    number: int | None
    name: str
    span: Span
    group: str | None = None
    withheld: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTotal:
    """A number of signatories the letter states, where it stands and which role it plays.

    `interval` is what its wording admits. `beside`: signatories named before it and not counted in `value`
    ("Alder Watch and 12 other organisations"). `by_list`: known for a total only because the list holds as many.
    """

    value: int
    comparator: Comparator
    span: Span
    text: str
    role: Literal["total", "listed", "undisclosed", "group"]
    where: str
    group: str | None = None
    noun: str = ""
    interval: Interval | None = None
    beside: int = 0
    by_list: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryKind:
    """A kind of signers that the letter counts apart: its label as printed, its noun, how many it states and lists."""

    label: str
    stated: int | None
    listed: int | None
    noun: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatories:
    """Totals stated and names listed. `listed` is `None` when no list stands in the text; 0 never means unknown.

    `leaning`: the list is counted surely only because the letter tells of as many: no check of what it tells.
    """

    stated: int | None
    stated_all: tuple[int, ...]
    stated_listed: int | None
    listed: int | None
    undisclosed: int | None
    totals: tuple[StatedTotal, ...]
    names: tuple[SignatoryName, ...]
    partial: str | None = None
    groups: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    kinds: tuple[SignatoryKind, ...] = ()
    leaning: bool = False
