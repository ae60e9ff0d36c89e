"""Two names that are one but for a slip, an order of words or one word, and the reason an editor is told."""

from __future__ import annotations

from collections import Counter

from claims.quick_records import dataclass
from claims.signers.bodies import Body, word_set
from expectations.declaring import say
from expectations.model import Severity
from expectations.signing.like_blocks import rooted
from expectations.signing.list_sense import ListSense

RULE = "signatory-duplicate"
"""The rule whose messages these are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two entries that look like one body: how sure that is, and why, in a phrase."""

    first: Body
    second: Body
    severity: Severity
    why: str


def pair(a: Body, b: Body, severity: Severity, why: str, **values: str) -> Likeness:
    """Two entries that are alike for the reason `why`, a message of the rule."""
    return Likeness(first=a, second=b, severity=severity, why=say(RULE, why, **values))


def same_acronym(a: Body, b: Body) -> Likeness | None:
    shared = [acronym for acronym in a.acronyms if acronym in b.acronyms and len(acronym) >= 3]
    if not shared or not _near(a.words, b.words):
        return None
    return pair(a, b, "warning", "acronym", acronym=shared[0].upper())


def _near(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether every word of one has its like in the other; words such as "network" may be missing, places may not."""
    left, right = Counter(rooted(ours)), Counter(rooted(theirs))
    alone, unmatched = sorted((left - right).elements()), sorted((right - left).elements())
    common = sum((left & right).values())
    for word in list(alone):
        like = [other for other in unmatched if _slip_of(word, other) and _most_alike(word, other)]
        if len(like) == 1:
            alone.remove(word)
            unmatched.remove(like[0])
    spare = word_set("body_words") - word_set("branch_words")
    return common >= 2 and len(alone) + len(unmatched) <= 1 and all(word in spare for word in alone + unmatched)


def reordered(a: Body, b: Body) -> Likeness | None:
    if (a.acronyms and b.acronyms) or sorted(rooted(a.words)) != sorted(rooted(b.words)):
        return None
    long_enough = len(a.words) >= 4
    why = "order" if sorted(a.words) == sorted(b.words) else "one_form"
    return pair(a, b, "warning" if long_enough else "info", why)


def _slip_of(one: str, other: str) -> bool:
    """One letter apart (two in words of ten letters), in words long enough for that to be a slip."""
    shorter, longer = sorted((len(one), len(other)))
    allowed = 2 if shorter >= 10 else 1
    if shorter < 6 or one[0] != other[0] or longer - shorter > allowed or _letters_apart(one, other) > 2 * allowed:
        return False
    # four megabytes and a fiftieth of a start, that most letters need not
    from rapidfuzz.distance import OSA

    return bool(OSA.distance(one, other, score_cutoff=allowed) <= allowed)


def _letters_apart(one: str, other: str) -> int:
    """How many letters one has that the other has not: a slip changes at most two of them."""
    ours, theirs = Counter(one), Counter(other)
    return (ours - theirs).total() + (theirs - ours).total()


def _most_alike(one: str, other: str) -> bool:
    """Whether four fifths of the letters are the same, in order."""
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(one, other, score_cutoff=80))


def slip(a: Body, b: Body, sense: ListSense) -> Likeness | None:
    if len(a.words) != len(b.words) or len(a.words) < 3 or (a.acronyms and b.acronyms):
        return None
    odd = [(one, other) for one, other in zip(a.words, b.words, strict=True) if one != other]
    if len(odd) != 1 or not _slip_of(*odd[0]):
        return None
    if any(word in sense.places or word in word_set("branch_words") - word_set("body_words") for word in odd[0]):
        return None
    # "Fundation" once beside a "foundation" that many entries have is a slip; two rare words may be two places.
    usual = any(word in word_set("body_words") or sense.counts[word] >= 3 for word in odd[0])
    once = any(sense.counts[word] == 1 for word in odd[0])
    return pair(a, b, "warning", "one_letter") if usual and once else None
