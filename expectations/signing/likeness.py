"""Which entries of a list are one body under two spellings, in time that grows about linearly with the list.

Every entry is put into a few small blocks (its words, its acronym, its words less one …); only entries of one block are
looked at together, and a pair is called one body only for a reason an editor can see.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from claims.signers.bodies import Body, roots, word_set
from expectations.declaring import say
from expectations.model import Severity

RULE = "signatory-duplicate"
"""The rule whose messages these are."""
WIDEST_BLOCK = 40
"""In a larger block each entry meets only its neighbours in alphabetical order, so that time stays linear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two entries that look like one body: how sure that is, and why, in a phrase."""

    first: Body
    second: Body
    severity: Severity
    why: str


FEW = 100
"""Among so many, two people of one full name are rarer than a name set twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSense:
    """What the whole list tells about single words: how often each stands, and whether most entries are bodies; its
    `size` is the number of entries.
    """

    counts: Counter[str]
    edges: frozenset[str]
    mostly_bodies: bool
    places: frozenset[str]
    size: int = 0


def sense_of(bodies: Sequence[Body], places: Iterable[str] = ()) -> ListSense:
    """Read the list as a whole; `places` are place names the field's tables know, folded."""
    counts = Counter(word for body in bodies for word in dict.fromkeys(body.words))
    edges = [word for body in bodies for words in (*body.brackets, body.tail, *body.parts[1:]) for word in words]
    named = sum(1 for body in bodies if body.acronyms or word_set("body_words") & set(body.words))
    return ListSense(
        counts=counts,
        edges=frozenset(edges),
        mostly_bodies=named * 5 >= len(bodies) * 2,
        places=frozenset(places) | frozenset(roots()),
        size=len(bodies),
    )


def alike(bodies: Sequence[Body], sense: ListSense) -> list[Likeness]:
    """All pairs that look like one body, in the order of the list."""
    seen: dict[tuple[int, int], Likeness | None] = {}
    for a, b in _candidates(bodies):
        first, second = (a, b) if a.position <= b.position else (b, a)
        key = (first.position, second.position)
        if key[0] != key[1] and key not in seen:
            seen[key] = judge(first, second, sense)
    return [likeness for _, likeness in sorted(seen.items()) if likeness is not None]


def _candidates(bodies: Sequence[Body]) -> Iterator[tuple[Body, Body]]:
    blocks: dict[tuple[str, ...], list[Body]] = defaultdict(list)
    for body in bodies:
        for key in _keys(body):
            blocks[key].append(body)
    for block in blocks.values():
        if len(block) <= WIDEST_BLOCK:
            yield from combinations(block, 2)
        else:
            block.sort(key=lambda body: body.words)
            yield from pairwise(block)


def _keys(body: Body) -> Iterator[tuple[str, ...]]:
    """The blocks a body belongs to; each name gives some dozens, each of a few letters' work."""
    if not body.words:
        return
    yield ("name", "".join(body.words))
    yield ("words", *sorted(_rooted(body.words)))
    for acronym in body.acronyms:
        yield ("acronym", acronym)
    for words in (*body.brackets, body.parts[-1]):
        if len(words) > 1:
            yield ("name", "".join(words))
    yield from _typo_keys(body.words)


