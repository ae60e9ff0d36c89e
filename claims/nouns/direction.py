"""Whether a quantity is the size of a change, and which way: "rose 12%" up, "fell by 300" down; not "rose to 4%"."""

from __future__ import annotations

from typing import Any

from claims.language.words import of_language, vocabulary
from claims.model import Dimension, Direction, Span
from claims.nouns.classes import Word, words_left, words_right
from claims.nouns.verbs import is_verb

_SIDES: tuple[Direction, ...] = ("up", "down")


@of_language
def _words(kind: str) -> dict[str, Direction]:
    table: Any = vocabulary("directions")
    return {word: side for side in _SIDES for word in table[side][kind]}


@of_language
def _class(name: str) -> frozenset[str]:
    return frozenset(vocabulary("directions")[name])


def read_direction(text: str, quantity: Span, dimension: Dimension = "count") -> Direction | None:
    """`up` or `down` where the quantity at `quantity` (number with unit and counted noun) is the size of a change.

    A level that was reached is none ("rose to 4%", "up to 5"), nor is what a verb acts on ("dropped 300 bombs").
    """
    if dimension == "multiple":
        side = _multiplied().get(quantity.of(text).split()[0].lower())
        if side is not None:
            return side
    left = words_left(text, quantity.start)[-24:]
    return _verb_side(text, left, quantity, dimension) or _noun_side(text, left, quantity, dimension)


def _verb_side(text: str, left: list[Word], quantity: Span, dimension: Dimension) -> Direction | None:
    i, by = len(left) - 1, False
    while i >= 0 and (left[i].low in _class("between") or left[i].raw in "~,$" or left[i].low in _class("by")):
        if left[i].low in _words("particles") and _particle_stands(left, i):
            return _words("particles")[left[i].low]
        by = by or left[i].low in _class("by")
        i -= 1
    if i >= 0:
        side = _moved(text, left[i].low, quantity, dimension, by)
        if side is not None and not _when(left, dimension):
            behind = left[i + 1].low if i + 1 < len(left) and left[i].low in _words("changes") else ""
            return _words("particles").get(behind, side)  # "edged down 3%"
    return _by_further_left(left, i, dimension) if by or _restates(left, i) else None


def _when(left: list[Word], dimension: Dimension) -> bool:
    """ "the biggest increase in 18 months", "fell in 12 towns": when and where, not by how much."""
    i = len(left) - 1
    while i >= 0 and left[i].low in _class("between") and left[i].low not in _class("in"):
        i -= 1
    return i >= 0 and left[i].low in _class("in") and dimension in ("duration", "count")


def _particle_stands(left: list[Word], i: int) -> bool:
    """ "was up", ", down" or a bare start, not "made up", "shot down", "up to"."""
    behind = [w.low for w in left[i + 1 : i + 3]]
    if behind and behind[0] in _class("level_follows") and " ".join(behind) not in _class("bounds"):
        return False
    return i == 0 or left[i - 1].is_sign or _is_being(left[i - 1])


def _is_being(word: Word) -> bool:
    """ "was", "closed"; "it's", "they're"."""
    return word.low in _class("being") or word.low[word.low.find("'") :] in _class("being")


def _moved(text: str, verb: str, quantity: Span, dimension: Dimension, by: bool) -> Direction | None:
    if verb in _words("moves"):
        return _words("moves")[verb]
    if verb not in _words("changes") or (verb in _class("only_by") and not by and dimension != "percentage"):
        return None
    measured = by or dimension in ("percentage", "money", "share") or _counts_points(text, quantity)
    measured = measured or (dimension == "physical" and verb in _class("losing"))
    return _words("changes")[verb] if measured else None


def _counts_points(text: str, quantity: Span) -> bool:
    words = quantity.of(text).lower().split()
    following = words_right(text, quantity.end, 24)[:1]
    return bool(_class("points").intersection(words)) or any(w.low in _class("points") for w in following)


def _restates(left: list[Word], i: int) -> bool:
    """The same change told again: "grew by 125,600 jobs, or 2.2 per cent"."""
    return i > 0 and left[i].low in _class("or") and any(w.is_digits for w in left[max(0, i - 6) : i])


def _by_further_left(left: list[Word], i: int, dimension: Dimension) -> Direction | None:
    """ "grow sales by 35 per cent", "Ross were down 2.3%, Burlington by 2.6%": the verb stands before its object.

    Not over another verb or clause: "arrests rose after raids by 300 officers".
    """
    for k in range(i, max(-1, i - 11), -1):
        word = left[k]
        side = _words("moves").get(word.low) or _words("changes").get(word.low) or _words("particles").get(word.low)
        if side is not None:
            return side
        if word.low in _class("ends_object") or (dimension == "count" and (word.is_sign or is_verb(left, k))):
            return None
    return None


def _noun_side(text: str, left: list[Word], quantity: Span, dimension: Dimension) -> Direction | None:
    """ "an increase of 60,600 jobs", "a 4.2 percent drop", "12% higher than"."""
    i = len(left) - 1
    while i >= 0 and left[i].low in _class("between") and left[i].low not in _class("of"):
        i -= 1
    if i >= 1 and left[i].low in _class("of") and left[i - 1].low in _words("nouns"):
        return _words("nouns")[left[i - 1].low]
    if dimension not in ("percentage", "share"):
        return None
    behind = words_right(text, quantity.end, 60)[:1]
    named = quantity.of(text).lower().split()[-1:] + [w.low for w in behind]
    for word in named:
        side = _words("nouns").get(word) or _after_percent().get(word)
        if side is not None:
            return side
    return None


@of_language
def _multiplied() -> dict[str, Direction]:
    """ "doubled" up, "halved" down."""
    table: Any = vocabulary("directions")["multiplied"]
    return {word: side for side in _SIDES for word in table[side]}


@of_language
def _after_percent() -> dict[str, Direction]:
    table: Any = vocabulary("directions")["after_percent"]
    return {word: side for side in _SIDES for word in table[side]}
