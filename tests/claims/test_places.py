"""A figure's place: its sentence's, else the paragraph's, else the letter's; never guessed between two."""

from __future__ import annotations

import pytest

from claims.model import Field, Span
from claims.places.gazetteer import Gazetteer, gazetteer
from claims.places.place_of_figure import main_place, place_of


@pytest.fixture
def names(field: Field) -> Gazetteer:
    return gazetteer(field.places)


@pytest.mark.parametrize(
    "text", ["Chad Smith spoke.", "a borland of atria", "We asked Chad and Jordan.", "Atrian voices", "Harbourmaster"]
)
def test_no_place(names: Gazetteer, text: str) -> None:
    assert not names.mentions(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Chad and Atria", ["Chad", "Atria"]),
        ("the Republic of Atria's army", ["Atria"]),
        ("in Harbour Township, North Province", ["Harbour Township", "North Province"]),
    ],
)
def test_found(names: Gazetteer, text: str, found: list[str]) -> None:
    assert [mention.place.name for mention in names.mentions(text)] == found


@pytest.mark.parametrize(
    ("sentence", "paragraph", "place", "inherited"),
    [
        ("The army killed 30 people in Harbour Township, North Province.", [], "Harbour Township", None),
        ("The army killed 30 people in Borland.", [], "Borland", None),
        ("We urge Borland to note that 30 people were killed.", [], "Atria", "from the letter"),
        ("The Borland police killed 30 people.", [], "Borland", None),
        ("The people of Atria know that 30 were killed.", [], "Atria", None),
        ("They killed 30 people.", ["In Borland it went on."], "Borland", "sentence before"),
        ("They killed 30 people.", ["It went on."], "Atria", "from the letter"),
        ("They killed 30 people worldwide.", [], None, None),
    ],
)
def test_place_of_a_figure(
    names: Gazetteer, sentence: str, paragraph: list[str], place: str | None, inherited: str | None
) -> None:
    at = sentence.index("30")
    main = names.named("Atria")
    reading = place_of(names, sentence, Span(at, at + 2), paragraph, main)
    assert (reading.place.name if reading.place else None) == place
    assert (reading.inherited is None) if inherited is None else (inherited in (reading.inherited or ""))


def test_main_place_counts_and_leaves_a_tie_open(names: Gazetteer) -> None:
    atria = names.named("Atria")
    assert main_place(names, None, ["In Atria.", "In Harbour.", "In Borland."]) == atria
    assert main_place(names, "Stop the war in Atria", ["In Borland."]) == atria
    assert main_place(names, "Stop Borland's war", ["The invasion of Atria began.", "They left."]) is None
    assert main_place(names, None, ["Borland's ruler began.", "The invasion of Atria began."]) == atria
    assert main_place(names, None, ["In Atria.", "In Borland."]) is None
    assert main_place(names, None, ["Nowhere."]) is None
