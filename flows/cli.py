"""The command line: `crossfoot check | report | export | serve | history | …`; one room a command.

Exit codes are those of docs/contract.md. Nothing heavy is imported until a command needs it.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from flows.command_line.explaining import joined
from flows.command_line.options import SETTINGS, SETTINGS_FILE, language_option
from flows.command_line.serve_options import serve_command
from flows.command_options import (
    check_command,
    completion_command,
    doctor_command,
    export_command,
    report_command,
    review_command,
    sources_command,
)
from flows.neighbours import foreign
from flows.past_options import past_commands

_USAGE, _INTERRUPTED = 2, 130
# Words and tables are some hundred thousand objects that live as long as the program; looked through again at every 700
# new ones, they cost an eighth of a short run.
_NEW_OBJECTS = 200_000
_COMMANDS = {
    "check": ("flows.commands.quick_check", "run_check"),
    "report": ("flows.commands.full_report", "run_report"),
    "export": ("flows.commands.export_letters", "run_export"),
    "serve": ("flows.commands.scheduled", "run_serve"),
    "review": ("flows.review.review_command", "run_review"),
    "history": ("flows.commands.look_back", "run_history"),
    "diff": ("flows.commands.two_sides", "run_diff"),
    "reproduce": ("flows.commands.run_again", "run_reproduce"),
    "sources": ("flows.reference.reference_desk", "run_sources"),
    "quantities": ("flows.commands.number_stream", "run_quantities"),
}
_WHOLE = ("completion", "export", "sources", "history", "diff", "reproduce")
"""The commands whose options are added only where they are told, so that the others start quickly."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. No traceback reaches the user."""
    gc.set_threshold(_NEW_OBJECTS)
    _plain_streams()
    stranger = foreign()
    if stranger is not None:
        print(stranger, file=sys.stderr)
        return _USAGE
    return _run(sys.argv[1:] if argv is None else argv)


def _run(told: Sequence[str]) -> int:
    from claims.errors import CrossfootError

    parser = _parser(told)
    try:
        arguments = _arguments(parser, told)
        run: Callable[[argparse.Namespace], int] = _command(arguments.command)
        return run(arguments)
    except CrossfootError as error:
        print(f"crossfoot: {error}", file=sys.stderr)
        return _USAGE
    except BrokenPipeError:
        # `crossfoot check ... | head`: the reader has enough; leave quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("crossfoot: stopped", file=sys.stderr)
        return _INTERRUPTED
    except Exception as fault:
        return _failed(fault)


def _failed(fault: Exception) -> int:
    """What is no fault of the user's: the machine's, told with what to do, or ours."""
    from flows.machine_faults import told

    if (what := told(fault)) is not None:
        print(f"crossfoot: {what}", file=sys.stderr)
        return _USAGE
    if isinstance(fault, OSError):
        print(f"crossfoot: {fault.filename or 'the system'}: {fault.strerror or fault}", file=sys.stderr)
        return _USAGE
    return _our_fault(fault)


def _arguments(parser: argparse.ArgumentParser, told: Sequence[str]) -> argparse.Namespace:
    """What was told, and what the settings file adds to it."""
    words, letters = list(told), list[str]()
    if any(word.split("=", 1)[0] == SETTINGS for word in told) or os.path.isfile(SETTINGS_FILE):
        from flows.command_line.desk_settings import with_settings

        words, letters = with_settings(parser, told)
    arguments = parser.parse_args(joined(words))
    if arguments.command in {"check", "report", "export"} and not arguments.paths and arguments.text is None:
        arguments.paths = letters
        if not letters:
            parser.error("name a letter or a folder, `-` for standard input, or give --text")
    return arguments


def _our_fault(fault: Exception) -> int:
    """A fault of ours is told in a line; who wants to mend it asks for the whole with CROSSFOOT_TRACEBACK=1."""
    if os.environ.get("CROSSFOOT_TRACEBACK"):
        raise fault
    what = f"{type(fault).__name__}: {fault}"
    print(f"crossfoot: a fault in crossfoot ({what}); please report it with the command and its input", file=sys.stderr)
    return _USAGE


def _plain_streams() -> None:
    """Letters hold every script; a terminal that cannot show a character shows its escape instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """What runs a command; of the rooms only its own is loaded."""
    if name in ("completion", "doctor"):
        return {"completion": _complete, "doctor": _examine}[name]
    module, function = _COMMANDS[name]
    run: Callable[[argparse.Namespace], int] = getattr(import_module(module), function)
    return run


def _complete(arguments: argparse.Namespace) -> int:
    from flows.commands.completion import script

    print(script(_parser(_WHOLE), arguments.shell))
    return 0


def _examine(arguments: argparse.Namespace) -> int:
    from flows.command_line.desk_settings import commands_of
    from flows.commands.doctor import run_doctor

    return run_doctor(arguments, commands_of(_parser(_WHOLE)))


class _TellVersion(argparse.Action):
    """Looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"crossfoot {version('crossfoot')}")
        parser.exit()


def _parser(told: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="crossfoot",
        description="Reads every figure of open letters, checks each letter against itself and against cited sources.",
    )
    parser.add_argument("--version", action=_TellVersion, nargs=0, help="show program's version number and exit")
    parser.add_argument(
        SETTINGS,
        metavar="FILE",
        help=f"settings (default: {SETTINGS_FILE} here, if there is one; docs/settings.md), e.g. --settings desk.toml",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check_command(commands)
    report_command(commands)
    export_command(commands, told)
    serve_command(commands)
    review_command(commands)
    past_commands(commands, told)
    doctor_command(commands)
    sources_command(commands, told)
    completion_command(commands, told)
    quantities = commands.add_parser(
        "quantities", help="JSONL of sentences on standard input, JSONL of quantities on standard output"
    )
    language_option(quantities)
    return parser


if __name__ == "__main__":
    sys.exit(main())
