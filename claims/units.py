"""The unit of a number: percent, money, time, age, physical units, before or after it, and the "per …" of a rate.

Tables (`units.yml`, `currencies.yml`) settle what letters and news use; quantulum3 is asked about the rest, where what
follows the number may be a unit at all (`claims.quantities`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.model import Dimension, Span
from claims.plurals import is_plural, singular
from claims.words import vocabulary

_SPACES = str.maketrans({c: " " for c in "\u00a0\u2007\u2009\u202f\u200a\n\t\r-‐‑"})
_GAP = re.compile(r"[^\S\n]{0,2}(?:\n[^\S\n]{0,2}(?=\S))?|[-‐‑]")
_KEY = re.compile(r"[^\W\d_]+|[^\w\s]")
# What quantulum3 may be asked about: a symbol or word with its joined parts, up to the next space.
_TOKEN = re.compile(r"[^\W\d_][^\s,;:()\[\]{}<>\"“”!?]{0,24}")
_PER = re.compile(r"(?:\s|-)(per|a|an|each|every)(?:\s|-)|\s?(/)\s?")
_DENOMINATOR = re.compile(r"(?:\d[\d,. ]{0,12}\d |\d )?[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTER_BEFORE = re.compile(r"[^\W_]$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s(]*$")
_LONGEST_SYMBOL = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReading:
    """The unit found at a number.

    `span` covers its words or symbol, before or after the number, without it; `unit` is canonical (ISO 4217 code or the
    plain word for money, "percent", "year", "kilometre per hour") and ends in " per …" for a rate; `end` is where the
    text goes on after number, unit and rate. A number inside a rate ("3 deaths per 1,000 births") lies in `per_span`.
    """

    span: Span
    unit: str
    dimension: Dimension
    end: int
    per_span: Span | None = None

    @property
    def after(self) -> Span:
        """The unit and all that belongs to it, as `claims.counted.read_counted` wants it."""
        return Span(min(self.span.start, self.end), self.end)


@dataclass(frozen=True, slots=True)
class _Entry:
    needle: str
    unit: str
    dimension: Dimension
    exact: bool = False
    glued: bool = False


def read_unit(text: str, number: Span) -> UnitReading | None:
    """The unit of the number at `number` (digits or words with their scale), or `None` where it has none.

    "US$1.2m", "5 million dollars", "12 per cent", "3½ years", "a 15-year-old", "80 km/h". Money before the number wins
    over a word after it; an age before it ("aged 25 to 54") counts where nothing else does.
    """
    scaled = any(c.isalpha() for c in number.of(text))
    before = _money_before(text, number.start, scaled)
    after = _after(text, number.end, scaled)
    if before is not None:
        return _with_rate(text, _merge(before, after, number.end))
    if after is not None:
        return _with_rate(text, after)
    return _age_before(text, number)


def read_per(text: str, at: int) -> tuple[str, Span] | None:
    """The denominator of a rate that starts at `at`: " per 100,000 people", " a month", "/day" → its words, its span."""
    link = _PER.match(text, at)
    if link is None:
        return None
    word = (link[1] or link[2]).lower()
    unit = _table_at(text, link.end(), glued=False, scaled=False)
    if unit is not None and unit.dimension in ("duration", "physical") and _fits(word, unit.unit):
        return unit.unit, Span(at, unit.end)
    noun = _DENOMINATOR.match(text, link.end())
    if noun is None:
        return None
    words = noun[0].split(" ")
    name = " ".join([*words[:-1], singular(words[-1].lower())])
    return (name, Span(at, noun.end())) if _fits(word, name) else None


def unit_name(unit: str) -> str:
    """`unit` in words for a reader or another program: "HKD per month" → "Hong Kong dollar per month"."""
    first, per, rest = unit.partition(" per ")
    return _names().get(first, first) + per + rest


def is_currency(unit: str) -> bool:
    """Whether a canonical unit is money, whatever it is paid per."""
    return unit.partition(" per ")[0] in _names()


def _fits(link: str, name: str) -> bool:
    """"a month", "an hour" are rates, "a plan", "a further" are not; after "per" and "/" a noun is one."""
    if link == "/":
        return len(name) > 2 or name in ("hr",)
    return link == "per" or name in vocabulary("units")["rate_nouns"]


def _with_rate(text: str, reading: UnitReading) -> UnitReading:
    if reading.dimension in ("percentage",) or " per " in reading.unit:
        return reading
    rate = read_per(text, reading.end)
    if rate is None:
        return reading
    return UnitReading(
        span=reading.span,
        unit=f"{reading.unit} per {rate[0]}",
        dimension=reading.dimension,
        end=rate[1].end,
        per_span=rate[1],
    )


def _merge(before: UnitReading, after: UnitReading | None, end: int) -> UnitReading:
    """A symbol before and a word after: "$75 US dollars" is one unit, "$5 million 30 years" never gets here."""
    if after is None or after.dimension != "money":
        return UnitReading(span=before.span, unit=before.unit, dimension="money", end=end)
    unit = after.unit if before.unit in _plain_names() else before.unit
    return UnitReading(span=before.span, unit=unit, dimension="money", end=after.end)


# --- before the number --------------------------------------------------------------------------------------------


def _money_before(text: str, start: int, scaled: bool) -> UnitReading | None:
    end = start
    if end and text[end - 1] in " \u00a0\u202f":
        end -= 1
    if not end or text[end - 1] not in _last_characters():
        return None
    symbols = _symbols_before()
    for length in range(min(_LONGEST_SYMBOL, end), 0, -1):
        unit = symbols.get(text[end - length : end])
        if unit and _symbol_stands(text, end - length, end, start, scaled):
            return UnitReading(span=Span(end - length, end), unit=unit, dimension="money", end=start)
    return None


def _symbol_stands(text: str, first: int, end: int, number: int, scaled: bool) -> bool:
    """Letters need a boundary before them ("EUR5", not "LAMEUR5"); one capital must be glued and scaled ("R5 million")."""
    symbol = text[first:end]
    if symbol[0].isalnum() and first and _LETTER_BEFORE.match(text[first - 1]):
        return False
    if symbol in _glued_symbols():
        return end == number and (scaled or _many_digits(text, number))
    if symbol[-1].isalpha() and symbol[0].isascii() and len(symbol) == 2:
        return end == number and symbol != "PS" or scaled or _many_digits(text, number)
    return True


def _many_digits(text: str, start: int) -> bool:
    return text[start : start + 2].isdigit() or text[start + 1 : start + 2] in (".", ",")


def _age_before(text: str, number: Span) -> UnitReading | None:
    """"aged 25 to 54", "under the age of 21"."""
    left = text[max(0, number.start - 16) : number.start]
    found = _AGE_BEFORE.search(left)
    if found is None:
        return None
    start = number.start - len(left) + found.start(1)
    return UnitReading(
        span=Span(start, start + len(found[1])), unit="year of age", dimension="duration", end=number.end
    )


_AGE_BEFORE = re.compile(r"\b(aged?|ages|ages? of)[\s]+(?:between\s+|under\s+|over\s+)?$", re.IGNORECASE)


# --- after the number ---------------------------------------------------------------------------------------------


def _after(text: str, at: int, scaled: bool) -> UnitReading | None:
    gap = _GAP.match(text, at)
    start = gap.end() if gap else at
    if start >= len(text):
        return None
    glued = start == at or text[at:start] in ("-", "‐", "‑")
    settled = _table_at(text, start, glued=start == at, scaled=scaled)
    if settled is not None:
        return settled
    return _asked_after(text, start, glued)


def _table_at(text: str, start: int, *, glued: bool, scaled: bool) -> UnitReading | None:
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


def _ends_well(raw: str, entry: _Entry) -> bool:
    rest = raw[len(entry.needle) : len(entry.needle) + 2]
    if not entry.needle[-1].isalnum():
        return True
    if rest[:1].isalnum() or (rest[:1] in "²³" and rest):
        return False
    if rest[:1] in ("'", "’") and len(rest) > 1 and rest[1].isalpha() and entry.dimension == "money":
        return False
    # "three second-hand cars", "two point-blank shots": the word belongs to another.
    return not (entry.needle == "second" and rest[:1] == "-" and len(rest) > 1)


def _settle(entry: _Entry, span: Span, scaled: bool) -> UnitReading | None:
    rule = vocabulary("currencies")["with_scale"].get(entry.unit)
    if rule is None:
        return UnitReading(span=span, unit=entry.unit, dimension=entry.dimension, end=span.end)
    if scaled:
        return UnitReading(span=span, unit=rule["money"], dimension="money", end=span.end)
    if "otherwise" not in rule:
        return None
    return UnitReading(span=span, unit=rule["otherwise"], dimension="physical", end=span.end)


def _asked_after(text: str, start: int, glued: bool) -> UnitReading | None:
    """What quantulum3 knows and the tables do not. Ordinary words are never asked about: a dictionary answers first."""
    token = _TOKEN.match(text, start)
    if token is None:
        return None
    surface = token[0].rstrip(".'’-–—/*")
    if not surface or (surface.isalpha() and surface.islower() and not _may_be_unit(surface)):
        return None
    from claims import quantities

    found = quantities.table_unit(surface, glued=glued) or quantities.formula_unit(surface)
    if found is None:
        return None
    dimension: Dimension = "duration" if found.entity == "time" else "physical"
    end = start + len(surface)
    return UnitReading(span=Span(start, end), unit=found.name, dimension=dimension, end=end)


def _may_be_unit(word: str) -> bool:
    from claims import quantities

    words = quantities.unit_table()[0]
    return word in words or (is_plural(word) and singular(word) in words)


# --- tables -------------------------------------------------------------------------------------------------------

_DIMENSIONS: tuple[tuple[str, Dimension], ...] = (
    ("percentage", "percentage"),
    ("duration", "duration"),
    ("age", "duration"),
    ("physical", "physical"),
)


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Everything that may follow a number, by its first token in lower case, longest first."""
    found: dict[str, list[_Entry]] = {}
    for entry in [*_unit_entries(), *_money_entries()]:
        key = _KEY.match(entry.needle)
        if key:
            found.setdefault(key[0].lower(), []).append(entry)
    return {k: tuple(sorted(v, key=lambda e: -len(e.needle))) for k, v in found.items()}


