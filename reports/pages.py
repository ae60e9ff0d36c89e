"""View data: everything the pages show, as plain values. Numbers are settled here; the templates only set them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claims.model import Claim, Letter
from expectations.model import CheckedLetter, Finding, Rule
from reports.cards import Card, Reference, card, source_word
from reports.desk import DeskItem, arithmetic, desk, ledger_order, unsourced
from reports.failing import is_inconsistent
from reports.highlight import by_segment, highlight
from reports.ledger import (
    CheckView,
    NumbersView,
    SignatoriesView,
    check_views,
    numbers_view,
    quote,
    signatories_view,
)
from reports.links import card_id, letter_href, mark_id
from reports.marks import marks_of
from reports.names import Names
from reports.wording import Word, day, keys, word
from sources.model import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A letter's particulars."""

    letter_id: str
    title: str
    path: str
    sha256: str
    written: str
    published: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often a word applies."""

    word: Word
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """One piece of work: `css` colours its `sign`, `quote` is the letter's figure, `detail` the arithmetic."""

    css: str
    sign: Word
    about: str
    quote: str
    detail: str
    remarks: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentView:
    """A stretch of the letter with one role, marked and escaped."""

    kind: str
    html: Markup


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


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """Everything on one letter's page."""

    head: Head
    desk: tuple[DeskRow, ...]
    unsourced: tuple[Reference, ...]
    verdicts: tuple[Tally, ...]
    statuses: tuple[Tally, ...]
    segments: tuple[SegmentView, ...]
    cards: tuple[Card, ...]
    checks: tuple[CheckView, ...]
    across: tuple[AcrossView, ...]
    signatories: SignatoriesView
    numbers: NumbersView


def letter_page(
    checked: CheckedLetter, names: Names, rules: Mapping[str, Rule], across: Sequence[AcrossView] = ()
) -> LetterPage:
    """The page of one letter; `across` are all findings between letters, of which it takes its own."""
    extraction, ledger = checked.extraction, ledger_order(checked.findings)
    text, claims = extraction.letter.text, extraction.claims
    own = tuple(one for one in across if extraction.letter.letter_id in one.letter_ids)
    return LetterPage(
        head=head(extraction.letter),
        desk=tuple(desk_row(one, ledger, text) for one in desk(checked)),
        unsourced=tuple(Reference(text=one.text, href=f"#{card_id(one.claim_id)}") for one in unsourced(checked)),
        verdicts=verdict_tally(checked),
        statuses=status_tally(checked.findings),
        segments=_segments(checked, ledger),
        cards=_cards(checked, ledger, names),
        checks=check_views(ledger, text, claims, rules),
        across=own,
        signatories=signatories_view(extraction.signatories),
        numbers=numbers_view(extraction.numbers, text),
    )


def head(letter: Letter) -> Head:
    """The particulars of a letter, dates in words; empty where the letter does not say."""
    return Head(
        letter_id=letter.letter_id,
        title=" ".join((letter.title or "").split()) or letter.letter_id,
        path=letter.path,
        sha256=letter.sha256,
        written=day(letter.written_on) if letter.written_on else "",
        published=day(letter.published_on) if letter.published_on else "",
        warnings=letter.warnings,
    )


def verdict_tally(checked: CheckedLetter) -> tuple[Tally, ...]:
    """Claims by what the sources say, in the order of the words."""
    counts = Counter(source_word(checked.verdict_of(claim)).key for claim in checked.extraction.claims)
    return _tally("against_source", counts)


def status_tally(findings: Iterable[Finding]) -> tuple[Tally, ...]:
    """Checks by how they came out."""
    counts: Counter[str] = Counter(finding.status for finding in findings)
    return _tally("status", counts)


def _tally(group: str, counts: Mapping[str, int]) -> tuple[Tally, ...]:
    return tuple(Tally(word=word(group, key), count=counts[key]) for key in keys(group) if counts.get(key))


def desk_row(item: DeskItem, ledger: Sequence[Finding], text: str) -> DeskRow:
    """One piece of work, linked to its card or its check on the letter's page."""
    if item.finding is not None:
        return _finding_row(item.finding, ledger, text)
    if item.claim is None or item.verdict is None:
        raise ValueError("a desk item holds a finding, or a claim with its verdict")
    sign, *others = _reasons(item.verdict)
    return DeskRow(
        css=_colour(sign),
        sign=sign,
        about="",
        quote=item.claim.text,
        detail=arithmetic(item.verdict) or item.verdict.explanation,
        remarks=tuple(one.label for one in others),
        href=f"#{card_id(item.claim.claim_id)}",
    )


