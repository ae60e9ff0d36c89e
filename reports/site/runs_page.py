"""The page of all runs, which stands beside them and is written anew after each: its links work while a run is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claims.quick_records import dataclass
from reports.words.history_words import moment, said, totals_words


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """A run; `href` is empty where its pages are no longer kept, `changed` empty for the first."""

    moment: str
    href: str
    letters: int
    claims: int
    items: int
    changed: str


def run_rows(runs: Sequence[Mapping[str, Any]], folder: str) -> tuple[RunRow, ...]:
    """The rows of the runs, as `crossfoot history --format json` has them; `folder` leads to where they are kept."""
    return tuple(_row(one, folder) for one in runs)


def _row(run: Mapping[str, Any], folder: str) -> RunRow:
    changed = run["changed"]
    return RunRow(
        moment=moment(run["started_at"]),
        href=f"{folder}{run['run_id']}/index.html" if run["kept"] else "",
        letters=run["letters"],
        claims=run["claims"],
        items=run["items"],
        changed="" if changed is None else ", ".join(totals_words(changed)) or said("nothing"),
    )
