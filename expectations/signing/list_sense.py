"""What a whole list tells about its entries and their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.quick_records import dataclass
from claims.signers.bodies import Body, roots, word_set

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


def is_person(body: Body, sense: ListSense) -> bool:
    """Whether an entry may be a person: two people may share a name, two bodies hardly."""
    group = set((body.entry.group or "").casefold().replace(",", " ").split())
    if body.titled or group & word_set("people_groups"):
        return True
    named = bool(body.acronyms) or bool(word_set("body_words") & set(body.words))
    return not named and not sense.mostly_bodies and 2 <= len(body.words) <= 4
