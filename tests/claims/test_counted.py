"""What a number counts: phrase as written, head in the singular. ⟦…⟧ marks the number in invented letter text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.words import vocabulary
from claims.model import Span
from claims.nouns.counted import CountedReading, read_counted
from claims.text.plurals import is_plural, singular
from claims.units.units import read_unit


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
    ("⟦90⟧% of the country's 54 million people", "people", "person"),
    ("⟦12⟧ of the region's 14 towns", "towns", "town"),
    ("**⟦45⟧** people", "people", "person"),
    ("“⟦45⟧” villages", "villages", "village"),
    ("⟦1,900⟧ of them women", "women", "woman"),
    ("⟦80⟧% of the 2.7 million garment workers", "garment workers", "worker"),
    ("a third of ⟦40⟧ trainees", "trainees", "trainee"),
    ("⟦30⟧% of those arrested", "those arrested", "person"),
    ("⟦20⟧ percent of the US population", "US population", "population"),
    (
        "⟦100⟧ human rights and civil liberties organisations",
        "human rights and civil liberties organisations",
        "organisation",
    ),
    ("⟦8 million⟧ 250ml bottles", "250ml bottles", "bottle"),
    (
        "⟦46⟧ academics, lawyers, journalists and artists, write",
        "academics, lawyers, journalists and artists",
        "academic",
    ),
    ("⟦40⟧ NGOs and trade unions signed", "NGOs and trade unions", "NGO"),
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
    ("The army carried out 52 raids, ⟦29⟧ of which hit schools.", "raids", "raid"),
    ("The court received 37 complaints, of which ⟦22⟧ were dismissed.", "complaints", "complaint"),
    ("112 member states voted in favour, ⟦14⟧ against.", "member states", "state"),
    ("killing at least 17 protesters and wounding ⟦dozens⟧.", "protesters", "protester"),
    ("Only 200 trucks a day enter, compared with ⟦500⟧ before the war.", "trucks", "truck"),
    ("We had 22 break-ins, compared with an average of ⟦20⟧ per week.", "break-ins", "break-in"),
    ("Up to 500 workers died; ⟦70⟧ were migrants.", "", ""),
    ("By March, ⟦2,800⟧ had been arrested.", "", ""),
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
    (
        "The number of internally displaced persons now exceeds ⟦3 million⟧.",
        "number of internally displaced persons",
        "number",
    ),
    ("The group's profits in 2022 grew by just ⟦3⟧%.", "group's profits", "profit"),
    ("Harbour Group closed lower, Baltic Lines, down ⟦68⟧p.", "Baltic Lines", "line"),
    ("Rents rose by 11%, wages by just ⟦2⟧%.", "wages", "wage"),
    ("At a cost of $⟦40 million⟧ a year, it employs many.", "cost", "cost"),
    ("Aid worth US$⟦2.3 billion⟧ was pledged.", "Aid", "aid"),
    ("The U.S. economy risks losing $⟦1.3 trillion⟧ this year.", "U.S. economy", "economy"),
    ("a death toll of ⟦31⟧ was confirmed", "death toll", "toll"),
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
    if not phrase:
        assert found is None
        return
    assert found is not None
    assert (found.phrase, found.head, found.follows, found.refers_back) == (phrase, head, False, True)


@pytest.mark.parametrize(("marked", "phrase", "head"), NAMED_BEFORE)
def test_a_subject_or_label_before_the_number(marked: str, phrase: str, head: str) -> None:
    found = read(marked)
    assert found is not None
    assert phrase in found.phrase
    assert found.head == head
    assert not found.follows


PLURALS = [
    ("people", "person"),
    ("bodies", "body"),
    ("churches", "church"),
    ("airstrikes", "airstrike"),
    ("crises", "crisis"),
    ("women", "woman"),
    ("Organisations", "Organisation"),
    ("sit-ins", "sit-in"),
    ("houses", "house"),
    ("lives", "life"),
]
NO_PLURALS = ["class", "various", "news", "crisis", "virus", "Paris", "this", "analysis", "as", "less", "campus", "gas"]


@pytest.mark.parametrize(("plural", "one"), PLURALS)
def test_plurals_and_their_singular(plural: str, one: str) -> None:
    assert is_plural(plural)
    assert singular(plural) == one
    assert singular(one) == one


@pytest.mark.parametrize("word", NO_PLURALS)
def test_words_in_s_that_are_no_plurals(word: str) -> None:
    assert not is_plural(word)
    assert singular(word) == word


def test_a_short_line_ends_a_phrase_and_a_wrapped_one_does_not() -> None:
    listed = "Coalition of ⟦4⟧\nBaltic Students Union\n"
    wrapped = "The assembly of our whole federation has now named ⟦four⟧\nregional delegates."
    one = read(listed)
    assert one is None or not one.follows
    found = read(wrapped)
    assert found is not None
    assert found.phrase == "regional delegates"


@settings(deadline=None)
@given(st.text(alphabet="aeths ,.-’'“”()%$\nof1", max_size=80), st.integers(0, 79), st.integers(1, 4))
def test_any_text_is_read_without_error_and_what_is_counted_lies_in_it(text: str, start: int, length: int) -> None:
    number = Span(min(start, len(text)), min(start + length, len(text)))
    unit = read_unit(text, number)
    found = read_counted(text, number, unit.after if unit else None, unit.dimension if unit else None)
    if found is not None:
        assert found.phrase == found.span.of(text) != ""
        assert not (found.follows and found.span.start < number.end)


def test_reading_looks_only_at_the_words_around_the_number() -> None:
    near = "x" * 500_000 + ". The army killed 31 people. " + "(" * 100_000 + "y " * 300_000
    at = near.index("31")
    found = read_counted(near, Span(at, at + 2))
    assert found is not None
    assert found.phrase == "people"


@pytest.mark.parametrize(("plural", "one"), sorted(vocabulary("nouns")["irregular"].items()))
def test_every_irregular_plural_of_the_vocabulary(plural: str, one: str) -> None:
    assert is_plural(plural)
    assert singular(plural) == one


@pytest.mark.parametrize("word", vocabulary("nouns")["not_plural"])
def test_every_word_in_s_of_the_vocabulary_stays_as_it_is(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize("word", vocabulary("nouns")["nominal"])
def test_every_noun_made_of_a_participle_counts_persons(word: str) -> None:
    found = read(f"There were ⟦31⟧ {word}.")
    assert found is not None
    assert (found.phrase, found.head) == (word, "person")


@pytest.mark.parametrize("noun", vocabulary("nouns")["persons"])
def test_every_noun_of_the_list_joins_others_in_one_count(noun: str) -> None:
    found = read(f"signed by ⟦46⟧ lawyers and {noun}.")
    assert found is not None
    assert found.phrase == f"lawyers and {noun}"


@pytest.mark.parametrize("word", [w for w in vocabulary("nouns")["stops"] if w not in vocabulary("nouns")["fillers"]])
def test_every_word_that_ends_a_phrase_ends_it(word: str) -> None:
    found = read(f"the ⟦31⟧ detained monks {word} villages")
    assert found is not None
    assert found.phrase == "detained monks"
