"""`crossfoot check`: the quick look. No server, no files, and none of Prefect, Great Expectations and pandas."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from claims.errors import CrossfootError
from claims.readers.finding import find_letters
from claims.readers.raw_document import Skipped
from expectations.book.all_rules import all_rules, rule_called
from expectations.check import check_across
from expectations.model import CheckedLetter, Finding
from flows import steps
from flows.command_line.explaining import EVERYTHING
from flows.command_line.progress import over
from reports.deciding.decisions import NONE, Decisions
from reports.deciding.orphaned import orphans
from reports.model import Problem
from reports.standing.failing import fails, open_across
from reports.standing.figures_between import by_id, words_in
from reports.standing.rereading import reread
from reports.terminal.brief_look import as_summary
from reports.terminal.colours import write
from reports.terminal.quick_look import as_text, closing
from reports.terminal.wrapping import quote
from reports.words.wording import phrase


def run_check(arguments: argparse.Namespace) -> int:
    """Check what `paths` name and print it; 0, 1 at or above `--fail-on`, 2 if something could not be read."""
    _require_rule(arguments.explain)
    decisions = _decisions(arguments.decisions)
    steps.require_rules(arguments.rules)
    rules, at_fault = steps.load_rules(arguments.rules)
    table, field, problems = steps.load_references(arguments.references)
    found, unreadable, skipped = find_letters(arguments.paths, ocr=arguments.ocr, pasted=arguments.text)
    comparing, language = steps.comparison(arguments.as_known), steps.require_language(arguments.language)
    pages = steps.load_pages(arguments.pages, Path("out") / "state")
    one_by_one = over(found, "letters")
    checked, unchecked = steps.parted(steps.check_all(one_by_one, field, table, rules, comparing, language, pages))
    problems = [*problems, *at_fault, *(Problem(path=p.path, message=p.message) for p in unreadable), *unchecked]
    across = check_across(checked, field, rules)
    checked = reread(checked, decisions, table, comparing)
    _print(arguments, checked, across, problems, skipped, decisions)
    _tell_orphans(checked, decisions)
    for problem in problems:
        print(f"crossfoot: {problem.path}: {problem.message}", file=sys.stderr)
    for path, message in pages.faults if pages is not None else ():
        print(f"crossfoot: {path}: {message} (a page, left out)", file=sys.stderr)
    if problems:
        return 2
    return (
        1
        if fails(
            checked, open_across(across, words_in(across, by_id(checked)), decisions), arguments.fail_on, decisions
        )
        else 0
    )


def _decisions(folder: str | None) -> Decisions:
    """The decisions of a folder; what reads the review's store is loaded only where there is a folder to read."""
    if folder is None:
        return NONE
    from flows.review.decision_shelf import decisions_of

    return decisions_of(folder)


def _tell_orphans(checked: Sequence[CheckedLetter], decisions: Decisions) -> None:
    """Name the decisions on letters of this run that match nothing in them any more."""
    for one in orphans(decisions, ((letter, decisions.of(letter)) for letter in checked)):
        if one.read and not one.carried_out:
            what = " · ".join(f"“{quote(words)}”" for words in one.quotations[:2])
            print(f"crossfoot: {one.letter_id}: {phrase('orphan', what=what, by=one.by or '–')}", file=sys.stderr)


def _require_rule(name: str | None) -> None:
    """Raises CrossfootError for the name of a rule that there is not."""
    if name not in (None, EVERYTHING) and rule_called(str(name)) is None:
        known = ", ".join(rule.rule_id for rule in all_rules())
        raise CrossfootError(f"--explain {name}", f"is no rule; the rules are {known}")


def _text(
    arguments: argparse.Namespace,
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    skipped: Sequence[Skipped],
    decisions: Decisions,
) -> str:
    across = open_across(across, words_in(across, by_id(checked)), decisions)
    if arguments.summary:
        last = closing(checked, across, problems, decisions)
        return as_summary(checked, across, problems, last, decisions=decisions)
    return as_text(
        checked,
        across,
        problems,
        skipped=() if arguments.only else skipped,
        explain=arguments.explain == EVERYTHING,
        rule=rule_called(arguments.explain) if arguments.explain else None,
        only_editor=arguments.only == "editor",
        decisions=decisions,
    )


def _print(
    arguments: argparse.Namespace,
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    skipped: Sequence[Skipped],
    decisions: Decisions,
) -> None:
    if arguments.format == "text":
        write(_text(arguments, checked, across, problems, skipped, decisions), sys.stdout)
        return
    from reports.exports.contract import to_contract

    document = to_contract(checked, across, problems, skipped, decisions)
    if arguments.format == "json":
        print(json.dumps(document, ensure_ascii=False, indent=1))
        return
    nothing: dict[str, list[str]] = {"findings": [], "problems": [], "skipped": []}
    for letter in document["letters"]:
        print(json.dumps({"schema": document["schema"], "letters": [letter], **nothing}, ensure_ascii=False))
    rest = {
        "schema": document["schema"],
        "letters": [],
        "findings": document["findings"],
        "problems": document["problems"],
        "skipped": document["skipped"],
    }
    if rest["findings"] or rest["problems"] or rest["skipped"]:
        print(json.dumps(rest, ensure_ascii=False))
