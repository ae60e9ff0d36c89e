"""One invented letter through every format and two makers of each: the same claims, the same counts, the same day."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from claims.extracting import extract
from claims.extraction import Extraction
from claims.letters import read_letter
from claims.model import Claim, Field

LETTERS = sorted(path.stem for path in (Path(__file__).parent / "letters").glob("*.md"))
DRESSES = (".txt", ".html", ".odt", ".docx", ".pdf", "office/.docx", "office/.pdf")


def _claim(claim: Claim) -> tuple[str, ...]:
    return (" ".join(claim.text.split()), str(claim.quantity.value), claim.quantity.comparator, claim.kind)


def _read(path: Path, field: Field) -> Extraction:
    return extract(read_letter(str(path)), field)


@pytest.fixture(scope="module")
def pairs(dresses: Path, field: Field) -> dict[tuple[str, str], tuple[Extraction, Extraction]]:
    """(letter, dress) → the letter as written, and in that dress."""
    found = {}
    for letter in LETTERS:
        written = _read(dresses / f"{letter}.md", field)
        for dress in DRESSES:
            path = dresses / dress.replace(".", f"{letter}.")
            found[letter, dress] = (written, _read(path, field))
    return found


def test_claims_are_the_same(pairs: dict[tuple[str, str], tuple[Extraction, Extraction]]) -> None:
    same = total = 0
    for written, dressed in pairs.values():
        one, other = (Counter(_claim(claim) for claim in each.claims) for each in (written, dressed))
        same += sum((one & other).values())
        total += max(sum(one.values()), sum(other.values()))
    assert total > 900  # of twelve letters
    assert same >= 0.99 * total


def test_there_are_letters_enough_and_their_lists_are_found(
    pairs: dict[tuple[str, str], tuple[Extraction, Extraction]],
) -> None:
    assert len(LETTERS) >= 12
    counted = {letter for letter in LETTERS if pairs[letter, ".txt"][0].signatories.listed is not None}
    assert len(counted) >= 8


@pytest.mark.parametrize("letter", LETTERS)
def test_lists_titles_days_and_notes_are_the_same(
    pairs: dict[tuple[str, str], tuple[Extraction, Extraction]], letter: str
) -> None:
    for dress in DRESSES:
        written, dressed = pairs[letter, dress]
        assert dressed.signatories.listed == written.signatories.listed, dress
        assert dressed.signatories.stated == written.signatories.stated, dress
        assert len(dressed.signatories.names) == len(written.signatories.names), dress
        assert dressed.letter.title == written.letter.title, dress
        assert dressed.letter.written_on == written.letter.written_on, dress
        assert [note.mark for note in dressed.notes] == [note.mark for note in written.notes], dress


@pytest.mark.parametrize("letter", LETTERS)
def test_a_claim_of_a_pdf_has_its_page(
    pairs: dict[tuple[str, str], tuple[Extraction, Extraction]], letter: str
) -> None:
    for dress in (".pdf", "office/.pdf"):
        dressed = pairs[letter, dress][1]
        places = [dressed.letter.place(claim.span) for claim in dressed.claims]
        assert all(page and paragraph for page, paragraph in places)
