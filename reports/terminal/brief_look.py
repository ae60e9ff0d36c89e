"""A run in a few lines: each letter that asks for an editor on one, the others counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import NONE, Decisions
from reports.model import Problem
from reports.standing.desk import across_desk
from reports.standing.open_desk import open_desk
from reports.terminal.wrapping import clean, hanging
from reports.words.wording import RULE, counted, phrase, word


def as_summary(
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    closing: str,
    *,
    decisions: Decisions = NONE,
    width: int = 100,
) -> str:
    """One line a letter, the most work first; what could not be read; and the `closing` line."""
    worked = [(open_desk(one, decisions), one) for one in checked]
    asking = sorted(((items, one) for items, one in worked if items), key=lambda pair: (pair[0][0].rank, -len(pair[0])))
    lines = [_row(len(items), one, width) for items, one in asking]
    lines += _quiet(len(checked) - len(asking), shown=bool(asking))
    for finding in across_desk(across):
        lines += hanging(
            f"{word('status', finding.status).symbol} {word(RULE, finding.rule).short} · {finding.message}", width
        )
    for problem in problems:
        lines += hanging(f"{problem.path}: {problem.message}", width)
    return "\n".join([*lines, *([""] if lines else []), closing]) + "\n"


def _row(work: int, checked: CheckedLetter, width: int) -> str:
    letter = checked.extraction.letter
    line = clean(f"{work:>4}  {letter.letter_id}  {letter.title or letter.path}")
    indent = " " * (4 - len(str(work)))  # `clean` takes blanks at the beginning away
    line = indent + line
    return line if len(line) <= width else line[: width - 1] + "…"


def _quiet(number: int, *, shown: bool) -> Iterator[str]:
    """The letters that ask for nothing, counted."""
    if number:
        yield phrase("quiet_more" if shown else "quiet", letters=counted(number, "letter"))
