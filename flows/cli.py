"""The command line: `crossfoot check | report | serve | doctor | sources | quantities`; one room a command.

Exit codes are those of docs/contract.md. Nothing heavy is imported until a command needs it.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from flows.explaining import OPTION, joined
from flows.neighbours import foreign

_USAGE, _INTERRUPTED = 2, 130
# Words and tables are some hundred thousand objects that live as long as the program; looked through again at every 700
# new ones, they cost an eighth of a short run.
_NEW_OBJECTS = 50_000


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
    arguments = parser.parse_args(joined(told))
    if arguments.command in {"check", "report"} and not arguments.paths and arguments.text is None:
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
    if name == "serve":
        from flows.commands.scheduled import run_serve

        return run_serve
    if name == "doctor":
        from flows.commands.doctor import run_doctor

        return run_doctor
    if name == "sources":
        from flows.commands.reference_desk import run_sources

        return run_sources
    from flows.commands.number_stream import run_quantities

    return run_quantities


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
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _check(commands)
    _report(commands)
    _serve(commands)
    _doctor(commands)
    _sources(commands, told)
    quantities = commands.add_parser(
        "quantities", help="JSONL of sentences on standard input, JSONL of quantities on standard output"
    )
    _language(quantities)
    return parser


def _check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="the quick look: read, check, compare, print; writes nothing")
    _letters(check)
    check.add_argument("--format", choices=("text", "json", "jsonl"), default="text")
    _references(check)
    _rules(check)
    _as_known(check)
    _language(check)
    _pages(check)
    check.add_argument(
        "--decisions", metavar="DIR", help="a folder of editors' decisions; what they dismiss does not fail"
    )
    check.add_argument("--fail-on", choices=("inconsistent", "contradicted", "any", "never"), default="any")
    check.add_argument(
        OPTION, metavar="RULE", nargs="?",
        help="list every number: claimed, ignored and why, unread; with the name of a rule: its record and its checks",
    )  # fmt: skip


def _report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    report = commands.add_parser("report", help="the main job: check, gate the tables, publish the pages")
    _letters(report)
    report.add_argument(
        "--out", default="out", metavar="DIR", help="where runs/, latest and state/ stand (default: out)"
    )
    _references(report)
    _rules(report)
    _as_known(report)
    _language(report)
    _pages(report)
    report.add_argument("--runner", choices=("threads", "processes", "dask"), default="threads")
    report.add_argument(
        "--workers", type=_positive, default=2, metavar="N", help="batches checked at once (default: 2)"
    )
    report.add_argument("--no-cache", action="store_true", help="read every letter again (docs/operate.md)")
    report.add_argument("--dask-address", metavar="ADDR", help="a Dask scheduler, for --runner dask")
    report.add_argument(
        "--keep", type=_positive, default=30, metavar="N", help="whole runs kept under runs/ (default: 30)"
    )


def _serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = commands.add_parser("serve", help="the schedule: the same flow over an inbox, until stopped")
    serve.add_argument("--inbox", required=True, metavar="DIR", help="the folder letters are put in")
    serve.add_argument("--out", required=True, metavar="DIR")
    _ocr(serve)
    _references(serve)
    _rules(serve)
    _as_known(serve)
    _language(serve)
    _pages(serve)
    when = serve.add_mutually_exclusive_group()
    when.add_argument(
        "--cron", metavar="CRON", help="five fields, e.g. '0 3 * * *' (the default: every night at three)"
    )
    when.add_argument("--interval", type=_positive, metavar="SECONDS")
    serve.add_argument("--timezone", default="UTC", metavar="ZONE", help="of the schedule, e.g. Europe/Berlin")
    serve.add_argument("--name", metavar="NAME", help="of the deployment (default: that of the inbox's folder)")
    serve.add_argument("--ui", action="store_true", help="Prefect's pages too, at the address that is told")
    serve.add_argument(
        "--keep", type=_positive, default=30, metavar="N", help="whole runs kept under runs/ (default: 30)"
    )


def _doctor(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    doctor = commands.add_parser("doctor", help="looks at what a run needs, and says what to do where it is wanting")
    doctor.add_argument("--out", default="out", metavar="DIR")
    _references(doctor)


def _sources(commands: argparse._SubParsersAction[argparse.ArgumentParser], told: Sequence[str]) -> None:
    sources = commands.add_parser(
        "sources", help="the reference table: check, list, show, add, edit, export, gaps, fetch, pull"
    )
    if "sources" in told:  # its options come from the table's declaration, which the other commands need not read
        from flows.commands.reference_desk import add_verbs

        add_verbs(sources)


def _letters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="letters, folders and archives of letters; `-` for standard input"
    )
    parser.add_argument("--text", metavar="TEXT", help="a letter's text itself")
    _ocr(parser)


def _ocr(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ocr", action="store_true", help="read scanned pages through Tesseract, where it is there")


def _references(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--references", metavar="WHERE", help="your own reference table: a folder, a workbook, a database"
    )


def _pages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pages",
        metavar="DIR",
        help="pages that the letters cite: a folder filled by `sources fetch`, or saved pages (docs/cited-pages.md)",
    )


def _as_known(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-known",
        choices=("letter", "today"),
        help="compare with what was out on the letter's day, or with all that is known today (docs/decisions/0007)",
    )


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        default="auto",
        metavar="CODE",
        help="the language of the texts (default: told from each)",
    )


def _rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rules", metavar="FILE", help="settings of the rules, YAML or TOML: `ordinal: off`, severity, tolerance"
    )


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
