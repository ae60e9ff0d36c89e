"""`crossfoot review stats` and `crossfoot review cases`: what the decisions of an `--out` teach, printed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from claims.errors import CrossfootError
from flows.review.decision_shelf import decisions_of
from reports.deciding.agreement import DRAFT_UNDER, FEWEST, Agreement, agreements, misreadings
from reports.deciding.entries import Place
from reports.deciding.folding import Standing
from reports.words.wording import RULE, word

_HEADS = {"rule": "RULES", "verdict": "VERDICTS", "measure": "MEASURES"}


def tell_stats(out: str) -> int:
    """Print by rule, verdict and measure how often editors agreed with an alarm; 0."""
    rows = agreements(_decided(out).values())
    print(stats_text(rows))
    return 0


def tell_cases(out: str) -> int:
    """Print misreadings as JSON lines, for the corpus of readings; 0."""
    for case in misreadings(_decided(out).values()):
        print(json.dumps(case, ensure_ascii=False))
    return 0


def stats_text(rows: Sequence[Agreement]) -> str:
    """The rows as lines, by group; what is a draft says so."""
    if not rows:
        return "No alarm has been decided on."
    lines: list[str] = []
    for group, head in _HEADS.items():
        own = [row for row in rows if row.group == group]
        if own:
            lines += [*([""] if lines else []), head, *map(_line, own)]
    if any(row.draft for row in rows):
        lines += ["", f"draft: agreed with in under {DRAFT_UNDER:.0%} of at least {FEWEST} decisions"]
    return "\n".join(lines)


def _line(row: Agreement) -> str:
    share = "  –" if row.share is None else f"{row.share:4.0%}"
    left = f", {row.neither} left for other reasons" if row.neither else ""
    name = word(RULE, row.name).short if row.group == "rule" else row.name.replace("_", " ")
    draft = "  draft" if row.draft else ""
    return f"  {share}  {name}: {row.agreed} agreed, {row.disagreed} did not{left}{draft}"


def _decided(out: str) -> Mapping[Place, Standing]:
    if not Path(out).is_dir():
        raise CrossfootError(out, "is no folder of runs; name the --out of a review")
    return decisions_of(out).kept
