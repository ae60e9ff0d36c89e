"""The tables of units and currencies, read once: what may follow a number or stand before it, and what it means."""

from __future__ import annotations

import re
from typing import Any

from claims.language.words import of_language, vocabulary
from claims.model import Dimension, Span
from claims.quick_records import dataclass
from claims.text.plurals import plurals

_SPACES = str.maketrans(dict.fromkeys("\xa0\u2007\u2009\u202f\u200a\n\t\r-‐‑", " "))
# "8 m. people": a letter with a full stop inside a sentence is short for something else
_ABBREVIATED = re.compile(r"\.\s+[a-z]")
_KEY = re.compile(r"[^\W\d_]+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReading:
    """The unit found at a number.

    `span` covers its words or symbol, before or after the number, without it (empty where the next number lends it: "a
    7- or 8-inch screen"); `unit` is canonical (ISO 4217 code or the plain word for money, "percent", "year", "kilometre
    per hour") and ends in " per …" for a rate; `end` is where the text goes on after number, unit and rate. A number
    inside a rate ("3 deaths per 1,000 births") lies in `per_span`.
    """

    span: Span
    unit: str
    dimension: Dimension
    end: int
    per_span: Span | None = None

    @property
    def after(self) -> Span:
        """The unit and all that belongs to it, as `claims.nouns.counted.read_counted` wants it."""
        return Span(min(self.span.start, self.end), self.end)


@dataclass(frozen=True, slots=True)
class Entry:
    needle: str
    unit: str
    dimension: Dimension
    exact: bool = False
    glued: bool = False


def table_at(text: str, start: int, *, glued: bool, scaled: bool) -> UnitReading | None:
    """The unit of the tables that is written at `start`: the longest that fits and ends with its word."""
    key = _KEY.match(text, start)
    if key is None:
        return None
    entries = _entries().get(key[0].lower())
    if entries is None:
        return None
    raw = text[start : start + 48]
    plain = raw.translate(_SPACES).lower()
    for entry in entries:
        if entry.glued and not glued:
            continue
        if not (raw if entry.exact else plain).startswith(entry.needle) or not _ends_well(raw, entry):
            continue
        return _settle(entry, Span(start, start + len(entry.needle)), scaled)
    return None


def _ends_well(raw: str, entry: Entry) -> bool:
    rest = raw[len(entry.needle) : len(entry.needle) + 2]
    if not entry.needle[-1].isalnum():
        return entry.dimension != "money" or not rest[:1].isdigit()  # the sign of "$80-$120" is the next number's
    if rest[:1].isalnum() and rest[:1] not in "²³":
        return False
    if rest[:1] in ("'", "’") and len(rest) > 1 and rest[1].isalpha() and entry.dimension == "money":
        return False
    if len(entry.needle) == 1 and _ABBREVIATED.match(raw, 1):
        return False
    return not is_compound(entry.needle, raw[len(entry.needle) :])


def is_compound(unit: str, rest: str) -> bool:
    """ "12 barrel bombs", "two night raids", "three second-hand cars": the word belongs to the noun behind it."""
    following = vocabulary("units")["compounds"].get(unit)
    if following is None:
        return False
    behind = rest.translate(_SPACES).lower().split(maxsplit=1)
    return bool(behind) and behind[0].rstrip(".,;:)") in following


def _settle(entry: Entry, span: Span, scaled: bool) -> UnitReading | None:
    rule = vocabulary("currencies")["with_scale"].get(entry.unit)
    if rule is None:
        return UnitReading(span=span, unit=entry.unit, dimension=entry.dimension, end=span.end)
    if scaled:
        return UnitReading(span=span, unit=rule["money"], dimension="money", end=span.end)
    if "otherwise" not in rule:
        return None
    return UnitReading(span=span, unit=rule["otherwise"], dimension="physical", end=span.end)


_DIMENSIONS: tuple[tuple[str, Dimension], ...] = (
    ("percentage", "percentage"),
    ("duration", "duration"),
    ("age", "duration"),
    ("physical", "physical"),
)


@of_language
def _entries() -> dict[str, tuple[Entry, ...]]:
    """Everything that may follow a number, by its first token in lower case, longest first."""
    found: dict[str, list[Entry]] = {}
    for entry in [*_unit_entries(), *_money_entries()]:
        key = _KEY.match(entry.needle)
        if key:
            found.setdefault(key[0].lower(), []).append(entry)
    return {k: tuple(sorted(v, key=lambda e: (-len(e.needle), not e.exact))) for k, v in found.items()}


def _unit_entries() -> list[Entry]:
    made: list[Entry] = []
    for group, dimension in _DIMENSIONS:
        for name, ways in vocabulary("units")[group].items():
            made += _written(name, dimension, ways)
    return made


def _written(name: str, dimension: Dimension, ways: dict[str, Any]) -> list[Entry]:
    words = [w.lower().translate(_SPACES) for w in ways.get("words", ())]
    forms = [w.lower().translate(_SPACES) for w in ways.get("forms", ())]
    many = [p for w in words for p in plurals(w)]
    return [
        *(Entry(w, name, dimension) for w in dict.fromkeys([*words, *many, *forms])),
        *(Entry(s, name, dimension, exact=True) for s in ways.get("symbols", ())),
        *(Entry(s, name, dimension, exact=True, glued=True) for s in ways.get("glued", ())),
    ]


def _money_entries() -> list[Entry]:
    table = vocabulary("currencies")
    made: list[Entry] = []
    for unit, ways in [*table["plain"].items(), *table["codes"].items()]:
        words = [w.lower().translate(_SPACES) for w in ways["words"]]
        needles = dict.fromkeys([*words, *(p for w in words for p in plurals(w))])
        made += [Entry(w, unit, "money") for w in needles]
        marks = [*(s for s in ways["symbols"] if not s[-1].isalpha() and "." not in s), *ways.get("after", ())]
        if unit in table["codes"]:
            marks.append(unit)
        made += [Entry(s, unit, "money", exact=True) for s in marks]
    for word in table["with_scale"]:
        made += [Entry(form, word, "money") for form in (word, *plurals(word))]
    return made


@of_language
def symbols_before() -> dict[str, str]:
    table = vocabulary("currencies")
    symbols = {s: unit for unit, ways in table["plain"].items() for s in ways["symbols"]}
    for unit, ways in table["codes"].items():
        symbols |= dict.fromkeys([*ways["symbols"], *ways.get("glued", ()), unit], unit)
    return symbols


@of_language
def last_characters() -> frozenset[str]:
    return frozenset(s[-1] for s in symbols_before())


@of_language
def glued_symbols() -> frozenset[str]:
    return frozenset(s for ways in vocabulary("currencies")["codes"].values() for s in ways.get("glued", ()))


@of_language
def plain_names() -> frozenset[str]:
    return frozenset(vocabulary("currencies")["plain"])


@of_language
def names() -> dict[str, str]:
    table = vocabulary("currencies")
    return {unit: ways["name"] for unit, ways in [*table["plain"].items(), *table["codes"].items()]}
