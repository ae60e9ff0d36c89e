"""Which names are places: those of a field, one inside the other, and where a text names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claims.language.words import of_language, of_tables, vocabulary
from claims.model import Place, Span
from claims.quick_records import dataclass
from claims.text.phrases import PhraseIndex, Word, split_words

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


@of_tables
def gazetteer(places: tuple[Place, ...]) -> Gazetteer:
    """The gazetteer of a field's places, built once."""
    return Gazetteer(places)


def _short(place: Place) -> tuple[str, ...]:
    """ "Harbour" for "Harbour Township"; regions keep their full names, which are also those of peoples."""
    *own, kind = place.name.split(" ")
    return (" ".join(own),) if own and kind.lower() in vocabulary("place_words")["named_short"] else ()


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
