"""The words of a figure's own part of a sentence of which nothing was read: no day, no place, no source, no number.

"AB counted 412 people in the alleys of Oldtown by 11 August" leaves "alleys"; "Port Olmo, 3 May 2024 – AB counted 412"
leaves nothing, and what another figure of the sentence counts is the other's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from claims.measures.actions import action_index
from claims.model import Span
from claims.text.phrases import Word, split_words, words_within
from sources.evidence.shared_words import root
from sources.words import words

_DASHES: Final = ("–", "—", "-")
_COLON: Final = ":"
# the lists of general words that stand in what is counted itself and narrow nothing
_BESIDE: Final = ("everybody", "hedges", "colours", "worlds")
_REACH: Final = 5
_NEAR: Final = 4
# the lists of general words that part or turn what a sentence says, and are not general themselves
_PARTING: Final = (
    "subjects",
    "joins",
    "separators",
    "hinges",
    "steps",
    "changes",
    "going_on",
    "takes_up",
    "synonyms",
    "demonyms",
    "emphasis",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a figure stands in `sentence`; all spans are of it.

    `clause`: the part that no turn ("but") parts from the figure; `number`: its digits or number words; `figure`: the
    number with what it counts ("40 public executions"); `others`: the sentence's other figures; `read`: what was read
    of it besides: days, places, sources, events, hedges.
    """

    sentence: str
    clause: Span
    number: Span
    figure: Span
    others: tuple[Span, ...]
    read: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A word of which nothing was read: its normal form, and the root and the actions that it may be known by."""

    norm: str
    roots: frozenset[str]


def unread_words(setting: Setting, start: int = 0) -> list[Unread]:
    """The words of the figure's own part from `start` on that are neither read nor general."""
    tokens = split_words(setting.sentence)
    acts = _actions_of(tokens)
    taken = (*setting.read, setting.number, *setting.others)
    own = [at for stretch in _own_stretches(setting, tokens) for at in words_within(tokens, stretch)]
    first = min((setting.number, *setting.others)).start
    return [
        Unread(tokens[at].norm, frozenset({root(tokens[at].norm)}) | acts.get(at, frozenset()))
        for at in own
        if tokens[at].span.start >= start
        and tokens[at].text[0].isalpha()
        and not _overlaps(tokens[at], taken)
        and not _is_general(tokens, at, setting, taken)
        # what is done to those of the first figure is not done to the others: "killed 90 people and jailed 40"
        and not (at in acts and tokens[at].span.start < first < setting.number.start)
    ]


def own_text(setting: Setting) -> str:
    """The words that speak of the figure: without those of other figures and of clauses with a subject of their own."""
    tokens = split_words(setting.sentence)
    return " … ".join(stretch.of(setting.sentence) for stretch in _own_stretches(setting, tokens))


def behind_colon(setting: Setting) -> int:
    """Where the words behind the last colon before the figure begin; 0 where there is none."""
    return setting.sentence.rfind(_COLON, setting.clause.start, setting.number.start) + 1


def is_step(setting: Setting) -> bool:
    """Whether "by" stands right before the number, which makes it the size of a change ("fell by 426")."""
    before = split_words(setting.sentence[: setting.number.start])
    return bool(before) and before[-1].norm in _set("steps")


def _actions_of(tokens: Sequence[Word]) -> dict[int, frozenset[str]]:
    """The actions that each word helps to tell ("«kill»"), by its index."""
    return {
        at: frozenset(f"«{action.family}»" for action in hit.payloads)
        for hit in action_index().find(tokens)
        for at in range(hit.first, hit.last)
    }


