"""Words by which a figure is made a part of something, or told as feared: a group, a manner, \"of them\", \"will\"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from claims.language.words import of_language
from claims.model import Span
from claims.text.phrases import Word, split_words, words_in, words_within
from sources.evidence.shared_words import roots_of
from sources.words import words

_LEAST_SAID = 1
_ABLE_REACH = 4


def taken_up(sentence: str, part: Span) -> Span:
    """A figure's own part, with what stands before where it only takes that up ("157 of them minors", "3 in 2022")."""
    back = takes_up(sentence, part)
    return Span(0, part.end) if back or len(roots_of(part.of(sentence))) < _LEAST_SAID else part


def takes_up(sentence: str, part: Span) -> bool:
    """Whether a stretch takes up what was counted before ("157 of them")."""
    return has_phrase(part.of(sentence), "back")


def has_phrase(text: str, key: str) -> bool:
    """Whether one of the phrases of a list stands in a text."""
    told = spoken(text)
    return any(f" {phrase} " in told for phrase in words("sourcing")[key])


@of_language(maxsize=64)
def spoken(text: str) -> str:
    """The words and marks of a text in normal form, a blank around each: what a phrase is looked for in."""
    return f" {' '.join([token.norm for token in split_words(text)])} "


def is_supposed(own: str) -> bool:
    """Whether a word of foretelling stands in a figure's own words, a month's name aside ("in May")."""
    supposing = _supposing()
    if words_in(own).isdisjoint(supposing):
        return False
    tokens = split_words(own)
    return any(
        token.norm in supposing
        and token.text[0].islower()
        and not (_is_able(tokens, at) or _is_in_clause_of_time(tokens, at))
        for at, token in enumerate(tokens)
    )


@cache
def _supposing() -> frozenset[str]:
    return frozenset(words("sourcing")["supposed"])


def _is_able(tokens: Sequence[Word], at: int) -> bool:
    """ "Could confirm 40", "could be verified": what was ascertained is not feared."""
    known = words("sourcing")
    after = (token.norm for token in tokens[at + 1 : at + 1 + _ABLE_REACH])
    verb = next((norm for norm in after if norm not in known["empty"]), None)
    return tokens[at].norm in known["able"] and verb in known["ascertained"]


def _is_in_clause_of_time(tokens: Sequence[Word], at: int) -> bool:
    """ "When rescuers could dig at last, AB reported 412": no figure is foretold by the clause before a comma."""
    before = reversed([token.norm for token in tokens[:at]])
    opened = any(norm in words("sourcing")["when"] for norm in takewhile(lambda norm: norm != ",", before))
    return opened and any(token.norm == "," for token in tokens[at:])


def parts_told(sentence: str, part: Span, *kinds: str) -> tuple[str, ...]:
    """The words beside a figure that narrow what is counted: a group, an instrument, a manner, a penalty.

    A group behind "by" does it and is not counted: "hauled off by the soldiers"; and "alone" behind a year stresses it.
    """
    narrow = _narrowing(*kinds)
    if words_in(sentence).isdisjoint(narrow):
        return ()
    known, tokens = words("narrowings"), split_words(sentence)
    return tuple(
        tokens[at].norm
        for at in words_within(tokens, part)
        if tokens[at].norm in narrow and not (tokens[at].norm in known["groups"] and _does(tokens, at))
        if not (tokens[at].norm in known["parts"] and _is_behind_year(tokens, at))
    )


def _is_behind_year(tokens: Sequence[Word], at: int) -> bool:
    """Whether a year of no month or day stands right before a word ("in 2023 alone")."""
    before = {*words("sourcing")["where"], *words("sourcing")["of"]}
    return at > 1 and tokens[at - 1].text.isdigit() and tokens[at - 2].norm in before


@cache
def _narrowing(*kinds: str) -> frozenset[str]:
    """The narrowing words of the kinds, of all if none is named."""
    known = words("narrowings")
    return frozenset(word for kind in kinds or known for word in known[kind])


def _does(tokens: Sequence[Word], at: int) -> bool:
    """Whether "by" stands before a word, an article and a qualifier at most between."""
    return bool(set(words("sourcing")["doers"]) & {token.norm for token in tokens[max(0, at - 3) : at]})
