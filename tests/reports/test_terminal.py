"""What an editor reads in a terminal."""

from __future__ import annotations

import re
from unicodedata import category

from reports.model import Problem
from reports.terminal.quick_look import as_text


def test_the_most_pressing_stands_first(make):
    shown = as_text([make.all_verdicts()], [], [])
    order = [shown.index(words) for words in (
        "NEEDS AN EDITOR", "≠ inconsistent · signatory total", "✕ contradicted ·", "≠ inconsistent · signatory listed",
        "▲ overstated ·", "OTHER CLAIMS", "○ not in the table ·", "CHECKED AGAINST ITSELF", "numbers =")]  # fmt: skip
    assert order == sorted(order)


def test_the_arithmetic_is_shown(make):
    shown = as_text([make.all_verdicts()], [], [])
    assert "35,000 (1 Mar) < 41,000" in shown
    assert "12 stated, 3 listed" in shown


def test_explain_gives_the_fate_of_every_number(make):
    one = make.all_verdicts()
    shown = as_text([one], [], [], explain=True)
    account = one.extraction.numbers
    fates = re.findall(r"^ {4}line \d+ +“", shown, re.M)
    assert len(fates) == account.total
    assert "“3 March 2024” ignored: date" in shown
    assert "unread: counted thing not found" in shown


def test_without_explain_only_unread_numbers_are_listed(make):
    shown = as_text([make.all_verdicts()], [], [])
    assert "ignored: date" not in shown
    assert "unread: counted thing not found" in shown


def test_no_line_is_wider_than_asked(make):
    one = make.all_verdicts()
    problem = Problem(path="in/empty.txt", message="is empty; " + "give a letter with some words in it " * 5)
    for width in (60, 100):
        shown = as_text([one], [], [problem], explain=True, width=width)
        assert max(len(line) for line in shown.splitlines()) <= width


def test_a_letter_cannot_steer_the_terminal(make):
    text = "\x1b[2J12 boats\u202e\x07 \x9b31m\n"
    one = make.checked(
        make.letter(text, title="\x1b]0;owned\x07 title"), (make.claim(text, "12 boats\u202e\x07", "12"),)
    )
    shown = as_text([one], [make.finding("cross-letter", "inconsistent", "error", message="\x1b[31mred")], [])
    assert {char for char in shown if category(char) == "Cc"} == {"\n"}
    assert "\u202e" not in shown


def test_problems_are_named_and_counted(make):
    shown = as_text([], [], [Problem(path="in/a.txt", message="is empty; give a letter")])
    assert "in/a.txt: is empty; give a letter" in shown
    assert shown.splitlines()[-1] == "0 letters read · 0 items for an editor · 1 could not be read"


def test_a_letter_without_numbers_says_so(make):
    shown = as_text([make.checked(make.letter("Dear all", written_on=None, published_on=None, title=None))], [], [])
    assert "no date found" in shown
    assert "0 numbers = 0 claimed + 0 ignored + 0 unread" in shown
    assert "NEEDS AN EDITOR" not in shown


def test_no_claim_is_called_true_or_false(make):
    assert not re.search(r"\b(true|false)\b", as_text([make.all_verdicts()], [], [], explain=True), re.I)
