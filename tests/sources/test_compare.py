"""What a verdict tells beside its axis: sentences, near misses, suggestions, and what is not compared at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from claims.model import Citation, Claim, Letter, Place, Span
from sources.compare import compare_claim
from sources.comparison.asking.weighing import Scales
from sources.lookup.table_index import Index
from sources.model import Observation, ReferenceTable, Verdict
from sources.settings import DEFAULTS

START, LETTER = date(2020, 1, 1), date(2020, 7, 1)
Compare = Callable[..., Verdict]


@pytest.fixture
def compare(
    claim_of: Callable[..., Claim], letter_of: Callable[..., Letter], table_of: Callable[..., ReferenceTable]
) -> Compare:
    """Compare a claim of people killed in Erehwon since 1 January 2020 with the rows given."""

    def run(value: object, rows: list[Observation], *, letter: date | None = LETTER, **changes: Any) -> Verdict:
        told = {"measure": "killed", "start": START, "end": LETTER, "place": "Erehwon", **changes}
        in_note = told.pop("in_note", False)
        scales = Scales(index=Index(table_of(rows)), settings=DEFAULTS)
        return compare_claim(claim_of(value, **told), letter_of(letter), scales, in_note=in_note)

    return run


@pytest.fixture
def row(observation_of: Callable[..., Observation]) -> Callable[..., Observation]:
    return observation_of


UNLIKE = [
    ({"kind": "percentage", "dimension": "percentage", "quantity_unit": "percent"}, "told as percentage"),
    ({"kind": "money", "dimension": "money", "quantity_unit": "USD"}, "told as money"),
    ({"direction": "up", "start": None}, "does not tell from when to when"),
    ({"direction": "up", "start": date(2020, 3, 1)}, "no counter of"),
    ({"measure": None}, "No measure of the table fits"),
    ({"measure": "unheard_of"}, "No measure of the table fits"),
    ({"measure": "dead_in_event"}, "names no event that the table knows"),
    ({"measure": "wounded"}, 'no figure of "Wounded"'),
    ({"place": None}, 'figures of "Killed" are of one place'),
    ({"place": "Utopia"}, "for Utopia"),
    ({"measure": "signers", "kind": "signatories"}, "its own signatories"),
]


@pytest.mark.parametrize(("changes", "why"), UNLIKE)
def test_what_cannot_be_compared_says_why(
    compare: Compare, row: Callable[..., Observation], changes: dict[str, Any], why: str
) -> None:
    found = compare(500, [row("a", 500)], **changes)
    assert found.against_source == "unverified"
    assert why in found.explanation
    assert found.observation_ids == ()


def test_a_letter_of_the_very_day_of_a_total_is_not_confirmed_by_it(
    compare: Compare, row: Callable[..., Observation]
) -> None:
    rows = [row("own", 120, measure_id="signers", event_id="petition", place=None, period_start=None)]
    found = compare(
        120,
        rows,
        letter=date(2020, 3, 1),
        measure="signers",
        kind="signatories",
        event="petition",
        place=None,
        start=None,
    )
    assert (found.against_source, found.needs_editor, found.evidence) == ("unverified", False, ())


def test_an_event_told_by_a_long_name_is_found(compare: Compare, row: Callable[..., Observation]) -> None:
    told = {"measure_id": "dead_in_event", "event_id": "flood", "place": "Yarg", "period_start": date(2020, 5, 1)}
    rows = [row("toll", 14, period_end=date(2020, 5, 5), **told)]
    found = compare(14, rows, measure="dead_in_event", place="Yarg", start=None, sentence="In the great flood 14 died.")
    assert found.against_source == "unverified"
    sentence = "The petition of the bakers of Erehwon was signed by 120."
    rows = [row("total", 120, measure_id="signers", event_id="petition", place=None, period_start=None)]
    found = compare(120, rows, measure="signers", place=None, start=None, sentence=sentence)
    assert found.against_source == "consistent"


EVENTS = [
    (14, "Yarg", date(2020, 5, 1), "unverified"),
    (14, "Oldtown", date(2020, 5, 1), "consistent"),
    (30, "Oldtown", date(2020, 5, 1), "not_comparable"),
    (14, "Oldtown", date(2020, 5, 2), "unverified"),
    (14, "Utopia", date(2020, 5, 1), "unverified"),
]


@pytest.mark.parametrize(("value", "place", "day", "axis"), EVENTS)
def test_an_event_found_by_its_day_refutes_nothing(
    claim_of: Callable[..., Claim],
    letter_of: Callable[..., Letter],
    table_of: Callable[..., ReferenceTable],
    row: Callable[..., Observation],
    value: int,
    place: str,
    day: date,
    axis: str,
) -> None:
    told = {"measure_id": "dead_in_event", "event_id": "flood", "place": "Mill", "period_start": date(2020, 5, 1)}
    table = table_of([row("toll", 14, period_end=date(2020, 5, 5), **told)])
    flood = replace(next(each for each in table.events if each.event_id == "flood"), place="Mill")
    places = [
        *table.places,
        Place(place_id="ERE-Y-O-M", name="Mill", aliases=(), kind="village", parent="ERE-Y-O"),
    ]
    scales = Scales(
        index=Index(replace(table, events=(flood,), places=tuple(places))),
        settings=DEFAULTS,
    )
    claim = claim_of(value, measure="dead_in_event", place=place, start=day, end=day)
    assert compare_claim(claim, letter_of(LETTER), scales).against_source == axis


def test_a_day_of_two_events_names_neither(compare: Compare, row: Callable[..., Observation]) -> None:
    told = {"measure_id": "dead_in_event", "place": None, "period_start": date(2020, 5, 1)}
    rows = [row("a", 14, event_id="flood", **told), row("b", 14, event_id="petition", **told)]
    found = compare(14, rows, measure="dead_in_event", start=date(2020, 4, 1), end=date(2020, 4, 1))
    assert found.against_source == "unverified"


def test_a_start_inherited_from_elsewhere_refutes_nothing(compare: Compare, row: Callable[..., Observation]) -> None:
    rows = [row("a", 5000, period_end=LETTER)]
    told = compare(30, rows, comparator=">=")
    inherited = compare(30, rows, comparator=">=", period_span=None)
    assert (told.against_source, inherited.against_source) == ("understated", "not_comparable")
    assert "does not say since when" in inherited.explanation
    assert compare(5000, rows, period_span=None).against_source == "consistent"


def test_missing_dates_are_named(compare: Compare, row: Callable[..., Observation]) -> None:
    rows = [row("a", 300, period_start=date(2019, 6, 1), period_end=date(2020, 4, 30))]
    assert "Nothing covers 1 May–1 July 2020." in compare(300, rows).explanation


def test_the_same_number_of_another_window_is_told(compare: Compare, row: Callable[..., Observation]) -> None:
    rows = [row("a", 300, period_start=date(2019, 6, 1), period_end=date(2020, 4, 30))]
    found = compare(300, rows)
    assert "The number equals 300 of Producer A" in found.explanation
    assert found.suggestion == "300 people between 1 June 2019 and 30 April 2020 (Producer A)"
    assert found.needs_editor


def test_a_refuted_claim_whose_number_stands_elsewhere_is_not_refuted(
    compare: Compare, row: Callable[..., Observation]
) -> None:
    year = row("year", 900, period_start=date(2019, 1, 1), period_end=LETTER)
    half = row("half", 300, period_end=LETTER)
    found = compare(900, [year, half])
    assert (found.against_source, "window_mismatch" in found.cautions) == ("not_comparable", True)
    assert compare(800, [year, half]).against_source == "overstated"


def test_a_cited_text_that_is_not_there_is_said_so(
    compare: Compare, row: Callable[..., Observation], note_of: Callable[..., Citation]
) -> None:
    found = compare(500, [row("a", 500, period_end=LETTER)], citations=(note_of("b", date(2020, 6, 1)),), end=LETTER)
    assert "The cited text (Producer B, 1 June 2020) is not in the table." in found.explanation


CITED = [
    ((), None, False, ["citation_missing"]),
    ((), "Producer A", False, []),
    ((), None, True, []),
    (("lost",), None, False, ["citation_unresolved"]),
    (("lost", "note"), None, False, []),
    (("note",), None, False, []),
]


@pytest.mark.parametrize(("citations", "attribution", "in_note", "cautions"), CITED)
def test_cautions_of_the_citation(
    compare: Compare,
    lost_link: Citation,
    note_of: Callable[..., Citation],
    citations: tuple[str, ...],
    attribution: str | None,
    in_note: bool,
    cautions: list[str],
) -> None:
    given = tuple(lost_link if each == "lost" else note_of(None, None) for each in citations)
    found = compare(500, [], citations=given, attribution=attribution, in_note=in_note)
    assert list(found.cautions) == cautions


HEDGES = [
    ("an estimated 500 people", "500 people were killed.", True),
    ("an estimated 500 people", "An estimated 500 people were killed.", False),
    ("an estimated 500 people", "Some 500 people were killed.", False),
    ("500 reported deaths", "500 people were killed.", True),
    ("500 people were killed", "500 people were killed.", False),
]


@pytest.mark.parametrize(("printed", "sentence", "dropped"), HEDGES)
def test_a_hedge_of_the_source_that_the_letter_drops(
    compare: Compare, row: Callable[..., Observation], printed: str, sentence: str, dropped: bool
) -> None:
    found = compare(500, [row("a", 500, period_end=LETTER, as_printed=printed)], sentence=sentence)
    assert ("caveat_dropped" in found.cautions) == dropped


def test_near_misses_have_reasons(compare: Compare, row: Callable[..., Observation]) -> None:
    rows = [
        row("hit", 500, period_end=LETTER),
        row("start", 500, period_start=date(2019, 1, 1), period_end=date(2020, 6, 1)),
        row("weak", 500, period_end=LETTER, grade="weak", producer_id="b"),
        row("late", 700, period_start=date(2020, 8, 1), period_end=date(2020, 9, 1)),
        row("toll", 500, event_id="flood", period_end=date(2020, 6, 1)),
        row("other", 500, measure_id="wounded", period_end=date(2020, 6, 1)),
        row("far", 500, place="Utopia", period_end=LETTER),
    ]
    reasons = {miss.observation.observation_id: miss.reason for miss in compare(500, rows).near_misses}
    assert len(reasons) == DEFAULTS.near_misses
    assert reasons["start"] == "counts from 1 January 2019, the claim from 1 January 2020"
    assert reasons["toll"] == "is the toll of one event (The great flood), the claim a running count"
    assert reasons["other"] == "counts something else: Wounded"
    assert reasons["far"] == "is about Utopia"
    assert "hit" not in reasons


def test_a_correction_counts_from_its_publication(compare: Compare, row: Callable[..., Observation]) -> None:
    wrong = row("wrong", 900, period_end=date(2020, 6, 1), superseded_by="right")
    right = row("right", 500, period_end=date(2020, 6, 1), published_on=date(2020, 8, 1))
    before = compare(900, [wrong, right], end=date(2020, 6, 1))
    assert before.against_source == "consistent"
    after = compare(900, [wrong, right], letter=date(2020, 9, 1), end=date(2020, 6, 1))
    assert after.against_source == "overstated"


def test_publication_by_rule_is_told(compare: Compare, row: Callable[..., Observation]) -> None:
    day = date(2020, 6, 30)
    rows = [row("a", 500, period_end=day, published_on=None, published_by_rule=date(2020, 7, 1))]
    found = compare(500, rows)
    assert "10 days after the as-of date are taken" in found.explanation


def test_two_documents_of_one_outlet_are_one_slip(compare: Compare, row: Callable[..., Observation]) -> None:
    window = {"period_start": date(2019, 6, 1), "period_end": date(2020, 4, 30)}
    found = compare(300, [row("a", 300, **window), row("b", 300, published_by="Another Paper", **window)])
    assert found.arithmetic.count("Producer A") == 1


def test_spans_of_claims_do_not_matter(compare: Compare, row: Callable[..., Observation]) -> None:
    rows = [row("a", 500, period_end=LETTER)]
    assert compare(500, rows) == compare(500, rows, span=Span(7, 9))


PLACES = [
    ("from the sentence before", 500, "consistent"),
    ("from the sentence before", 900, "not_comparable"),
    ("from the sentence before", 200, "not_comparable"),
    (None, 500, "not_comparable"),
]


@pytest.mark.parametrize(("inherited", "value", "axis"), PLACES)
def test_an_inherited_part_of_a_country_may_mean_the_country(
    compare: Compare, row: Callable[..., Observation], inherited: str | None, value: int, axis: str
) -> None:
    rows = [row("a", 500, period_end=date(2020, 6, 20))]
    found = compare(value, rows, place="Yarg", place_inherited=inherited)
    assert found.against_source == axis
    assert ("of the whole country" in found.explanation) == (axis == "consistent")


COUNTED = [(1234, "Erehwon", 1), (1234, "Utopia", 0), (1235, "Erehwon", 0), (123, "Erehwon", 0)]


@pytest.mark.parametrize(("value", "place", "found"), COUNTED)
def test_a_number_of_which_nobody_knows_what_it_counts(
    compare: Compare, row: Callable[..., Observation], value: int, place: str, found: int
) -> None:
    rows = [row("a", 1234, period_end=date(2020, 6, 1)), row("b", 123, period_end=date(2020, 6, 1))]
    verdict = compare(value, rows, measure=None, place=place)
    assert verdict.against_source == "unverified"
    assert len(verdict.near_misses) == found
    assert ("the sentence does not tell" in verdict.explanation) == bool(found)


def test_a_range_shows_both_its_ends(compare: Compare, row: Callable[..., Observation]) -> None:
    found = compare(400, [row("a", 500, period_end=LETTER)], comparator="range", low=400, high=600)
    assert found.arithmetic == "500 (Producer A, 1 Jan–1 Jul 2020) ⇒ 400–600"


def test_days_of_long_ago_do_no_harm(compare: Compare, row: Callable[..., Observation]) -> None:
    day = date(1, 1, 1)
    assert compare(500, [row("a", 500)], letter=day, start=day, end=day).against_source == "not_comparable"
    held = row("a", 500, measure_id="held", period_start=None)
    assert compare(500, [held], measure="held", letter=day, start=None, end=day).against_source == "not_comparable"


OWN = [
    ({}, False),
    ({"end": None}, False),
    ({"end": date(2020, 2, 1)}, True),
    ({"in_note": True}, True),
]


@pytest.mark.parametrize(("changes", "asks"), OWN)
def test_whose_signatories_are_counted(compare: Compare, changes: dict[str, Any], asks: bool) -> None:
    found = compare(120, [], **{"measure": "signers", "kind": "signatories", "start": None, "place": None, **changes})
    assert (found.against_source, found.needs_editor) == ("unverified", asks)


PLACES_BY_EVENT = [(500, "consistent"), (900, "not_comparable"), (200, "not_comparable")]


@pytest.mark.parametrize(("value", "axis"), PLACES_BY_EVENT)
def test_a_place_taken_from_an_event_refutes_nothing(
    compare: Compare, row: Callable[..., Observation], value: int, axis: str
) -> None:
    rows = [row("a", 500, place="Yarg", period_start=date(2020, 5, 1), period_end=LETTER)]
    found = compare(value, rows, place=None, start=date(2020, 5, 1), anchor="flood")
    assert found.against_source == axis
