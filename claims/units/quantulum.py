"""quantulum3 behind a fence: its table of units, and its parser for units written as a formula ("A/cm²", "kg·m/s²").

The only module that imports quantulum3, and only when such a unit turns up: loading it takes the time of a thousand
sentences. It is never shown a sentence: one clean unit after the number 1, and what it makes of it counts only if it
read the whole of it. See docs/decisions/0003-quantulum3-behind-a-fence.md.
"""

from __future__ import annotations

import json
import re
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claims.language.words import of_language, vocabulary
from claims.quick_records import dataclass
from claims.text.plurals import singular

_LOCK = threading.Lock()
# A formula of units: symbols with an exponent or joined by a sign; plain words never come here ("and/or" is looked up).
_FORMULA = re.compile(r"[^\W\d_°]{1,8}[²³⁻¹\d]{0,2}(?:[/·⋅*×][^\W\d_°]{1,8}[²³⁻¹\d]{0,2}){1,3}|[^\W\d_]{1,4}[²³]")
_PARTS = re.compile(r"[^\W\d_²³⁻¹]+")
_QUOTIENT = re.compile(r"([^\W\d_²³]+)([23²³]?)/([^\W\d_²³]+)([23²³]?)")
# "N/A", "A/C": two capitals are an abbreviation.
_ABBREVIATION = re.compile(r"[A-Z]/[A-Z]")
_POWERS = {"": "", "2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}
_NO_UNIT = {"dimensionless", "currency", "unknown word"}


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit of quantulum3: its name ("kilowatt hour") and what it measures ("energy")."""

    name: str
    entity: str


@of_language
def unit_table() -> tuple[dict[str, NamedUnit], dict[str, NamedUnit]]:
    """quantulum3's own units, prefixes applied: (by lower-case word, by exact symbol). Ambiguous ones are left out."""
    words: dict[str, NamedUnit | None] = {}
    symbols: dict[str, NamedUnit | None] = {}
    for name, entry in _unit_entries():
        unit = NamedUnit(name, entry["entity"])
        for surface in entry.get("surfaces", ()):
            _enter(words, surface.lower().replace("-", " "), unit)
        for symbol in entry.get("symbols", ()):
            _enter(symbols, symbol, unit)
    for mentions, banned in ((words, "ordinary_words"), (symbols, "ordinary_symbols")):
        for word in vocabulary("units")[banned]:
            mentions.pop(word, None)
    return {k: v for k, v in words.items() if v}, {k: v for k, v in symbols.items() if v}


def table_unit(surface: str, *, glued: bool) -> NamedUnit | None:
    """What quantulum3's table calls `surface`: a word in any case and number, or a symbol as it stands.

    A symbol apart from its number must look like one ("5 MPa"), for "5 in" and "5 am" are words.
    """
    words, symbols = unit_table()
    found = symbols.get(surface)
    if found and (len(surface) > 1 if glued else _looks_symbolic(surface)):
        return found
    plain = surface.lower().replace("-", " ")
    if len(plain) < 3:
        return None
    return words.get(plain) or words.get(singular(plain))


@of_language(maxsize=1024)
def formula_unit(surface: str) -> NamedUnit | None:
    """The unit that a formula writes, or `None`: "A/cm2" → ampere per square centimetre, "kg·m/s²" …

    Every part must be a symbol of quantulum3's table, so that "and/or", "km/miles" or letters that happen to be units
    ("a junta") never become one. A plain quotient is named from the table in the parser's own way; anything else is the
    parser's work, and what it says counts only if it read the whole surface.
    """
    if (
        not _FORMULA.fullmatch(surface)
        or _ABBREVIATION.fullmatch(surface)
        or not all(_part_name(p) for p in _PARTS.findall(surface))
    ):
        return None
    return _quotient(surface) or _parsed(surface)


def _quotient(surface: str) -> NamedUnit | None:
    match = _QUOTIENT.fullmatch(surface)
    if match is None:
        return None
    above, below = (_POWERS[match[k + 1]] + _part_name(match[k]) for k in (1, 3))
    return NamedUnit(f"{above} per {below}", "unknown")


def _parsed(surface: str) -> NamedUnit | None:
    asked = f"1 {surface}"
    with _LOCK, _silenced():
        found = _parser()(asked)
    if len(found) != 1 or found[0].surface != asked or found[0].span != (0, len(asked)) or found[0].value != 1:
        return None
    unit = found[0].unit
    return None if unit.entity.name in _NO_UNIT else NamedUnit(str(unit.name), str(unit.entity.name))


def _part_name(part: str) -> str:
    """The unit of a symbol inside a formula, "" if it is none; some are too short to stand alone ("A/m", "g/l")."""
    alone: dict[str, str] = vocabulary("units")["formula_symbols"]
    named = unit_table()[1].get(part) if len(part) > 1 else None
    return alone.get(part) or (named.name if named else "")


def _looks_symbolic(symbol: str) -> bool:
    return len(symbol) > 1 and (not symbol.islower() or not symbol.isascii()) and not symbol.istitle()


def _enter(table: dict[str, NamedUnit | None], key: str, unit: NamedUnit) -> None:
    """A surface of two units names neither."""
    table[key] = unit if table.get(key, unit) == unit else None


def _unit_entries() -> Iterator[tuple[str, dict[str, Any]]]:
    spec = find_spec("quantulum3")
    folder = Path((spec.submodule_search_locations or ["."])[0]) if spec else Path()
    units: dict[str, dict[str, Any]] = json.loads((folder / "units.json").read_text(encoding="utf-8"))
    for name, entry in units.items():
        if entry["entity"] in _NO_UNIT:
            continue
        yield name, entry
        for short in entry.get("prefixes", ""):
            long = vocabulary("units")["prefixes"][short]
            yield (
                long + name,
                {
                    "entity": entry["entity"],
                    "surfaces": [long + s for s in entry.get("surfaces", ())],
                    "symbols": [short + s for s in entry.get("symbols", ())],
                },
            )


@of_language
def _parser() -> Callable[[str], list[Any]]:
    """quantulum3's `parse`, loaded without what it does not need here.

    Four fifths of its loading is typeguard rewriting every function of inflect, which `python -O` would not do either;
    its classifier (130 MB) gains nothing and fails with newer scikit-learn.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _import_inflect()
        from quantulum3 import classifier, parser
    classifier.USE_CLF = False
    parse: Callable[[str], list[Any]] = parser.parse
    return parse


def _import_inflect() -> None:
    """inflect is imported with its type checks off, as under `python -O`; everyone else's stay as they are."""
    import typeguard

    kept = typeguard.typechecked

    def plain(target: Any = None, **_: Any) -> Any:
        return target if target is not None else plain

    typeguard.typechecked = plain
    try:
        import inflect  # noqa: F401
    finally:
        typeguard.typechecked = kept


@contextmanager
def _silenced() -> Iterator[None]:
    """Each parse calls `logging.basicConfig`: the handler it adds to the root logger is taken off again."""
    import logging  # which a letter without a formula of units need not load

    root = logging.getLogger()
    before = list(root.handlers)
    try:
        yield
    finally:
        for handler in [h for h in root.handlers if h not in before]:
            root.removeHandler(handler)
