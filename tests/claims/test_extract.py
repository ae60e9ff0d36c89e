"""From a letter to claims: kinds, citations, ids, offsets."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from claims.drafting.identity import claim_ids, plain_number
from claims.extraction import Extraction

Reader = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("body", "kind", "comparator", "value"),
    [
        ("Over 40% of homes burned.", "percentage", ">", "40"),
        ("A third of the people fled.", "percentage", "=", None),
        ("It costs at least $2.5 million.", "money", ">=", "2500000"),
        ("For over four years it lied.", "duration", ">", "4"),
        ("The 46th Summit failed.", "ordinal", "=", "46"),
        ("Nearly 300 people wait.", "statistic", "~", "300"),
        ("Dozens of people wait.", "statistic", "range", "24"),
    ],
)
def test_kinds(read: Reader, body: str, kind: str, comparator: str, value: str | None) -> None:
    (claim,) = read(body).claims
    assert (claim.kind, claim.quantity.comparator) == (kind, comparator)
    assert value is None or claim.quantity.value == Decimal(value)


@pytest.mark.parametrize(
    "body",
    [
        "We recall the Five-Point Consensus and the 88 Generation.",
        "It met on 12 May 2025 at 5 pm.",
        "See Resolution 2669 and A/HRC/32/L.20.",
        "One of them told one another.",
        "The group was founded in June 2013.",
    ],
)
def test_no_claim(read: Reader, body: str) -> None:
    assert not read(body).claims


def test_every_span_is_the_text_beside_it(read: Reader) -> None:
    extraction = read("The army [has *killed*](#) **at least 3,897&nbsp;people** and “jailed” 19,740 more<sup>2</sup>.")
    text = extraction.letter.text
    assert len(extraction.claims) == 2
    for claim in extraction.claims:
        assert claim.span.of(text) == claim.text
        assert claim.sentence_span.of(text) == claim.sentence
        assert claim.text in claim.sentence
        assert claim.quantity.span.of(text) == claim.quantity.text
        assert claim.period is None or claim.period.span is None or claim.period.span.of(text) == claim.period.text
        assert all(c.span is not None and c.span.of(text) for c in claim.citations)
    assert [str(claim.quantity.value) for claim in extraction.claims] == ["3897", "19740"]


NOTES = "\n\nNotes\n\n[1] Atria Monitor, Daily briefing, 7 August 2023\n[2] Borland Post, 3 May 2023"


def test_a_mark_at_the_end_governs_all_figures_before_it(read: Reader) -> None:
    claims = read(f"The army killed 3,897 people and jailed 19,740 more.[1] It lies. [2]{NOTES}").claims
    assert [[c.mark for c in claim.citations] for claim in claims] == [["1"], ["1"]]
    assert claims[0].citations[0].producer == "monitor"


def test_a_mark_inside_governs_what_stands_before_it(read: Reader) -> None:
    claims = read(f"The army killed 3,897 people[1] and jailed 19,740 more[2] this year.{NOTES}").claims
    assert [[c.mark for c in claim.citations] for claim in claims] == [["1"], ["2"]]


def test_a_mark_of_the_next_sentence_cites_nothing_here(read: Reader) -> None:
    claims = read(f"The army killed 3,897 people. It lies.[1] It steals.[2]{NOTES}").claims
    assert claims[0].citations == ()


def test_a_mark_without_its_note_is_a_problem(read: Reader) -> None:
    claims = read(f"The army killed 3,897 people.[1] It jailed 40.[3]{NOTES}").claims
    assert [c.problem is None for claim in claims for c in claim.citations] == [True, False]


def test_a_link_on_the_verb_governs_the_figures_of_its_part(read: Reader) -> None:
    claims = read("The army [killed](#) at least 22 children and two teachers; it jailed 40 monks.").claims
    assert [len(claim.citations) for claim in claims] == [1, 1, 0]
    assert claims[0].citations[0].problem is not None
    (linked,) = read("The army [killed 30 people](https://a.example/x) in May.").claims
    assert (linked.citations[0].url, linked.citations[0].problem) == ("https://a.example/x", None)


def test_a_source_named_in_words(read: Reader) -> None:
    (claim,) = read("According to Atria Monitor, the army killed 30 people.").claims
    assert claim.attribution == "Atria Monitor"
    assert [(c.kind, c.producer) for c in claim.citations] == [("attribution", "monitor")]


def test_signatories_of_this_letter_and_of_another(read: Reader) -> None:
    body = (
        "We, the undersigned 285 civil society organisations, write again.[1]"
        "\n\nNotes\n\n[1] 448 regional organisations, ‘Stop the army’ [open letter], 14 July 2022"
    )
    own, other = read(body).claims
    assert (own.kind, own.measure, own.place) == ("signatories", "signatories", None)
    assert (other.kind, other.measure, int(other.quantity.value)) == ("signatories", "signatories", 448)
    assert other.period is not None
    assert str(other.period.end) == "2022-07-14"


def test_a_title_that_repeats_the_total_counts_signatories(read: Reader) -> None:
    body = "We, the undersigned 118 civil society organisations, write again."
    first, second = read(body, title="Joint statement: 118 organisations write to Atria").claims
    assert (first.kind, second.kind) == ("signatories", "signatories")


def test_lines_numbered_without_a_sign_are_numbered(read: Reader) -> None:
    body = "The army lies.\n\n1 Harbour Watch, Report on Atria, 7 May 2023\n\n2 Coast Post, News, 8 May 2023"
    assert not read(body).claims
    (claim,) = read("The army lies.\n\n1 Harbour Watch report counts 30 dead.").claims[-1:]
    assert claim.text != "1 Harbour Watch"


def test_numbers_in_a_cited_title_are_not_the_letter_s(read: Reader) -> None:
    body = "It lies.[1]\n\nNotes\n\n[1] Borland Post, ‘Army kills 3,000 people in a day’, 3 May 2023"
    assert not read(body).claims


def test_the_toll_of_an_event_told_in_two_sentences(read: Reader) -> None:
    body = "On 3 June 2023 soldiers raided Harbour Township. The attack killed 9 people."
    (claim,) = read(body).claims
    assert (claim.event, claim.measure) == ("raid_harbour", "killed")
    assert claim.period is not None
    assert claim.period.inherited == "dates of raid_harbour"


def test_a_toll_without_the_year_takes_it_from_the_event(read: Reader) -> None:
    (claim,) = read("On 3 June soldiers killed 9 people in Harbour Township.", written="1 March 2025").claims
    assert claim.event == "raid_harbour"
    assert claim.period is not None
    assert str(claim.period.start) == "2023-06-03"


def test_since_an_event_is_no_toll_of_it(read: Reader) -> None:
    (claim,) = read("Since the raid on the Harbour market on 3 June 2023 the army has killed 9 people.").claims
    assert claim.event is None


def test_an_id_outlives_edits_elsewhere(read: Reader) -> None:
    before = read("The army killed 30 people. It jailed 40 people.").claims
    after = read("New words, and 77 more reasons to act.\n\nThe army killed 30 people. It jailed 50 people.").claims
    assert before[0].claim_id in {claim.claim_id for claim in after}
    assert before[1].claim_id not in {claim.claim_id for claim in after}


def test_the_same_words_twice_are_two_claims(read: Reader) -> None:
    claims = read("The army killed 30 people. The army killed 30 people.").claims
    assert len({claim.claim_id for claim in claims}) == 2


def test_ids_depend_on_words_value_and_turn() -> None:
    one = claim_ids("x", [("30 people", Decimal(30)), ("30\npeople", Decimal("30.0")), ("30 people", Decimal(31))])
    assert len(set(one)) == 3
    assert one[0] == claim_ids("x", [("30 people", Decimal("30.00"))])[0]
    assert all(name.startswith("x-") for name in one)


@pytest.mark.parametrize(("value", "text"), [("3500000.0", "3500000"), ("1.50", "1.5"), ("0", "0"), ("100", "100")])
def test_plain_number(value: str, text: str) -> None:
    assert plain_number(Decimal(value)) == text


@pytest.mark.parametrize(
    "body", ["", " ", "No numbers here.", "9" * 5000, "[" * 3000, "(" * 3000 + "5", "since the coup " * 300]
)
def test_odd_letters_are_read(read: Reader, body: str) -> None:
    extraction = read(body)
    assert extraction.numbers.claimed == len(extraction.claims)
