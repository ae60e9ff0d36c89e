"""The corpus of number reading (`tests/claims/corpus/*.yml`) as cases, and what a reading of one gets wrong.

An entry of the corpus is `means` (one meaning or the list of those in one text) and its `phrasings`, or a `reason` and
phrasings in which nothing counts. In a phrasing `{…}` marks the exact text of a quantity and `«…»` a number that is
ignored, with its reason where the entry names none: `«date: 7 May»`. An entry may have `frames`, phrasings with
the slot `_`, and what is put into it: `fill` lists words, or maps each to what it changes in the meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from claims.model import Ignored, Interval, Numbers, Quantity, Span
from claims.numbers.read import read_numbers
from claims.text.plurals import singular
from claims.yaml_files import read_yaml

CORPUS = Path(__file__).parents[1] / "claims" / "corpus"
MARK = re.compile(r"\{(?P<quantity>[^{}]*)\}|«(?:(?P<reason>[a-z -]+): )?(?P<ignored>[^«»]*)»")
PRECISION = Decimal("1e-12")
# What a meaning is unless it says otherwise; "any" in the corpus leaves a field open.
DEFAULTS = {"comparator": "=", "unit": None, "dimension": "count", "additive": False, "direction": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One phrasing: its text without marks, what it means and where, and which stretches are ignored and why."""

    id: str
    source: str
    text: str
    meanings: tuple[dict[str, Any], ...]
    spans: tuple[Span, ...]
    ignored: tuple[tuple[Span, str], ...]
    reason: str | None = None
    filled: str | None = None

    @property
    def framed(self) -> bool:
        """Whether the text is a frame of the corpus with `filled` put in."""
        return self.filled is not None


def cases() -> Iterator[Case]:
    """Every phrasing of the corpus, files and entries in order."""
    for path in sorted(CORPUS.glob("*.yml")):
        entries = read_yaml(path)
        for number, entry in enumerate(entries, 1):
            for k, (phrasing, change, filled) in enumerate(_phrasings(entry), 1):
                yield case(f"{path.stem}-{number}-{k}", entry, phrasing, change, filled=filled)


def _phrasings(entry: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], str | None]]:
    for phrasing in entry.get("phrasings", ()):
        if isinstance(phrasing, str):
            yield phrasing, {}, None
        else:
            yield phrasing["text"], {k: v for k, v in phrasing.items() if k != "text"}, None
    for frame in entry.get("frames", ()):
        fill = entry["fill"]
        for word in fill:
            yield frame.replace("_", str(word)), (fill[word] if isinstance(fill, dict) else {}), str(word)


def case(
    name: str, entry: dict[str, Any], phrasing: str, change: dict[str, Any] | None = None, *, filled: str | None = None
) -> Case:
    """One phrasing of an entry, its marks taken out; `change` alters the meaning for it."""
    change = change or {}
    text, spans, ignored, last = "", [], [], 0
    for mark in MARK.finditer(phrasing):
        text += phrasing[last : mark.start()]
        inner = mark["quantity"] if mark["quantity"] is not None else mark["ignored"]
        span = Span(len(text), len(text) + len(inner))
        if mark["quantity"] is not None:
            spans.append(span)
        else:
            ignored.append((span, str(mark["reason"] or change.get("reason") or entry["reason"])))
        text, last = text + inner, mark.end()
    means = entry.get("means", [])
    meanings = [means] if isinstance(means, dict) else means
    changed = tuple({**meaning, **change} for meaning in meanings)
    return Case(
        id=name, source=phrasing, text=text + phrasing[last:], meanings=changed, spans=tuple(spans),
        ignored=tuple(ignored), reason=entry.get("reason"), filled=filled,
    )  # fmt: skip


