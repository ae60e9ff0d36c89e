"""How a name, or what stands for one, stands in its sentence: as the source of a figure, and on which side of it.

A body that counts is a source wherever it is the subject of a sentence ("AB saw 400 leave"), unless it is told to act
or to be acted upon ("AB fed 400", "AB schools were hit", "unlike AB", "we ask AB").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from claims.language.words import of_language
from claims.text.phrases import Word
from sources.words import words_in_force

Side = Literal["before", "behind"]
"""Where the figure of a source stands: "before" it ("40, says AB"), or "behind" ("AB says that 40")."""

_REACH_AFTER, _REACH_BEFORE = 6, 3
_ASIDE = 10
_NEAR = 2
_STOPS: Final = ".;:()"


def stands_as_source(tokens: Sequence[Word], first: int, last: int, *, counts: bool = True) -> bool:
    """Whether a name tells: with its own list, a word of telling, behind "by", in brackets.

    `counts`: it is the name of a body that counts, which tells as whoever does anything.
    """
    if is_set_aside(tokens, first) or _is_denied(tokens, last):
        return False
    behind = behind_aside(tokens, last)
    after = _to_stop([token.norm for token in tokens[behind : behind + _REACH_AFTER]])
    before = [token.norm for token in tokens[max(0, first - _REACH_BEFORE) : first]]
    if after[:1] == ["'s"] or before[-1:] == ["("]:
        return True
    if signs("registers") & set(before) and before[-1:] and before[-1] in signs("of", "links"):
        return True
    if signs("telling") & {*after, *before} or signs("before_source") & set(before):
        return True
    return counts and (is_subject(tokens, first, last) or _is_gapped(tokens, first, last))


def side_of(tokens: Sequence[Word], first: int, last: int) -> Side | None:
    """On which side of a source its figure stands; `None` where it may be either."""
    before = [token.norm for token in tokens[max(0, first - _REACH_BEFORE) : first]]
    opens = all(not token.is_word or token.norm in signs("empty", "before_source") for token in tokens[:first])
    led = bool(signs("before_source") & set(before)) or before[-1:] == ["("] or _is_inverted(before)
    if led:
        return "behind" if opens else "before"
    return "behind" if is_subject(tokens, first, last) or _tells_right_behind(tokens, last) else None


def is_subject(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Whether a verb follows a name that opens its clause, and none of acting ("AB adds", "AB had, for 2020,")."""
    verb = verb_behind(tokens, last)
    if verb is None or not opens_clause(tokens, first):
        return False
    norm = tokens[verb].norm
    if norm in signs("acting", "belongings"):
        return False
    # "AB schools were hit": what ends like a verb is a noun where the verb follows
    following = tokens[verb + 1].norm if verb + 1 < len(tokens) else ""
    return norm in signs("past") or not (following in signs("being", "having") and norm.endswith("s"))


def _is_gapped(tokens: Sequence[Word], first: int, last: int) -> bool:
    """ "AB counted 40 killed, and CD 3,000 displaced": the verb stands with the name before."""
    number = last < len(tokens) and tokens[last].text[0].isdigit()
    if not number or first == 0 or not opens_clause(tokens, first):
        return False
    telling = signs("telling", "past")
    return any(token.norm in telling for token in tokens[:first])


def verb_behind(tokens: Sequence[Word], last: int) -> int | None:
    """The word behind a name, its asides and adverbs that may be its verb."""
    at = behind_aside(tokens, last)
    while at < len(tokens) and tokens[at].norm in signs("between", "itself"):
        at += 1
    if at >= len(tokens) or not tokens[at].is_word or not tokens[at].text[0].islower():
        return None
    norm = tokens[at].norm
    finite = norm in signs("past", "having", "being", "telling")
    ends = norm.endswith(tuple(signs("finite_ends"))) and norm not in signs("empty") - signs("having")
    return at if finite or ends else None


def opens_clause(tokens: Sequence[Word], first: int) -> bool:
    """Whether a name stands at the head of a clause: behind a mark, a word that heads one, or what only tells when."""
    at = first - 1
    while at >= 0 and tokens[at].norm in signs("before_name"):
        at -= 1
    if at >= 0 and (tokens[at].text[0].isdigit() or tokens[at].norm in signs("dating")):
        return True
    return at < 0 or not tokens[at].is_word or tokens[at].norm in signs("clause_heads", "turns")


def is_set_aside(tokens: Sequence[Word], first: int) -> bool:
    """Whether a name is only what somebody differs from or turns to ("unlike AB", "we ask AB")."""
    before = [token.norm for token in tokens[max(0, first - _NEAR) : first]]
    return bool(before) and bool(signs("set_aside") & set(before))


def _is_denied(tokens: Sequence[Word], last: int) -> bool:
    """Whether a name's verb is denied ("AB does not count them"); "not only" denies nothing."""
    after = [token.norm for token in tokens[last : last + _REACH_BEFORE]]
    at = next((at for at, norm in enumerate(after) if norm in signs("denying")), None)
    following = tokens[last + at + 1].norm if at is not None and last + at + 1 < len(tokens) else ""
    return at is not None and all(norm[0].isalpha() for norm in after[:at]) and following not in signs("only")


def behind_aside(tokens: Sequence[Word], last: int) -> int:
    """Where a name's verb is looked for: behind "itself" and an aside between commas ("AB, on 3 May, had put")."""
    while last < len(tokens) and tokens[last].norm in signs("itself"):
        last += 1
    if last >= len(tokens) or tokens[last].norm != ",":
        return last
    closing = (at for at in range(last + 1, min(last + _ASIDE, len(tokens))) if tokens[at].norm == ",")
    return next(closing, last - 1) + 1


def _is_inverted(before: Sequence[str]) -> bool:
    """ "Says AB": a verb of telling right before the name."""
    told = [norm for norm in before if norm not in signs("links")]
    return bool(told) and told[-1] in signs("telling") - signs("having")


def _tells_right_behind(tokens: Sequence[Word], last: int) -> bool:
    behind = behind_aside(tokens, last)
    after = _to_stop([token.norm for token in tokens[behind : behind + _REACH_AFTER]])
    return bool(signs("telling") & set(after)) or after[:1] == ["'s"]


def _to_stop(norms: Sequence[str]) -> Sequence[str]:
    stop = next((at for at, norm in enumerate(norms) if norm in _STOPS), len(norms))
    return norms[:stop]


@of_language(maxsize=128)
def signs(*keys: str) -> frozenset[str]:
    """The words of one list or more of how sources are told."""
    return frozenset().union(*(words_in_force("sourcing", key) for key in keys))


@of_language
def heads() -> Mapping[str, str]:
    """Who speaks for a body, and what it is called: "minister" for a ministry."""
    told: Mapping[str, str] = words_in_force("sourcing", "heads")
    return told
