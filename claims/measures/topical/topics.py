"""The topics of a field, found in a text: what is done ("taken their lives"), to whom, in which way, from which cause.

They are rows of the reference data (`topics.csv`); a measure names in `topics` those that must all be there before a
figure is its. A form may leave out up to four words with `*`: "lost * lives".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.language.words import of_language, vocabulary
from claims.model import Topic
from claims.quick_records import dataclass
from claims.text.phrases import Word, norms

_GAP = "*"
_WIDEST = 4
_KEPT = 256
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
        forms: dict[str, list[tuple[str | None, tuple[str, ...], Topic]]] = defaultdict(list)
        for topic in self.topics.values():
            for form in topic.forms:
                parts = _parts(form)
                if parts:
                    forms[parts[0]].append((_second(parts), parts, topic))
        self._forms = dict(forms)
        # every figure of a sentence asks for its topics
        self._found: dict[tuple[str, ...], tuple[TopicHit, ...]] = {}
        self._last: tuple[Sequence[Word], tuple[TopicHit, ...]] = ((), ())
        self._by_root: dict[str, list[Topic]] = defaultdict(list)
        for topic in self.topics.values():
            if topic.root:
                self._by_root[topic.root].append(topic)

    def find(self, words: Sequence[Word]) -> tuple[TopicHit, ...]:
        """Every form found, by place; of one topic only the longest of those that overlap."""
        last, found = self._last
        if words is not last or not isinstance(words, tuple):
            found = self._found_in(tuple([word.norm for word in words]))
            self._last = words, found
        return found

    def _found_in(self, plain: tuple[str, ...]) -> tuple[TopicHit, ...]:
        if plain not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[plain] = self._find(plain)
        return self._found[plain]

    def _find(self, plain: Sequence[str]) -> tuple[TopicHit, ...]:
        found = [
            TopicHit(topic, at, end)
            for at, (norm, following) in enumerate(zip(plain, (*plain[1:], ""), strict=False))
            for second, parts, topic in self._forms.get(norm, ())
            if (second is None or second == following) and (end := _end(parts, plain, at)) is not None
        ]
        if self._by_root:
            found += [
                TopicHit(topic, at, at + 1)
                for at, norm in enumerate(plain)
                for topic in self._by_root.get(root(norm), ())
            ]
        over = _by_word(found)
        longest = [
            hit
            for hit in found
            if not any(_covers(other, hit) and other.topic is hit.topic for other in over[hit.first])
        ]
        over = _by_word(longest)
        return tuple(
            TopicHit(hit.topic, hit.first, hit.last, not any(_covers(other, hit) for other in over[hit.first]))
            for hit in longest
        )


def _second(parts: Sequence[str]) -> str | None:
    """The word that must follow the first of a form, if one must."""
    return parts[1] if len(parts) > 1 and parts[1] != _GAP else None


def _by_word(hits: Iterable[TopicHit]) -> Mapping[int, Sequence[TopicHit]]:
    """The hits that lie over each word."""
    found: dict[int, list[TopicHit]] = defaultdict(list)
    for hit in hits:
        for at in range(hit.first, hit.last):
            found[at].append(hit)
    return found


def unmatched(form: str) -> str | None:
    """Why no text can hold a topic's form, `None` where one can."""
    parts = _parts(form)
    if not parts:
        return "holds no word; write one"
    return (
        "begins with *, which stands for words between two others; begin it with a word" if parts[0] == _GAP else None
    )


@of_language(maxsize=16_384)
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
