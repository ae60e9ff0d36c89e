"""The parts of a letter cover it, and each line is in the part where a reader sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.letters import letter_from_bytes, read_letter
from claims.model import Letter
from claims.parts.segments import segment, segment_text

SEEDS = Path(__file__).parents[2] / "seeds"

LETTER = """\
Skip to content

Open letter on the river ports

August 29, 2023

Open letter on the river ports

To:
H.E. Ana Ruiz
Minister of Ports

CC: Bo Lind, Deputy Minister

15 August 2023

Subject: Opening of the ports

Dear Minister,

We, the undersigned 3 organisations, write about the river ports, which have been closed since the winter.[1]

We ask you to:

1. open the ports;

2. publish the reasons.

In spring, 400 boats lay idle.[2] We look forward to your answer.

For more information, please contact:

- Cem Aydin, Alder Watch; cem@alder.example

Yours sincerely,

1. Alder Watch
2. Birch Union

3. Cedar Network

Notes

[1] Alder Watch, Report on Ports, 3 May 2023
[2] Birch Union, Yearbook No. 4, 2022,

Alder logo

Alder Watch was founded in 2013 with the objective of open ports for all boats of the river and the coast.

Social Links
"""

PARTS = [
    ("Skip to content", "chrome"),
    ("Open letter on", "title"),
    ("August 29", "dateline"),
    ("To:", "address"),
    ("Minister of Ports", "address"),
    ("CC: Bo", "address"),
    ("15 August", "dateline"),
    ("Subject:", "title"),
    ("Dear Minister", "address"),
    ("We, the", "body"),
    ("We ask", "body"),
    ("1. open", "list"),
    ("2. publish", "list"),
    ("In spring", "body"),
    ("For more", "contact"),
    ("- Cem", "contact"),
    ("Yours sinc", "signature"),
    ("1. Alder", "signatories"),
    ("3. Cedar", "signatories"),
    ("Notes", "notes"),
    ("[1] Alder", "notes"),
    ("[2] Birch", "notes"),
    ("Alder logo", "chrome"),
    ("was founded", "chrome"),
    ("Social", "chrome"),
]


def kind_at(text: str, words: str) -> str:
    at = text.index(words)
    return next(s.kind for s in segment_text(text) if s.span.start <= at < s.span.end)


@pytest.mark.parametrize(("words", "kind"), PARTS)
def test_each_line_is_in_its_part(words: str, kind: str) -> None:
    assert kind_at(LETTER, words) == kind


@pytest.mark.parametrize(("words", "kind"), PARTS)
def test_windows_line_ends_change_nothing(words: str, kind: str) -> None:
    assert kind_at(LETTER.replace("\n", "\r\n"), words) == kind


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("---\ntitle: Ports\ndate: 2021-05-03\n---\nThe ports are closed.\n", "date", "front_matter"),
        (
            "Ports are closed\n\nThe ports are closed.\n\nShare this\n\nRelated posts\n\n5 comments\n",
            "5 comments",
            "chrome",
        ),
        ("Ports\n\nThey closed 40 ports.\n\n© 2023 Alder Watch. All rights reserved.\n", "© 2023", "chrome"),
        ("Ports\n\nThey closed 40 ports.\n\nThis website uses cookies. 12 partners.\n", "12 partners", "chrome"),
        ("# Ports\n\n- 40 ports\n- 30 boats\n", "30 boats", "list"),
        ("Ports\n\nThey closed 40 ports.[^1]\n\n[^1]: Alder, 2021\n", "Alder, 2021", "notes"),
        ("Ports\n\nSee [here][1] for 40 ports.\n\n[1]: /ports-2021.pdf\n", "/ports-2021", "chrome"),
        ("Ports are closed\n\nIt is so.<sup>1</sup>\n\n<sup>1</sup> Alder, 45 ports, 2021\n", "45 ports", "notes"),
        ("Ports are closed\n\nIt is so.\n\nReferences\n\n1. Alder, 45 ports\n2. Birch\n", "45 ports", "notes"),
        ("Ports are closed\n\nIt is so.\n\nDear Sir,\n\n3 May 2021\n\nYours,\n\nAna\n", "It is so", "address"),
        ("Press contact:\nAna Ruiz\nana@alder.example\n\nBody text is here.\n", "Body", "body"),
    ],
)
def test_small_letters(text: str, words: str, kind: str) -> None:
    assert kind_at(text, words) == kind


def covers(letter: Letter) -> bool:
    parts = segment(letter)
    ends = [0, *(s.span.end for s in parts)]
    starts = [*(s.span.start for s in parts), len(letter.text)]
    return ends == starts and all(len(s.span) for s in parts)


def test_seeds_are_covered() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        assert covers(read_letter(str(path)))


def test_an_empty_text_has_no_segments() -> None:
    assert segment_text("") == ()


LINES = st.sampled_from(
    [
        *LETTER.split("\n"),
        "",
        "<p>",
        "</p>",
        "**bold**",
        "[i] Note",
        "- x",
        "1.",
        "Signatories:",
        "<li>Alder",
        "---",
        "\r",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=25).map("\n".join))
def test_any_lines_are_covered(text: str) -> None:
    assert covers(letter_from_bytes(("x " + text).encode(), path="x", letter_id="x"))
