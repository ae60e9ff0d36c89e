"""Which files of which letters a run has to make, and by what it is told that they are those of the last run."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from expectations.model import CheckedLetter, Finding
from flows.run_folders.runs import RECORD
from flows.running.letter_files import Made, Make, Making, Order, digest_of, lines_path, taken_from
from flows.state.kept_values import load_value, store_value
from flows.state.letter_cache import code_digest, digest_of_values, files_digest
from reports.exports.letter_lines import Lines
from reports.letter_page.between import AcrossView, across_views
from reports.site.front import in_order
from reports.site.write import letters_beside
from reports.words.table_names import Names, SubjectKey, series_key, subject_of

FILE = "letter-files"
_RENDERING = ("reports", "expectations", "flows")


class Files:
    """What was made of every letter of a run, in the order of the letters given and in that of the list."""

    def __init__(self, given: Sequence[Made], listed: Sequence[Made], aside: str) -> None:
        names = [name for one in given for name in one.files]
        self.handed = sorted(names, key=lambda name: not name.startswith("letters/"))  # copies, then packets, as given
        self.copies_lost = [problem for one in given for problem in one.copies_lost]
        self.pages_lost = [problem for one in listed for problem in one.page_lost]
        self._kept = [lines_path(aside, one.key) for one in given]

    def lines(self, at: int) -> Lines | None:
        """What the `at`th letter given gives to the files that letters share, if that is kept and can be used."""
        kept = load_value(self._kept[at])
        return kept if isinstance(kept, dict) else None


def letters_made(
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    making: Making,
    make: Make,
    last: Path | None,
    kept: Path | None,
) -> Files:
    """Make the files of every letter, those that the run in `last` has by links; `kept` is the file where it is noted
    what was made for which run.
    """
    orders = list(page_orders(checked, across, making))
    known = _noted(kept, last) if kept is not None and last is not None else {}
    made: dict[str, Made] = {}
    for order in orders if known else ():
        found = taken_from(last, known, order, making) if last is not None else None
        if found is not None:
            made[order.letter_id] = found
    wanted = [order for order in orders if order.letter_id not in made]
    made |= dict(zip((order.letter_id for order in wanted), make(wanted, making), strict=True))
    if kept is not None:
        store_value(kept, (Path(making.folder).name.strip(".").removesuffix(".partial"), made))
    ids = [one.extraction.letter.letter_id for one in checked]
    return Files([made[name] for name in ids], [made[order.letter_id] for order in orders], making.aside)


def _noted(kept: Path, last: Path) -> Mapping[str, Made]:
    """What was made for the run in `last`, or for the one whose files it has again, if that is noted."""
    found = load_value(kept)
    run, made = found if isinstance(found, tuple) else ("", {})
    return made if run in _names_of(last.resolve()) else {}


def _names_of(run: Path) -> tuple[str, ...]:
    try:
        record = json.loads((run / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return (run.name,)
    return run.name, str(record.get("as_run") or run.name)


def page_orders(checked: Sequence[CheckedLetter], across: Sequence[Finding], making: Making) -> Iterator[Order]:
    """The order of each letter, in the order of the list."""
    decisions = making.decisions
    own: dict[str, list[AcrossView]] = defaultdict(list)
    for view in across_views(across, checked, "", decisions):
        for letter_id in view.letter_ids:
            own[letter_id].append(view)
    told = _Told(making)
    ordered = in_order(checked, decisions)
    for at, one in enumerate(ordered):
        between, beside = tuple(own[one.extraction.letter.letter_id]), letters_beside(ordered, at)
        yield Order(checked=one, between=between, beside=beside, key=digest_of(told.of(one), between, beside))


class _Told:
    """What the files of a letter depend on, but for the letters around it."""

    def __init__(self, making: Making) -> None:
        table, self._decisions, self._names = making.table, making.decisions, Names.of(making.table)
        named = digest_of_values(table.measures, table.events, table.producers) if table is not None else ""
        self._all = digest_of(
            making.reading, code_digest(), files_digest(_RENDERING), named, sorted(making.decisions.drafts)
        )
        self._courses: dict[SubjectKey, str] = {}

    def of(self, one: CheckedLetter) -> tuple[object, ...]:
        letter = one.extraction.letter
        decided = self._decisions.only(letter.letter_id).fingerprint()
        what = letter.letter_id, letter.path, letter.sha256, letter.text, one.findings
        return self._all, what, sorted(one.verdicts.items()), one.cited, decided, [*self._drawn(one)]

    def _drawn(self, one: CheckedLetter) -> Iterator[str]:
        """The courses of figures that its page may draw."""
        deciding = (each.observation for verdict in one.verdicts.values() for each in verdict.evidence if each.decides)
        for subject in dict.fromkeys(subject_of(series_key(row)) for row in deciding):
            if subject not in self._courses:
                series = self._names.subjects.get(subject, ())
                self._courses[subject] = digest_of([self._names.series[key] for key in series])
            yield self._courses[subject]
