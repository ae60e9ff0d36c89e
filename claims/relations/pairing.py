"""Which figures of a letter may belong together: of one dimension, of nouns of one kind, near each other."""

from __future__ import annotations

from collections.abc import Iterator

from claims.language.words import of_language
from claims.relations.figures import Figure, Figures, Told
from claims.relations.phrasing import Words, holds, starts, words_of
from claims.text.plurals import singular

_BACK = 3
"""How many paragraphs before its own a figure may look for what it belongs to."""


def kin(one: Figure, other: Figure) -> bool:
    """Whether two amounts can be of one kind: one unit, all people, or one of them a bare number."""
    ours, theirs = one.claim.quantity, other.claim.quantity
    if ours.dimension != theirs.dimension:
        bare = one if ours.dimension == "count" else other
        return "count" in (ours.dimension, theirs.dimension) and bare.noun is None
    if ours.dimension != "count":
        return plain_unit(one) == plain_unit(other)
    return one.noun is None or other.noun is None or nouns_meet(one.noun, other.noun)


def is_paced(told: Told, one: Figure) -> bool:
    """ "0.8 billion a year": so much per time is no whole of what is counted."""
    after = told.after(one)[len((one.noun or "").split()) :]
    per = starts(after, "per")
    said = per and after[0] not in words_of("articles")  # "52 per branch", and not "52 a branch"
    return bool(per) and bool(said or set(after[per : per + 1]) & words_of("time_units"))


def plain_unit(figure: Figure) -> str:
    """The unit without what it is per: "dollar" of "dollar per month"."""
    return (figure.claim.quantity.unit or "").partition(" per ")[0]


def is_set(told: Told, one: Figure) -> bool:
    """ "The Minister's target is 175 pairs", "180 planned places": wanted, allowed or owed, and counted by nobody."""
    own = (one.noun or "").split()
    return holds(told.before(one)[-_SET:], "set_figures") or holds(
        (*own, *told.after(one)[len(own) : len(own) + _SET_BEHIND]), "set_figures"
    )


_SET, _SET_BEHIND = 6, 3


@of_language(maxsize=4096)
def nouns_meet(one: str, other: str) -> bool:
    """Whether two counted nouns may count the same things: "raid" and "incident", "woman" and "detainee"."""
    ours, theirs = one.rsplit(maxsplit=1)[-1].lower(), other.rsplit(maxsplit=1)[-1].lower()
    people, befallen = words_of("people"), words_of("befallen")
    return ours == theirs or (ours in people and theirs in people) or bool({ours, theirs} & befallen)


def same_noun(one: Figure, other: Figure) -> bool:
    """Whether both have a noun, and the same."""
    return one.noun is not None and one.noun == other.noun


def near(figures: Figures, figure: Figure) -> Iterator[Figure]:
    """The other amounts of the figure's paragraph and of the paragraphs before it, nearest first."""
    for told in _sentences_near(figures, figure):
        yield from (one for one in told.amounts if one is not figure)


def _sentences_near(figures: Figures, figure: Figure) -> Iterator[Told]:
    own = figures.paragraph(figure.paragraph)
    yield figures.told(figure)
    yield from (told for told in reversed(own) if told.number < figure.sentence)
    yield from (told for told in own if told.number > figure.sentence)
    seen, last, listed = 0, figure.paragraph, False
    for number in range((own[0].number if own else figure.sentence) - 1, -1, -1):
        told = figures.sentences[number]
        if told.figures and told.paragraph != last:
            seen += not (told.kind == "list" and listed)  # the items of a list are one stretch
            last, listed = told.paragraph, told.kind == "list"
        if seen > _BACK:
            return
        yield told


def names_noun(words: Words, figure: Figure, told: Told) -> bool:
    """Whether a phrase speaks of the figure's things: one of its nouns stands with the figure."""
    around = {singular(word) for word in (*told.before(figure)[-6:], *told.after(figure)[:10]) if len(word) > 3}
    return any(singular(word) in around for word in words if len(word) > 3)


def is_later(one: Figure, other: Figure) -> bool:
    """Whether a figure stands behind another in the letter."""
    return (one.sentence, one.first) > (other.sentence, other.first)
