"""The ways a measure is told: by the topics that its row names, or, where it names none, by those of its surface forms.

A surface form is taken apart into the topics it holds and the words that no topic knows; such a word is a topic of its
own, known by its root ("evicted", "evictions"). So a field that nobody here thought of is read by its own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from claims.language.words import of_tables, vocabulary
from claims.measures.topical.topics import TopicHit, TopicIndex, root
from claims.model import Field, Measure, Topic
from claims.quick_records import dataclass
from claims.text.phrases import Word, split_words

_OWN = "~"
_OPTIONAL = "?"


@dataclass(frozen=True)
class Way:
    """One way to tell a measure: slots of topics, of each of which one must be there, or may where it is optional."""

    measure: Measure
    needed: tuple[tuple[str, ...], ...]
    welcome: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def asked(self) -> frozenset[str]:
        return frozenset(each for slot in (*self.needed, *self.welcome) for each in slot)


def names_of(measure: Measure) -> frozenset[str]:
    """The words for what a measure counts, one and many."""
    same = vocabulary("measure_words")["same_thing"].get(measure.unit, [measure.unit])
    return frozenset(word for each in same for word in (each, f"{each}s", f"{each[:-1]}ies"))


class Ways:
    """All ways of a field's measures, and the index of the topics they ask for; none of a field without topics."""

    def __init__(self, field: Field) -> None:
        counted = [measure for measure in field.measures if measure.kind != "total" or measure.topics]
        listed = TopicIndex(field.topics)
        own: dict[str, Topic] = {}
        ways: list[Way] = []
        for measure in counted:
            if measure.topics:
                ways.append(_of_row(measure))
            elif field.topics:
                ways += _of_forms(measure, listed, own)
        self.all = tuple(ways)
        self.likely: dict[str, list[Way]] = {}
        self.index = TopicIndex((*field.topics, *own.values()))

    def silent(self, form: str) -> str | None:
        """Why a surface form tells nothing, `None` where it tells something."""
        words = _before_window(split_words(form))
        if _is_example(words):
            return "holds a number, which is an example and no form; leave the number out"
        if any(hit.topic.kind != "cause" for hit in self.index.find(words)) or any(map(_telling, words)):
            return None
        return "holds no word that tells what is counted; add one"


@of_tables
def ways_of(field: Field) -> Ways:
    """The ways of a field, taken apart once."""
    return Ways(field)


def _of_row(measure: Measure) -> Way:
    slots = [(slot.rstrip(_OPTIONAL).split("/"), slot.endswith(_OPTIONAL)) for slot in measure.topics]
    return Way(
        measure,
        tuple(tuple(slot) for slot, optional in slots if not optional),
        tuple(tuple(slot) for slot, optional in slots if optional),
    )


def _of_forms(measure: Measure, listed: TopicIndex, own: dict[str, Topic]) -> Iterator[Way]:
    for form in measure.surface_forms:
        words = _before_window(split_words(form))
        if _is_example(words):
            continue
        hits = [hit for hit in listed.find(words) if hit.whole and hit.topic.kind != "cause"]
        told = {at for hit in hits for at in range(hit.first, hit.last)}
        left = [word for at, word in enumerate(words) if at not in told and _telling(word)]
        acts = any(hit.topic.kind == "act" for hit in hits)
        slots = [*_listed_slots(hits), *(_own_slot(word, own, acts=acts) for word in left)]
        if slots:
            yield Way(measure, tuple(slots))


def _is_example(words: Iterable[Word]) -> bool:
    """ "258 days": an example with its figure, no form."""
    return any(word.text[0].isdigit() for word in words)


def _listed_slots(hits: Iterable[TopicHit]) -> Iterator[tuple[str, ...]]:
    for place in dict.fromkeys((hit.first, hit.last) for hit in hits):
        yield tuple(hit.topic.topic_id for hit in hits if (hit.first, hit.last) == place)


def _own_slot(word: Word, own: dict[str, Topic], *, acts: bool) -> tuple[str, ...]:
    """The topic of a word that no listed topic knows; beside an act it says how."""
    kind = "how" if acts else "act"
    topic_id = f"{_OWN}{kind}:{root(word.norm)}"
    own.setdefault(topic_id, Topic(topic_id=topic_id, kind=kind, forms=(), root=root(word.norm)))
    return (topic_id,)


def _telling(word: Word) -> bool:
    words = vocabulary("measure_words")
    silent = ("states", "anyone", "fillers", "between", "holding")
    return word.is_word and not any(word.norm in words[each] for each in silent)


def _before_window(words: Iterable[Word]) -> list[Word]:
    """Without "since the flood", "before 2020": that is the window's, which the claim's period tells."""
    kept: list[Word] = []
    for word in words:
        if word.norm in vocabulary("measure_words")["window_openers"]:
            break
        kept.append(word)
    return kept
