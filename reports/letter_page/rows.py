"""Rows that both pages show: what asks for an editor, and how often each verdict and status came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.model import Claim
from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import Decided
from reports.letter_page.cards import source_word
from reports.letter_page.ledger import quote
from reports.standing.desk import DeskItem, arithmetic, wants_editor
from reports.standing.levels import Level, level_counts
from reports.standing.open_desk import still_open
from reports.standing.stands_line import standing_of, stands_line
from reports.words.addresses_shown import card_id
from reports.words.cited_words import cited_sentence
from reports.words.wording import Word, keys, word
from sources.model import Verdict


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
    stands: str = ""


def verdict_tally(checked: CheckedLetter) -> tuple[Tally, ...]:
    """Claims by what the sources say, in the order of the words."""
    counts = Counter(source_word(checked.verdict_of(claim)).key for claim in checked.extraction.claims)
    return _tally("against_source", counts)


def status_tally(findings: Iterable[Finding]) -> tuple[Tally, ...]:
    """Checks by how they came out."""
    counts: Counter[str] = Counter(finding.status for finding in findings)
    return _tally("status", counts)


def level_tally(levels: Iterable[Level]) -> tuple[Tally, ...]:
    """Cards and checks by how loudly they ask."""
    return tuple(Tally(word=word("level", level), count=count) for level, count in level_counts(levels))


def _tally(group: str, counts: Mapping[str, int]) -> tuple[Tally, ...]:
    return tuple(Tally(word=word(group, key), count=counts[key]) for key in keys(group) if counts.get(key))


def desk_rows(checked: CheckedLetter, ledger: Sequence[Finding], decided: Decided) -> tuple[DeskRow, ...]:
    """The work of a letter that no editor has put aside, each piece with what was decided of it."""
    return tuple(decided_row(item, ledger, checked, decided) for item in still_open(checked, decided))


def decided_row(item: DeskItem, ledger: Sequence[Finding], checked: CheckedLetter, decided: Decided) -> DeskRow:
    """One piece of work with what was decided of it."""
    row = desk_row(item, ledger, checked.extraction.letter.text)
    return replace(row, stands=stands_line(standing_of(item, checked, decided)))


def desk_row(item: DeskItem, ledger: Sequence[Finding], text: str) -> DeskRow:
    """One piece of work, linked to its card or its check on the letter's page."""
    if item.finding is not None:
        return _finding_row(item.finding, ledger, text)
    if item.claim is None or item.verdict is None:
        raise ValueError("a desk item holds a finding, or a claim with its verdict")
    sign, *others = _reasons(item.verdict) if item.page is None else _with_page(item.verdict)
    return DeskRow(
        css=_colour(sign),
        sign=sign,
        about="",
        quote=item.claim.text,
        detail=_detail(item.claim, item),
        remarks=tuple(one.label for one in others),
        href=f"#{card_id(item.claim.claim_id)}",
    )


def kind_of(item: DeskItem) -> tuple[str, str]:
    """What kind of work it is: its sign, and the rule for a check."""
    if item.finding is not None:
        return item.finding.status, item.finding.rule
    if item.verdict is None:
        raise ValueError("a desk item holds a finding, or a claim with its verdict")
    reasons = _reasons(item.verdict) if item.page is None else _with_page(item.verdict)
    return reasons[0].key, ""


def _with_page(verdict: Verdict) -> list[Word]:
    """The cited page speaks first where nothing else asks for an editor, else after what does."""
    page, reasons = word("cited_sign", "prints_otherwise"), _reasons(verdict)
    return [*reasons[:1], page, *reasons[1:]] if wants_editor(verdict) else [page, source_word(verdict)]


def _detail(claim: Claim, item: DeskItem) -> str:
    """The arithmetic; where only the cited page speaks against the figure, what it prints."""
    if item.page is not None and (item.verdict is None or not wants_editor(item.verdict)):
        return cited_sentence(claim, item.page)
    return arithmetic(item.verdict) or (item.verdict.explanation if item.verdict else "")


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
