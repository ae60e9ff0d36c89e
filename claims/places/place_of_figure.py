"""Which place a figure speaks of: its sentence's words first, then its paragraph, then the letter's main place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.language.words import vocabulary
from claims.model import Place, Span
from claims.places.gazetteer import Gazetteer, PlaceMention
from claims.places.unlisted_places import UNLISTED, unlisted
from claims.quick_records import dataclass
from claims.text.phrases import split_words

_TITLE_WEIGHT = 2


# A country named once may stand there for any reason.
_LEAST = 2


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The place of a claim by name, and in words where it was taken from if not from the claim's own sentence."""

    place: Place | None
    inherited: str | None = None
    note: str | None = None


def main_place(names: Gazetteer, title: str | None, body: Iterable[str]) -> Place | None:
    """The country a letter is about: the most mentioned in its body, the title counting twice; None on a tie.

    Where things happen counts twice ("in Borland", "the Borland crisis", "the invasion of Borland"), who acts but
    once ("Atria's war").
    """
    counts: Counter[Place] = Counter()
    for weight, texts in ((_TITLE_WEIGHT, [title or ""]), (1, body)):
        for text in texts:
            for mention in names.mentions(text):
                told = mention.locative or mention.attributive or mention.object
                counts[names.outermost(mention.place)] += weight * (2 if told else 1)
    best = counts.most_common(2)
    if not best or best[0][1] < _LEAST or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def place_of(
    names: Gazetteer, sentence: str, focus: Span, paragraph: Sequence[str], main: Place | None
) -> PlaceReading:
    """The place of the figure at `focus` in `sentence`; `paragraph` holds the sentences before it, nearest first."""
    own = (*names.mentions(sentence), *unlisted(names, sentence))
    place = _own_place(names, own, focus, main)
    if place is not None:
        return PlaceReading(place)
    if _everywhere(sentence):
        world = next((names.get(each) for each in names.everywhere), None)
        return PlaceReading(world, note="told of the whole world")
    if len({names.outermost(mention.place).place_id for mention in own}) > 1 and main is None:
        return PlaceReading(None, note=f"several places named: {', '.join(dict.fromkeys(m.place.name for m in own))}")
    for back, earlier in enumerate(paragraph):
        place = _settled(names, (*names.mentions(earlier), *unlisted(names, earlier)), main)
        if place is not None and back and main is not None and names.outermost(place) != main:
            # "In Upper Olmo many fled. Nobody came. The army killed 900 people.": there, or in the whole country?
            return PlaceReading(None, note=f"{place.name} was named {back + 1} sentences before, and may not be meant")
        if place is not None:
            return PlaceReading(place, "place from a sentence before in the same paragraph")
    if main is not None:
        return PlaceReading(main, "place from the letter as a whole")
    return PlaceReading(None)


def _everywhere(sentence: str) -> bool:
    lowered = f" {' '.join(word.norm for word in split_words(sentence))} "
    return any(f" {phrase} " in lowered for phrase in vocabulary("place_words")["everywhere"])


def _own_place(names: Gazetteer, own: Sequence[PlaceMention], focus: Span, main: Place | None) -> Place | None:
    """ "killed 31 people in Ukraine": what follows "in" decides; then the main place, then "the Chilean police"."""
    located = [mention for mention in own if mention.locative]
    if located and all(mention.place.kind == UNLISTED for mention in located) and _names_main(names, own, main):
        return main  # "In Lower Olmo, Kenya's driest ward, 31 died": what is not listed may lie anywhere in it
    if located:
        return _nearest(names, located, focus)
    if _names_main(names, own, main):
        return main
    attributive = [mention.place for mention in own if mention.attributive]
    return names.narrowest(attributive) if attributive else None


def _names_main(names: Gazetteer, own: Sequence[PlaceMention], main: Place | None) -> bool:
    return main is not None and any(names.outermost(mention.place) == main for mention in own)


def _nearest(names: Gazetteer, located: Sequence[PlaceMention], focus: Span) -> Place | None:
    """One place, or the innermost of a chain; of places apart, the first after the figure ("40 dead in A after … in
    B").
    """
    together = names.narrowest(mention.place for mention in located)
    if together is not None:
        return together
    after = [mention for mention in located if mention.span.start >= focus.end]
    before = [mention for mention in located if mention.span.end <= focus.start]
    return after[0].place if after else before[-1].place if before else None


def _settled(names: Gazetteer, mentions: Sequence[PlaceMention], main: Place | None) -> Place | None:
    """The place of an earlier sentence, if it has one beyond doubt."""
    located = names.narrowest(mention.place for mention in mentions if mention.locative)
    if located is not None:
        return located
    if main is not None and any(names.outermost(mention.place) == main for mention in mentions):
        return main
    return None
