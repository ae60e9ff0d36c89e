"""Changes and what only looks like one. ⟦…⟧ marks the number; its unit and counted noun are read as the reader does."""

from __future__ import annotations

import pytest

from claims.language.words import vocabulary
from claims.model import Direction, Span
from claims.nouns.counted import read_counted
from claims.nouns.direction import read_direction
from claims.units.units import read_unit


def direction(marked: str) -> Direction | None:
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    number = Span(start, end)
    unit = read_unit(text, number)
    counted = read_counted(text, number, unit.after if unit else None, unit.dimension if unit else None)
    first = min(start, unit.span.start) if unit else start
    last = max(end, unit.span.end if unit else end, counted.span.end if counted and counted.follows else end)
    return read_direction(text, Span(first, last), unit.dimension if unit else "count")


NO_CHANGE = [
    "The rate rose to ⟦4⟧%.",
    "Prices fell to $⟦30⟧.",
    "fines of up to $⟦5⟧ million",
    "up to ⟦300⟧ people",
    "They dropped ⟦300⟧ bombs on the town.",
    "The army lost ⟦31⟧ soldiers.",
    "Troops shot down ⟦3⟧ planes.",
    "gunned down ⟦31⟧ people",
    "shut down ⟦12⟧ schools",
    "Women made up ⟦40⟧% of the detainees.",
    "set up ⟦5⟧ offices",
    "rounded up ⟦200⟧ villagers",
    "They raised ⟦5⟧ flags.",
    "They added ⟦40⟧ names to the list.",
    "killed ⟦31⟧ people",
    "The index was up at ⟦96.1⟧.",
    "upward of ⟦300⟧ people",
    "The vote was won by ⟦300⟧ votes.",
    "by ⟦12⟧ members",
    "an increase to ⟦12⟧%",
    "They dropped ⟦12⟧ tonnes of explosives.",
    "Arrests rose after raids by ⟦300⟧ officers.",
    "Prices fell while attacks were carried out by ⟦300⟧ men.",
    "The charity raised £⟦2⟧ million.",
    "a loss of ⟦63⟧ cents per share",
]

CHANGES: list[tuple[str, Direction]] = [
    ("Arrests rose ⟦12⟧%.", "up"),
    ("The number of detainees fell by ⟦300⟧.", "down"),
    ("Shares were up ⟦19⟧ cents.", "up"),
    ("The budget was down about ⟦19⟧ per cent.", "down"),
    ("Rice prices jumped by more than ⟦90⟧ per cent.", "up"),
    ("sales grew sharply, by an estimated ⟦35⟧ per cent", "up"),
    ("will cut its staff by ⟦300⟧", "down"),
    ("plans to grow exports by ⟦35⟧ percent", "up"),
    ("Rents were down 2.3%, fuel by ⟦2.6⟧%.", "down"),
    ("Jobs grew by 125,600, or ⟦2.2⟧ per cent.", "up"),
    ("an increase of ⟦60,600⟧ jobs", "up"),
    ("a decrease of ⟦400,000⟧ barrels", "down"),
    ("a ⟦4.2⟧ percent drop in crime", "down"),
    ("a ⟦75⟧ per cent increase in arrests", "up"),
    ("The forecast was revised downward by $⟦40⟧ billion.", "down"),
    ("The kyat lost ⟦60⟧% of its value.", "down"),
    ("The glacier loses ⟦286⟧ tonnes of ice.", "down"),
    ("The party gained ⟦3⟧ points.", "up"),
    ("Prices are ⟦12⟧% higher than before.", "up"),
    (", down ⟦9.2⟧% year over year", "down"),
    ("They boosted sales by £⟦2⟧ million.", "up"),
    ("cut emissions of methane by ⟦30⟧%", "down"),
    ("Sea levels will rise ⟦11⟧ feet.", "up"),
    ("The toll was revised up by ⟦14⟧.", "up"),
]


@pytest.mark.parametrize("marked", NO_CHANGE)
def test_a_level_an_object_or_a_phrasal_verb_is_no_change(marked: str) -> None:
    assert direction(marked) is None


@pytest.mark.parametrize(("marked", "side"), CHANGES)
def test_the_size_of_a_change(marked: str, side: Direction) -> None:
    assert direction(marked) == side


def _words(kind: str) -> list[tuple[str, Direction]]:
    table = vocabulary("directions")
    sides: tuple[Direction, Direction] = ("up", "down")
    return [(word, side) for side in sides for word in table[side][kind]]


@pytest.mark.parametrize(("verb", "side"), [*_words("moves"), *_words("changes")])
def test_every_verb_of_the_vocabulary_moves_its_way(verb: str, side: Direction) -> None:
    assert direction(f"The number {verb} by ⟦12⟧%.") == side


@pytest.mark.parametrize(("noun", "side"), _words("nouns"))
def test_every_noun_of_the_vocabulary_names_its_change(noun: str, side: Direction) -> None:
    assert direction(f"There was a {noun} of ⟦12⟧% in arrests.") == side
    assert direction(f"There was a ⟦12⟧% {noun} in arrests.") == side


@pytest.mark.parametrize(("particle", "side"), _words("particles"))
def test_every_particle_needs_a_verb_of_being_or_a_comma(particle: str, side: Direction) -> None:
    assert direction(f"Rents were {particle} ⟦12⟧%.") == side
    assert direction(f"Rents hold {particle} to ⟦12⟧%.") is None
