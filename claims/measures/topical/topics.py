"""The topics of a field, found in a text: what is done ("taken their lives"), to whom, in which way, from which cause.

They are rows of the reference data (`topics.csv`); a measure names in `topics` those that must all be there before a
figure is its. A form may leave out up to four words with `*`: "lost * lives".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.language.words import vocabulary
from claims.model import Topic
from claims.text.phrases import Word, norms

_GAP = "*"
_WIDEST = 4
_STOPS = frozenset(".;:!?")


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic at word indexes `[first, last)`; `whole`: no longer form of another topic of its kind covers it."""

    topic: Topic
    first: int
    last: int
    whole: bool = True


class TopicIndex:
    """The forms of a field's topics by their first word."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.topics: Mapping[str, Topic] = {topic.topic_id: topic for topic in topics}
        forms: dict[str, list[tuple[tuple[str, ...], Topic]]] = defaultdict(list)
        for topic in self.topics.values():
            for form in topic.forms:
                parts = _parts(form)
                if parts:
                    forms[parts[0]].append((parts, topic))
        self._forms = dict(forms)
        self._by_root: dict[str, list[Topic]] = defaultdict(list)
        for topic in self.topics.values():
            if topic.root:
                self._by_root[topic.root].append(topic)

    def find(self, words: Sequence[Word]) -> tuple[TopicHit, ...]:
        """Every form found, by place; of one topic only the longest of those that overlap."""
        plain = [word.norm for word in words]
        found = [
            TopicHit(topic, at, end)
            for at, norm in enumerate(plain)
            for parts, topic in self._forms.get(norm, ())
            if (end := _end(parts, plain, at)) is not None
        ]
        if self._by_root:
            found += [
                TopicHit(topic, at, at + 1)
                for at, norm in enumerate(plain)
                for topic in self._by_root.get(root(norm), ())
            ]
        longest = [hit for hit in found if not any(_covers(other, hit) and other.topic is hit.topic for other in found)]
        return tuple(
            TopicHit(hit.topic, hit.first, hit.last, not any(_covers(other, hit) for other in longest))
            for hit in longest
        )


def unmatched(form: str) -> str | None:
    """Why no text can hold a topic's form, `None` where one can."""
    parts = _parts(form)
    if not parts:
        return "holds no word; write one"
    return (
        "begins with *, which stands for words between two others; begin it with a word" if parts[0] == _GAP else None
    )


def root(word: str) -> str:
    """A word without its ending, roughly: enough to let "evictions" meet "evicted".

    The endings are those of the language in force.
    """
    for ending in vocabulary("measure_words")["root_endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= vocabulary("measure_words")["root_letters"]:
            return word[: -len(ending)]
    return word


def _parts(form: str) -> tuple[str, ...]:
    return tuple(norm for part in form.split() for norm in ((_GAP,) if part == _GAP else norms(part)))


def _end(parts: Sequence[str], plain: Sequence[str], at: int) -> int | None:
    """Where a form that begins at a word ends, `None` where it does not stand there."""
    index = at
    for number, part in enumerate(parts):
        if part == _GAP:
            return _behind_gap(parts[number + 1 :], plain, index)
        if index >= len(plain) or plain[index] != part:
            return None
        index += 1
    return index


def _behind_gap(rest: Sequence[str], plain: Sequence[str], index: int) -> int | None:
    for width in range(_WIDEST + 1):
        if width and (index + width > len(plain) or plain[index + width - 1] in _STOPS):
            return None
        end = _end(rest, plain, index + width)
        if end is not None:
            return end
    return None


def _covers(outer: TopicHit, inner: TopicHit) -> bool:
    if outer.topic.kind != inner.topic.kind:
        return False
    longer = outer.last - outer.first > inner.last - inner.first
    return longer and outer.first <= inner.first and inner.last <= outer.last
