"""The report site: `index.html`, `reference.html` and `letters/<letter_id>.html`, each self-contained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files as files_of_ours
from pathlib import Path

from claims.readers.raw_document import Skipped
from expectations.book.all_rules import all_rules
from expectations.model import CheckedLetter, Finding, Rule
from expectations.results import GateResult
from reports.deciding.decisions import NONE, Decisions, orphans
from reports.letter_page.between import AcrossView, across_views
from reports.letter_page.decision_view import Deciding, FormContext
from reports.letter_page.links import Reference
from reports.letter_page.page import head, letter_page
from reports.model import Problem, RunInfo, fault_of_ours
from reports.site.editors_progress import review_view
from reports.site.figures_pages import FOLDER as REFERENCE_FOLDER
from reports.site.front import in_order, index_page
from reports.site.how_to_read import FILE as HOW_TO_READ
from reports.site.letter_lists import list_pages, list_script
from reports.site.letter_words import words_of, words_script
from reports.site.reference_views import FILE as REFERENCE
from reports.site.reference_views import reference_page
from reports.site.render import (
    render_figures,
    render_how_to_read,
    render_index,
    render_letter,
    render_list,
    render_lost,
    render_reference,
)
from reports.site.subject_files import subject_files
from reports.words.addresses_shown import letter_href
from reports.words.files_shown import FileLink, letter_files
from reports.words.table_names import Names
from sources.model import ReferenceTable

SCRIPTS = ("letters.js", "letter.js")
"""Our own, of `static/`, that pages load from `assets/`."""


def write_site(
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    table: ReferenceTable | None,
    out: Path,
    *,
    gates: Sequence[GateResult] = (),
    run: RunInfo | None = None,
    skipped: Sequence[Skipped] = (),
    files: Sequence[str] = (),
    decisions: Decisions = NONE,
    written: Sequence[Problem] | None = None,
) -> list[Problem]:
    """Write the pages under `out`, which is made if need be; same inputs, same bytes. Raises OSError.

    `files` are those handed on, by their paths under `exports/`. Returns the letters whose page could not be made: a
    page that says so stands in its place. `written`: these, where the letters' pages stand already.
    """
    letters = out / "letters"
    letters.mkdir(parents=True, exist_ok=True)
    names = Names.of(table)
    lost = list(written or ())
    if written is None:
        between = across_views(across, checked, "", decisions)
        lost += _letter_pages(in_order(checked, decisions), names, between, letters, files, decisions)
    page = index_page(
        checked, across, [*problems, *lost], table, gates=gates, run=run, skipped=skipped, files=files,
        decisions=decisions, review=review_view(checked, decisions), names=names,
    )  # fmt: skip
    first, *others = list_pages(page.letters)
    _write(out / first.name, render_index(page, first))
    assets = out / "assets"
    assets.mkdir(exist_ok=True)
    for script in SCRIPTS:
        _write(assets / script, files_of_ours("reports").joinpath("static", script).read_text(encoding="utf-8"))
    _write(assets / "letters-list.js", list_script(page.letters))
    words = {one.extraction.letter.letter_id: words_of(one, names) for one in checked}
    _write(assets / "letters-words.js", words_script(words))
    for other in others:
        _write(out / other.name, render_list(other))
    for path, html in subject_files(in_order(checked), names, out).items():
        path.parent.mkdir(exist_ok=True)
        _write(path, html)
    _write(out / HOW_TO_READ, render_how_to_read())
    if table is not None:
        _reference_pages(table, names, out)
    return lost


def _reference_pages(table: ReferenceTable, names: Names, out: Path) -> None:
    """Write the pages of the table."""
    page = reference_page(table, names)
    _write(out / REFERENCE, render_reference(page))
    if page.figures:
        (out / REFERENCE_FOLDER).mkdir(exist_ok=True)
    for figures in page.figures:
        _write(out / REFERENCE_FOLDER / figures.name, render_figures(figures))


def _letter_pages(
    checked: Sequence[CheckedLetter],
    names: Names,
    between: Sequence[AcrossView],
    folder: Path,
    files: Sequence[str],
    decisions: Decisions,
) -> Iterator[Problem]:
    """Write each letter's page; gives those that could not be made."""
    own = letter_files(files, "../exports/")
    for at, one in enumerate(checked):
        files_of_it, beside = own.get(one.extraction.letter.letter_id, ()), letters_beside(checked, at)
        problem = write_letter(folder, one, names, between, files_of_it, beside, decisions)
        if problem is not None:
            yield problem


def write_letter(
    folder: Path,
    one: CheckedLetter,
    names: Names,
    between: Sequence[AcrossView],
    files: tuple[FileLink, ...],
    beside: tuple[Reference | None, Reference | None],
    decisions: Decisions,
) -> Problem | None:
    """Write the page of a letter into `folder`; where it cannot be made, one that says so."""
    letter, problem = one.extraction.letter, None
    try:
        page = letter_page(one, names, rules_by_id(), between, files, beside, deciding_of(one, decisions))
        html = render_letter(page)
    except Exception as error:  # one letter that meets a fault of ours must not cost an editor all the others
        problem = fault_of_ours(letter.path, "its page could not be made", error)
        html = render_lost(head(letter), problem)
    _write(folder / f"{letter.letter_id}.html", html)
    return problem


def letters_beside(ordered: Sequence[CheckedLetter], at: int) -> tuple[Reference | None, Reference | None]:
    """The letters before and after the `at`th."""
    return _leading(ordered, at - 1), _leading(ordered, at + 1)


def _leading(ordered: Sequence[CheckedLetter], at: int) -> Reference | None:
    if not 0 <= at < len(ordered):
        return None
    letter = ordered[at].extraction.letter
    return Reference(text=head(letter).title, href=letter_href(letter.letter_id, base=""))


def deciding_of(checked: CheckedLetter, decisions: Decisions, form: FormContext | None = None) -> Deciding:
    """What editors have decided of a letter, with the decisions on it that match nothing any more."""
    own = decisions.only(checked.extraction.letter.letter_id)
    decided = own.of(checked)
    gone = orphans(own, [(checked, decided)])
    return Deciding(decided=decided, orphans=gone, form=form, drafts=decisions.drafts)


@cache
def rules_by_id() -> Mapping[str, Rule]:
    return {rule.rule_id: rule for rule in all_rules()}


def _write(path: Path, html: str) -> None:
    """A file name that was no valid UTF-8 may stand in a page; it is shown with question marks."""
    path.write_bytes(html.encode("utf-8", "replace"))
