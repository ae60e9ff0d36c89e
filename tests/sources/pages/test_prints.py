"""Does the page print it: over two hundred made pages, none of which may be told "does not print" wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from claims.language.load import load_language
from claims.readers.recognise import kind_of
from claims.readers.registry import FORMATS
from sources.pages.prints import ask_page
from sources.pages.reading.page_child import page as read_in_child
from sources.pages.reading.page_text import PageText
from sources.pages.told import PageRecord
from tests.factories.cited_pages import Case, cases

ALL = list(cases())
LETTER_DAY = date(2023, 8, 15)
ENDINGS = {"text/html": ".html", "text/plain": ".txt", "text/markdown": ".md"}


@dataclass(frozen=True)
class Page:
    record: PageRecord
    read: PageText

    def text(self) -> PageText:
        return self.read


def page_of(case: Case, **changes: object) -> Page:
    """The page read here and not in a process of its own, which would take minutes for all of them."""
    key = kind_of(case.data, f"page{ENDINGS[case.media_type]}")
    found = PageText.of({"media_type": case.media_type, **read_in_child(case.data, FORMATS[key].module, key)})
    told = {"address": "https://alder.example/report", "fetched_at": "2023-09-01T10:00:00+00:00", "way": "saved"}
    return Page(PageRecord(**{**told, **changes}), found)


def answer(letter, case, **changes):
    extraction = letter(f"Open letter\n\n15 August 2023\n\n{case.sentence}\n")
    with load_language("en").in_force():
        return ask_page(extraction.claims[0], page_of(case, **changes), LETTER_DAY)


def test_there_are_two_hundred():
    assert len(ALL) >= 200
    assert len({case.name for case in ALL}) == len(ALL)


@pytest.mark.parametrize("case", [case for case in ALL if case.prints is not False], ids=lambda case: case.name)
def test_no_page_is_told_wrongly_not_to_print_it(letter, case):
    found = answer(letter, case)
    assert found.prints is case.prints, found
    assert found.prints is True or found.why


@pytest.mark.parametrize("case", [case for case in ALL if case.prints is False], ids=lambda case: case.name)
def test_a_page_that_prints_another_figure(letter, case):
    found = answer(letter, case)
    assert found.prints is False, found
    if case.nearest is not None:
        assert found.nearest[0] == case.nearest


@pytest.mark.parametrize("case", ALL[::9], ids=lambda case: case.name)
def test_no_more_than_eight_words_are_quoted(letter, case):
    found = answer(letter, case)
    assert len((found.as_printed or "").split()) <= 8
    assert all(len(each.split()) <= 8 for each in found.nearest)
