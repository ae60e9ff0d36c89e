"""Which files of which letters a run has to make, and by what it is told that they are those of the last run."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from flows.laid.gists import Gist, digest_of
from flows.run_folders.runs import RECORD
from flows.running.letter_files import Made, Make, Making, Order, lines_path, taken_from
from flows.state.kept_values import load_value, store_value
from reports.exports.letter_lines import Lines
from reports.letter_page.between import AcrossView
from reports.site.write import reference_to

FILE = "letter-files"


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
    gists: Sequence[Gist],
    between: Sequence[AcrossView],
    making: Making,
    make: Make,
    last: Path | None,
    kept: Path | None,
) -> Files:
    """Make the files of every letter, those that the run in `last` has by links; `kept` is the file where it is noted
    what was made for which run.
    """
    orders = list(page_orders(gists, between))
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
    ids = [one.letter.letter_id for one in gists]
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


def page_orders(gists: Sequence[Gist], between: Sequence[AcrossView]) -> Iterator[Order]:
    """The order of each letter, in the order of the list."""
    own: dict[str, list[AcrossView]] = defaultdict(list)
    for view in between:
        for letter_id in view.letter_ids:
            own[letter_id].append(view)
    ordered = sorted(gists, key=lambda one: one.told.order)
    ways = [None, *(reference_to(one.letter) for one in ordered), None]
    for at, one in enumerate(ordered):
        letter_id, beside = one.letter.letter_id, (ways[at], ways[at + 2])
        views = tuple(own[letter_id])
        key = digest_of(one.told.key, views, beside)
        yield Order(letter_id=letter_id, kept=one.laid, between=views, beside=beside, key=key)
