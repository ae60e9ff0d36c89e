"""Findings between letters, as every page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import NONE, Decisions
from reports.deciding.entries import Subject
from reports.deciding.folding import Standing
from reports.letter_page.decision_view import DecisionView, decision_view
from reports.letter_page.ledger import quote
from reports.letter_page.links import Reference
from reports.standing.desk import ledger_order
from reports.standing.failing import is_inconsistent
from reports.words.addresses_shown import letter_href, mark_id
from reports.words.wording import Word, word


@dataclass(frozen=True, slots=True, kw_only=True)
class AcrossView:
    """A finding between letters; the places lead to the letters' pages."""

    status: Word
    severity: Word
    rule: Word
    message: str
    stated: str
    expected: str
    places: tuple[Reference, ...]
    letter_ids: tuple[str, ...]
    asks: bool
    anchor: str
    decision: DecisionView | None


def across_views(
    across: Sequence[Finding],
    checked: Sequence[CheckedLetter],
    base: str,
    decisions: Decisions = NONE,
    *,
    forms: bool = False,
) -> tuple[AcrossView, ...]:
    """The findings between letters; `base` is the way from the page to the letters' folder ("letters/" or ""), `forms`
    whether they may be decided on there.
    """
    letters = _by_id(checked)
    return tuple(_view(*each, letters, base, forms=forms) for each in _stood(across, letters, decisions))


@dataclass(frozen=True, slots=True)
class FirstViews:
    """The first findings of a kind, and how many there are behind them."""

    views: tuple[AcrossView, ...]
    left: int


def first_views(
    across: Sequence[Finding], checked: Sequence[CheckedLetter], base: str, decisions: Decisions, most: int
) -> tuple[FirstViews, FirstViews]:
    """The first findings between letters that ask for something, and the first of the others."""
    letters = _by_id(checked)
    parted: dict[bool, list[tuple[Finding, Standing]]] = {True: [], False: []}
    for one, stood in _stood(across, letters, decisions):
        parted[_asks(one, stood)].append((one, stood))
    asking, held = (
        FirstViews(tuple(_view(*each, letters, base) for each in found[:most]), len(found[most:]))
        for found in parted.values()
    )
    return asking, held


def _by_id(checked: Sequence[CheckedLetter]) -> dict[str, CheckedLetter]:
    return {one.extraction.letter.letter_id: one for one in checked}


def _stood(
    across: Sequence[Finding], letters: Mapping[str, CheckedLetter], decisions: Decisions
) -> Iterator[tuple[Finding, Standing]]:
    """The findings as a ledger has them, each with how it stands."""
    texts = {letter_id: one.extraction.letter.text for letter_id, one in letters.items()}
    stood = dict(zip(map(id, across), decisions.of_across(across, texts), strict=True))
    yield from ((one, stood[id(one)]) for one in ledger_order(across))


def _asks(finding: Finding, stood: Standing) -> bool:
    return is_inconsistent(finding) and not stood.clears


def _view(
    one: Finding, stood: Standing, letters: Mapping[str, CheckedLetter], base: str, *, forms: bool = False
) -> AcrossView:
    return AcrossView(
        status=word("status", one.status),
        severity=word("severity", one.severity),
        rule=word("rule", one.rule),
        message=one.message,
        stated=one.stated,
        expected=one.expected,
        places=tuple(_across_places(one, letters, base)),
        letter_ids=tuple(dict.fromkeys(one.letter_ids)),
        asks=_asks(one, stood),
        anchor=across_anchor(stood.subject),
        decision=decision_view(stood, stood.subject if forms else None),
    )


def across_anchor(subject: Subject) -> str:
    """Where a finding between letters stands on the page of each of them."""
    return f"across-{subject.digest}"


def _across_places(finding: Finding, letters: Mapping[str, CheckedLetter], base: str) -> Iterable[Reference]:
    for letter_id, span in zip(finding.letter_ids, finding.spans, strict=False):
        checked = letters.get(letter_id)
        if checked is None:
            continue
        claim = next((one for one in checked.extraction.claims if one.span.overlaps(span)), None)
        words = quote(checked.extraction.letter.text, span)
        anchor = mark_id(claim.claim_id) if claim else ""
        yield Reference(text=f"{letter_id}: “{words}”", href=letter_href(letter_id, anchor, base))
