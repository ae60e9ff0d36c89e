"""The commands that read letters, each with its options; a line of help says what an option does, with an example."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from flows.command_line.explaining import OPTION
from flows.command_line.options import (
    as_known_option,
    language_option,
    letter_options,
    notice_options,
    pages_option,
    positive,
    references_option,
    retention_options,
    rules_option,
)


def check_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="the quick look: read, check, compare, print; writes nothing")
    letter_options(check)
    check.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="for people or for programs (docs/contract.md), e.g. --format json",
    )
    references_option(check)
    rules_option(check)
    as_known_option(check)
    language_option(check)
    pages_option(check)
    check.add_argument(
        "--decisions",
        metavar="DIR",
        help="a folder of editors' decisions; what they dismiss asks for nothing, e.g. --decisions desk/",
    )
    shown = check.add_mutually_exclusive_group()
    shown.add_argument(
        "--summary", action="store_true", help="one line a letter, the most work first, e.g. --summary letters/"
    )
    shown.add_argument(
        "--only", choices=("editor",), help="only what needs an editor, without what held, e.g. --only editor letters/"
    )
    check.add_argument(
        "--fail-on",
        choices=("inconsistent", "contradicted", "any", "never"),
        default="any",
        help="what makes the exit code 1 (default: any), e.g. --fail-on contradicted",
    )
    check.add_argument(
        OPTION, metavar="RULE", nargs="?",
        help="every number: claimed, ignored and why, unread; of a rule: its record and checks, e.g. --explain ordinal",
    )  # fmt: skip


def report_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    report = commands.add_parser("report", help="the main job: check, gate the tables, publish the pages")
    letter_options(report)
    report.add_argument(
        "--out",
        default="out",
        metavar="DIR",
        help="where runs/, latest and state/ stand (default: out), e.g. --out /srv/crossfoot",
    )
    references_option(report)
    rules_option(report)
    as_known_option(report)
    language_option(report)
    pages_option(report)
    report.add_argument(
        "--runner",
        choices=("threads", "processes", "dask"),
        default="threads",
        help="what checks batches side by side (default: threads), e.g. --runner processes",
    )
    report.add_argument(
        "--workers",
        type=positive,
        default=2,
        metavar="N",
        help="batches checked at once (default: 2), e.g. --workers 4",
    )
    report.add_argument(
        "--no-cache", action="store_true", help="read every letter again (docs/operate.md), e.g. --no-cache letters/"
    )
    report.add_argument(
        "--dask-address",
        metavar="ADDR",
        help="a Dask scheduler, for --runner dask, e.g. --dask-address tcp://127.0.0.1:8786",
    )
    retention_options(report)
    notice_options(report)


def export_command(commands: argparse._SubParsersAction[argparse.ArgumentParser], told: Sequence[str]) -> None:
    export = commands.add_parser("export", help="letters with comments, corrections, lists for other programs")
    if "export" in told:  # its forms come from the reports, which the other commands need not load
        from flows.commands.export_letters import add_options

        add_options(export)


def review_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    review = commands.add_parser("review", help="the pages of the latest run, served so that editors decide")
    review.add_argument(
        "what",
        nargs="?",
        choices=("serve", "stats", "cases"),
        default="serve",
        help="serve the pages (the default), tell how often editors agreed, or write misreadings as cases, "
        "e.g. review stats --out out",
    )
    review.add_argument("--out", default="out", metavar="DIR", help="the folder of the runs, e.g. --out /srv/crossfoot")
    review.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="where to listen (default: this machine alone; others need a token, docs/review.md), e.g. --host 10.0.0.5",
    )
    review.add_argument("--port", type=int, default=8765, metavar="N", help="default: 8765; 0 for a free one")
    review.add_argument(
        "--public-host",
        metavar="NAME",
        help="the name by which a proxy before it is asked, e.g. --public-host review.example.org",
    )
    references_option(review)


def doctor_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    doctor = commands.add_parser("doctor", help="looks at what a run needs, and says what to do where it is wanting")
    doctor.add_argument("--out", metavar="DIR", help="the folder of the runs (default: out), e.g. --out /srv/crossfoot")
    references_option(doctor)


def completion_command(commands: argparse._SubParsersAction[argparse.ArgumentParser], told: Sequence[str]) -> None:
    completion = commands.add_parser("completion", help="a script with which your shell completes these commands")
    if "completion" in told:  # which shells there are, is shtab's to say
        from flows.commands.completion import shells

        completion.add_argument(
            "shell", choices=shells(), help='e.g. eval "$(crossfoot completion bash)" (docs/terminal.md)'
        )


def sources_command(commands: argparse._SubParsersAction[argparse.ArgumentParser], told: Sequence[str]) -> None:
    sources = commands.add_parser(
        "sources", help="the reference table: check, list, show, add, edit, export, gaps, fetch, pull"
    )
    if "sources" in told:  # its options come from the table's declaration, which the other commands need not read
        from flows.reference.reference_desk import add_verbs

        add_verbs(sources)
