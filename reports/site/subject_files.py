"""The pages of measures and producers, written beside the letters'."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from expectations.model import CheckedLetter
from reports.site.render import render_measure, render_producer, render_subjects
from reports.subjects.gathered import gathered
from reports.subjects.subject_pages import file_of, measure_pages, producer_pages, subjects_page
from reports.words.table_names import Names


def subject_files(letters: Sequence[CheckedLetter], names: Names, out: Path) -> dict[Path, str]:
    """Each page's path under `out` and its HTML."""
    found = gathered(letters)
    pages = {out / "subjects.html": render_subjects(subjects_page(found, names))}
    pages |= {out / "measures" / file_of(one.measure_id): render_measure(one) for one in measure_pages(found, names)}
    return pages | {
        out / "producers" / file_of(one.producer_id): render_producer(one) for one in producer_pages(found, names)
    }
