"""Which place a sentence speaks of: its own words first, then its paragraph, then the letter's main place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.language.words import of_language, vocabulary
from claims.model import Place, Span
from claims.text.phrases import PhraseIndex, Word, split_words

_TITLE_WEIGHT = 2
# A country named once may stand there for any reason.
_LEAST = 2
UNLISTED = "unlisted"
WORLD = "world"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text. `locative`: after "in", "across" …; `attributive`: before a collective ("Borland
    military").
    """

    span: Span
    place: Place
    locative: bool
    attributive: bool
    object: bool


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The place of a claim by name, and in words where it was taken from if not from the claim's own sentence."""

    place: Place | None
    inherited: str | None = None
    note: str | None = None


class Gazetteer:
    """The places of a field, by name and by what contains them."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._by_id: Mapping[str, Place] = {place.place_id: place for place in places}
        names = ((name, place) for place in places for name in (place.name, *place.aliases, *_short(place)))
        self._index: PhraseIndex[Place] = PhraseIndex(names)

    @property
    def everywhere(self) -> frozenset[str]:
        """The id of the world, where the field has it as a place."""
        return frozenset(place.place_id for place in self._by_id.values() if place.kind == WORLD)

    def lineage(self, place: Place) -> tuple[Place, ...]:
        """The place, then what contains it, outwards."""
        line = [place]
        while line[-1].parent is not None:
            parent = self._by_id.get(line[-1].parent)
            if parent is None or parent in line:
                break
            line.append(parent)
        return tuple(line)

    def get(self, place_id: str) -> Place | None:
        """The place of an id."""
        return self._by_id.get(place_id)

    def ids_around(self, place_id: str) -> tuple[str, ...]:
        """The ids of a place told by its id and of what contains it; the id alone where no place has it."""
        place = self._by_id.get(place_id)
        return tuple(each.place_id for each in self.lineage(place)) if place is not None else (place_id,)

    def outermost(self, place: Place) -> Place:
        """The country (or other largest place) that a place lies in."""
        return self.lineage(place)[-1]

    def within(self, inner: Place, outer: Place) -> bool:
        return outer in self.lineage(inner)

    def mentions(self, text: str) -> tuple[PlaceMention, ...]:
        """Every place named in `text`, in order. A name listed for two places is none of them."""
        return _mentions(self, text)

    def find(self, text: str) -> tuple[PlaceMention, ...]:
        """`mentions`, without a look at what was found before."""
        tokens = split_words(text)
        return tuple(
            _mention(tokens, hit.first, hit.last, hit.payloads[0])
            for hit in self._index.find(tokens)
            if len(hit.payloads) == 1 and _is_name(tokens, hit.first, hit.last)
        )

    def named(self, text: str) -> Place | None:
        """The most exact place that a description names ("Harbour Township, North Region, Borland"), or None."""
        return self.narrowest([mention.place for mention in self.mentions(text)])

    def narrowest(self, places: Iterable[Place]) -> Place | None:
        """The innermost of places that lie one inside the other; None if they do not ("Laos, Vietnam")."""
        distinct = list(dict.fromkeys(places))
        inner = [place for place in distinct if all(self.within(place, other) for other in distinct)]
        return inner[0] if inner else None


@of_language(maxsize=256)
def _mentions(names: Gazetteer, text: str) -> tuple[PlaceMention, ...]:
    return names.find(text)


@of_language(maxsize=4)
def gazetteer(places: tuple[Place, ...]) -> Gazetteer:
    """The gazetteer of a field's places, built once."""
    return Gazetteer(places)


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


def _short(place: Place) -> tuple[str, ...]:
    """ "Harbour" for "Harbour Township"; regions keep their full names, which are also those of peoples."""
    *own, kind = place.name.split(" ")
    return (" ".join(own),) if own and kind.lower() in vocabulary("place_words")["named_short"] else ()


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


def unlisted(names: Gazetteer, text: str) -> tuple[PlaceMention, ...]:
    """Places after "in" that no table knows ("in Upper Olmo"): their figures are not the country's."""
    tokens = split_words(text)
    words = vocabulary("place_words")
    known = [mention.span for mention in names.mentions(text)]
    found = []
    for i, token in enumerate(tokens):
        if token.norm not in words["inside"]:
            continue
        first = _past(tokens, i + 1, words["between_unlisted"])
        last = first
        while last < len(tokens) and last - first < 4 and _capitalised(tokens[last]):
            last += 1
        span = Span(tokens[first].span.start, tokens[last - 1].span.end) if last > first else None
        if span and not any(span.overlaps(other) for other in known) and _may_be_place(tokens, first, last):
            place = Place(place_id=span.of(text), name=span.of(text), aliases=(), kind=UNLISTED, parent=None)
            found.append(PlaceMention(span=span, place=place, locative=True, attributive=False, object=False))
    return tuple(found)


def _past(tokens: Sequence[Word], i: int, words: Sequence[str]) -> int:
    # "in the north of Upper Olmo", but "in North Olmo": what has a capital belongs to the name.
    while i < len(tokens) and tokens[i].norm in words and tokens[i].text.islower():
        i += 1
    return i


def _capitalised(token: Word) -> bool:
    return token.is_word and token.text[0].isupper() and not token.text[0].isdigit()


def _may_be_place(tokens: Sequence[Word], first: int, last: int) -> bool:
    """No month, no body, no document, no initials: "in April", "in Parliament", "in Resolution 12", "in ASEAN"."""
    if any(token.norm in _no_places() or token.text.isupper() for token in tokens[first:last]):
        return False
    following = tokens[last] if last < len(tokens) else None
    return following is None or not (following.text.isdigit() or following.norm == "'s")


@of_language
def _no_places() -> frozenset[str]:
    months = [name for names in vocabulary("dates")["months"] for name in names]
    return frozenset([*vocabulary("place_words")["no_places"], *months, *vocabulary("dates")["weekdays"]])


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


def _is_name(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Names are written with a capital; one that is also a given name needs "in" or the like before it ("in Chad")."""
    if not any(token.text[:1].isupper() or not token.text[:1].isascii() for token in tokens[first:last]):
        return False
    words = vocabulary("place_words")
    name = " ".join(token.norm for token in tokens[first:last])
    return name not in words["also_given_names"] or _after_preposition(tokens, first)


def _mention(tokens: Sequence[Word], first: int, last: int, place: Place) -> PlaceMention:
    following = next((token.norm for token in tokens[last:] if token.norm != "'s"), "")
    return PlaceMention(
        span=Span(tokens[first].span.start, tokens[last - 1].span.end),
        place=place,
        locative=_after_preposition(tokens, first),
        attributive=following in vocabulary("place_words")["collectives"],
        object=first > 0 and tokens[first - 1].norm in vocabulary("place_words")["objects"],
    )


def _after_preposition(tokens: Sequence[Word], first: int) -> bool:
    """ "in Chad", "across the Sudan", "in central Borland", "in Harbour Township, North Region"."""
    words = vocabulary("place_words")
    index = first - 1
    while index >= 0 and (tokens[index].norm in words["between"]):
        index -= 1
    return index >= 0 and tokens[index].norm in words["prepositions"]
