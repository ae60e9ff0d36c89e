"""A run from its letters to its folder, within the flow: read, check, compare, gate, publish, tell."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from typing import Any

from claims.readers.finding import find_letters
from expectations.book.switches import settings_record
from flows import steps
from flows.laid.gists import letters_by_id, letters_of, states_of
from flows.laid.known_letters import Reading
from flows.notices.notice_text import report_address
from flows.notices.standing_items import faults_of, items_of
from flows.run_folders.kept_inputs import INPUTS
from flows.run_folders.runs import Layout, building, kept_since, new_run_id, retire, run_record, whole_runs
from flows.running import publishing, run_announced
from flows.running.asked import Asked, record_of
from flows.running.editors_told import notices_wait, tell_editors
from flows.running.left_behind import enter_left_behind, lay_beside
from flows.running.letter_files import Making
from flows.running.page_orders import FILE, letters_made
from flows.running.remembering import (
    Say,
    is_remembered,
    keep_reference_table,
    nothing_since,
    remember,
    remember_again,
    run_decisions,
    since_last,
)
from flows.running.run_announced import Row
from flows.running.run_tasks import check_between, check_letters, load_references, make_files, publish
from flows.state.kept_pages import forget_pages, keep_pages
from flows.state.kept_secrets import references_of
from flows.state.letter_cache import FOLDER, forget_unused, letter_cache
from flows.state.pasted_text import pasted_text
from flows.state.unchanged import digest_of, taken_over
from flows.state.wholes import Whole
from reports.letter_page.between import across_views
from reports.model import Problem
from reports.standing.figures_between import Figures

OWN = "letters-at-hand"
"""Where under `state/` stands what a run needs of its letters while it lasts, and the next run not."""


def one_run(layout: Layout, asked: Asked, say: Say) -> dict[str, Any]:
    """Read, check, compare and publish what is asked; a line to `say` is no problem of a letter's.

    Returns plain values: `run_id`, `folder`, the counts, the `problems` and the tables that `failed_gates`.
    """
    began = time.perf_counter()
    enter_left_behind(layout, say)
    run_id = new_run_id()
    references = references_of(asked.references)
    table, field, at_fault = load_references(references)
    settings, unusable = steps.load_rules(asked.rules)
    comparing, language = steps.comparison(asked.as_known), steps.require_language(asked.language)
    own = layout.state / OWN
    shutil.rmtree(own, ignore_errors=True)  # of a run that was killed
    aside = layout.state / FOLDER if asked.cache else own
    kept = letter_cache(aside, field, table, settings, comparing, language)
    inputs = layout.partial(run_id) / INPUTS
    found = find_letters(asked.paths, ocr=asked.ocr, pasted=pasted_text(asked.pasted), keep=str(inputs.absolute()))
    shelf = steps.load_pages(asked.pages, layout.state)
    decisions, decided_upto = run_decisions(layout, say)
    told = publishing.versions() | {"decisions": decisions.fingerprint()}
    digest = digest_of(found, kept, table, told) if asked.cache and shelf is None and not unusable else None
    record = record_of(run_id, asked, references, began) | {
        "rules": settings_record(settings),
        "language": language,
        "digest": digest,
        "decisions": {"version": decided_upto, "fingerprint": decisions.fingerprint()},
    }
    before = None if notices_wait(layout, asked.notify) else taken_over(layout.latest, digest)
    if before is not None and is_remembered(layout, before["run_id"]):
        return _the_same_again(layout, record, before, asked, say)
    reading = Reading(
        field=field,
        table=table,
        rules=settings,
        comparing=comparing,
        language=language,
        pages=asked.pages,
        state=str(layout.state.absolute()),
        kept=kept,
        decisions=decisions,
        named=kept.digest,
        aside=str(own.absolute()),
    )
    gists, unchecked = check_letters(found.letters, reading)
    unreadable = [Problem(path=one.path, message=one.message) for one in found.problems]
    problems = [*at_fault, *unusable, *unreadable, *unchecked]
    across = check_between(Whole(gists), Whole(field), Whole(settings))
    letters, checked = states_of(gists), letters_of(gists)
    figures = Figures(across, letters_by_id(gists))
    record |= {
        "seconds_checking": round(time.perf_counter() - began, 3),
        "problems_given": len(problems),
        "not_taken": [{"path": one.path, "reason": one.reason} for one in found.skipped],
        "since": since_last(layout, record, table, letters),
    }
    with building(layout, run_id) as folder:
        making = Making(folder=str(folder.absolute()), aside=kept.folder, table=table, decisions=decisions)
        last, noted = (layout.latest, layout.state / FILE) if asked.cache else (None, None)
        between = across_views(across, figures, "", decisions)
        made = letters_made(gists, between, making, make_files, last, noted)
        published = publishing.Published(
            letters=checked,
            across=across,
            figures=figures,
            problems=problems,
            table=table,
            skipped=found.skipped,
            decisions=decisions,
            made=made,
        )
        summary = publish(folder, Whole(published), Whole(record))
        lay_beside(layout, run_id, (letters, across))
        if table is not None:
            keep_reference_table(layout, folder, references, table, say)
    if shelf is not None:
        keep_pages(layout.state, run_id, checked, shelf)
    retire(layout, asked.keep)
    remember(layout, run_record(layout, run_id), letters, across, asked.remember, say)
    faults = len(at_fault) + len(unusable)
    rows = [one.told.row for one in gists]
    ended = _ended(layout, run_id, summary, rows, at_fault=faults, no_table=table is None, site=asked.site)
    if asked.notify:
        asking = items_of(checked, across, decisions, record["since"], figures.words)
        tell_editors(layout, asked.notify, asked.site, [*asking, *faults_of(ended)], ended, say)
    shutil.rmtree(own, ignore_errors=True)
    return ended


def _the_same_again(
    layout: Layout, record: dict[str, Any], before: dict[str, Any], asked: Asked, say: Say
) -> dict[str, Any]:
    """Nothing changed: what the last run made is published under this run's name."""
    run_id = record["run_id"]
    record["since"] = nothing_since(before)
    with building(layout, run_id) as folder:
        summary = publishing.publish_again(layout.latest.resolve(), folder, before, record)
        lay_beside(layout, run_id, before["run_id"])
    retire(layout, asked.keep)
    remember_again(layout, run_record(layout, run_id), before["run_id"], asked.remember, say)
    return _ended(layout, run_id, summary, (), at_fault=0, no_table=False, site=asked.site)


def _ended(
    layout: Layout,
    run_id: str,
    summary: dict[str, Any],
    letters: Sequence[Row],
    *,
    at_fault: int,
    no_table: bool,
    site: str | None,
) -> dict[str, Any]:
    folder = layout.runs / run_id
    ended = {
        **summary,
        "run_id": run_id,
        "folder": str(folder),
        "no_table": no_table,
        "setup_faults": at_fault,
        "unreadable": len(summary["problems"]) - at_fault,
    }
    run_announced.announce(ended, letters, report_address(folder, site))
    forget_unused(layout.state, kept_since(layout))
    forget_pages(layout.state, whole_runs(layout))
    return ended
