"""Names, reports, possessives, heads of state and restated amounts: what is a quantity there, and what it counts."""

from __future__ import annotations

from pathlib import Path

import pytest

import claims.language.words
from claims.model import Span
from claims.numbers.read import read_numbers
from claims.yaml_files import read_yaml

VOCABULARY = Path(claims.language.words.__file__).parent / "en"


def quantities(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(q.text, q.unit, q.counted) for q in read_numbers(text).quantities]


@pytest.mark.parametrize(
    "text",
    [
        "At COP28 the states agreed.",
        "The COP 28 was held by the sea.",
        "The SOS4 centre has closed.",
        "See Sitrep 12.",
        "See Sitrep #12 of the bureau.",
        "So says Flash Update #64.",
        "In Flash Update 64 the office said so.",
        "In Bulletin 7 and Briefing 4 the office said so.",
        "See Issue 3 of the newsletter.",
    ],
)
def test_these_are_names_and_references(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost COP 5,000 a day.", ("COP 5,000", "COP per day", None)),
        ("In this update 12 people are named.", ("12 people", "person", "people")),
        ("The EU's 27 Member States agreed.", ("27 Member States", "state", "Member States")),
        ("The union’s 15 Harbour Boards agreed.", ("15 Harbour Boards", "board", "Harbour Boards")),
        ("Some 60 former heads of state met.", ("60 former heads of state", "head of state", "former heads of state")),
        (
            "Two heads of state and government met.",
            ("Two heads of state and government", "head of state and government", "heads of state and government"),
        ),
        ("Two heads of the delegation met.", ("Two heads", "head", "heads")),
        ("Oil was at $75 U.S. per barrel.", ("$75", "USD per barrel", "Oil")),
        ("They paid $75 U.S. tariffs.", ("$75", "dollar", None)),
        ("It weighs 5t.", ("5t", "tonne", None)),
        ("The party won several million votes.", ("several million votes", "vote", "votes")),
        ("They moved billions of dollars abroad.", ("billions of dollars", "dollar", None)),
        ("The boats lay ten metres apart.", ("ten metres", "metre", "boats")),
    ],
)
def test_what_is_counted(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert quantities(text) == [expected]


def test_an_amount_restated_in_brackets_counts_what_the_first_does() -> None:
    assert [counted for _, _, counted in quantities("Rice costs 900 kyat ($0.43) now.")] == ["Rice", "Rice"]


def test_what_the_caller_masks_hides_no_date() -> None:
    text = "They fled in May 2023.2"
    read = read_numbers(text, masked=[(Span(22, 23), "footnote mark")])
    assert read.quantities == () == read.unread
    assert [(item.text, item.reason) for item in read.ignored] == [("May 2023", "date"), ("2", "footnote mark")]


def _leaves(content: object) -> list[object]:
    if isinstance(content, dict):
        return [leaf for key, value in content.items() for leaf in (key, *_leaves(value))]
    return [leaf for value in content for leaf in _leaves(value)] if isinstance(content, list) else [content]


@pytest.mark.parametrize("path", sorted(VOCABULARY.glob("*.yml")), ids=lambda path: path.stem)
def test_no_word_of_a_vocabulary_is_read_as_something_else(path: Path) -> None:
    """ "no", "on", "yes" and "~" are words; only a line "flag: true" is a flag."""
    flags = path.read_text(encoding="utf-8").count(": true")
    leaves = _leaves(read_yaml(path))
    assert [leaf for leaf in leaves if leaf is None or leaf is False] == []
    assert sum(leaf is True for leaf in leaves) == flags
