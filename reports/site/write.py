"""The report site: `index.html`, `reference.html` and `letters/<letter_id>.html`, each self-contained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files as files_of_ours
from pathlib import Path

from claims.readers.raw_document import Skipped
from expectations.book.all_rules import all_rules
from expectations.model import CheckedLetter, Finding, Rule
from expectations.results import GateResult
from reports.letter_page.between import across_views
from reports.letter_page.page import letter_page
from reports.model import Problem, RunInfo
from reports.site.front import index_page
from reports.site.letter_lists import list_pages, list_script
from reports.site.reference_views import reference_page
from reports.site.render import render_index, render_letter, render_list, render_reference
from reports.words.files_shown import letter_files
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
) -> None:
    """Write the pages under `out`, which is made if need be; same inputs, same bytes. Raises OSError.

    `files` are those handed on, by their paths under `exports/`.
    """
    letters = out / "letters"
    letters.mkdir(parents=True, exist_ok=True)
    names, rules = Names.of(table), _rules()
    between = across_views(across, checked, "")
    own = letter_files(files, "../exports/")
    for one in checked:
        handed = own.get(one.extraction.letter.letter_id, ())
        html = render_letter(letter_page(one, names, rules, between, handed))
        _write(letters / f"{one.extraction.letter.letter_id}.html", html)
    page = index_page(checked, across, problems, table, gates=gates, run=run, skipped=skipped, files=files)
    first, *others = list_pages(page.letters)
    _write(out / first.name, render_index(page, first))
    assets = out / "assets"
    assets.mkdir(exist_ok=True)
    _write(assets / "letters.js", files_of_ours("reports").joinpath("static", "letters.js").read_text(encoding="utf-8"))
    _write(assets / "letters-list.js", list_script(page.letters))
    for other in others:
        _write(out / other.name, render_list(other))
    if table is not None:
        _write(out / "reference.html", render_reference(reference_page(table, names)))


def _rules() -> Mapping[str, Rule]:
    return {rule.rule_id: rule for rule in all_rules()}


def _write(path: Path, html: str) -> None:
    """A file name that was no valid UTF-8 may stand in a page; it is shown with question marks."""
    path.write_bytes(html.encode("utf-8", "replace"))
