"""`crossfoot export`: letters with comments, corrections and lists for people and programs outside the report."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from claims.errors import CrossfootError
from claims.readers.finding import find_letters
from expectations.check import check_across
from flows import steps
from flows.command_line.options import (
    as_known_option,
    language_option,
    letter_options,
    pages_option,
    references_option,
    rules_option,
)
from flows.kept_inputs import kept_input
from flows.review.decision_shelf import decisions_of
from reports.deciding.decisions import Decisions
from reports.exports.handing_on import FORMATS, Handed, Written, hand_on
from reports.exports.programs.claim_reviews import Reviewer
from reports.model import Problem
from reports.standing.rereading import reread
from reports.words.addresses_shown import address
from reports.words.table_names import Names


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    letter_options(parser)
    parser.add_argument("--into", default="exports", metavar="DIR", help="where the files go, e.g. --into for-authors")
    parser.add_argument(
        "--format",
        dest="formats",
        action="append",
        choices=FORMATS,
        help="one of the forms instead of all; may be given again, e.g. --format letters --format packets",
    )
    references_option(parser)
    rules_option(parser)
    as_known_option(parser)
    language_option(parser)
    pages_option(parser)
    parser.add_argument("--decisions", metavar="DIR", help="what editors dismissed is left out, e.g. --decisions desk/")
    parser.add_argument(
        "--claim-reviews",
        metavar="URL",
        help="also schema.org ClaimReview, for pages that stand under this address, e.g. https://example.org/check",
    )
    parser.add_argument("--by", metavar="NAME", help="who publishes those reviews, e.g. --by 'Example Desk'")


def run_export(arguments: argparse.Namespace) -> int:
    """Check what `paths` name and write the files; 0, or 1 if a letter could not be read or written."""
    reviewer, decisions = _reviewer(arguments), decisions_of(arguments.decisions)
    steps.require_rules(arguments.rules)
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as inputs:
        handed = _handed(arguments, Path(inputs), decisions)
        written = _write(Path(arguments.into), handed, arguments.formats or FORMATS, reviewer)
    _tell(Path(arguments.into), written)
    problems = [*handed.problems, *written.problems]
    for problem in problems:
        print(f"crossfoot: {problem.path}: {problem.message}", file=sys.stderr)
    return 1 if problems else 0


def _reviewer(arguments: argparse.Namespace) -> Reviewer | None:
    """Who reviews; `None` where no reviews are asked for."""
    if (arguments.claim_reviews is None) != (arguments.by is None):
        raise CrossfootError("--claim-reviews", "goes with --by: a review says where it stands and who made it")
    if arguments.claim_reviews is None:
        return None
    link = address(arguments.claim_reviews)
    if link is None or link.href is None or not arguments.by.strip():
        raise CrossfootError("--claim-reviews", "needs an address that begins with https:// or http://, and a name")
    return Reviewer(name=arguments.by, url=link.href)


def _handed(arguments: argparse.Namespace, inputs: Path, decisions: Decisions) -> Handed:
    rules, at_fault = steps.load_rules(arguments.rules)
    table, field, problems = steps.load_references(arguments.references)
    found, unreadable, skipped = find_letters(
        arguments.paths, ocr=arguments.ocr, pasted=arguments.text, keep=str(inputs)
    )
    comparing, language = steps.comparison(arguments.as_known), steps.require_language(arguments.language)
    pages = steps.load_pages(arguments.pages, Path("out") / "state")
    checked, unchecked = steps.parted(steps.check_all(found, field, table, rules, comparing, language, pages))
    across = check_across(checked, field, rules)
    checked = reread(checked, decisions, table, comparing)
    unread = [Problem(path=one.path, message=one.message) for one in unreadable]
    return Handed(
        checked=checked,
        across=across,
        problems=[*problems, *at_fault, *unread, *unchecked],
        skipped=skipped,
        names=Names.of(table),
        decisions=decisions,
        original=lambda letter: kept_input(inputs, letter),
    )


def _write(into: Path, handed: Handed, formats: Sequence[str], reviewer: Reviewer | None) -> Written:
    try:
        return hand_on(into, handed, formats, reviewer)
    except OSError as error:
        raise CrossfootError(
            str(into), f"cannot be written ({error.strerror}); make room or name another --into"
        ) from None


def _tell(into: Path, written: Written) -> None:
    for copy in written.copies:
        placed = f"{copy.placed} of {copy.comments} comments at their words"
        print(f"{into / copy.path}  {placed}{f' (a copy of the text: {copy.instead})' if copy.instead else ''}")
    others = [name for name in written.files if not name.startswith(("letters/", "packets/"))]
    packets = sum(name.startswith("packets/") for name in written.files)
    if packets:
        print(f"{into / 'packets'}  {packets} files")
    for name in others:
        print(into / name)
