"""Words that set a figure in a narrower place than any that the table knows: it is then a part of the known one's.

"In Upper Olmo 64 people were killed since the war in Borland began": 64 are of Upper Olmo, wherever that lies, and no
count of Borland refutes them. Neither does it refute those of "the north of Borland", "the capital" or "two villages".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from claims.model import Span
from claims.places.gazetteer import gazetteer
from claims.places.unlisted_places import unlisted
from claims.text.phrases import Word, norms, split_words, words_within
from sources.lookup.table_index import Index
from sources.words import words

_REACH = 4
_END = attrgetter("end")


def narrower_places(sentence: str, stretch: Span, figure: Span, index: Index) -> tuple[str, ...]:
    """The words, in normal form, that narrow the place within `stretch`; nothing of a place that the table knows."""
    names = gazetteer(index.places)
    known = [mention.span for mention in names.mentions(sentence)]
    tokens = split_words(sentence)
    own = [at for at in words_within(tokens, stretch) if not any(span.overlaps(tokens[at].span) for span in known)]
    strange = {
        token.norm
        for mention in unlisted(names, sentence)
        if mention.span.overlaps(stretch)
        for token in split_words(mention.span.of(sentence))
    }
    behind = words_within(tokens, figure).stop
    told = (
        tokens[at].norm
        for at in own
        if _is_part(tokens, at, known) or _has_kind(tokens, at, own) or _whose(tokens, at, behind)
    )
    return tuple(dict.fromkeys([*sorted(strange), *told]))


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(words("localities")[key])


def _is_part(tokens: Sequence[Word], at: int, known: Sequence[Span]) -> bool:
    """ "in the capital", "in two villages", "in the north of Borland", "Upper Borland"."""
    norm = tokens[at].norm
    if (
        norm in _set("sides")
        and at + 1 < len(tokens)
        and any(span.start == tokens[at + 1].span.start for span in known)
    ):
        return True
    return norm in _set("sides") | _set("kinds") | _set("parts") and _behind_where(tokens, at)


def _behind_where(tokens: Sequence[Word], at: int) -> bool:
    """Whether "in" or the like stands before, with nothing but a few words without a capital between."""
    for before in reversed(tokens[max(0, at - _REACH) : at]):
        if before.norm in _set("wholes"):
            return False
        if before.norm in _set("where"):
            return True
        if not before.is_word or (before.text[0].isupper() and before.norm not in _set("sides")):
            return False
    return False


def _has_kind(tokens: Sequence[Word], at: int, own: Sequence[int]) -> bool:
    """ "Olmo Province has lost", "the Olmo district": a name that nobody knows before the kind of a place."""
    if tokens[at].norm not in _set("kinds") | _set("named") or at - 1 not in own:
        return False
    return at > 1 and _is_name(tokens[at - 1]) or (at == 1 and tokens[at].text[:1].isupper() and _is_name(tokens[0]))


def _whose(tokens: Sequence[Word], at: int, behind: int) -> bool:
    """ "64 villagers of Olmo": whence those are that are counted."""
    return at == behind + 1 and tokens[behind].norm in _set("whence") and _is_name(tokens[at])


def _is_name(token: Word) -> bool:
    name = token.is_word and token.text[:1].isupper() and not token.text.isupper()
    return name and token.norm not in _set("no_names")


def left_of(sentence: str, figure: Span, others: Sequence[Span]) -> int:
    """Where the words that may tell the place of a figure begin: behind the figure before it, if that counts no places.

    "In two villages 64 people were killed": two is no rival, it tells where.
    """
    places = _set("kinds") | _set("parts")
    before = sorted((other for other in others if other.end <= figure.start), key=_END, reverse=True)
    return next((other.end for other in before if places.isdisjoint(norms(other.of(sentence)))), 0)