def faults(case: Case) -> list[str]:
    """What a reading of the case's text gets wrong, in words; nothing if it is read fully and in the one way meant."""
    read = read_numbers(case.text)
    found = sorted([*read.quantities, *read.ordinals], key=lambda q: q.span)
    wrong = [f"not understood: {item.text!r}" for item in read.unread]
    if [q.text for q in found] != [span.of(case.text) for span in case.spans]:
        meant = [span.of(case.text) for span in case.spans]
        return [*wrong, f"{case.text!r}: meant {meant}, read {[q.text for q in found]}, ignored {_shown(read.ignored)}"]
    for quantity, span, meaning in zip(found, case.spans, case.meanings, strict=True):
        if quantity.span != span:
            wrong.append(f"{quantity.text!r} stands at {quantity.span}, not {span}")
        wrong += [f"{quantity.text!r}: {fault}" for fault in _differences(quantity, meaning)]
    return [*wrong, *_ignored_faults(case, read)]


def _differences(quantity: Quantity, meaning: dict[str, Any]) -> Iterator[str]:
    value = number(meaning["value"])
    got: dict[str, Any] = {field: getattr(quantity, field) for field in DEFAULTS}
    for field, default in DEFAULTS.items():
        meant = meaning.get(field, default)
        if meant not in ("any", got[field]):
            yield f"{field} {got[field]!r}, meant {meant!r}"
    if not _same(quantity.value, value):
        yield f"value {quantity.value}, meant {value}"
    yield from _interval_faults(quantity.interval, str(meaning.get("admits", f"[{value}, {value}]")))
    yield from _counted_faults(quantity, meaning)


def _interval_faults(got: Interval, admits: str) -> Iterator[str]:
    if admits == "any":
        return
    low, high = (bound(part) for part in admits[1:-1].split(","))
    ends = {"low": (got.low, low), "high": (got.high, high)}
    for name, (is_, meant) in ends.items():
        if (is_ is None) != (meant is None) or (is_ is not None and meant is not None and not _same(is_, meant)):
            yield f"{name} {is_}, meant {meant}"
    opened = (admits[0] == "(" and low is not None, admits[-1] == ")" and high is not None)
    if (got.low_open, got.high_open) != opened:
        yield f"open ends {(got.low_open, got.high_open)}, meant {opened}"


def _counted_faults(quantity: Quantity, meaning: dict[str, Any]) -> Iterator[str]:
    head = meaning.get("of", meaning["unit"] if quantity.dimension in ("count", "ordinal") else None)
    if head in (None, "any"):
        return
    words = re.findall(r"[^\W\d_]+", (quantity.counted or "").lower())
    if head.partition(" per ")[0] not in {singular(word) for word in words} | set(words):
        yield f"counts {quantity.counted!r}, meant {head!r}"


def _ignored_faults(case: Case, read: Numbers) -> Iterator[str]:
    for item in read.ignored:
        if not any(item.span.overlaps(span) for span, _ in case.ignored):
            yield f"ignored {item.text!r} ({item.reason}), not meant"
    for span, reason in case.ignored:
        over = [item for item in read.ignored if item.span.overlaps(span)]
        digits = [i for i in range(span.start, span.end) if case.text[i].isdigit()]
        if not over or not all(any(item.span.start <= i < item.span.end for item in over) for i in digits):
            yield f"{span.of(case.text)!r} is not accounted for: {_shown(read.ignored)}"
        elif any(not item.reason.startswith(reason) for item in over):
            yield f"{span.of(case.text)!r} ignored as {_shown(over)}, meant {reason}"


def _shown(items: Any) -> list[tuple[str, str]]:
    shown: list[Ignored] = list(items)
    return [(item.text, item.reason) for item in shown]


def number(written: Any) -> Fraction:
    """A number of the corpus: "1/3", 0.7, 1600000."""
    return Fraction(str(written))


def bound(written: str) -> Fraction | None:
    """The end of an interval; infinity is `None`."""
    return None if "∞" in written else number(written.strip())


def _same(got: Decimal, meant: Fraction) -> bool:
    return abs(Fraction(got) - meant) <= Fraction(PRECISION) * max(1, abs(meant))
