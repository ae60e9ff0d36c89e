"""What the notes and links of a letter lead to in the table, and which claims it has nothing for."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from claims.extracting import extract
from claims.extraction import Extraction
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import Observation, ReferenceTable
from sources.table.load import load_table
from sources.worklist.bibliography import Entry, bibliography
from sources.worklist.gaps import Gap, gaps_of
from sources.worklist.shelf_of_sources import Shelf
from sources.worklist.unlisted import unlisted

TABLE = load_table()
FIRST = TABLE.observations[0]
HEAD = "Open letter on shelter in the hills\n\n4 September 2023\n\nDear ministers,\n\n"
FOOT = "\n\nYours sincerely,\nThe hill committee\n"


def read(body: str, notes: str = "", letter_id: str = "a") -> Extraction:
    text = f"{HEAD}{body}{FOOT}" + (f"\nNotes\n{notes}\n" if notes else "")
    return extract(letter_from_bytes(text.encode(), path=f"{letter_id}.txt", letter_id=letter_id), TABLE.field)


def row(name: str, **changes: object) -> Observation:
    return dataclasses.replace(FIRST, observation_id=name, **changes)  # type: ignore[arg-type]


def table(*rows: Observation) -> ReferenceTable:
    return dataclasses.replace(TABLE, observations=rows)


SHELF = Shelf(
    table(
        row("by-address", url="https://www.hills.example.org/count/", title="Count"),
        row("by-day", producer_id="aapp", published_on=date(2023, 8, 11), period_end=date(2023, 8, 10), url=""),
        row("by-as-of", producer_id="ocha", published_on=None, period_end=date(2023, 7, 1), url=""),
        row(
            "by-month",
            producer_id="unhcr",
            published_on=None,
            period_end=date(2023, 6, 30),
            period_end_grain="month",
            url="",
        ),
        row("titled", title="Where the shelters of the hills stand", published_on=date(2023, 2, 3), url=""),
        row("bulletin-1", title="Bulletin on the state of the wells", published_on=date(2023, 1, 1), url=""),
        row("bulletin-2", title="Bulletin on the state of the wells", published_on=date(2023, 2, 1), url=""),
        row("short", title="Update", url=""),
    )
)

NOTES = [
    ("Hill Observatory, Count, https://hills.example.org/count", "observation", ("by-address",), None),
    ("Hill Observatory, Count, https://hills.example.org/other", "not in the table", (), None),
    ("AAPP, Daily briefing, 11 August 2023.", "observation", ("by-day",), "aapp"),
    ("AAPP, Daily briefing, 12 August 2023.", "producer", (), "aapp"),
    ("OCHA, Update of the hills, 1 July 2023.", "observation", ("by-as-of",), "ocha"),
    ("UNHCR, Count, 30 June 2023.", "producer", (), "unhcr"),
    ("Hill Observatory, ‘Where the shelters of the hills stand’, 3 February 2023.", "observation", ("titled",), None),
    ("Hill Observatory, ‘Where the shelters of the hills stand’, 4 February 2023.", "not in the table", (), None),
    ("Hill Observatory, ‘Where the shelters of the hills stand’.", "observation", ("titled",), None),
    ("Well Watch, Bulletin on the state of the wells.", "not in the table", (), None),
    ("Well Watch, Bulletin on the state of the wells, 1 February 2023.", "observation", ("bulletin-2",), None),
    ("Well Watch, Update.", "not in the table", (), None),
]  # fmt: skip


@pytest.mark.parametrize(("note", "resolution", "ids", "producer"), NOTES)
def test_a_note(note: str, resolution: str, ids: tuple[str, ...], producer: str | None) -> None:
    (entry,) = bibliography(read("The roads are closed.[1]", f"[1] {note}"), SHELF)
    assert (entry.resolution, entry.observation_ids, entry.producer_id) == (resolution, ids, producer)
    assert (entry.kind, entry.mark) == ("footnote", "1")


LINKS = [
    ("[a count](https://hills.example.org/count)", "observation", ("by-address",), None),
    ("[a study](#)", "leads nowhere", (), None),
    ("[a page](https://data.unhcr.org/en/situations)", "producer", (), "unhcr"),
    ("[a page](https://notunhcr.org/en)", "not in the table", (), None),
    ("https://hills.example.org/count", "observation", ("by-address",), None),
]


@pytest.mark.parametrize(("link", "resolution", "ids", "producer"), LINKS)
def test_a_link(link: str, resolution: str, ids: tuple[str, ...], producer: str | None) -> None:
    (entry,) = bibliography(read(f"The roads are closed, as {link} shows."), SHELF)
    assert (entry.kind, entry.resolution, entry.observation_ids) == ("link", resolution, ids)
    assert entry.producer_id == producer


@pytest.mark.parametrize("body", ["Write to [us](mailto:desk@hills.example.org).", "Nothing is cited here."])
def test_what_is_no_source(body: str) -> None:
    assert bibliography(read(body), SHELF) == ()


def test_a_link_in_a_note_is_the_notes(packaged_table: ReferenceTable) -> None:
    entries = bibliography(read("The roads are closed.[1]", "[1] See https://hills.example.org/count."), SHELF)
    assert [entry.kind for entry in entries] == ["footnote"]


def test_entries_name_the_claims_that_cite_them() -> None:
    extraction = read("At least 70 shelters were lost.[1] The roads are closed.[2]", "[1] AAPP, List.\n[2] OCHA, Map.")
    first, second = bibliography(extraction, SHELF)
    (claim,) = extraction.claims
    assert (first.claim_ids, second.claim_ids) == ((claim.claim_id,), ())


def test_spans_point_into_the_letter() -> None:
    extraction = read("The roads [are](https://x.example.net) closed.[1]", "[1] AAPP, List.")
    for entry in bibliography(extraction, SHELF):
        assert " ".join(entry.span.of(extraction.letter.text).split()).find(entry.text) >= 0


def gaps(*bodies: str) -> tuple[Gap, ...]:
    letters = [read(body, letter_id=f"l{number}") for number, body in enumerate(bodies)]
    return gaps_of([(letter, compare_letter(letter, TABLE)) for letter in letters], TABLE)


def test_what_the_table_answers_is_no_gap() -> None:
    assert gaps("As of 11 August 2023, 3,919 people have been killed in Myanmar since the coup.") == ()


def test_a_letters_own_signatories_are_no_gap() -> None:
    assert gaps("We, the undersigned 90 organisations, ask for shelter.") == ()


def test_the_most_frequent_comes_first() -> None:
    found = gaps(
        "Another 52 lighthouses were closed in Chad.",
        "In Chad, 61 wells have been poisoned. In Chad, 62 wells have been poisoned since April 2023.",
        "In Chad, 60 wells were poisoned.",
    )
    assert [(gap.counted, len(gap.claims)) for gap in found][-1] == ("lighthouses", 1)
    assert {gap.counted for gap in found[:-1]} == {"wells"}
    assert sum(len(gap.claims) for gap in found) == 4
    assert {claim.letter_id for gap in found for claim in gap.claims} == {"l0", "l1", "l2"}


def test_one_place_and_period_is_one_gap_however_the_letters_put_it() -> None:
    (gap,) = gaps(
        "Since 1 February 2021, 70 wells have been poisoned in Burma.",
        "Since 1 February 2021, 90 wells have been poisoned in Myanmar.",
    )
    assert (gap.place, gap.start, gap.until, len(gap.claims)) == ("Myanmar", date(2021, 2, 1), "2023-09", 2)


def test_order_of_letters_does_not_matter_to_what_is_missing() -> None:
    bodies = ("In Chad, 61 wells have been poisoned.", "In Peru, 52 lighthouses were closed.")
    keys = [[(gap.what, gap.place, gap.start, gap.until) for gap in gaps(*order)] for order in (bodies, bodies[::-1])]
    assert keys[0] == keys[1]


def test_the_seeds_resolve(packaged_table: ReferenceTable) -> None:
    from claims.letters import read_letter

    seeds = Path(__file__).parents[2] / "seeds"
    shelf = Shelf(packaged_table)
    found: dict[str, list[Entry]] = {}
    for path in sorted(seeds.glob("*.txt")):
        found[path.stem[:3]] = list(bibliography(extract(read_letter(path), packaged_table.field), shelf))
    marks = {entry.mark: entry for entry in found["002"]}
    assert len(marks) == 16
    assert "aapp-people_killed-2023-08-07" in marks["iv"].observation_ids or marks["iv"].producer_id == "aapp"
    assert (marks["v"].resolution, marks["v"].producer_id) == ("producer", "ocha")
    assert marks["xii"].observation_ids
    assert {entry.resolution for entry in found["000"]} == {"leads nowhere"}


def test_what_many_cite_and_the_table_lacks_comes_first() -> None:
    bodies = (
        (
            "At least 70 shelters were lost.[1] The roads are closed.[2]",
            "[1] Well Watch, List.\n[2] UNHCR, Map, 2 May 2023.",
        ),
        (
            "The roads are closed.[1] At least 70 bridges were lost.[2]",
            "[1] UNHCR, A map, 2 May 2023.\n[2] Well Watch, List.",
        ),
        ("All is [lost](https://x.example.net/a).", ""),
        ("All is [gone](http://www.x.example.net/a/), as a [study](#) says.", ""),
    )
    read_all = [read(body, notes, f"l{at}") for at, (body, notes) in enumerate(bodies)]
    found = unlisted(entry for one in read_all for entry in bibliography(one, SHELF))
    assert [(each.text, each.letter_ids, len(each.claim_ids)) for each in found] == [
        ("Well Watch, List.", ("l0", "l1"), 2),
        ("UNHCR, Map, 2 May 2023.", ("l0", "l1"), 0),
        ("lost", ("l2", "l3"), 0),
    ]
