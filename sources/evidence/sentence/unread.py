"""The words of a figure's own part of a sentence of which nothing was read: no day, no place, no source, no number.

"AB counted 412 people in the alleys of Oldtown by 11 August" leaves "alleys"; "Port Olmo, 3 May 2024 – AB counted 412"
leaves nothing, and what another figure of the sentence counts is the other's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from claims.measures.actions import action_index
from claims.model import Span
from claims.quick_records import dataclass
from claims.text.phrases import Word, split_words, words_before, words_within
from sources.evidence.sentence.own_stretches import Setting, general_set, general_words, overlaps
from sources.evidence.shared_words import root
from sources.words import words

_COLON: Final = ":"
# the lists of general words that stand in what is counted itself and narrow nothing
_BESIDE: Final = ("everybody", "hedges", "colours", "worlds")
_NEAR: Final = 4


@dataclass(frozen=True, slots=True)
class Unread:
    """A word of which nothing was read: its normal form, and the root and the actions that it may be known by.

    `named`: it is written as a name.
    """

    norm: str
    roots: frozenset[str]
    named: bool = False


def unread_words(setting: Setting, start: int = 0) -> list[Unread]:
    """The words of the figure's own part from `start` on that are neither read nor general."""
    tokens = split_words(setting.sentence)
    acts = _actions_of(tokens)
    taken = (*setting.read, setting.number, *setting.others)
    own = [at for stretch in setting.own_stretches for at in words_within(tokens, stretch)]
    first = min((setting.number, *setting.others)).start
    return [
        Unread(
            tokens[at].norm,
            frozenset({root(tokens[at].norm)}) | acts.get(at, frozenset()),
            tokens[at].text[0].isupper(),
        )
        for at in own
        if tokens[at].span.start >= start
        and tokens[at].text[0].isalpha()
        and not overlaps(tokens[at], taken)
        and not _is_general(tokens, at, setting, taken)
        # what is done to those of the first figure is not done to the others: "killed 90 people and jailed 40"
        and not (at in acts and tokens[at].span.start < first < setting.number.start)
    ]


def own_text(setting: Setting) -> str:
    """The words that speak of the figure: without those of other figures and of clauses with a subject of their own."""
    return " … ".join(stretch.of(setting.sentence) for stretch in setting.own_stretches)


def behind_colon(setting: Setting) -> int:
    """Where the words behind the last colon before the figure begin; 0 where there is none."""
    return setting.sentence.rfind(_COLON, setting.clause.start, setting.number.start) + 1


def behind_telling(setting: Setting) -> int:
    """Where what is told begins, behind the last "says that" before the figure; 0 where nothing is told so.

    "Your caption says that AB counted 412": the caption is no word of what AB counts.
    """
    tokens = [each for each in split_words(setting.sentence) if each.span.end <= setting.number.start]
    known = words("sourcing")
    told = (
        two
        for one, two in pairwise(tokens)
        if two.norm in known["told_that"] and one.norm in known["telling"] and one.norm not in known["having"]
    )
    return max((each.span.end for each in told), default=0)


def is_step(setting: Setting) -> bool:
    """Whether "by" stands right before the number, which makes it the size of a change ("fell by 426")."""
    before = words_before(setting.sentence, setting.number.start)
    return bool(before) and before[-1].norm in general_set("steps")


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
    if norm in general_set("hinges"):
        return any(overlaps(each, taken) for each in tokens[at + 1 : at + _NEAR])
    if norm in general_set("emphasis") and at and overlaps(tokens[at - 1], taken):
        return True
    if norm in general_set("steps") and following is not None and following.span.start == setting.number.start:
        return False
    if setting.figure.contains(tokens[at].span):
        return norm in _plain()
    return norm in general_words()


@cache
def _plain() -> frozenset[str]:
    """The words that narrow nothing right beside what is counted, either."""
    told = words("general")
    return frozenset(words("sourcing")["empty"]).union(*(told[key] for key in _BESIDE))


def _may_date(token: Word, setting: Setting) -> bool:
    """Whether a word may stand in a line of place and day: a name, a day, "by the"."""
    plain = not token.text[0].isalpha() or token.text[0].isupper() or token.norm in general_words()
    return plain or overlaps(token, setting.read)
