"""`crossfoot completion SHELL`: a script with which the shell completes commands, options, their values and files.

shtab makes it out of the parser itself: an option that is added is completed without a word here.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import shtab

_FILES, _FOLDERS = frozenset({"PATH", "LETTER", "FILE", "WHERE"}), frozenset({"DIR"})
"""Places in the usage where files, or folders alone, are named."""


def shells() -> tuple[str, ...]:
    """The shells for which a script can be made."""
    return tuple(shtab.SUPPORTED_SHELLS)


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script for `shell`, of the whole command line that `parser` knows."""
    for action in _actions(parser):
        _complete_files(action)
    made: str = shtab.complete(parser, shell=shell)
    return made


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every option and argument, those of the commands below included."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for below in dict.fromkeys(action.choices.values()):
                yield from _actions(below)


def _complete_files(action: argparse.Action) -> None:
    if action.metavar in _FILES:
        action.complete = shtab.FILE  # type: ignore[attr-defined]
    elif action.metavar in _FOLDERS:
        action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
