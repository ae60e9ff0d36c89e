"""The pages that letters share: the list, measures and producers, the reference table, how to read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files as files_of_ours
from pathlib import Path
from typing import Any

from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import Decisions
from reports.model import Problem
from reports.site.editors_progress import Progress
from reports.site.figures_pages import FOLDER as REFERENCE_FOLDER
from reports.site.front import Listed, front_page
from reports.site.how_to_read import FILE as HOW_TO_READ
from reports.site.letter_lists import list_pages, list_script
from reports.site.letter_words import words_of, words_script
from reports.site.reference_views import FILE as REFERENCE
from reports.site.reference_views import reference_page
from reports.site.render import (
    render_figures,
    render_how_to_read,
    render_index,
    render_list,
    render_measure,
    render_producer,
    render_reference,
    render_subjects,
)
from reports.standing.figures_between import Figures
from reports.subjects.gathered import Gathered
from reports.subjects.subject_pages import file_of, measure_pages, producer_pages, subjects_page
from reports.words.table_names import Names
from sources.model import ReferenceTable

SCRIPTS = ("letters.js", "letter.js")
"""Our own, of `static/`, that pages load from `assets/`."""


class ShownLetters:
    """What the pages that letters share need of each of them, which come one after the other and are let go of."""

    def __init__(self, names: Names, decisions: Decisions) -> None:
        self.listed, self.subjects, self.progress = Listed(names, decisions), Gathered(), Progress(decisions)
        self.words: dict[str, str] = {}

    def take(self, checked: CheckedLetter) -> None:
        """The next letter."""
        self.listed.take(checked)
        self.subjects.take(checked)
        self.progress.take(checked)
        self.words[checked.extraction.letter.letter_id] = words_of(checked, self.listed.names)


def write_shared(
    shown: ShownLetters,
    across: Sequence[Finding],
    figures: Figures,
    problems: Sequence[Problem],
    table: ReferenceTable | None,
    out: Path,
    **told: Any,
) -> None:
    """Write the pages that letters share; `told` as `reports.site.front.front_page` has it. Raises OSError."""
    names, review = shown.listed.names, shown.progress.view()
    page = front_page(shown.listed, across, figures, problems, table, review=review, **told)
    first, *others = list_pages(page.letters)
    write_page(out / first.name, render_index(page, first))
    assets = out / "assets"
    assets.mkdir(exist_ok=True)
    for script in SCRIPTS:
        write_page(assets / script, files_of_ours("reports").joinpath("static", script).read_text(encoding="utf-8"))
    write_page(assets / "letters-list.js", list_script(page.letters))
    write_page(assets / "letters-words.js", words_script(shown.words))
    for other in others:
        write_page(out / other.name, render_list(other))
    for path, html in _subject_files(shown.subjects, names, out).items():
        path.parent.mkdir(exist_ok=True)
        write_page(path, html)
    write_page(out / HOW_TO_READ, render_how_to_read())
    if table is not None:
        _reference_pages(table, names, out)


def _reference_pages(table: ReferenceTable, names: Names, out: Path) -> None:
    """Write the pages of the table."""
    page = reference_page(table, names)
    write_page(out / REFERENCE, render_reference(page))
    if page.figures:
        (out / REFERENCE_FOLDER).mkdir(exist_ok=True)
    for figures in page.figures:
        write_page(out / REFERENCE_FOLDER / figures.name, render_figures(figures))


def _subject_files(found: Gathered, names: Names, out: Path) -> Mapping[Path, str]:
    """The pages of measures and producers: each one's path under `out` and its HTML."""
    pages = {out / "subjects.html": render_subjects(subjects_page(found, names))}
    pages |= {out / "measures" / file_of(one.measure_id): render_measure(one) for one in measure_pages(found, names)}
    return pages | {
        out / "producers" / file_of(one.producer_id): render_producer(one) for one in producer_pages(found, names)
    }


def write_page(path: Path, html: str) -> None:
    """A file name that was no valid UTF-8 may stand in a page; it is shown with question marks."""
    path.write_bytes(html.encode("utf-8", "replace"))
