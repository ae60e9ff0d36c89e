"""Who is named in a sentence, and whether the name stands there as a source."""

from __future__ import annotations

import pytest

from claims.model import Producer, Span
from sources.evidence.sentence.whose.clause_of_figure import clause_of
from sources.evidence.sentence.whose.names_told import ProducerNames


def _producer(producer_id: str, name: str, *aliases: str) -> Producer:
    return Producer(
        producer_id=producer_id, name=name, aliases=aliases, url=None, counts="", cadence="", caveat="", lag_days=0
    )


NAMES = ProducerNames(
    [
        _producer("harbour", "Harbour Count (HC)", "HC"),
        _producer("mission", "Monitoring Mission of the Northern Union", "MNU"),
    ]
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We call on Harbour Count to visit the 300 held.", [(("harbour",), False)]),
        ("Since February 2021 the army has killed 300 people.", []),
        ("Harbour Count has counted 300.", [(("harbour",), True)]),
        ("On HC's list there are 300.", [(("harbour",), True)]),
        ("300 were killed, HC says.", [(("harbour",), True)]),
        ("300 were killed (HC, 3 May).", [(("harbour",), True)]),
        ("By the reckoning of HC 300 were killed.", [(("harbour",), True)]),
        ("The Monitoring Mission verified 300.", [(("mission",), True)]),
        ("The Alder Memory Archive holds 300 names.", [((), True)]),
        ("The Alder Memory Archive burned.", []),
    ],
)
def test_names_and_whether_they_tell(sentence: str, expected: list[tuple[tuple[str, ...], bool]]) -> None:
    assert [(each.producers, each.tells) for each in NAMES.named_in(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "figure", "clause"),
    [
        ("They admit 258 deaths, but HC has 810.", "258", "They admit 258 deaths, "),
        ("They admit 258 deaths, but HC has 810.", "810", "but HC has 810."),
        ("HC has 810 deaths and 258 wounded.", "258", "HC has 810 deaths and 258 wounded."),
    ],
)
def test_attribution_ends_at_a_turn(sentence: str, figure: str, clause: str) -> None:
    at = sentence.index(figure)
    assert clause_of(sentence, Span(at, at + len(figure)), "turns").of(sentence) == clause
