"""Rows that both pages show: what asks for an editor, and how often each verdict and status came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claims.model import Claim
from claims.quick_records import dataclass
from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import Decided
from reports.letter_page.ledger import quote
from reports.standing.cautions_told import cautions_told
from reports.standing.desk import DeskItem, arithmetic, wants_editor
from reports.standing.levels import Level, level_counts
from reports.standing.open_desk import still_open
from reports.standing.said_of_claims import source_word, standing_words, word_keys
from reports.standing.stands_line import standing_of, stands_line
from reports.standing.stated_place import stated_first
from reports.words.addresses_shown import card_id
from reports.words.cited_words import cited_sentence
from reports.words.table_names import Names
from reports.words.wording import Word, keys, word

STALE = "stale_at_writing"


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
    """Claims by what the sources say, or the letter itself, in the order of the words."""
    counts = Counter(one.key for one in standing_words(checked).values())
    return tally_of_words(counts)


def tally_of_words(counts: Mapping[str, int]) -> tuple[Tally, ...]:
    """Claims by the word they go by."""
    return tuple(Tally(word=word(group, key), count=counts[key]) for group, key in word_keys() if counts.get(key))


def status_tally(findings: Iterable[Finding]) -> tuple[Tally, ...]:
    """Checks by how they came out."""
    counts: Counter[str] = Counter(finding.status for finding in findings)
    return _tally("status", counts)


def level_tally(levels: Iterable[Level]) -> tuple[Tally, ...]:
    """Cards and checks by how loudly they ask."""
    return tuple(Tally(word=word("level", level), count=count) for level, count in level_counts(levels))


def _tally(group: str, counts: Mapping[str, int]) -> tuple[Tally, ...]:
    return tuple(Tally(word=word(group, key), count=counts[key]) for key in keys(group) if counts.get(key))


def desk_rows(checked: CheckedLetter, ledger: Sequence[Finding], decided: Decided, names: Names) -> tuple[DeskRow, ...]:
    """The work of a letter that no editor has put aside, each piece with what was decided of it."""
    return tuple(decided_row(item, ledger, checked, decided, names) for item in still_open(checked, decided))


def decided_row(
    item: DeskItem, ledger: Sequence[Finding], checked: CheckedLetter, decided: Decided, names: Names
) -> DeskRow:
    """One piece of work with what was decided of it."""
    row = desk_row(item, ledger, checked.extraction.letter.text, names)
    return replace(row, stands=stands_line(standing_of(item, checked, decided)))


def desk_row(item: DeskItem, ledger: Sequence[Finding], text: str, names: Names) -> DeskRow:
    """One piece of work, linked to its card or its check on the letter's page: the verdict is its head, the first
    caution stands under it.
    """
    if item.finding is not None:
        return _finding_row(item.finding, ledger, text)
    if item.claim is None or item.verdict is None:
        raise ValueError("a desk item holds a finding, or a claim with its verdict")
    sign, *others = _reasons(item, names)
    return DeskRow(
        css=_colour(sign),
        sign=sign,
        about=others[0].label if others else "",
        quote=item.claim.text,
        detail=_detail(item.claim, item),
        remarks=tuple(one.label for one in others[1:]),
        href=f"#{card_id(item.claim.claim_id)}",
    )


def kind_of(item: DeskItem) -> tuple[str, str]:
    """What kind of work it is: its sign, and the rule for a check, what else there is for a claim."""
    if item.finding is not None:
        return item.finding.status, item.finding.rule
    sign, *others = _reasons(item, Names())
    return sign.key, others[0].key if others else ""


def about_kind(item: DeskItem) -> str:
    """What a kind of work is about, in words that fit every piece of it."""
    _, key = kind_of(item)
    if item.finding is not None:
        return word("rule", key).label
    return next((word(group, key).label for group in _SAID_OF_CLAIMS if key in keys(group)), "")


_SAID_OF_CLAIMS = ("cautions", "timeliness", "cited_sign", "against_source")


def _reasons(item: DeskItem, names: Names) -> list[Word]:
    """What brings a claim to the desk: the verdict; then a cited page that prints otherwise, a date, cautions."""
    if item.claim is None or item.verdict is None:
        raise ValueError("a desk item holds a finding, or a claim with its verdict")
    page = [word("cited_sign", "prints_otherwise")] if item.page is not None else []
    stale = [word("timeliness", STALE)] if item.verdict.timeliness == STALE else []
    return [source_word(item.verdict), *page, *stale, *cautions_told(item.claim, item.verdict, names)]


def _detail(claim: Claim, item: DeskItem) -> str:
    """The arithmetic; where only the cited page speaks against the figure, what it prints."""
    if item.page is not None and (item.verdict is None or not wants_editor(item.verdict)):
        return cited_sentence(claim, item.page)
    return arithmetic(item.verdict) or (item.verdict.explanation if item.verdict else "")


def _colour(sign: Word) -> str:
    return f"v-{sign.key}" if sign.key in keys("against_source") else f"t-{sign.key}"


def _finding_row(finding: Finding, ledger: Sequence[Finding], text: str) -> DeskRow:
    number = next(at for at, one in enumerate(ledger, start=1) if one is finding)
    return DeskRow(
        css=f"s-{finding.severity}",
        sign=word("status", finding.status),
        about=word("rule", finding.rule).label,
        quote=quote(text, stated_first(finding, text)[0]) if finding.spans else finding.stated,
        detail=finding.message,
        remarks=(word("severity", finding.severity).label,),
        href=f"#check-{number}",
    )
