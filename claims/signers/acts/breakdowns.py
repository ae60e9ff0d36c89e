"""Counts beside a total that are its parts: "65 signatories, namely 48 bodies and 17 people", "16 unions and 8 clubs,
24 in all".
"""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.signers.counted_signers import Count, can_sign
from claims.signers.counts_told import Told, Total, coordinated
from claims.text.openings import either

NEAR = 40


def parts_behind(told: Told, n: int, total: Total) -> list[Total]:
    """The two counts up to `n` where they make the whole that stands before them.

    Between brackets, or where the letter says that they do, they are its parts even where they do not make it: that is
    then a slip of the letter.
    """
    one, two = told.counts[n - 1], told.counts[n]
    text, whole = told.text, total.count
    between = text[whole.span.end : one.number.start]
    boxed = between.rstrip()[-1:] == "(" and text[two.span.end : two.span.end + 1] == ")"
    said = boxed or _namely().fullmatch(between.casefold()) is not None
    makes = one.value + two.value == whole.value or said and max(one.value, two.value) < whole.value
    near = len(between) <= NEAR and (said or between.rstrip()[-1:] in {"(", ":", "–", "—", "-"})
    return _groups([one, two]) if total.role == "total" and makes and near and coordinated(text, one, two) else []


def parts_before(told: Told, n: int) -> list[Total]:
    """The counts right before count `n` that it sums up: "16 unions and 8 clubs, 25 in all"; whether they do or not."""
    run = [told.counts[n - 1]] if n else []
    while run and len(run) < n and coordinated(told.text, told.counts[n - len(run) - 1], run[0]):
        run.insert(0, told.counts[n - len(run) - 1])
    if len(run) < 2 or not all(can_sign(count) for count in run):
        return []
    between = told.text[run[-1].span.end : told.counts[n].number.start]
    larger = told.counts[n].value > max(count.value for count in run)
    return _groups(run) if larger and re.fullmatch(r"\s*(?:,|[–—(:=-])\s*", between) else []


def _groups(counts: list[Count]) -> list[Total]:
    return [Total(count, "group", count.noun) for count in counts]


@of_language
def _namely() -> re.Pattern[str]:
    return re.compile(rf"[\s,:(–—-]*{either('signing_acts', 'namely')}[\s,:]+")
