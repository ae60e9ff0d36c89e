"""`crossfoot diff`: two runs of an `--out`, or two drafts of a letter, side by side; and which decisions that voids."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from claims.errors import CrossfootError
from claims.readers.finding import FoundLetter, find_letters
from expectations.model import CheckedLetter
from flows import steps
from flows.commands.look_back import the_store
from flows.history.diff_text import diff_lines
from flows.history.letter_changes import claim_changes, finding_changes
from flows.history.plain_changes import DIFF, diff_of, letter_of, totals
from flows.history.run_changes import LetterChanges, between_runs, two_states
from flows.history.voided import voided
from flows.store.letter_states import LetterState, letter_state
from flows.store.open_store import has_store
from flows.store.past_runs import run_named
from flows.store.store_address import put_in_force

Plain = dict[str, Any]


def add_options(diff: argparse.ArgumentParser) -> None:
    """What is laid side by side, and how drafts are read."""
    from flows.command_line import options

    diff.add_argument("old", metavar="OLD", help="a run's id, or a draft, e.g. diff draft-1.docx draft-2.docx")
    diff.add_argument("new", metavar="NEW", help="another run's id or `latest`, or the newer draft")
    diff.add_argument(
        "--out", default="out", metavar="DIR", help="the runs, and the decisions, e.g. --out /srv/crossfoot"
    )
    diff.add_argument(
        "--format", choices=("text", "json"), default="text", help="for people or programs, e.g. --format json"
    )
    options.references_option(diff)
    options.rules_option(diff)
    options.as_known_option(diff)
    options.language_option(diff)
    options.ocr_option(diff)
    options.store_option(diff)


def run_diff(arguments: argparse.Namespace) -> int:
    """Print what is new, changed and gone; 0. Raises CrossfootError for what is neither a run nor a readable draft."""
    put_in_force(arguments.store)
    drafts = [Path(one).is_file() for one in (arguments.old, arguments.new)]
    if all(drafts):
        diff = _of_drafts(arguments)
    elif any(drafts):
        other = arguments.new if drafts[0] else arguments.old
        raise CrossfootError(other, "there is no such file; give two drafts, or the ids of two runs")
    else:
        diff = _of_runs(arguments)
    print(json.dumps(diff, ensure_ascii=False, indent=1) if arguments.format == "json" else "\n".join(diff_lines(diff)))
    return 0


def _of_runs(arguments: argparse.Namespace) -> Plain:
    store = the_store(arguments.out)
    try:
        with store.reading() as connection:
            old, new = (run_named(connection, Path(one).name) for one in (arguments.old, arguments.new))
            diff = diff_of(between_runs(connection, old, new))
            pairs = two_states(connection, old, new, [one["letter_id"] for one in diff["letters"] if one["rewritten"]])
            lost = [one for name, (was, now) in pairs.items() for one in voided(connection, [name], was, now)]
            return {**diff, "voided": lost}
    finally:
        store.close()


def _of_drafts(arguments: argparse.Namespace) -> Plain:
    found = [_found(arguments, one) for one in (arguments.old, arguments.new)]
    names = [one.letter_id for one in found]
    # one id for both: a claim's begins with its letter's, and these are one letter
    old, new = (_read(arguments, replace(one, letter_id=names[1])) for one in found)
    claims = [(change, ()) for change in claim_changes(old, new) if change.what != "same"]
    letter = LetterChanges(
        what="changed",
        letter_id=new.letter_id,
        title=new.title,
        rewritten=old.sha256 != new.sha256,
        claims=tuple(claims),
        findings=tuple(finding_changes(old, new)),
    )
    letters = [letter] if letter.claims or letter.findings else []
    counts = totals(letters)
    counts.pop("letter_changed", None)
    return {
        "schema": DIFF,
        **{name: {"path": one.path, "sha256": one.sha256} for name, one in (("old", old), ("new", new))},
        "causes": [],
        "totals": counts,
        "letters": [letter_of(one) for one in letters],
        "voided": _lost(arguments.out, names, old, new),
    }


def _lost(out: str, names: list[str], old: LetterState, new: LetterState) -> list[Plain]:
    if not has_store(out):
        return []
    store = the_store(out)
    try:
        with store.reading() as connection:
            return voided(connection, names, old, new)
    finally:
        store.close()


def _found(arguments: argparse.Namespace, path: str) -> FoundLetter:
    """A draft's file. Raises CrossfootError where it holds no letter, or several."""
    found = find_letters([path], ocr=arguments.ocr)
    for problem in found.problems:
        raise CrossfootError(problem.path, problem.message)
    if len(found.letters) != 1:
        raise CrossfootError(path, f"holds {len(found.letters)} letters; give a file of one letter")
    return found.letters[0]


def _read(arguments: argparse.Namespace, draft: FoundLetter) -> LetterState:
    """A draft, read and checked. Raises CrossfootError where it cannot be."""
    table, field, at_fault = steps.load_references(arguments.references)
    rules, unusable = steps.load_rules(arguments.rules)
    comparing, language = steps.comparison(arguments.as_known), steps.require_language(arguments.language)
    for fault in (*at_fault, *unusable):
        raise CrossfootError(fault.path, fault.message)
    checked = steps.check_one(draft, field, table, rules, comparing, language)
    if not isinstance(checked, CheckedLetter):
        raise CrossfootError(checked.path, checked.message)
    return letter_state(checked)