def _reasons(verdict: Verdict) -> list[Word]:
    """What brings a claim to the desk, first: a consistent figure is there for its date or its cautions."""
    source, cautions = source_word(verdict), [one for one in keys("cautions") if one in verdict.cautions]
    stale = [word("timeliness", verdict.timeliness)] if verdict.timeliness == "stale_at_writing" else []
    reasons = [*stale, *(word("cautions", one) for one in cautions)]
    return [*reasons[:1], source, *reasons[1:]] if source.key == "consistent" else [source, *reasons]


def _colour(sign: Word) -> str:
    if sign.key in keys("against_source"):
        return f"v-{sign.key}"
    return f"c-{sign.key}" if sign.key in keys("cautions") else f"t-{sign.key}"


def _finding_row(finding: Finding, ledger: Sequence[Finding], text: str) -> DeskRow:
    number = next(at for at, one in enumerate(ledger, start=1) if one is finding)
    return DeskRow(
        css=f"s-{finding.severity}",
        sign=word("status", finding.status),
        about=word("rule", finding.rule).label,
        quote=quote(text, finding.spans[0]) if finding.spans else finding.stated,
        detail=finding.message,
        remarks=(word("severity", finding.severity).label,),
        href=f"#check-{number}",
    )


def _segments(checked: CheckedLetter, ledger: Sequence[Finding]) -> tuple[SegmentView, ...]:
    text, segments = checked.extraction.letter.text, checked.extraction.segments
    marks = by_segment(marks_of(checked, ledger), [segment.span for segment in segments])
    pairs = zip(segments, marks, strict=True)
    return tuple(SegmentView(kind=one.kind, html=highlight(text, one.span, inside)) for one, inside in pairs)


def _cards(checked: CheckedLetter, ledger: Sequence[Finding], names: Names) -> tuple[Card, ...]:
    letter, claims = checked.extraction.letter, checked.extraction.claims
    uses = _uses(claims, ledger)
    return tuple(
        card(
            number,
            claim,
            checked.verdict_of(claim),
            text=letter.text,
            names=names,
            written_on=letter.written_on,
            findings=uses.get(claim.claim_id, ()),
        )
        for number, claim in enumerate(claims, start=1)
    )


def _uses(claims: Sequence[Claim], ledger: Sequence[Finding]) -> dict[str, list[Reference]]:
    """For each claim the checks that use its figure: named by the check, or standing where the check looked."""
    by_span = {claim.span: claim.claim_id for claim in claims}
    known = set(by_span.values())
    uses: dict[str, list[Reference]] = {}
    for number, finding in enumerate(ledger, start=1):
        status, rule = word("status", finding.status), word("rule", finding.rule)
        reference = Reference(text=f"{status.symbol} {rule.label}: {status.short}", href=f"#check-{number}")
        meant = [*finding.claim_ids, *(by_span[span] for span in finding.spans if span in by_span)]
        for claim_id in dict.fromkeys(one for one in meant if one in known):
            uses.setdefault(claim_id, []).append(reference)
    return uses


def across_views(across: Sequence[Finding], checked: Sequence[CheckedLetter], base: str) -> tuple[AcrossView, ...]:
    """The findings between letters; `base` is the way from the page to the letters' folder ("letters/" or "")."""
    letters = {one.extraction.letter.letter_id: one for one in checked}
    return tuple(
        AcrossView(
            status=word("status", one.status),
            severity=word("severity", one.severity),
            rule=word("rule", one.rule),
            message=one.message,
            stated=one.stated,
            expected=one.expected,
            places=tuple(_across_places(one, letters, base)),
            letter_ids=tuple(dict.fromkeys(one.letter_ids)),
            asks=is_inconsistent(one),
        )
        for one in ledger_order(across)
    )


def _across_places(finding: Finding, letters: Mapping[str, CheckedLetter], base: str) -> Iterable[Reference]:
    for letter_id, span in zip(finding.letter_ids, finding.spans, strict=False):
        checked = letters.get(letter_id)
        if checked is None:
            continue
        claim = next((one for one in checked.extraction.claims if one.span.overlaps(span)), None)
        words = quote(checked.extraction.letter.text, span)
        anchor = mark_id(claim.claim_id) if claim else ""
        yield Reference(text=f"{letter_id}: “{words}”", href=letter_href(letter_id, anchor, base))
