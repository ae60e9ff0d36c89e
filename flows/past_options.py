"""The commands that look back: `history`, `diff`, `reproduce`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence


def past_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser], told: Sequence[str]) -> None:
    history = commands.add_parser("history", help="how a letter's figures and verdicts went over the runs, and why")
    diff = commands.add_parser("diff", help="two runs, or two drafts of a letter: what is new, changed, gone")
    again = commands.add_parser("reproduce", help="a run made again from the inputs kept with it, and held against it")
    if "history" in told:  # their options come with the store, which the other commands need not load
        from flows.commands import look_back

        look_back.add_options(history)
    if "diff" in told:
        from flows.commands import two_sides

        two_sides.add_options(diff)
    if "reproduce" in told:
        from flows.commands import run_again

        run_again.add_options(again)
