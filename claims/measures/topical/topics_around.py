"""The topics around one figure: in its own part of the sentence, in the rest of it, in what stands before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from claims.language.words import of_language, vocabulary
from claims.measures.figure import Figure
from claims.measures.sets import fillers
from claims.measures.topical.topics import TopicHit, TopicIndex
from claims.measures.zones import own_zone, parts_told_after, turned_away, whole_of
from claims.model import Span, Topic
from claims.quick_records import dataclass
from claims.text.phrases import PhraseIndex, split_words, words_within

_MODAL_REACH = 3


@of_language(maxsize=16)
def _told_in(index: TopicIndex, text: str) -> frozenset[str]:
    """The topics that a text before the figure tells: of a table's row, of all its figures the same."""
    return frozenset(hit.topic.topic_id for hit in index.find(split_words(text)))


@of_language
def _parts_of() -> PhraseIndex[bool]:
    return PhraseIndex((phrase, True) for phrase in vocabulary("measure_words")["parts_of"])


@dataclass(frozen=True)
class TopicsAround:
    """The topics around one figure: in its own part, in its sentence, in what stands before."""

    index: TopicIndex
    figure: Figure

    @property
    def figures(self) -> Sequence[range]:
        return self.figure.figures

    @cached_property
    def zone(self) -> range:
        return own_zone(self.figure.tokens, self.figure.core, self.figures)

    @cached_property
    def of_others(self) -> frozenset[int]:
        """The words that speak of other figures alone."""
        others = (own_zone(self.figure.tokens, each, self.figures) for each in self.figures if not self.is_own(each))
        return frozenset(at for zone in others for at in zone if at not in self.zone)

    def is_own(self, place: range) -> bool:
        return place.start < self.figure.core.stop and self.figure.core.start < place.stop

    @cached_property
    def hits(self) -> tuple[TopicHit, ...]:
        """All topics of the sentence but those in a producer's name and, of causes, in what tells a time.

        Of a clause of a time ("since 1 May, when the army began attacks") only who does it.
        """
        around, agents = self.figure.around, vocabulary("measure_words")["agents"]
        return tuple(
            hit
            for hit in self.index.find(self.figure.tokens)
            if not self._within(hit, around.names)
            and not (hit.topic.kind == "cause" and self._within(hit, around.times))
            and not (hit.topic.topic_id not in agents and self._within(hit, around.asides))
        )

    def _within(self, hit: TopicHit, spans: Sequence[Span]) -> bool:
        first, last = self.figure.tokens[hit.first].span, self.figure.tokens[hit.last - 1].span
        return any(span.start <= first.start and last.end <= span.end for span in spans)

    @cached_property
    def own(self) -> tuple[TopicHit, ...]:
        return tuple(hit for hit in self.hits if self.zone.start <= hit.first and hit.last <= self.zone.stop)

    @cached_property
    def whole(self) -> range:
        """The words that name what the figure is a part of ("1,912 of the inmates")."""
        return whole_of(self.figure.tokens, self.figure.core)

    @cached_property
    def before(self) -> frozenset[str]:
        texts = (text for text in self.figure.around.before if text)
        return frozenset().union(*(_told_in(self.index, text) for text in texts))

    @cached_property
    def own_acts(self) -> frozenset[str]:
        return frozenset(hit.topic.topic_id for hit in self.own if hit.topic.kind == "act" and hit.whole)

    @cached_property
    def _modals(self) -> tuple[str, ...]:
        """The words before the nearest act that make it only possible, planned or denied ("could evict 20,000")."""
        acts = [hit for hit in self.own if hit.topic.kind == "act" and hit.whole]
        if not acts:
            return ()
        first = min(acts, key=self.distance).first
        before = self.figure.tokens[max(0, first - _MODAL_REACH) : first]
        modals = vocabulary("measure_words")["modals"]
        return tuple(word.norm for word in before if word.norm in modals and word.text.islower())

    @cached_property
    def supposed(self) -> bool:
        """Whether what is told is only possible, planned or denied."""
        return bool(self._modals) or (self.figure.action is not None and self.figure.action.supposed)

    @cached_property
    def foretold(self) -> bool:
        """Whether it is foretold or feared, and not denied."""
        words = vocabulary("measure_words")["foretold"]
        return all(each in words for each in self._modals) and (
            self.figure.action is None or self.figure.action.foretold
        )

    @cached_property
    def leans(self) -> bool:
        """Whether the figure takes over what its sentence says: it has no act of its own, or is a part of another."""
        return not self.own_acts or self.is_part

    @cached_property
    def told_of_parts(self) -> frozenset[int]:
        return parts_told_after(self.figure.tokens, self.figure.core, self.figures)

    @cached_property
    def is_part(self) -> bool:
        back = vocabulary("measure_words")["part_openers_back"]
        if any(word.norm in back for word in self.figure.tokens[self.figure.core.stop : self.zone.stop]):
            return True
        near = self.figure.tokens[self.figure.core.start : min(self.figure.core.stop + 4, self.zone.stop)]
        return bool(_parts_of().find(near))

    @cached_property
    def counted(self) -> tuple[Topic, ...]:
        """Who or what is counted: the groups that the counted noun itself names."""
        noun = [hit for hit in self.own if hit.topic.kind == "who" and hit.whole and self._is_own_word(hit)]
        return tuple(hit.topic for hit in noun) or self.taken_over

    @cached_property
    def counted_acts(self) -> frozenset[str]:
        """The acts that are counted themselves ("58 shellings", "27 deaths")."""
        acts = (hit for hit in self.own if hit.topic.kind == "act" and self._is_own_word(hit))
        return frozenset(hit.topic.topic_id for hit in acts if hit.first not in self.whole)

    @cached_property
    def taken_over(self) -> tuple[Topic, ...]:
        """The group that a figure without a noun counts, for the figure before it did ("2,514 civilians … 12,142")."""
        counted = self.figure.inherited or self._counted_before
        hits = self.index.find(split_words(counted)) if counted else ()
        return tuple(hit.topic for hit in hits if hit.topic.kind == "who" and hit.whole)

    @cached_property
    def _counted_before(self) -> str | None:
        """What the figure before counts, where this one only has another deed ("90 civilians were killed and 40 hurt").

        "Killed 90 civilians and hurt 40" leaves it open who the 40 are.
        """
        core, acts = self.figure.core, [hit for hit in self.own if hit.topic.kind == "act"]
        own_noun = any(word not in fillers() for word in self.figure.noun) and not self._counts_itself
        if own_noun or not any(hit.first >= core.start for hit in acts):
            return None
        start = self.figure.tokens[core.start].span.start if len(core) else 0
        others = [each for each in self.figure.around.quantities if each.span.end <= start]
        last = max(others, key=lambda each: each.span.end, default=None)
        if last is None or last.dimension != "count":
            return None
        there = words_within(self.figure.tokens, last.span)
        return None if turned_away(self.figure.tokens, core, there.start) else last.counted

    @cached_property
    def _counts_itself(self) -> bool:
        """Whether the counted noun is a deed alone ("40 hurt")."""
        acts = {at for hit in self.own if hit.topic.kind == "act" for at in range(hit.first, hit.last)}
        told = [at for at in self.figure.core if self.figure.tokens[at].norm in self.figure.noun]
        return bool(told) and all(at in acts for at in told)

    def _is_own_word(self, hit: TopicHit) -> bool:
        place = self.figure.core
        return place.start <= hit.first and hit.last <= place.stop

    def distance(self, hit: TopicHit) -> int:
        place = self.figure.core
        return max(0, hit.first - place.stop, place.start - hit.last)

    @cached_property
    def told(self) -> frozenset[str]:
        """Every topic that is told anywhere around the figure."""
        taken = (topic.topic_id for topic in self.taken_over)
        return self.before.union((hit.topic.topic_id for hit in self.hits), taken)

    @cached_property
    def causes(self) -> frozenset[str]:
        """The causes that speak of this figure."""
        hits = (hit for hit in self.hits if hit.topic.kind == "cause")
        return frozenset(hit.topic.topic_id for hit in hits if hit in self.own or hit.first not in self.of_others)

    def agent_named(self, agents: Iterable[str]) -> bool:
        told = {hit.topic.topic_id for hit in self.hits} | self.before
        return any(agent in told for agent in agents)
