"""`crossfoot sources VERB`: the reference table checked, shown, added to, edited, copied, pulled into, and its gaps."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from claims.errors import BadReferenceTable

_AT_FAULT = 1


def add_verbs(parser: argparse.ArgumentParser) -> None:
    """The verbs of `sources` with their options, for the parser of the command line."""
    from flows.reference import (
        pull_desk,
        sources_add,
        sources_check,
        sources_edit,
        sources_fetch,
        sources_gaps,
        sources_list,
        sources_show,
    )

    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    check = verbs.add_parser("check", help="every fault of the table, with file, line, column, value and what to do")
    sources_check.add_arguments(_references(check))
    listing = verbs.add_parser("list", help="the observations as a table, with the course of each series")
    sources_list.add_arguments(_references(listing))
    add = verbs.add_parser("add", help="add an observation to a table of your own: asks, or takes options")
    sources_add.add_arguments(_references(add))
    show = verbs.add_parser(
        "show", help="one row of the table: where it stands, what ties to it, what was changed in it"
    )
    sources_show.add_arguments(_references(show))
    edit = verbs.add_parser("edit", help="put a row of a table of your own right, its history kept")
    sources_edit.add_arguments(_references(edit))
    export = verbs.add_parser("export", help="copy a table into a folder of CSV files, to start your own from")
    _references(export).add_argument("folder", metavar="DIR", help="an empty folder, or one that is not there yet")
    gaps = verbs.add_parser("gaps", help="what letters claim and cite that the table does not have")
    sources_gaps.add_arguments(_references(gaps))
    fetch = verbs.add_parser("fetch", help="fetch the pages that letters cite, to ask whether they print the figures")
    sources_fetch.add_arguments(_references(fetch))
    pull_desk.add_arguments(verbs.add_parser("pull", help="pull a provider's figures into a table of your own"))


def _references(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument(
        "--references",
        metavar="WHERE",
        help="your own table: a folder, a workbook (.xlsx) or the address of a database (default: the packaged one)",
    )
    return parser


def run_sources(arguments: argparse.Namespace) -> int:
    """Run the verb; 0, 1 rows at fault, 2 usage (raised)."""
    try:
        return _verb(arguments.verb)(arguments)
    except BadReferenceTable as bad:
        print(f"crossfoot: {bad}", file=sys.stderr)
        return _AT_FAULT


def _verb(name: str) -> Callable[[argparse.Namespace], int]:
    from flows.reference import (
        pull_desk,
        sources_add,
        sources_check,
        sources_edit,
        sources_fetch,
        sources_gaps,
        sources_list,
        sources_show,
    )

    verbs: dict[str, Callable[[argparse.Namespace], int]] = {
        "check": sources_check.run_check,
        "list": sources_list.run_list,
        "add": sources_add.run_add,
        "show": sources_show.run_show,
        "edit": sources_edit.run_edit,
        "export": _export,
        "gaps": sources_gaps.run_gaps,
        "fetch": sources_fetch.run_fetch,
        "pull": pull_desk.run_pull,
    }
    return verbs[name]


def _export(arguments: argparse.Namespace) -> int:
    from sources.keeping.exporting import export_tables
    from sources.table.load import read_checked

    for file in export_tables(read_checked(arguments.references), Path(arguments.folder)):
        print(file)
    return 0
