"""Ids → the words an editor reads, from `wording.yml`; and figures, dates and intervals as an editor writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from claims.model import Grain, Interval
from claims.quick_records import dataclass
from claims.yaml_files import read_yaml
from expectations.book.all_rules import own_rules, rule_called

RULE = "rule"
"""The group whose words the rules declare themselves; all others stand in `wording.yml`."""
HANDING_ON = "handing_on"
"""The group of phrases in what is handed on to others: comments, packets, lists."""
LONGEST_FIGURE = 30  # digits; beyond it a figure is given as a power of ten


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The words for one id: a `symbol` beside every colour, a `label`, a `short` form for lists, one `sentence`."""

    key: str
    symbol: str
    label: str
    short: str
    sentence: str


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_yaml(files("reports").joinpath("wording.yml"))
    return table


@cache
def word(group: str, key: str | None) -> Word:
    """The words for `key` of `group`; an id without an entry ("new-rule") is shown as its own words ("New rule")."""
    name = key if key is not None else "none"
    if group == RULE:
        return _rule(name)
    entry = _table()[group].get(name)
    return Word(key=name, **entry) if entry is not None else _as_its_own(name)


def _rule(name: str) -> Word:
    """The words a rule declares for itself."""
    rule = rule_called(name)
    if rule is None or not rule.label:
        return _as_its_own(name)
    return Word(key=name, symbol="", label=rule.label, short=_small(rule.label), sentence=rule.sentence)


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def _as_its_own(name: str) -> Word:
    plain = name.replace("_", " ").replace("-", " ")
    return Word(key=name, symbol="", label=plain[:1].upper() + plain[1:], short=plain, sentence="")


@cache
def keys(group: str) -> tuple[str, ...]:
    """The ids of a group, in the order in which an editor meets them."""
    return tuple(rule.rule_id for rule in own_rules()) if group == RULE else tuple(_table()[group])


def questions() -> tuple[dict[str, str], ...]:
    """What a new editor asks first (`ask`), and the answers (`told`)."""
    return tuple(_table()["how_to_read"])


def colours() -> dict[str, str]:
    """Styles of lines on a terminal, by the sign with which a line begins."""
    styles: dict[str, str] = _table()["colours"]
    return styles


def counted(number: int, thing: str) -> str:
    """A number with its thing, "1 claim" or "2 claims": `thing` is an entry of `count`."""
    forms = _table()["count"][thing]
    form: str = forms["one"] if number == 1 else forms["other"]
    return form.replace("#", f"{number:,}")


def plural(thing: str) -> str:
    """Both forms of a counted thing for a script: "# claim|# claims"."""
    forms = _table()["count"][thing]
    return f"{forms['one']}|{forms['other']}"


def phrase(key: str, **values: object) -> str:
    """A phrase of `phrases` with its blanks filled."""
    return pattern("phrases", key, **values)


def pattern(group: str, key: str, **values: object) -> str:
    """A phrase of any group with its blanks filled."""
    found: str = _table()[group][key]
    return found.format(**values)


def figure(value: Decimal) -> str:
    """A figure with its thousands grouped and its digits kept: 24300 → "24,300", 1.50 → "1.50"."""
    if value.adjusted() > LONGEST_FIGURE or value.adjusted() < -LONGEST_FIGURE:
        return f"{value:.3e}"
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value:,f}"


def interval_words(interval: Interval) -> str:
    """What a wording admits, in words: `[22, ∞)` → "22 or more"."""
    wanted = _interval_key(interval)
    low = "" if interval.low is None else figure(interval.low)
    high = "" if interval.high is None else figure(interval.high)
    return pattern("interval", wanted, low=low, high=high)


def _interval_key(interval: Interval) -> str:
    if interval.low is None and interval.high is None:
        return "any"
    if interval.high is None:
        return "from_open" if interval.low_open else "from_closed"
    if interval.low is None:
        return "to_open" if interval.high_open else "to_closed"
    if interval.low == interval.high:
        return "exact"
    return f"{'open' if interval.low_open else 'closed'}_{'open' if interval.high_open else 'closed'}"


def day(value: date | None, grain: Grain | str = "day") -> str:
    """A date by its grain: "7 August 2023", "August 2023" or "2023"; an unknown day is a dash."""
    if value is None:
        return "–"
    month = _table()["months"][value.month - 1]
    if grain == "year":
        return f"{value.year}"
    return f"{month} {value.year}" if grain in ("month", "quarter") else f"{value.day} {month} {value.year}"


def period_words(start: date | None, end: date | None, grain: Grain | str) -> str:
    """A period in words, both ends inclusive."""
    patterns = _table()["period"]
    first, last = day(start, _end_grain(start, grain, first=True)), day(end, _end_grain(end, grain, first=False))
    if start is None and end is None:
        key = "none"
    elif end is None:
        key = "from"
    elif start is None:
        key = "to"
    else:
        key = "same" if first == last else "both"
    text: str = patterns[key].format(start=first, end=last)
    return text


def _end_grain(value: date | None, grain: Grain | str, *, first: bool) -> str:
    """A period of months may still end on a single day ("since February 2021", to the letter's date): show that day."""
    if value is None or grain not in ("month", "quarter", "year"):
        return "day"
    following = date.fromordinal(value.toordinal() + 1) if value < date.max else value
    whole_month = value.day == 1 if first else following.day == 1
    whole_year = whole_month and value.month == (1 if first else 12)
    if grain == "year":
        return "year" if whole_year else ("month" if whole_month else "day")
    return "month" if whole_month else "day"
