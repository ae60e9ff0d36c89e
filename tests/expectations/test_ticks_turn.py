"""A tick that cannot fail is none: with a figure misprinted, what was held must no longer be held.

Every `consistent` finding over the examples of the rules and over letters of our own is looked at. Each figure that it
leans on is printed wrong in the three ways people err (two digits exchanged, one digit off, a factor of ten); at least
one of them has to make the rule say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from claims import Field, Span, letter_from_bytes
from expectations import CheckedLetter, Finding, check_letter
from expectations.book.all_rules import own_rules

EMPTY = Field(measures=(), events=(), producers=(), places=())
ARITHMETIC = {"parts-whole", "percentage", "change", "rate", "duration", "announced-list", "nested-window"}
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")

PROSE = [
    "3 May 2023\n\nDear Members,\n\nOf the 480 wells, 312 wells (65 per cent) are dry.\n",
    "3 May 2023\n\nDear Members,\n\nArrests rose from 140 in 2021 to 210 in 2022, an increase of 50 per cent.\n",
    "3 May 2023\n\nDear Members,\n\nThe flood killed 120 people: 60 women, 40 men and 20 children.\n",
    "3 May 2023\n\nDear Members,\n\nIn April 2023 police arrested 90 people, an average of three people a day.\n",
    "3 May 2023\n\nDear Members,\n\nThe camp has been closed for 24 months, since May 2021.\n",
    "3 May 2023\n\nDear Members,\n\nWe make 3 demands:\n\n- open the camp;\n- pay the families;\n- hear the farmers.\n",
]


def checked(text: str) -> CheckedLetter:
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    return check_letter(letter, EMPTY, None)


def misprints(figure: str) -> Iterator[str]:
    """The figure as people get it wrong; separators are left out, which changes no value."""
    digits = figure.replace(",", "")
    whole, _, rest = digits.partition(".")
    tail = f".{rest}" if rest else ""
    for at in range(len(whole) - 1):
        if whole[at] != whole[at + 1]:
            yield whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :] + tail
    last = int(whole[-1])
    yield whole[:-1] + str(last + 1 if last < 9 else 8) + tail
    yield whole + "0" + tail


def turned(text: str, rule: str, span: Span) -> bool:
    """Whether some misprint of the first figure in `span` makes the rule object."""
    found = DIGITS.search(text, span.start, span.end)
    assert found is not None
    for wrong in misprints(found[0]):
        spoilt = text[: found.start()] + wrong + text[found.end() :]
        if any(f.rule == rule and f.status == "inconsistent" for f in checked(spoilt).findings):
            return True
    return False


def held(text: str) -> list[tuple[Finding, list[Span]]]:
    """The ticks of a letter that rest on arithmetic, each with those of its figures that are printed in digits."""
    found = []
    for finding in checked(text).findings:
        # a figure in words ("two years") is misprinted in no digit
        if finding.status == "consistent" and finding.rule in ARITHMETIC and DIGITS.search(finding.stated):
            spans = [span for span in finding.spans if DIGITS.search(text, span.start, span.end)]
            found.append((finding, spans))
    return found


EXAMPLES = sorted({text for rule in own_rules() for text in (*rule.must_not_fire, *rule.must_fire)} | set(PROSE))


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_what_is_held_turns_with_a_misprint(text):
    for finding, spans in held(text):
        figures = [span for span in spans if turned(text, finding.rule, span)]
        assert figures or not spans, f"{finding.rule}: no misprint turns “{finding.message}”"


@pytest.mark.parametrize("text", PROSE)
def test_the_letters_of_this_page_have_a_tick_at_all(text):
    assert held(text)
