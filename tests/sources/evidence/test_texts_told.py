"""Whose figures a letter tells, by the figures themselves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.evidence.sentence.texts_told import TextsTold
from sources.lookup.table_index import index_of
from sources.model import ReferenceTable


def texts_of(body: str, on: date, table: ReferenceTable) -> TextsTold:
    text = f"Open letter\n\n{on.day} {on:%B} {on.year}\n\n{body}\n\nSigned,\nTest Network\n"
    extraction = extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), table.field)
    return TextsTold.of(extraction.claims, extraction.letter.written_on, index_of(table))


@pytest.mark.parametrize(
    ("body", "beside", "producers"),
    [
        ("Nobody counts the dead.", 300, set()),
        ("In all 3,905 people were killed.", 3905, set()),
        ("In all 3,906 people were killed.", 300, set()),
        ("We are 123 people and need 131 dollars.", 300, set()),
        ("In all 131 people were killed.", 300, set()),
        ("There are 1,230 lamps in our street.", 300, set()),
        ("In all 3,905 people were killed.", 12460, {"harbour"}),
        ("In all 12,460 people are behind bars.", 3905, {"harbour"}),
        ("In all 1,310 people were killed and 12,460 held.", 1310, {"harbour"}),
        ("The dead: 3,905. The detained: 12,460.", 300, {"harbour"}),
        ("These are the figures.\n- 3,905 people killed\n- 12,640 in detention", 12640, {"harbour"}),
    ],
)
def test_another_number_tells_whose_rows_these_are(
    body: str, beside: int, producers: set[str], harbour_table: ReferenceTable
) -> None:
    told = texts_of(body, date(2023, 7, 20), harbour_table)
    assert told.producers_beside(Decimal(beside)) == producers
    assert told.places_beside(Decimal(beside)) == ({"ERE"} if producers else set())


def test_what_was_counted_later_is_no_row_of_the_letter(harbour_table: ReferenceTable) -> None:
    told = texts_of("In all 3,905 people were killed.", date(2023, 7, 1), harbour_table)
    assert told.producers_beside(Decimal(300)) == frozenset()
