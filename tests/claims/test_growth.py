"""Work that must not grow faster than its text, told by how often it is done and not by seconds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.language.load import load_language
from claims.measures.topical.topics import TopicIndex
from claims.model import Topic
from claims.numbers.leftover import TOO_MANY
from claims.numbers.read import MOST, read_numbers
from claims.text.phrases import split_words, words_before
from sources.lookup.value_row import ValueRow

TOPICS = (
    Topic(topic_id="burn", kind="act", forms=("burned", "burned down"), root=""),
    Topic(topic_id="house", kind="who", forms=("houses", "houses * village"), root=""),
)


def sentence(figures: int) -> str:
    return "They burned " + ", ".join(f"{at + 10} houses in the village" for at in range(figures)) + "."


@pytest.mark.parametrize("text", [sentence(3), sentence(MOST)])
def test_a_sentence_tells_as_many_numbers_as_anybody_writes(text: str) -> None:
    with load_language("en").in_force():
        assert not read_numbers(text).unread


def test_of_more_none_is_read_and_each_is_told_as_unread() -> None:
    text = sentence(MOST + 1)
    with load_language("en").in_force():
        read = read_numbers(text)
    assert not read.quantities
    assert not read.ordinals
    assert [each.reason for each in read.unread] == [TOO_MANY] * (MOST + 1)


def test_what_accounts_for_a_number_still_does_among_too_many() -> None:
    text = f"See https://alder.example/12345 for {sentence(MOST + 1)}"
    with load_language("en").in_force():
        read = read_numbers(text)
    assert [each.text for each in read.ignored] == ["https://alder.example/12345"]
    assert len(read.unread) == MOST + 1


def test_the_topics_of_a_sentence_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    find = TopicIndex._find
    monkeypatch.setattr(TopicIndex, "_find", lambda self, plain: asked.append(1) or find(self, plain))
    with load_language("en").in_force():
        index, words = TopicIndex(TOPICS), split_words(sentence(40))
        found = [index.find(words) for _ in range(40)]
    assert len(asked) == 1
    assert all(hits == found[0] for hits in found)
    assert sum(hit.topic.topic_id == "house" for hit in found[0]) == 40
    assert all(hit.last - hit.first == 4 for hit in found[0] if hit.topic.topic_id == "house")


def test_the_words_before_a_place_are_those_of_the_whole_text() -> None:
    text = sentence(60)
    with load_language("en").in_force():
        for at in (len(text) // 2, len(text) - 1, 12):
            whole = [word.norm for word in split_words(text[:at])][-2:]
            assert [word.norm for word in words_before(text, at)][-2:] == whole


@pytest.mark.parametrize(
    ("least", "greatest", "near"),
    [(5, 6, []), (1, 1, ["b"]), (2, 4, ["a", "b"]), (0, 99, ["a", "b", "c"])],
)
def test_only_measures_with_a_figure_near_are_asked(least: int, greatest: int, near: list[str]) -> None:
    row = ValueRow({"c": [Decimal(9)], "b": [Decimal(1), Decimal(3)], "a": [Decimal(2), Decimal(7)]})
    assert list(row.near(dict.fromkeys("abc"), Decimal(least), Decimal(greatest))) == near
