"""What a number counts: phrase as written, head in the singular. ⟦…⟧ marks the number in invented letter text."""

from __future__ import annotations

import pytest

from claims.counted import CountedReading, read_counted
from claims.model import Span
from claims.units import read_unit


def read(marked: str) -> CountedReading | None:
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    unit = read_unit(text, Span(start, end))
    return read_counted(text, Span(start, end), unit.after if unit else None, unit.dimension if unit else None)


NOTHING = [
    "For ⟦30⟧ months the army has ruled.",
    "They waited ⟦5⟧ years.",
    "It is ⟦3⟧.",
    "Since ⟦12⟧, nothing.",
    "⟦40⟧",
    "⟦40⟧ (",
    "We have written to you ⟦4⟧.",
]

FOLLOWING = [
    ("killed ⟦4,206⟧ people and imprisoned others", "people", "person"),
    ("at least ⟦26⟧ children and two nurses", "children", "child"),
    ("at least 26 children and ⟦two⟧ nurses died", "nurses", "nurse"),
    ("more than ⟦93⟧ airstrikes hit towns", "airstrikes", "airstrike"),
    (
        "We, ⟦212⟧ Karenni, regional, and international civil society organizations, write",
        "Karenni, regional, and international civil society organizations",
        "organization",
    ),
    (
        "We, the undersigned ⟦551⟧ local regional and international organisations and allies are",
        "local regional and international organisations and allies",
        "organisation",
    ),
    ("⟦1.6 million⟧ people to flee their homes", "people", "person"),
    ("⟦12⟧ human rights defenders were arrested", "human rights defenders", "defender"),
    ("a ⟦47⟧-member Council", "member", "member"),
    ("a ⟦12⟧ page report", "page", "page"),
    ("As many as ⟦14⟧ first-team players left", "first-team players", "player"),
    ("⟦300⟧ political prisoners who", "political prisoners", "prisoner"),
    ("⟦250⟧ women and children have been killed", "women and children", "woman"),
    ("⟦3,000⟧ men, women and children fled", "men, women and children", "man"),
    ("arrested ⟦30⟧ people and charges were filed", "people", "person"),
    ("⟦eight⟧ other employees left", "other employees", "employee"),
    ("⟦19⟧ civil society groups, unions and churches", "civil society groups, unions and churches", "group"),
    ("⟦19⟧ human rights and media organisations", "human rights and media organisations", "organisation"),
    ("⟦60⟧+ farmers’ groups", "farmers’ groups", "group"),
    ("⟦60⟧-odd villages", "villages", "village"),
    ("⟦60⟧ or so monks", "monks", "monk"),
    ("killed ⟦12⟧ soldiers and civilians fled", "soldiers", "soldier"),
    ("⟦12⟧ soldiers and civilians fled", "soldiers and civilians", "soldier"),
    ("⟦60⟧% of its workforce", "workforce", "workforce"),
    ("⟦70⟧ per cent of the population live in fear", "population", "population"),
    ("⟦60⟧ per cent of men aged over", "men", "man"),
    ("⟦thousands⟧ of civilians fled", "civilians", "civilian"),
    ("⟦two⟧ of the Minister's deputies resigned", "Minister's deputies", "deputy"),
    ("⟦5⟧ UN agencies", "UN agencies", "agency"),
    ("⟦five⟧ United States senators", "United States senators", "senator"),
    ("⟦31⟧ dead, many of them women", "dead", "person"),
    ("left ⟦18⟧ wounded.", "wounded", "person"),
    ("⟦200⟧ staff, among them", "staff", "staff"),
    ("⟦400⟧ displaced families", "displaced families", "family"),
    ("⟦3⟧ media outlets were closed", "media outlets", "outlet"),
    ("⟦one⟧ soldier shoots civilians", "soldier", "soldier"),
    ("⟦One⟧ proposal asks the board", "proposal", "proposal"),
    ("the killing of ⟦31⟧ people", "people", "person"),
    ("⟦31⟧ deaths", "deaths", "death"),
    ("⟦2,000⟧ tonnes of rice", "rice", "rice"),
    ("a ⟦75⟧ percent increase in arrests", "increase", "increase"),
    ("a ⟦15⟧ year-old student", "student", "student"),
    ("⟦100,000⟧ workers’ families", "workers’ families", "family"),
    ("⟦24⟧ “illegal” settlements", "“illegal” settlements", "settlement"),
    ("⟦7⟧ NGOs in the region", "NGOs", "NGO"),
    ("⟦10⟧ newly built schools", "built schools", "school"),
    ("⟦40⟧ armed forces members", "armed forces members", "member"),
    ("⟦40⟧ attacks on schools", "attacks", "attack"),
    ("⟦6⟧ police officers and a judge", "police officers", "officer"),
    ("⟦8⟧ Members of Parliament", "Members", "member"),
    ("⟦8⟧ Parliamentarians from Asia", "Parliamentarians", "parliamentarian"),
    ("⟦9⟧ villages burned down", "villages", "village"),
    ("⟦80,000⟧ homes destroyed by fire", "homes", "home"),
    ("⟦5,000⟧ persons of concern", "persons", "person"),
    ("an additional ⟦300⟧ new arrests", "new arrests", "arrest"),
    ("⟦300⟧ more arrests", "arrests", "arrest"),
]

EARLIER = [
    ("has killed 4,206 people and imprisoned ⟦18,330⟧ more.", "people", "person"),
    ("There are 68,400 people in camps and ⟦95,800⟧ who have fled.", "people", "person"),
    ("6 million homes, including ⟦1.5 million⟧ in the north, are dark.", "homes", "home"),
]

NAMED_BEFORE = [
    ("a death toll of ⟦31⟧.", "death toll", "toll"),
    ("The death toll rose to ⟦31⟧.", "death toll", "toll"),
    ("Unemployment rose to ⟦4⟧%.", "Unemployment", "unemployment"),
    ("Total cost: $⟦72,370⟧", "Total cost", "cost"),
    ("Growth across the region has been forecast to slow to ⟦4.7⟧ percent.", "Growth across the region", "growth"),
    ("Global debt, excluding banks, was about $⟦113 trillion⟧.", "Global debt", "debt"),
    ("In 2019, I paid $⟦12,000⟧ for a new roof.", "roof", "roof"),
    ("Its total budget was $⟦11.4 million⟧ last year.", "total budget", "budget"),
]


@pytest.mark.parametrize("marked", NOTHING)
def test_where_nothing_is_counted_nothing_is_read(marked: str) -> None:
    found = read(marked)
    assert found is None or not found.follows


@pytest.mark.parametrize(("marked", "phrase", "head"), FOLLOWING)
def test_a_noun_phrase_behind_the_number(marked: str, phrase: str, head: str) -> None:
    found = read(marked)
    assert found is not None
    assert (found.phrase, found.head, found.follows) == (phrase, head, True)


@pytest.mark.parametrize(("marked", "phrase", "head"), EARLIER)
def test_a_number_that_refers_back_counts_the_same(marked: str, phrase: str, head: str) -> None:
    found = read(marked)
    assert found is not None
    assert (found.phrase, found.head, found.follows) == (phrase, head, False)


@pytest.mark.parametrize(("marked", "phrase", "head"), NAMED_BEFORE)
def test_a_subject_or_label_before_the_number(marked: str, phrase: str, head: str) -> None:
    found = read(marked)
    assert found is not None
    assert phrase in found.phrase
    assert found.head == head
    assert not found.follows
