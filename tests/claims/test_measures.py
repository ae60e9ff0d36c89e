"""What a figure measures: the closest measures of the field, one only when it is beyond doubt, else none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extraction import Extraction

Reader = Callable[..., Extraction]


def measures(read: Reader, body: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(c.measure, c.measures_possible) for c in read(body).claims if c.kind == "statistic"]


@pytest.mark.parametrize(
    "body",
    [
        "Cholera has killed 500 people since the coup.",
        "The disease has claimed 500 deaths under the army.",
        "The Northern Liberation Army killed 30 people.",
        "Rebels killed 30 people near an army post.",
        "The army could kill 30 people more.",
        "The army has not killed 30 people.",
        "Hundreds of attacks on journalists were recorded by the army.",
        "We saw 300 attacks on the web.",
        "The army killed 31 journalists.",
        "The army killed 31 horses.",
        "Every week, the army kills 30 people.",
        "The army sentenced 31 people to death and jailed none.",
        "The army arrested some and fined 200 people.",
        "Since the coup, the army has killed 500 children.",
        "The army forced 2 million people to flee their homes.",
        "In the market 300 organisations sell fish.",
        "The army fired 30 shots.",
        "Killers read 30 books under the army.",
    ],
)
def test_no_measure(read: Reader, body: str) -> None:
    assert all(measure is None for measure, _ in measures(read, body))


@pytest.mark.parametrize(
    ("body", "measure"),
    [
        ("The army has killed 3,000 people.", "killed"),
        ("The killing of 31 people by soldiers shocks us.", "killed"),
        ("Soldiers left a death toll of 31.", "killed"),
        ("Under the army the death toll has risen to 310.", "killed"),
        ("Shelling caused 31 deaths.", "killed"),
        ("Twenty-two people died when soldiers fired.", "killed"),
        ("Soldiers fired, and 22 died.", "killed"),
        ("In raids of the army, 31 people, most of them old, were killed.", "killed"),
        ("The army claimed the lives of 31 people.", "killed"),
        ("Air raids killed 300 civilians since the coup.", "killed_in_raids"),
        ("On 2 May 2023 shelling killed 22 children.", "children_killed"),
        ("On 2 May 2023, 29 people, including 11 children, were killed by soldiers.", "children_killed"),
        ("On 2 May 2023 soldiers wounded 40 people.", "injured"),
        ("On 1 August 2022 the flood killed 500 people.", "flood_deaths"),
        ("The flood killed 500 people.", "flood_deaths"),
        ("Police arrested 400 people.", "arrested"),
        ("There have been 400 arrests.", "arrested"),
        ("Since the coup 22,000 arrested, none tried.", "arrested"),
        ("Today 400 people remain in detention.", "held"),
        ("Today 400 people are still detained.", "held"),
        ("In Atria 400 people are serving sentences.", "serving"),
        ("By June 2023, 2 million people were internally displaced.", "displaced"),
        ("Now there are 2 million IDPs.", "displaced"),
        ("Since the coup 2 million people were forced to flee their homes.", "displaced_since"),
        ("Since March 2020 the army has forced 2 million people to flee.", "displaced_since"),
        ("The army carried out 300 attacks.", "attacks"),
        ("The army carried out 300 air raids.", "air_raids"),
        ("We counted 300 deadly air strikes.", "air_raids"),
        ("Now 18 million people (a third of all) are in need of assistance.", "need"),
    ],
)
def test_measure(read: Reader, body: str, measure: str) -> None:
    assert measure in [found for found, _ in measures(read, body)]


def test_what_another_figure_s_part_says_does_not_count(read: Reader) -> None:
    body = "Since the coup, soldiers murdered over 4,000 people, with nearly 20,000 still in detention."
    assert [m for m, _ in measures(read, body)] == ["killed", "held"]
    body = "After the flood more than 5,100 were injured and 114 are missing."
    assert measures(read, body)[1] == (None, ())


def test_still_detained_is_not_arrested(read: Reader) -> None:
    assert measures(read, "Of them 22,000 are still detained.") == [("held", ("held",))]


def test_the_subject_before_a_figure_tells_what_it_counts(read: Reader) -> None:
    assert measures(read, "Since May the number of air raids has risen to 2,471.") == [("air_raids", ("air_raids",))]
    assert measures(read, "The number of internally displaced people stands at 2 million.")[0][0] == "displaced"


def test_a_producer_of_the_count_is_evidence_of_the_agent(read: Reader) -> None:
    assert measures(read, "According to Atria Monitor, 300 people were killed.") == [("killed", ("killed",))]
    assert measures(read, "According to Borland Post, 300 people were killed.") == [(None, ())]


def test_a_word_that_fits_two_keeps_both_and_prefers_the_wider(read: Reader) -> None:
    assert measures(read, "The army has jailed 19,000 people.") == [("held", ("held", "serving"))]


def test_detained_since_may_count_arrests_as_well(read: Reader) -> None:
    ((measure, possible),) = measures(read, "Since the coup, 500 people have been detained.")
    assert measure is None
    assert possible == ("held", "arrested")


def test_a_list_governed_by_one_verb_is_read_member_by_member(read: Reader) -> None:
    killed, jailed = read("The army has killed 3,000 people and jailed 19,000 more.").claims
    assert (killed.measure, jailed.measure) == ("killed", "held")
    assert jailed.unit == "person"


def test_each_verb_governs_its_own_figure(read: Reader) -> None:
    body = "On 2 May 2023, soldiers killed 31 people, wounded 20 and arrested 15."
    assert [m for m, _ in measures(read, body)] == ["killed", "injured", "arrested"]


def test_one_event_s_toll_keeps_the_wider_measure_too(read: Reader) -> None:
    ((measure, possible),) = measures(read, "On 2 May 2023 air raids killed 31 civilians.")
    assert measure == "killed"
    assert possible == ("killed", "killed_in_raids")


def test_the_agent_may_be_named_earlier_in_the_paragraph(read: Reader) -> None:
    assert measures(read, "The army rules. Since May, 300 people have been killed.") == [("killed", ("killed",))]
    assert measures(read, "Nobody rules. Since May, 300 people have been killed.") == [(None, ())]
