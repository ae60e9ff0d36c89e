"""How far a long command has come: told to a terminal, to nothing else."""

from __future__ import annotations

import io
import sys

import pytest

from flows.command_line.progress import FEWEST, counting, over


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "number"), [(io.StringIO(), FEWEST), (Terminal(), FEWEST - 1), (Terminal(), 0)])
def test_nobody_looks_on_or_nobody_waits(monkeypatch, stream, number):
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(over(range(number), "letters")) == list(range(number))
    assert stream.getvalue() == ""


def test_a_terminal_is_told_counts_and_rate_and_cleared_at_the_end(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    with counting(FEWEST, "letters") as done:
        for _ in range(FEWEST):
            done(1)
    shown = terminal.getvalue()
    assert f"{FEWEST}/{FEWEST}" in shown
    assert "letters" in shown
    assert shown.rstrip().endswith("\x1b[2K")


def test_a_fault_ends_the_display(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with pytest.raises(ValueError, match="broken"), counting(FEWEST, "letters"):
        raise ValueError("broken")
    assert terminal.getvalue().rstrip().endswith(("\x1b[2K", "\x1b[?25h"))
