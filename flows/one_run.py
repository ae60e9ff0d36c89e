"""A run from its letters to its folder, within the flow: read, check, compare, gate, publish, tell."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from claims.readers.finding import find_letters
from expectations.book.switches import settings_record
from expectations.model import CheckedLetter
from flows import publishing, run_announced, steps
from flows.kept_inputs import INPUTS
from flows.run_tasks import check_between, check_letters, load_references, publish, whole
from flows.runs import Layout, building, new_run_id, retire
from flows.state.kept_secrets import references_of
from flows.state.letter_cache import forget_unused, letter_cache
from flows.state.unchanged import digest_of, taken_over
from reports.model import Problem
from sources.table.where import shown as shown_reference


def one_run(
    layout: Layout,
    paths: list[str],
    references: str | None,
    rules: str | None,
    as_known: str | None,
    language: str,
    keep: int,
    ocr: bool,
    pasted: str | None,
    pages: str | None,
    cache: bool,
) -> dict[str, Any]:
    began = time.perf_counter()
    run_id = new_run_id()
    references = references_of(references)
    table, field, at_fault = load_references(references)
    settings, unusable = steps.load_rules(rules)
    comparing, language = steps.comparison(as_known), steps.require_language(language)
    kept = letter_cache(layout.state, field, table, settings, comparing, language) if cache else None
    inputs = layout.partial(run_id) / INPUTS
    found = find_letters(paths, ocr=ocr, pasted=pasted, keep=str(inputs.absolute()))
    shelf = steps.load_pages(pages, layout.state)
    told = publishing.versions()
    digest = digest_of(found, kept, table, told) if kept and shelf is None and not unusable else None
    record = _record(run_id, paths, references, began) | {
        "rules": settings_record(settings),
        "as_known": as_known,
        "language": language,
        "pages": pages,
        "digest": digest,
    }
    if (before := taken_over(layout.latest, digest)) is not None:
        with building(layout, run_id) as folder:
            summary = publishing.publish_again(layout.latest.resolve(), folder, before, record)
        return _ended(layout, run_id, summary, (), at_fault=0, no_table=False, keep=keep)
    reading = (language, pages, str(layout.state), kept)
    checked, unchecked = check_letters(found.letters, field, table, settings, comparing, reading)
    unreadable = [Problem(path=one.path, message=one.message) for one in found.problems]
    problems = [*at_fault, *unusable, *unreadable, *unchecked]
    across = check_between(whole(checked), whole(field), whole(settings))
    with building(layout, run_id) as folder:
        results = (whole(checked), whole(across), whole(problems), whole(table))
        summary = publish(folder, *results, record, whole(found.skipped))
    faults = len(at_fault) + len(unusable)
    return _ended(layout, run_id, summary, checked, at_fault=faults, no_table=table is None, keep=keep)


def _ended(
    layout: Layout,
    run_id: str,
    summary: dict[str, Any],
    checked: Sequence[CheckedLetter],
    *,
    at_fault: int,
    no_table: bool,
    keep: int,
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
    run_announced.announce(ended, checked, folder.absolute())
    retire(layout, keep)
    forget_unused(layout.state)
    return ended


def _record(run_id: str, paths: list[str], references: str | None, began: float) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {
        "run_id": run_id,
        "started_at": now.isoformat(timespec="seconds"),
        "paths": paths,
        "references": shown_reference(references) if references else "packaged",
        "seconds_reading": round(time.perf_counter() - began, 3),
    }
