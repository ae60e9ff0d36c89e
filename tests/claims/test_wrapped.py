"""A letter wrapped at some width says what the letter with a paragraph a line says."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from claims.extracting import extract
from claims.extraction import Extraction
from claims.letters import letter_from_bytes
from claims.parts.layout import layout
from sources.table.load import load_table

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def wrap(text: str, width: int) -> str:
    lines = text.splitlines()
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)) if line else ""
        for line in lines
    )


def read(text: str) -> Extraction:
    return extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), load_table().field)


def told(extraction: Extraction) -> list[tuple[object, ...]]:
    return [
        (
            " ".join(claim.text.split()),
            claim.quantity.comparator,
            claim.measure,
            claim.place,
            claim.period and (claim.period.start, claim.period.end),
            [(citation.kind, citation.mark, citation.producer) for citation in claim.citations],
        )
        for claim in extraction.claims
    ]


def signed(extraction: Extraction) -> tuple[object, ...]:
    found = extraction.signatories
    names = [" ".join(name.name.split()) for name in found.names]
    return found.stated_all, found.stated_listed, found.undisclosed, found.listed, names


@pytest.mark.parametrize("width", [72, 80, 100])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_wrapped_seed_says_the_same(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8")
    whole, wrapped = read(text), read(wrap(text, width))
    assert told(wrapped) == told(whole)
    assert signed(wrapped) == signed(whole)
    assert [mark.mark for mark in wrapped.marks] == [mark.mark for mark in whole.marks]


NAMES = "Elm Watch for the Rights of the River and its People\nBirch Union of Fishers and of Builders in the\nDelta"
KEPT = {
    "names": f"Signed by:\n\n{NAMES}\n",
    "address": "To the Minister of Ports and of Inland Waterways,\nHarbour House, Quay Street, Olmo\n",
    "items": "We ask you to do two things that are overdue:\n1. open the ports to all of the boats;\n2. publish why.\n",
    "closing": "We hope that you will hear what the crews have to tell you.\nYours sincerely,\nAna Ruiz\n",
    "bullets": "They are waiting for three things that were promised:\n- the ports are opened again\n- they are paid\n",
    "notes": "The ports were closed, as the bureau has said in a report.\n1 Elm Watch, Report, 2021\n2 Birch, 2022\n",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_lines_that_end_on_purpose_are_kept(text: str) -> None:
    assert [line.text for line in layout(text).lines] == text.split("\n")


def test_the_text_of_a_joined_line_has_the_length_of_its_span() -> None:
    text = "The ports have been closed to all since the winter,\n  and nobody has told the crews for how long it is.\n"
    line = layout(text).lines[0]
    assert (line.span.start, len(line.span)) == (0, len(line.text))
    assert "winter,   and nobody" in line.text


def test_one_paragraph_on_a_wide_line_shows_that_the_text_is_not_wrapped() -> None:
    long = "The ports have been closed to all of the boats of the delta since the winter storms, and nobody says why. "
    text = f"{long * 2}\n\nThe crews of the delta are waiting for those\nwho were to come and to open the ports.\n"
    assert len(layout(text).lines) == text.count("\n") + 1