def _unit_entries() -> list[_Entry]:
    made: list[_Entry] = []
    for group, dimension in _DIMENSIONS:
        for name, ways in vocabulary("units")[group].items():
            made += _written(name, dimension, ways)
    return made


def _written(name: str, dimension: Dimension, ways: dict[str, Any]) -> list[_Entry]:
    words = [w.lower().translate(_SPACES) for w in ways.get("words", ())]
    forms = [w.lower().translate(_SPACES) for w in ways.get("forms", ())]
    plurals = [p for w in words if (p := _plural(w))]
    return [
        *(_Entry(w, name, dimension) for w in dict.fromkeys([*words, *plurals, *forms])),
        *(_Entry(s, name, dimension, exact=True) for s in ways.get("symbols", ())),
        *(_Entry(s, name, dimension, exact=True, glued=True) for s in ways.get("glued", ())),
    ]


def _plural(word: str) -> str | None:
    return None if not word[-1].isalpha() or word.endswith("s") else word + "s"


def _money_entries() -> list[_Entry]:
    table = vocabulary("currencies")
    made: list[_Entry] = []
    for unit, ways in [*table["plain"].items(), *table["codes"].items()]:
        words = [w.lower().translate(_SPACES) for w in ways["words"]]
        needles = dict.fromkeys([*words, *(p for w in words if (p := _plural(w)))])
        made += [_Entry(w, unit, "money") for w in needles]
        marks = [*(s for s in ways["symbols"] if not s[-1].isalpha() and "." not in s), *ways.get("after", ())]
        if unit in table["codes"]:
            marks.append(unit)
        made += [_Entry(s, unit, "money", exact=True) for s in marks]
    for word in table["with_scale"]:
        made += [_Entry(word, word, "money"), _Entry(word + "s", word, "money")]
    return made


@cache
def _symbols_before() -> dict[str, str]:
    table = vocabulary("currencies")
    symbols = {s: unit for unit, ways in table["plain"].items() for s in ways["symbols"]}
    for unit, ways in table["codes"].items():
        symbols |= {s: unit for s in [*ways["symbols"], *ways.get("glued", ()), unit]}
    return symbols


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(s[-1] for s in _symbols_before())


@cache
def _glued_symbols() -> frozenset[str]:
    return frozenset(s for ways in vocabulary("currencies")["codes"].values() for s in ways.get("glued", ()))


@cache
def _plain_names() -> frozenset[str]:
    return frozenset(vocabulary("currencies")["plain"])


@cache
def _names() -> dict[str, str]:
    table = vocabulary("currencies")
    return {unit: ways["name"] for unit, ways in [*table["plain"].items(), *table["codes"].items()]}
