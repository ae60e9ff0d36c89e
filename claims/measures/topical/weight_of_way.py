"""How much speaks for one way of measuring, from the topics told around a figure."""

from __future__ import annotations

from collections.abc import Sequence

from claims.measures.measuring_ways import Way, names_of
from claims.measures.topical.topics_around import TopicsAround
from claims.measures.topical.weighing_topics import worth_of_topic


def weight(way: Way, around: TopicsAround, rivals: Sequence[frozenset[str]]) -> float:
    """The worth of what a way asks for together, 0 as soon as a need is not met or another group is counted.

    `rivals`: what the other ways ask for.
    """
    if not may_be_told(way, around):
        return 0.0
    act_told = bool(way.asked & around.own_acts)
    needed = [_worth_of(slot, around, act_told=act_told) for slot in way.needed]
    if not all(needed) or _counts_others(way, around) or _other_cause(way, around, rivals):
        return 0.0
    welcome = [_worth_of(slot, around, act_told=act_told) for slot in way.welcome]
    missing = sum(not worth for worth in welcome)
    return sum(needed) + sum(welcome) - 0.3 * _untold(way.asked, around) - 0.5 * missing


def may_be_told(way: Way, around: TopicsAround) -> bool:
    """Whether a topic of each slot that a way needs is told anywhere around."""
    return not any(map(around.told.isdisjoint, way.needed))


def _worth_of(slot: Sequence[str], around: TopicsAround, *, act_told: bool) -> float:
    return max(worth_of_topic(around, each, act_told=act_told) for each in slot)


def _counts_others(way: Way, around: TopicsAround) -> bool:
    """The counted noun names a group, or an act, that the way does not ask for."""
    own = names_of(way.measure)
    others = (topic for topic in around.counted if topic.topic_id not in way.asked and not topic.at_large)
    if any(not own & set(topic.forms) for topic in others):
        return True
    return bool(around.counted_acts) and not around.counted_acts & way.asked


def _other_cause(way: Way, around: TopicsAround, rivals: Sequence[frozenset[str]]) -> bool:
    """A cause is told that the way does not ask for, and that another measure of the same act does.

    Where what is counted has a doer, any other cause speaks against it.
    """
    other = around.causes - way.asked
    if not other:
        return False
    acts = {each for each in way.asked if around.index.topics[each].kind == "act"}
    near = [rival for rival in rivals if rival & acts]
    caused = any(around.index.topics[each].kind == "cause" for rival in near for each in rival)
    return any((way.measure.agents and caused) or any(each in rival for rival in near) for each in other)


def _untold(asked: frozenset[str], around: TopicsAround) -> int:
    """How many ways the figure's own part tells that the measure does not ask for: it may be a part of it."""
    told = {hit.topic.topic_id for hit in around.own if hit.topic.kind == "how" and hit.whole}
    return len(told - asked)
