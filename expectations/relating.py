"""From a relation to a finding: what all arithmetic rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from claims.extraction import Extraction
from claims.model import Claim, Span
from claims.relations.kinds import Relation
from expectations.declaring import SHARED, say
from expectations.findings import broken, held, unknown
from expectations.misprints import one_slip, would_turn
from expectations.model import Finding, Severity

R = TypeVar("R", bound=Relation)

BREATH = 16
"""So few characters between two figures hold no clause of another matter."""


def relations_of(extraction: Extraction, kind: type[R]) -> Iterator[tuple[str, R]]:
    """The relations of one kind, each with the id its findings name it by."""
    for at, relation in enumerate(extraction.relations):
        if isinstance(relation, kind):
            yield relation_id(relation, at), relation


def relation_id(relation: Relation, at: int) -> str:
    """The name of a relation in its letter: its kind and its place in `relations`."""
    return f"{relation.kind}-{at}"


def judged(
    rule: str,
    relation: str,
    claims: Iterable[Claim],
    *,
    fits: bool,
    checked: Claim,
    again: Callable[[Claim], bool],
    key: str,
    severity: Severity = "warning",
    off: Decimal | None = None,
    spans: Iterable[Span] = (),
    refit: Callable[[Sequence[Claim]], bool] | None = None,
    open_to: bool = False,
    strictly: bool = False,
    **values: str,
) -> Finding:
    """The finding of one relation: held, broken, or (where no misprint of `checked` would turn it) not checkable.

    `key` names its message for a disagreement; `again` applies the same arithmetic to `checked` with another number,
    `refit` to all the `claims` with one of them another: where no single slip makes them fit and they do not
    stand in one breath, they were likely not meant of each other, and nothing is said against the letter.
    `open_to`: another reading of them agrees. `strictly`: one breath is not enough ("15 fathers, one every
    two months").
    """
    used = list(claims)
    more = {
        "stated": values["stated"], "expected": values["expected"], "spans": [*(one.span for one in used), *spans],
        "claims": used, "relations": [relation],
    }  # fmt: skip
    if not fits and (
        open_to or (refit is not None and (strictly or not in_one_breath(used)) and not one_slip(used, refit))
    ):
        message = say(SHARED, "open_to" if open_to else "no_one_slip", **values)
        return unknown(rule, message, **more)  # type: ignore[arg-type]
    if not fits:
        return broken(rule, severity, say(rule, key, **values), off=off, **more)  # type: ignore[arg-type]
    if would_turn(checked, again):
        return held(rule, say(rule, f"{key}_held", **values), **more)  # type: ignore[arg-type]
    return unknown(rule, say(rule, "no_check", **values), **more)  # type: ignore[arg-type]


def in_one_breath(claims: Sequence[Claim], breath: int = BREATH) -> bool:
    """Whether the figures stand in one breath: "30 per cent of the 400 prisoners (230 prisoners)" is a sure pair."""
    spans = sorted((one.span for one in claims), key=lambda span: span.start)
    return all(after.start - before.end <= breath for before, after in pairwise(spans))
