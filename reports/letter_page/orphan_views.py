"""Decisions whose words are gone, as a page lists them: with the things of the letter they may be confirmed for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claims.quick_records import dataclass
from expectations.model import CheckedLetter
from reports.deciding.decisions import Decided
from reports.deciding.entries import Entry, Subject
from reports.deciding.folding import Standing, undecided
from reports.deciding.orphaned import Orphan
from reports.deciding.things_decided import claim_subjects, finding_subjects
from reports.letter_page.decision_view import StepView, step_view

MOST = 6  # things that a decision may be confirmed for


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A thing that nobody has decided on, with the very words and value of the decision, in another sentence."""

    key: str
    revision: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrphanView:
    """One decision that matches nothing any more; without a `key` it stands in a file and is mended there."""

    letter_id: str
    words: str
    sentence: str
    step: StepView
    carried_out: bool
    kind: str
    key: str
    revision: int
    candidates: tuple[Candidate, ...]


def orphan_views(
    orphans: Iterable[Orphan], checked: CheckedLetter | None = None, decided: Decided | None = None
) -> tuple[OrphanView, ...]:
    """The views, with candidates in the letter `checked`."""
    free = tuple(_free(checked, decided)) if checked is not None and decided is not None else ()
    return tuple(_view(one, free) for one in orphans)


def _view(orphan: Orphan, free: Iterable[Standing]) -> OrphanView:
    stood, (words, *others) = orphan.stood, orphan.quotations or ("",)
    subject = stood.subject if stood else None
    return OrphanView(
        letter_id=orphan.letter_id,
        words=words,
        sentence=" · ".join(others[:2]),
        step=step_view(stood.decided if stood and stood.decided else _told(orphan)),
        carried_out=orphan.carried_out,
        kind=subject.kind if subject else "",
        key=subject.key if subject else "",
        revision=stood.revision if stood else 0,
        candidates=tuple(_candidates(subject, free))[:MOST] if subject else (),
    )


def _told(orphan: Orphan) -> Entry:
    subject = Subject.of(orphan.letter_id, "claim", orphan.quotations, "", 1)
    return Entry(subject=subject, revision=0, decision=orphan.decision, by=orphan.by, at=orphan.at)


def _candidates(gone: Subject, free: Iterable[Standing]) -> Iterator[Candidate]:
    for stood in free:
        one = stood.subject
        same = (one.kind, one.rule, one.value) == (gone.kind, gone.rule, gone.value)
        if same and (one.kind == "finding" or one.quotations[0] == gone.quotations[0]):
            yield Candidate(key=one.key, revision=stood.revision, sentence=" · ".join(one.quotations[-2:]))


def _free(checked: CheckedLetter, decided: Decided) -> Iterator[Standing]:
    """The things of a letter on which no decision is in force."""
    known: Mapping[str, Standing] = decided.claims
    claims = [known.get(claim_id) or undecided(one) for claim_id, one in claim_subjects(checked).items()]
    findings = decided.findings or tuple(map(undecided, finding_subjects(checked)))
    return (stood for stood in [*claims, *findings] if not stood.holds)
