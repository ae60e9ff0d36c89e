"""The report site: `index.html`, `reference.html` and `letters/<letter_id>.html`, each self-contained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from claims.model import Letter
from claims.readers.raw_document import Skipped
from expectations.book.all_rules import all_rules
from expectations.model import CheckedLetter, Finding, Rule
from expectations.results import GateResult
from reports.deciding.decisions import NONE, Decisions
from reports.deciding.orphaned import orphans
from reports.letter_page.between import AcrossView, across_views
from reports.letter_page.decision_view import Deciding, FormContext
from reports.letter_page.links import Reference
from reports.letter_page.page import head, letter_page
from reports.model import Problem, RunInfo, fault_of_ours
from reports.site.render import render_letter, render_lost
from reports.site.shared_pages import ShownLetters, write_page, write_shared
from reports.standing.figures_between import Figures, by_id
from reports.standing.list_order import in_order
from reports.words.addresses_shown import letter_href
from reports.words.files_shown import FileLink, letter_files
from reports.words.table_names import Names
from sources.model import ReferenceTable


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
) -> list[Problem]:
    """Write the pages under `out`, which is made if need be; same inputs, same bytes. Raises OSError.

    `files` are those handed on, by their paths under `exports/`. Returns the letters whose page could not be made: a
    page that says so stands in its place.
    """
    names, figures = Names.of(table), Figures(across, by_id(checked))
    lost = write_letters(checked, across_views(across, figures, "", decisions), names, out, files, decisions)
    shown = ShownLetters(names, decisions)
    for one in checked:
        shown.take(one)
    told = [*problems, *lost]
    write_shared(shown, across, figures, told, table, out, gates=gates, run=run, skipped=skipped, files=files)
    return lost


def write_letters(
    checked: Sequence[CheckedLetter],
    between: Sequence[AcrossView],
    names: Names,
    out: Path,
    files: Sequence[str],
    decisions: Decisions,
) -> list[Problem]:
    """Write the pages of letters under `out`; the letters whose page could not be made. Raises OSError."""
    letters = out / "letters"
    letters.mkdir(parents=True, exist_ok=True)
    return list(_letter_pages(in_order(checked, decisions), names, between, letters, files, decisions))


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
    write_page(folder / f"{letter.letter_id}.html", html)
    return problem


def letters_beside(ordered: Sequence[CheckedLetter], at: int) -> tuple[Reference | None, Reference | None]:
    """The letters before and after the `at`th."""
    return _leading(ordered, at - 1), _leading(ordered, at + 1)


def _leading(ordered: Sequence[CheckedLetter], at: int) -> Reference | None:
    return reference_to(ordered[at].extraction.letter) if 0 <= at < len(ordered) else None


def reference_to(letter: Letter) -> Reference:
    """The way to a letter's page from that of another."""
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
