"""`crossfoot.toml`: what a team would else say on every command line.

    references = "our-table"          # for every command that has the option
    keep = 7
    [report]
    workers = 4                       # for this command alone
    [rules]
    ordinal = "off"                   # as in the file of --rules

The file is the one in the folder that the command is started in, or that of `crossfoot --settings FILE`. Names are
those of the options without their dashes. What is said on the command line goes before. Paths count from the file's
folder.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from flows.command_line.options import SETTINGS, SETTINGS_FILE

NOT_SAID = frozenset({"help", "h", "-h"})
"""Options that only ask something, and say nothing for a file of settings to keep."""
COMMANDS = ("check", "report", "export", "serve", "review", "history", "diff", "reproduce", "quantities")
SHARED = (
    "paths", "references", "rules", "as-known", "language", "pages", "ocr", "decisions", "out",
    "keep", "remember", "store", "notify", "site", "metrics",
)  # fmt: skip
"""What may stand above the sections: each command takes those that it has."""
PATHS = frozenset({"paths", "references", "rules", "pages", "decisions", "out", "into", "inbox", "metrics", "refresh"})


def with_settings(parser: argparse.ArgumentParser, told: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of a command line with those of the settings among them, and the letters for one that names none.

    Raises CrossfootError for a file at fault.
    """
    first = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    first.add_argument(SETTINGS)
    first.add_argument("rest", nargs=argparse.REMAINDER)
    given, _ = first.parse_known_args(told)
    command, at = next(iter(given.rest), ""), len(told) - len(given.rest)
    if command not in COMMANDS:
        return list(told), []
    settings = Settings.read(given.settings)
    words = settings.words(command, commands_of(parser)[command], told[at + 1 :])
    return [*told[: at + 1], *words, *told[at + 1 :]], settings.letters(command)


def commands_of(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    """The parsers of the commands, by their names."""
    return next(one.choices for one in parser._actions if isinstance(one, argparse._SubParsersAction))


class Settings:
    """The settings in force for one command; none where there is no file."""

    def __init__(self, where: Path | None, content: Mapping[str, Any]) -> None:
        self._where, self._content = where, content

    @classmethod
    def read(cls, given: str | None) -> Settings:
        """Those of the file `given`, else of `crossfoot.toml` here if there is one. Raises CrossfootError."""
        where = Path(given if given is not None else SETTINGS_FILE)
        if given is None and not where.is_file():
            return cls(None, {})
        try:
            content = tomllib.loads(where.read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise CrossfootError(str(where), f"cannot be read ({error.strerror}); name a file of settings") from None
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
            raise CrossfootError(str(where), f"is no TOML: {' '.join(str(error).split())}") from None
        return cls(where, content)

    def words(self, command: str, parser: argparse.ArgumentParser, told: Sequence[str]) -> list[str]:
        """The settings as words of a command line, without what `told` says itself; letters are no words of it.

        Raises CrossfootError with every fault of the file, whichever command it is about.
        """
        if self._where is None or command not in COMMANDS:
            return []
        options = _options(parser)
        found = {name: value for name, value in self._of(command).items() if name in options}
        faults = [*self._unknown(command, options), *_faults(found, options)]
        if faults:
            raise CrossfootError(str(self._where), "".join(f"\n  {fault}" for fault in faults))
        said = _said(parser, told)
        return [word for name, value in found.items() if name not in said for word in _words(name, value)]

    @property
    def where(self) -> Path | None:
        return self._where

    def shared(self, name: str) -> str | None:
        """What stands above the sections, a path as it counts from here."""
        value = self._content.get(name)
        return str(self._placed(name, value)) if isinstance(value, str) else None

    def letters(self, command: str) -> list[str]:
        """The letters of a command that names none."""
        value = self._of(command).get("paths", [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise CrossfootError(str(self._where), 'paths: give a list of letters and folders, e.g. ["letters/"]')
        return value

    def _of(self, command: str) -> dict[str, Any]:
        """The values for a command, those of its section before the shared ones, paths from the file's folder."""
        section = self._content.get(command, {})
        own = section if isinstance(section, Mapping) else {}
        values = {name: self._content[name] for name in SHARED if name in self._content} | dict(own)
        return {name: self._placed(name, value) for name, value in values.items()}

    def _placed(self, name: str, value: Any) -> Any:
        """A path as it counts from here. `[rules]` in this file is a file of rules."""
        if name == "rules" and isinstance(value, Mapping):
            return str(self._where)
        if isinstance(value, list):
            return [self._placed(name, one) for one in value]
        if name not in PATHS or not isinstance(value, str) or "://" in value or self._where is None:
            return value
        return str(self._where.parent / value)

    def _unknown(self, command: str, options: Mapping[str, Any]) -> Iterator[str]:
        """Names that say nothing: at the top, and in the section of this command."""
        for name, value in self._content.items():
            if name in COMMANDS and not isinstance(value, Mapping):
                yield f"{name}: is a section; write [{name}] and its settings below"
            elif name not in SHARED and name not in COMMANDS:
                yield _unknown(name, [*SHARED, *(f"[{one}]" for one in COMMANDS)])
        section = self._content.get(command, {})
        for name in section if isinstance(section, Mapping) else ():
            if name not in options and name != "paths":
                yield f"[{command}] " + _unknown(name, [*options, "paths"])


def _options(parser: argparse.ArgumentParser) -> dict[str, argparse.Action]:
    """The options of a command that may stand in a file, by their names there."""
    named = {name.removeprefix("--"): one for one in parser._actions for name in one.option_strings}
    return {name: one for name, one in named.items() if name not in NOT_SAID}


def _unknown(name: str, known: Sequence[str]) -> str:
    like = get_close_matches(name, [one.strip("[]") for one in known], n=1)
    return f"{name}: is no setting" + (f"; do you mean {like[0]}?" if like else f"; those are {', '.join(known)}")


def _faults(found: Mapping[str, Any], options: Mapping[str, argparse.Action]) -> Iterator[str]:
    for name, value in found.items():
        action = options[name]
        many = isinstance(action, argparse._AppendAction)
        flag = action.nargs == 0
        if flag != isinstance(value, bool) or (isinstance(value, list) and not many) or isinstance(value, Mapping):
            yield f"{name}: takes {'true or false' if flag else 'one value'}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _fault(name, str(one), action)


def _fault(name: str, text: str, action: argparse.Action) -> Iterator[str]:
    if action.choices is not None and text not in action.choices:
        yield f"{name}: {text!r} is none of {', '.join(action.choices)}"
    try:
        if callable(action.type):
            action.type(text)
    except (argparse.ArgumentTypeError, ValueError) as error:
        yield f"{name}: {error}"


def _said(parser: argparse.ArgumentParser, told: Sequence[str]) -> frozenset[str]:
    """The options that a command line says itself, and those that do not go with them."""
    given = {word.split("=", 1)[0] for word in told if word.startswith("--")}
    groups = [{name for one in group._group_actions for name in one.option_strings} for group in
              parser._mutually_exclusive_groups]  # fmt: skip
    given |= {name for group in groups if group & given for name in group}
    return frozenset(name.removeprefix("--") for name in given)


def _words(name: str, value: Any) -> list[str]:
    if isinstance(value, bool):
        return [f"--{name}"] if value else []
    return [f"--{name}={one}" for one in (value if isinstance(value, list) else [value])]
