"""A tick that cannot fail is none: with a figure misprinted, what was held must no longer be held.

Every `consistent` finding is looked at, over the examples of the rules, composed letters, letters of our own and the
seeds. A figure that it leans on is printed wrong in the three ways people err (two digits exchanged, one digit off, a
factor of ten); at least one of them has to make the rule say so. Two ticks lean on no figure: that no body stands twice
(a name is printed twice) and that every link has a target (one is lost).
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from num2words import num2words

from claims import Field, Span, letter_from_bytes
from expectations import CheckedLetter, Finding, check_letter
from expectations.book.all_rules import own_rules

ROOT = Path(__file__).parents[2]
EMPTY = Field(measures=(), events=(), producers=(), places=())
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
BOUND = "3 May 2023\n\nDear Members,\n\nWe write of the dam.\n\nSigned by {total}:\n\n" + "\n".join(
    f"{at}. {name}" for at, name in enumerate(
        ("Harbour Union", "Lake Network", "River Watch", "Coast Alliance", "Hill Forum", "Valley Trust"), 1)
) + "\n"  # fmt: skip

PROSE = [
    "3 May 2023\n\nDear Members,\n\nOf the 480 wells, 312 wells (65 per cent) are dry.\n",
    "3 May 2023\n\nDear Members,\n\nArrests rose from 140 in 2021 to 210 in 2022, an increase of 50 per cent.\n",
    "3 May 2023\n\nDear Members,\n\nThe flood killed 120 people: 60 women, 40 men and 20 children.\n",
    "3 May 2023\n\nDear Members,\n\nIn April 2023 police arrested 90 people, an average of three people a day.\n",
    "3 May 2023\n\nDear Members,\n\nThe camp has been closed for 24 months, since May 2021.\n",
    "3 May 2023\n\nDear Members,\n\nWe make 3 demands:\n\n- open the camp;\n- pay the families;\n- hear the farmers.\n",
    "3 May 2023\n\nDear Members,\n\nThe dam displaced 4,120 families. We repeat that it displaced 4,120 families.\n",
    "3 May 2023\n\nDear Members,\n\nOn Monday, 1 May 2023, at its 23rd meeting, the board closed the dam.\n",
    "3 May 2023\n\nDear Members,\n\nThe dam broke.[1] The mill closed.[2]\n\n[1] River Watch, Report, 3 March 2023\n\n"
    "[2] Lake Network, Briefing, 4 March 2023\n",
    "3 May 2023\n\nDear Members,\n\nThe dam [displaced](https://example.org/report) 4,000 people.\n",
    "3 May 2023\n\nDear Members,\n\nThe council has twenty-four (24) members and waits thirty (30) days.\n",
    "3 May 2023\n\nDear Members,\n\nA minority of the members agreed: 48 of 97 voted for it.\n",
    "3 May 2023\n\nDear Members,\n\nSince March 2019, guards have carried out 410 raids. In 2022 alone, guards carried "
    "out 150 raids.\n",
    BOUND.format(total="6 organisations"),
    BOUND.format(total="more than 5 organisations"),
    BOUND.format(total="about 6 organisations"),
]
NO_TICKS = [
    # many times the bound: no misprint of it would have been noticed
    BOUND.format(total="at least 2 organisations"),
    "3 May 2023\n\nDear Members,\n\nThe dam displaced at least 400 families. We repeat that the dam displaced at least "
    "400 families.\n",
    # every number that a slip makes of 5 ends in th
    "3 May 2023\n\nDear Members,\n\nAt its 5th meeting the board closed the dam.\n",
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


def objects(text: str, rule: str) -> bool:
    return any(f.rule == rule and f.status == "inconsistent" for f in checked(text).findings)


def printed(text: str, span: Span, wrong: str) -> str:
    return text[: span.start] + wrong + text[span.end :]


def turned(text: str, rule: str, span: Span) -> bool:
    """Whether some misprint of the first figure in `span` makes the rule object."""
    found = DIGITS.search(text, span.start, span.end)
    assert found is not None
    return any(objects(printed(text, Span(*found.span()), wrong), rule) for wrong in misprints(found[0]))


def name_twice(text: str, one: CheckedLetter) -> bool:
    """Whether a name printed in the place of another makes the rule of repeats object."""
    names = [name for name in one.extraction.signatories.names if len(name.name.split()) > 1]
    first, last = (text.index(name.name, name.span.start) for name in (names[0], names[-1]))
    spoilt = printed(text, Span(last, last + len(names[-1].name)), names[0].name)
    return first == last or objects(spoilt, "signatory-duplicate")


def link_lost(text: str, one: CheckedLetter) -> bool:
    """Whether a link without its target makes the rule of marks object."""
    at = text.index(one.extraction.links[0].target)
    return objects(printed(text, Span(at, at + len(one.extraction.links[0].target)), "#"), "citation-marks")


def mark_wrong(text: str, one: CheckedLetter) -> bool:
    """Whether a mark printed as another one, or a link that leads nowhere, makes the rule of marks object."""
    first, last = one.extraction.marks[0], one.extraction.marks[-1]
    return objects(printed(text, first.span, last.span.of(text)), "citation-marks")


def number_wrong(text: str, one: CheckedLetter) -> bool:
    """Whether a misprint of the number of an entry in the midst of the list makes the rule of the list object."""
    numbered = [name for name in one.extraction.signatories.names if name.number is not None]
    name = numbered[len(numbered) // 2]
    at = text.rindex(str(name.number), 0, text.index(name.name.split()[0], name.span.start))
    return turned(text, "signatory-list", Span(at, at + len(str(name.number))))


OTHERWISE: dict[str, Callable[[str, CheckedLetter], bool]] = {
    "signatory-duplicate": name_twice, "citation-marks": mark_wrong, "signatory-list": number_wrong,
}  # fmt: skip


def idle(text: str) -> list[str]:
    """The ticks of a letter that no misprint turns."""
    one = checked(text)
    text = one.extraction.letter.text
    return [f"{finding.rule}: {finding.message}" for finding in one.findings if not _turns(text, one, finding)]


def _turns(text: str, one: CheckedLetter, finding: Finding) -> bool:
    if finding.status != "consistent":
        return True
    if finding.rule == "citation-marks" and "target" in finding.message:
        return link_lost(text, one)
    if finding.rule in OTHERWISE:
        return OTHERWISE[finding.rule](text, one)
    figures, words = figures_of(text, one, finding), worded_of(one, finding)
    held = any(turned(text, finding.rule, span) for span in figures) or any(
        objects(printed(text, span, wrong), finding.rule) for span, wrong in words
    )
    return held or not (figures or words)


def figures_of(text: str, one: CheckedLetter, finding: Finding) -> list[Span]:
    """The figures in digits that a finding leans on; those of a total are the claims', not the whole list."""
    claims = [claim.span for claim in one.extraction.claims if claim.claim_id in finding.claim_ids]
    spans = claims if finding.rule == "signatory-total" else list(finding.spans)
    return [Span(*found.span()) for span in spans for found in DIGITS.finditer(text, span.start, span.end)]


