"""Colours: signs and heads alone, for a terminal alone; the words stay the same."""

from __future__ import annotations

import io

import pytest
from rich.text import Text

from reports.terminal.colours import styled, write
from reports.terminal.quick_look import as_text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _no_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.parametrize("line", [
    "",
    "      ≠ in a paragraph's own words",
    "  a line of the letter's summary: 3 claims",
    "    line 3  “40 boats” ignored: date",
    "  ≠without a blank",
])  # fmt: skip
def test_what_is_no_sign_and_no_head_stays_plain(line):
    assert not list(styled(line))


@pytest.mark.parametrize(("line", "painted"), [
    ("  ≠ inconsistent · parts and whole · warning", "≠ inconsistent"),
    ("  ✕ contradicted · “40 boats” (line 3)", "✕ contradicted"),
    ("  – not checkable", "– not checkable"),
    ("  NEEDS AN EDITOR", "  NEEDS AN EDITOR"),
    ("letter-1  The harbour", "letter-1  The harbour"),
])  # fmt: skip
def test_a_sign_with_its_words_and_heads_are_coloured(line, painted):
    ((style, start, stop),) = styled(line)
    assert line[start:stop] == painted.strip() or line[start:stop] == painted
    assert style


def test_a_pipe_gets_the_plain_text(make):
    text, pipe = as_text([make.all_verdicts()], [], []), io.StringIO()
    write(text, pipe)
    assert pipe.getvalue() == text + "\n"


def test_a_terminal_gets_the_same_words_and_lines_in_colours(make):
    text, terminal = as_text([make.all_verdicts()], [], []), Terminal()
    write(text, terminal)
    shown = terminal.getvalue()
    assert "\x1b[" in shown
    assert Text.from_ansi(shown).plain.split("\n")[: text.count("\n")] == text.split("\n")[: text.count("\n")]


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colours_gets_none(make, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    terminal = Terminal()
    write(as_text([make.all_verdicts()], [], []), terminal)
    assert "\x1b[3" not in terminal.getvalue()
    assert "\x1b[1;3" not in terminal.getvalue()


def test_markup_of_a_letter_is_text(make):
    terminal = Terminal()
    write("  ≠ inconsistent · [red]40[/red] :smile:", terminal)
    assert "[red]40[/red] :smile:" in Text.from_ansi(terminal.getvalue()).plain