def _is_general(tokens: Sequence[Word], at: int, setting: Setting, taken: Sequence[Span]) -> bool:
    """Whether a word takes nothing away; "before" and the like only where what they stand before was read.

    "By" right before the number makes it the size of a change; and "experts" who tell a figure are not "40 experts".
    """
    norm = tokens[at].norm
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if norm in _set("hinges"):
        return any(_overlaps(each, taken) for each in tokens[at + 1 : at + _NEAR])
    if norm in _set("emphasis") and at and _overlaps(tokens[at - 1], taken):
        return True
    if norm in _set("steps") and following is not None and following.span.start == setting.number.start:
        return False
    if setting.figure.contains(tokens[at].span):
        return norm in _plain()
    return norm in _general()


@cache
def _general() -> frozenset[str]:
    sourcing, told = words("sourcing"), words("general")
    lists = ("empty", "telling", "saying", "having", "announcing", "before_source", "ourselves", "up_to", "turns")
    own = (told[key] for key in told if key not in _PARTING)
    return frozenset().union(*own, *(sourcing[key] for key in lists)) - _set("hinges")


@cache
def _plain() -> frozenset[str]:
    """The words that narrow nothing right beside what is counted, either."""
    told = words("general")
    return frozenset(words("sourcing")["empty"]).union(*(told[key] for key in _BESIDE))


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(words("general")[key])


def _own_stretches(setting: Setting, tokens: Sequence[Word]) -> Iterator[Span]:
    """What speaks of the figure: what stands before the first figure, and its own part up to the other figures."""
    figures = sorted((setting.number, *setting.others))
    left, right = setting.clause.start, setting.clause.end
    for one, other in pairwise(figures):
        edge = _edge(tokens, one, other)
        left = edge if other.start <= setting.number.start else left
        right = min(right, edge) if one.start >= setting.number.start else right
    head = _behind_dateline(setting, tokens)
    first = min(figures[0].start, left)
    if head < first:
        yield Span(head, first)
    yield Span(max(left, head), _before_new_clause(tokens, setting.number, right))


def _edge(tokens: Sequence[Word], one: Span, other: Span) -> int:
    """Where the words of one figure end and those of the next begin: at the last word or mark that parts them."""
    between = [token for token in tokens if one.end <= token.span.start and token.span.end <= other.start]
    return next((each.span.start for each in reversed(between) if each.norm in _set("separators")), other.start)


def _behind_dateline(setting: Setting, tokens: Sequence[Word]) -> int:
    """The end of a place and day before a dash, that open a letter; else where the clause starts."""
    for at, token in enumerate(tokens):
        if token.span.start >= setting.number.start:
            break
        if token.text in _DASHES:
            before = (each for each in tokens[:at] if each.text[0].isalpha())
            dated = all(
                each.text[0].isupper() or each.norm in _general() or _overlaps(each, setting.read) for each in before
            )
            return token.span.end if dated and at else setting.clause.start
    return setting.clause.start


def _may_date(token: Word, setting: Setting) -> bool:
    """Whether a word may stand in a line of place and day: a name, a day, "by the"."""
    plain = not token.text[0].isalpha() or token.text[0].isupper() or token.norm in _general()
    return plain or _overlaps(token, setting.read)


def _overlaps(token: Word, spans: Sequence[Span]) -> bool:
    return any(span.overlaps(token.span) for span in spans)


def _before_new_clause(tokens: Sequence[Word], number: Span, right: int) -> int:
    """The end of a figure's words where a clause of another subject follows (", and nobody has answered")."""
    commas = (at for at, token in enumerate(tokens) if token.norm in (",", ";"))
    behind = (at for at in commas if number.end <= tokens[at].span.start < right)
    opening = (at for at in behind if _opens_clause(tokens[at + 1 : at + _REACH]))
    return next((tokens[at].span.start for at in opening), right)


def _opens_clause(following: Sequence[Word]) -> bool:
    """Whether words behind a comma open a clause of its own subject, or speak of what was counted as "such"."""
    told = [each.norm for each in following]
    joined = len(told) > 1 and told[0] in _set("joins") and told[1] in _set("subjects")
    return joined or any(
        one.endswith(tuple(_set("going_on"))) and other in _set("takes_up") for one, other in pairwise(told)
    )
