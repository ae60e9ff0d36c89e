"""`crossfoot history`: the runs that the store remembers, or how a letter or a claim went over them, and why."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from sqlalchemy import Connection

from claims.errors import CrossfootError
from flows.history.claim_course import claim_courses, claim_named, letter_course
from flows.history.course_views import history_lines, history_of, run_lines
from flows.history.runs_listed import runs_listed
from flows.runs import Layout
from flows.store.open_store import Store, has_store, open_store
from flows.store.past_runs import letters_called, letters_with
from flows.store.store_address import put_in_force, shown_store

_LISTED = 20


def add_options(history: argparse.ArgumentParser) -> None:
    """What may be asked of the past."""
    from flows.command_line.options import store_option

    history.add_argument(
        "name",
        nargs="?",
        metavar="LETTER|CLAIM",
        help="a letter's id or file, or a claim's id; without it the runs are listed, e.g. history harbour.txt",
    )
    history.add_argument(
        "--claim", metavar="WORDS", help="only the claims of the letter with these words, e.g. --claim '40 boats'"
    )
    history.add_argument("--all", action="store_true", help="claims that never changed too, e.g. --all harbour.txt")
    history.add_argument(
        "--out", default="out", metavar="DIR", help="the folder of the runs, e.g. --out /srv/crossfoot"
    )
    history.add_argument(
        "--format", choices=("text", "json"), default="text", help="for people or programs, e.g. --format json"
    )
    store_option(history)


def run_history(arguments: argparse.Namespace) -> int:
    """Print the past; 0. Raises CrossfootError for a name that nothing has."""
    put_in_force(arguments.store)
    store = the_store(arguments.out)
    try:
        with store.reading() as connection:
            if arguments.name is None:
                _print_runs(connection, Layout(out=Path(arguments.out)), arguments.format)
            else:
                _print_past(connection, arguments)
    finally:
        store.close()
    return 0


def the_store(out: str) -> Store:
    """The store of `out`. Raises CrossfootError where there is none to look into."""
    if not has_store(out):
        raise CrossfootError(shown_store(Path(out)), "there is no store yet; `crossfoot report` makes it with its run")
    return open_store(out)


def _print_runs(connection: Connection, layout: Layout, form: str) -> None:
    rows = runs_listed(connection, layout, _LISTED)
    if form == "json":
        print(json.dumps({"schema": "crossfoot-runs/1", "runs": rows}, indent=1))
        return
    print("\n".join(run_lines(rows)) or "no run is remembered yet")


def _print_past(connection: Connection, arguments: argparse.Namespace) -> None:
    letter_id, of_claim = _meant(connection, arguments.name)
    course = letter_course(connection, letter_id)
    courses = claim_courses(course)
    wanted = arguments.claim or (arguments.name if of_claim else None)
    if wanted is not None and not (courses := claim_named(courses, wanted)):
        raise CrossfootError(wanted, f"no claim of {letter_id} has these words; `history {letter_id} --all` lists them")
    history = history_of(course, courses)
    if arguments.format == "json":
        print(json.dumps(history, ensure_ascii=False, indent=1))
        return
    print("\n".join(history_lines(history, every=arguments.all or wanted is not None)))


def _meant(connection: Connection, name: str) -> tuple[str, bool]:
    """The letter that is meant, and whether it was named by a claim. Raises CrossfootError."""
    letters = letters_called(connection, name)
    of_claim = not letters
    letters = letters or letters_with(connection, name)
    if len(letters) == 1:
        return letters[0], of_claim
    if letters:
        raise CrossfootError(name, f"{len(letters)} letters are called so: {', '.join(letters[:5])}; give one's id")
    raise CrossfootError(name, "no letter and no claim of that name is remembered; `crossfoot history` lists the runs")