def _typo_keys(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A key for every long word less one letter beside the other words: two names one slip apart share one."""
    if not 3 <= len(words) <= 10:
        return
    for place, word in enumerate(words):
        if len(word) >= 6 and word.isascii():
            others = "".join((*words[:place], " ", *words[place + 1 :]))
            yield ("slip", others, word)
            for cut in range(len(word)):
                yield ("slip", others, word[:cut] + word[cut + 1 :])


def _rooted(words: Iterable[str]) -> list[str]:
    return [roots().get(word, word) for word in words]


def is_person(body: Body, sense: ListSense) -> bool:
    """Whether an entry may be a person: two people may share a name, two bodies hardly."""
    group = set((body.entry.group or "").casefold().replace(",", " ").split())
    if body.titled or group & word_set("people_groups"):
        return True
    named = bool(body.acronyms) or bool(word_set("body_words") & set(body.words))
    return not named and not sense.mostly_bodies and 2 <= len(body.words) <= 4


def judge(a: Body, b: Body, sense: ListSense) -> Likeness | None:
    """Whether two entries are one body; `None` where any reading keeps them apart."""
    if is_person(a, sense) or is_person(b, sense):
        return _same_person(a, b, sense)
    if _translated(a, b) or _translated(b, a):
        return _pair(a, b, "warning", "translated")
    described = _qualifiers(a, b)
    return None if described is None else _judge_names(a, b, sense, described=described)


def _judge_names(a: Body, b: Body, sense: ListSense, *, described: bool) -> Likeness | None:
    if "".join(a.words) == "".join(b.words):
        return _same_words(a, b, described=described)
    if _leads(a, b, sense) or _leads(b, a, sense):
        return _pair(a, b, "warning", "led")
    return None if described else _same_acronym(a, b) or _reordered(a, b) or _slip(a, b, sense)


def _pair(a: Body, b: Body, severity: Severity, why: str, **values: str) -> Likeness:
    """Two entries that are alike for the reason `why`, a message of the rule."""
    return Likeness(first=a, second=b, severity=severity, why=say(RULE, why, **values))


def _same_person(a: Body, b: Body, sense: ListSense) -> Likeness | None:
    if a.words != b.words:
        return None
    if (a.brackets or a.tail) and (a.brackets, a.tail) == (b.brackets, b.tail):
        return _pair(a, b, "warning", "same_affiliation")
    bare = not (a.brackets or a.tail or b.brackets or b.tail)
    if bare and sense.size <= FEW and len(a.words) > 1 and all(len(word) > 1 for word in a.words):
        return _pair(a, b, "warning", "exact")
    return _pair(a, b, "info", "two_people")


def _foreign(words: tuple[str, ...]) -> bool:
    return not any(word.isascii() for word in words)


def _qualifiers(a: Body, b: Body) -> bool | None:
    """`None`: the entries name different places or branches; True: only one of them describes itself in brackets."""
    if a.tail != b.tail:
        return None  # "…, Magway" and "…, Nagphe"; "…, Magway" and the body without a place
    ours = {words for words in a.brackets if not _foreign(words)}
    theirs = {words for words in b.brackets if not _foreign(words)}
    if ours == theirs:
        return False
    if ours and theirs:
        return None
    # "(Mandalay)", "(South Africa)" are places; "(Voice of the Women of the Coast)" is a translation or a description.
    return True if all(len(words) >= 3 for words in ours | theirs) else None


def _same_words(a: Body, b: Body, *, described: bool) -> Likeness:
    if a.acronyms and b.acronyms and not set(a.acronyms) & set(b.acronyms):
        return _pair(a, b, "info", "two_acronyms")
    if described:
        return _pair(a, b, "info", "described")
    exact = a.entry.name.strip() == b.entry.name.strip()
    return _pair(a, b, "warning", "exact" if exact else "spelling")


def _translated(a: Body, b: Body) -> bool:
    """Whether `a` stands in brackets behind `b`, and nothing else tells them apart."""
    other = {words for words in b.brackets if words != a.words}
    if a.words not in b.brackets or len(a.words) < 2 or a.tail != b.tail:
        return False
    return not other and set(a.brackets) <= {b.words}


def _leads(a: Body, b: Body, sense: ListSense) -> bool:
    """ "Tramavozes - Collective of Community Media" beside "Collective of Community Media": a short name put before."""
    if len(b.parts) != 2 or b.parts[1] != a.words or len(a.words) < 3 or len(b.parts[0]) != 1:
        return False
    lead = b.parts[0][0]
    kept_apart = lead in word_set("branch_words") or lead in word_set("body_words") or lead in sense.places
    # A first word that other entries name in brackets or last ("… (Mandalay)") is a place, and the entry a branch.
    return not kept_apart and lead not in sense.edges and sense.counts[lead] == 1


def _same_acronym(a: Body, b: Body) -> Likeness | None:
    shared = [acronym for acronym in a.acronyms if acronym in b.acronyms and len(acronym) >= 3]
    if not shared or not _near(a.words, b.words):
        return None
    return _pair(a, b, "warning", "acronym", acronym=shared[0].upper())


def _near(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether every word of one has its like in the other; words such as "network" may be missing, places may not."""
    from rapidfuzz import fuzz

    left, right = Counter(_rooted(ours)), Counter(_rooted(theirs))
    alone, unmatched = sorted((left - right).elements()), sorted((right - left).elements())
    common = sum((left & right).values())
    for word in list(alone):
        like = [other for other in unmatched if fuzz.ratio(word, other, score_cutoff=80) and _slip_of(word, other)]
        if len(like) == 1:
            alone.remove(word)
            unmatched.remove(like[0])
    spare = word_set("body_words") - word_set("branch_words")
    return common >= 2 and len(alone) + len(unmatched) <= 1 and all(word in spare for word in alone + unmatched)


def _reordered(a: Body, b: Body) -> Likeness | None:
    if (a.acronyms and b.acronyms) or sorted(_rooted(a.words)) != sorted(_rooted(b.words)):
        return None
    long_enough = len(a.words) >= 4
    why = "order" if sorted(a.words) == sorted(b.words) else "one_form"
    return _pair(a, b, "warning" if long_enough else "info", why)


def _slip_of(one: str, other: str) -> bool:
    """One letter apart (two in words of ten letters), in words long enough for that to be a slip."""
    from rapidfuzz.distance import OSA

    if min(len(one), len(other)) < 6 or one[0] != other[0]:
        return False
    allowed = 2 if min(len(one), len(other)) >= 10 else 1
    return bool(OSA.distance(one, other, score_cutoff=allowed) <= allowed)


def _slip(a: Body, b: Body, sense: ListSense) -> Likeness | None:
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
    return _pair(a, b, "warning", "one_letter") if usual and once else None
