"""Comparators: words that bound or loosen a number ("at least", "nearly", "or so"), and the interval each admits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from claims.language.words import of_language, vocabulary
from claims.model import Comparator, Interval, Span
from claims.numbers.cardinals.number_forms import forms
from claims.quick_records import dataclass
from claims.text.phrase_table import Phrases
from claims.text.tokens import Token, adjacent

Side = Literal["", "below", "above"]
REACH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A comparator as written. `side` tells on which side of the number an approximation lies ("nearly": below)."""

    comparator: Comparator
    side: Side
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """The comparators of a language."""

    before: Phrases[str]
    after: Phrases[str]
    additive_before: Phrases[bool]
    additive_after: frozenset[str]
    no_addition: frozenset[str]
    between: Phrases[bool]
    time_span: frozenset[str]
    duration_before: frozenset[str]
    duration_after: frozenset[str]
    moved: frozenset[str]
    definite: frozenset[str]
    compared: frozenset[str]
    tolerance: Decimal


@of_language
def table() -> Table:
    words: Any = vocabulary("comparators")
    return Table(
        before=Phrases((phrase, sign) for sign, phrases in words["before"].items() for phrase in phrases),
        after=Phrases((phrase, sign) for sign, phrases in words["after"].items() for phrase in phrases),
        additive_before=Phrases((phrase, True) for phrase in words["additive_before"]),
        additive_after=frozenset(words["additive_after"]),
        no_addition=frozenset(words["no_addition"]),
        between=Phrases((phrase, True) for phrase in words["between"]),
        time_span=frozenset(words["time_span"]),
        duration_before=frozenset(words["duration_before"]),
        duration_after=frozenset(words["duration_after"]),
        moved=frozenset(words["moved"]),
        definite=frozenset(words["definite"]),
        compared=frozenset(words["compared"]),
        tolerance=Decimal(str(words["tolerance"])),
    )


def comparison_before(tokens: list[Token], first: int, *, duration: bool, after: str = "") -> Comparison | None:
    """The comparator that ends in front of token `first`, small words between allowed ("more than the 30").

    `duration`: the number measures time, and `after` is the word behind it: "over five weeks" names the time in which
    something happened, "for over five weeks" and "over five weeks ago" say how long.
    """
    known = table()
    stop = first
    for _ in range(REACH):
        found = known.before.ending_at(tokens, stop)
        if found is not None:
            definite = any(token.lower in known.definite for token in tokens[stop:first])
            if definite and found[0] and tokens[found[0] - 1].lower in known.compared:
                return None  # "22% over the 50 of last year", "31 per cent less than the $2.5 billion promised"
            return _governing(tokens, found[0], stop, found[1], duration, after)
        between = known.between.ending_at(tokens, stop)
        if between is None:
            return None
        stop = between[0]
    return None


def _governing(tokens: list[Token], start: int, stop: int, sign: str, duration: bool, after: str) -> Comparison | None:
    """The comparator found, unless its words mean something else here; a bound before an approximation prevails."""
    known = table()
    before = tokens[start - 1].lower if start else ""
    words = [token.lower for token in tokens[start:stop]]
    if duration and len(words) == 1 and words[0] in known.time_span and not _how_long(before, after):
        return None
    if len(words) == 1 and words[0] in known.time_span and before in vocabulary("comparators")["spread_before"]:
        return None
    if " ".join(words) in vocabulary("comparators")["moved_on"] and before in known.moved:
        return None
    if sign.startswith("~"):
        outer = known.before.ending_at(tokens, start)
        if outer is not None and outer[1] in (">", ">=", "<", "<="):
            return _comparison(tokens, outer[0], stop, outer[1])
    return _comparison(tokens, start, stop, sign)


def _how_long(before: str, after: str) -> bool:
    return before in table().duration_before or after in table().duration_after


def _comparison(tokens: list[Token], start: int, stop: int, sign: str) -> Comparison:
    comparator: Any = sign[:1] if sign.startswith("~") else sign
    side: Any = sign[1:] if sign.startswith("~") else ""
    return Comparison(comparator=comparator, side=side, span=Span(tokens[start].start, tokens[stop - 1].end))


def loose_in_itself(tokens: list[Token], last: int) -> Comparison | None:
    """A number word that is meant loosely by itself, as the French "quarantaine"; `last` is the number's last token."""
    if tokens[last].lower not in vocabulary("number_words")["loose_groups"]:
        return None
    return _comparison(tokens, last, last + 1, "~")


def comparison_after(tokens: list[Token], stop: int) -> Comparison | None:
    """The comparator that starts with token `stop`: "60+", "22 or more", "300 or so"."""
    if stop < len(tokens) and tokens[stop].text == ",":
        return _set_off(tokens, stop + 1)
    found = table().after.starting_at(tokens, stop)
    if found is None or _belongs_to_name(tokens, stop):
        return None
    following = tokens[found[0]] if found[0] < len(tokens) else None
    if following is not None and (
        following.kind == "number"
        or following.lower in forms().starts
        or following.lower in vocabulary("comparators")["comparing"]
    ):
        return None
    return _comparison(tokens, stop, found[0], found[1])


def _belongs_to_name(tokens: list[Token], stop: int) -> bool:
    # "36% of LGBTQ+ teens": the sign is part of the initials.
    before = tokens[stop - 1] if stop else None
    if before is None or tokens[stop].text != "+" or before.kind != "word" or not before.text.isupper():
        return False
    return not (adjacent(tokens, stop - 2, stop - 1) and tokens[stop - 2].kind == "number")  # "14K+"


def _set_off(tokens: list[Token], start: int) -> Comparison | None:
    """ "22 children, at least, were killed": a phrase of its own between a comma and the next mark."""
    found = table().after.starting_at(tokens, start)
    if found is None or (found[0] < len(tokens) and tokens[found[0]].kind != "sign"):
        return None
    return _comparison(tokens, start, found[0], found[1])


def is_additive(tokens: list[Token], first: int, stop: int) -> bool:
    """Whether the number of tokens `[first, stop)` adds to what was named before: "a further 300", "4,210 more"."""
    known = table()
    if known.additive_before.ending_at(tokens, first) is not None:
        return True
    following = tokens[stop].lower if stop < len(tokens) else ""
    beyond = tokens[stop + 1].lower if stop + 1 < len(tokens) else ""
    return following in known.additive_after and beyond not in known.no_addition


def interval(value: Decimal, comparison: Comparison | None, step: Decimal | None) -> Interval:
    """What a number with its comparator admits; `step` is the place of its last printed digit where it is rounded."""
    sign = comparison.comparator if comparison is not None else "="
    if sign == "~":
        return _around(value, comparison.side if comparison is not None else "")
    if sign in (">", ">="):
        return Interval(low=value, high=None, low_open=sign == ">")
    if sign in ("<", "<="):
        return Interval(low=None, high=value, high_open=sign == "<")
    if step is None:
        return Interval(low=value, high=value)
    return Interval(low=value - step / 2, high=value + step / 2, high_open=True)


def _around(value: Decimal, side: Side) -> Interval:
    """About: a tolerance on both sides; "nearly": below only, the number itself left out; "just over": above only."""
    margin = abs(value) * table().tolerance
    low = value if side == "above" else value - margin
    high = value if side == "below" else value + margin
    return Interval(low=low, high=high, low_open=side == "above", high_open=side == "below")
