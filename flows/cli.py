"""The command line: `crossfoot check | report | export | serve | sources | quantities`; one room a command.

Exit codes are those of docs/contract.md. Nothing heavy is imported until a command needs it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version

from flows.explaining import OPTION, joined
from flows.neighbours import foreign
from flows.options import (
    as_known_option,
    language_option,
    letter_options,
    ocr_option,
    pages_option,
    positive,
    references_option,
    rules_option,
)

_USAGE, _INTERRUPTED = 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. No traceback reaches the user."""
    _plain_streams()
    stranger = foreign()
    if stranger is not None:
        print(stranger, file=sys.stderr)
        return _USAGE
    return _run(sys.argv[1:] if argv is None else argv)


def _run(told: Sequence[str]) -> int:
    from claims.errors import CrossfootError

    parser = _parser(told)
    arguments = parser.parse_args(joined(told))
    if arguments.command in {"check", "report", "export"} and not arguments.paths and arguments.text is None:
        parser.error("name a letter or a folder, `-` for standard input, or give --text")
    try:
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
    except OSError as error:
        print(f"crossfoot: {error.filename or 'the system'}: {error.strerror or error}", file=sys.stderr)
        return _USAGE
    except Exception as fault:
        return _our_fault(fault)


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
    if name == "check":
        from flows.commands.quick_check import run_check

        return run_check
    if name == "report":
        from flows.commands.full_report import run_report

        return run_report
    if name == "export":
        from flows.commands.export_letters import run_export

        return run_export
    if name == "serve":
        from flows.commands.scheduled import run_serve

        return run_serve
    if name == "sources":
        from flows.commands.reference_desk import run_sources

        return run_sources
    from flows.commands.number_stream import run_quantities

    return run_quantities


def _parser(told: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="crossfoot",
        description="Reads every figure of open letters, checks each letter against itself and against cited sources.",
    )
    parser.add_argument("--version", action="version", version=f"crossfoot {version('crossfoot')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _check(commands)
    _report(commands)
    _export(commands, told)
    _serve(commands)
    _sources(commands, told)
    quantities = commands.add_parser(
        "quantities", help="JSONL of sentences on standard input, JSONL of quantities on standard output"
    )
    language_option(quantities)
    return parser


def _check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="the quick look: read, check, compare, print; writes nothing")
    letter_options(check)
    check.add_argument("--format", choices=("text", "json", "jsonl"), default="text")
    references_option(check)
    rules_option(check)
    as_known_option(check)
    language_option(check)
    pages_option(check)
    check.add_argument(
        "--decisions", metavar="DIR", help="a folder of editors' decisions; what they dismiss does not fail"
    )
    shown = check.add_mutually_exclusive_group()
    shown.add_argument(
        "--summary", action="store_true", help="one line a letter, the most work first: check --summary letters/"
    )
    shown.add_argument(
        "--only", choices=("editor",), help="only what needs an editor, without what held: check --only editor letters/"
    )
    check.add_argument("--fail-on", choices=("inconsistent", "contradicted", "any", "never"), default="any")
    check.add_argument(
        OPTION, metavar="RULE", nargs="?",
        help="list every number: claimed, ignored and why, unread; with the name of a rule: its record and its checks",
    )  # fmt: skip


def _report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    report = commands.add_parser("report", help="the main job: check, gate the tables, publish the pages")
    letter_options(report)
    report.add_argument(
        "--out", default="out", metavar="DIR", help="where runs/, latest and state/ stand (default: out)"
    )
    references_option(report)
    rules_option(report)
    as_known_option(report)
    language_option(report)
    pages_option(report)
    report.add_argument("--runner", choices=("threads", "processes", "dask"), default="threads")
    report.add_argument("--workers", type=positive, default=2, metavar="N", help="batches checked at once (default: 2)")
    report.add_argument("--dask-address", metavar="ADDR", help="a Dask scheduler, for --runner dask")
    report.add_argument(
        "--keep", type=positive, default=30, metavar="N", help="whole runs kept under runs/ (default: 30)"
    )


def _export(commands: argparse._SubParsersAction[argparse.ArgumentParser], told: Sequence[str]) -> None:
    export = commands.add_parser("export", help="letters with comments, corrections, lists for other programs")
    if "export" in told:  # its forms come from the reports, which the other commands need not load
        from flows.commands.export_letters import add_options

        add_options(export)


def _serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = commands.add_parser("serve", help="the schedule: the same flow over an inbox, until stopped")
    serve.add_argument("--inbox", required=True, metavar="DIR", help="the folder letters are put in")
    serve.add_argument("--out", required=True, metavar="DIR")
    ocr_option(serve)
    references_option(serve)
    rules_option(serve)
    as_known_option(serve)
    language_option(serve)
    pages_option(serve)
    when = serve.add_mutually_exclusive_group()
    when.add_argument(
        "--cron", metavar="CRON", help="five fields, e.g. '0 3 * * *' (the default: every night at three)"
    )
    when.add_argument("--interval", type=positive, metavar="SECONDS")
    serve.add_argument(
        "--keep", type=positive, default=30, metavar="N", help="whole runs kept under runs/ (default: 30)"
    )


def _sources(commands: argparse._SubParsersAction[argparse.ArgumentParser], told: Sequence[str]) -> None:
    sources = commands.add_parser(
        "sources", help="the reference table: check, list, show, add, edit, export, gaps, fetch, pull"
    )
    if "sources" in told:  # its options come from the table's declaration, which the other commands need not read
        from flows.commands.reference_desk import add_verbs

        add_verbs(sources)


if __name__ == "__main__":
    sys.exit(main())