def worded_of(one: CheckedLetter, finding: Finding) -> list[tuple[Span, str]]:
    """The figures in words that a finding leans on, each with what a slip makes of it: "twelve" and "thirteen"."""
    found = [claim.quantity for claim in one.extraction.claims if claim.claim_id in finding.claim_ids]
    worded = [quantity for quantity in found if not DIGITS.search(quantity.as_written) and quantity.value % 1 == 0]
    return [(each.number_span, num2words(wrong)) for each in worded for wrong in misprints(str(int(each.value)))]


def composing() -> ModuleType:
    name = "ticks_composing"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / "tests/expectations/planted/composing.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


EXAMPLES = sorted({text for rule in own_rules() for text in (*rule.must_not_fire, *rule.must_fire)} | set(PROSE))
# Three of the composed letters, with lists and notes of three kinds; every one under `make soak`.
STYLES = composing().styles()[:: 1 if os.environ.get("CROSSFOOT_GRID") == "whole" else 13]


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_what_is_held_turns_with_a_misprint(text):
    assert idle(text) == []


def test_every_rule_of_one_letter_has_a_tick_here():
    """But one: most slips of a highest figure leave it the highest, so that it is never shown as held."""
    held = {finding.rule for text in EXAMPLES for finding in checked(text).findings if finding.status == "consistent"}
    assert {rule.rule_id for rule in own_rules()} - held == {"cross-letter", "superlative"}


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_what_is_held_in_a_composed_letter_turns(style):
    assert idle(composing().write(style)) == []


LETTERS = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests/claims/readers/letters").glob("*.md")]


@pytest.mark.parametrize("path", sorted(LETTERS), ids=lambda path: path.stem[:12])
def test_what_is_held_in_a_letter_turns(path):
    assert idle(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("text", PROSE, ids=range(len(PROSE)))
def test_the_letters_of_this_page_have_a_tick_at_all(text):
    assert any(finding.status == "consistent" for finding in checked(text).findings)


@pytest.mark.parametrize("text", NO_TICKS, ids=range(len(NO_TICKS)))
def test_what_no_misprint_would_turn_is_not_shown_as_held(text):
    rules = ("signatory-total", "repeated-figure", "ordinal")
    assert [f.message for f in checked(text).findings if f.status == "consistent" and f.rule in rules] == []
