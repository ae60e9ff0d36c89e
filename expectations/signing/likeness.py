"""Which entries of a list are one body under two spellings, in time that grows about linearly with the list.

Every entry is put into a few small blocks (its words, its acronym, its words less one …); only entries of one block are
looked at together, and a pair is called one body only for a reason an editor can see.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.signers.bodies import Body, word_set
from expectations.signing.like_blocks import candidates
from expectations.signing.list_sense import FEW, ListSense, is_person
from expectations.signing.near_names import Likeness, pair, reordered, same_acronym, slip


def alike(bodies: Sequence[Body], sense: ListSense) -> list[Likeness]:
    """All pairs that look like one body, in the order of the list."""
    seen: dict[tuple[int, int], Likeness | None] = {}
    for a, b in candidates(bodies):
        first, second = (a, b) if a.position <= b.position else (b, a)
        key = (first.position, second.position)
        if key[0] != key[1] and key not in seen:
            seen[key] = judge(first, second, sense)
    return [likeness for _, likeness in sorted(seen.items()) if likeness is not None]


def judge(a: Body, b: Body, sense: ListSense) -> Likeness | None:
    """Whether two entries are one body; `None` where any reading keeps them apart."""
    if is_person(a, sense) or is_person(b, sense):
        return _same_person(a, b, sense)
    if _translated(a, b) or _translated(b, a):
        return pair(a, b, "warning", "translated")
    described = _qualifiers(a, b)
    return None if described is None else _judge_names(a, b, sense, described=described)


def _judge_names(a: Body, b: Body, sense: ListSense, *, described: bool) -> Likeness | None:
    if "".join(a.words) == "".join(b.words):
        return _same_words(a, b, described=described)
    if _leads(a, b, sense) or _leads(b, a, sense):
        return pair(a, b, "warning", "led")
    return None if described else same_acronym(a, b) or reordered(a, b) or slip(a, b, sense)


def _same_person(a: Body, b: Body, sense: ListSense) -> Likeness | None:
    if a.words != b.words:
        return None
    if (a.brackets or a.tail) and (a.brackets, a.tail) == (b.brackets, b.tail):
        return pair(a, b, "warning", "same_affiliation")
    bare = not (a.brackets or a.tail or b.brackets or b.tail)
    if bare and sense.size <= FEW and len(a.words) > 1 and all(len(word) > 1 for word in a.words):
        return pair(a, b, "warning", "exact")
    return pair(a, b, "info", "two_people")


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
        return pair(a, b, "info", "two_acronyms")
    if described:
        return pair(a, b, "info", "described")
    exact = a.entry.name.strip() == b.entry.name.strip()
    return pair(a, b, "warning", "exact" if exact else "spelling")


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
