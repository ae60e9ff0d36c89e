"""How well the words around a figure speak for a measure: each of its topics must be there, the nearer the better.

What is done counts where it stands in the figure's own part of the sentence; a figure without a verb of its own, or one
that is part of another ("157 of them"), takes over what its sentence says. Whom it was done to must be the counted noun
or stand in the figure's own part. How may be said anywhere in the sentence but in the part of another figure, and a
cause also before it.
"""

from __future__ import annotations

from collections.abc import Mapping

from claims.measures.topical.topics import TopicHit
from claims.measures.topical.topics_around import TopicsAround
from claims.measures.zones import turned_away

_FAR = 20

# what a topic is worth in the figure's own part, elsewhere in the sentence, and before it
_WORTH: Mapping[str, tuple[float, float, float]] = {
    "act": (3.0, 1.5, 0.0),
    "who": (3.0, 1.2, 0.0),
    "how": (2.0, 1.5, 0.0),
    "cause": (2.0, 1.5, 1.0),
}


def worth_of_topic(around: TopicsAround, topic_id: str, *, act_told: bool) -> float:
    """What a topic that a measure asks for is worth here, 0 where it is not there.

    `act_told`: another act of the measure stands in the figure's own part.
    """
    topic = around.index.topics.get(topic_id)
    if topic is None:
        return 0.0
    own, sentence, before = _WORTH[topic.kind]
    found = [hit for hit in around.hits if hit.topic.topic_id == topic_id]
    near = [_near_worth(around, hit, own) for hit in found if hit in around.own and not _counts_other(around, hit)]
    if near:
        return max(near)
    if topic in around.taken_over:
        return own
    far = [hit for hit in found if _reaches(around, hit, act_told=act_told)]
    if far:
        return sentence - 0.2 * min(*(around.distance(hit) for hit in far), _FAR) / _FAR
    return before if topic_id in around.before else 0.0


def _near_worth(around: TopicsAround, hit: TopicHit, own: float) -> float:
    fall = min(around.distance(hit), _FAR) / _FAR
    of_whole = hit.topic.kind == "act" and hit.first in around.whole
    return own - fall * (1.0 if hit.topic.kind == "act" else 0.2) - (0.0 if hit.whole else 1.0) - 1.0 * of_whole


def _counts_other(around: TopicsAround, hit: TopicHit) -> bool:
    """Whether a group is what another figure counts ("182 times in 34 countries")."""
    others = (place for place in around.figures if not around.is_own(place))
    return hit.topic.kind == "who" and any(hit.first in place for place in others)


def _reaches(around: TopicsAround, hit: TopicHit, *, act_told: bool) -> bool:
    """Whether a topic outside the figure's own part speaks of it."""
    tokens, core = around.figure.tokens, around.figure.core
    if hit.first in around.told_of_parts or (not around.is_part and turned_away(tokens, core, hit.first)):
        return False
    if hit.topic.kind == "act":
        return (around.leans or act_told) and hit.whole
    if hit.topic.kind == "who":
        return around.leans and not around.figure.noun
    return around.leans or hit.topic.kind == "cause" or hit.first not in around.of_others
