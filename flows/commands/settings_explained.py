"""What a file of settings comes to, command by command, or every fault of it: a part of `crossfoot doctor`."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator, Mapping

from claims.errors import CrossfootError
from flows.command_line.desk_settings import COMMANDS, Settings
from flows.command_line.options import SETTINGS_FILE

_WITH_LETTERS = ("check", "report", "export")


def explained(given: str | None, parsers: Mapping[str, argparse.ArgumentParser]) -> Iterator[tuple[str, str]]:
    """How the file stands ("well", "note", "wrong"), and what it says; `given` is that of --settings."""
    settings = Settings.read(given)
    if settings.where is None:
        yield "note", f"no {SETTINGS_FILE} here: every option is as its --help says"
        return
    faults: dict[str, None] = {}
    told: list[str] = []
    for command in COMMANDS:
        try:
            words = settings.words(command, parsers[command], ())
            letters = settings.letters(command) if command in _WITH_LETTERS else []
        except CrossfootError as error:
            faults |= dict.fromkeys(line.strip() for line in error.message.strip().splitlines())
            continue
        if words or letters:
            told.append(" ".join(["crossfoot", command, *map(shlex.quote, [*letters, *words])]))
    yield from (("wrong", f"{settings.where}: {fault}") for fault in faults)
    if not faults:
        yield from (("well", f"{settings.where} makes of it: {line}") for line in told)
        if not told:
            yield "note", f"{settings.where} says nothing for any command"


def said_for_doctor(given: str | None) -> tuple[str, str | None]:
    """The folder of runs and the table that the file names; where it names none or is at fault, the usual ones."""
    try:
        settings = Settings.read(given)
    except CrossfootError:
        return "out", None
    return settings.shared("out") or "out", settings.shared("references")
