"""The rows of the lists for spreadsheets: plain values under headings that an editor understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from claims.model import Claim, Letter
from claims.quick_records import dataclass
from expectations.model import CheckedLetter, Finding
from reports.exports.asks import Ask, head_of
from reports.exports.safe_words import one_line
from reports.exports.sources_named import SourceRow, source_line, sources_of
from reports.standing.desk import arithmetic
from reports.words.table_names import Names
from reports.words.wording import RULE, interval_words, word
from sources.model import Verdict

Cell = str | int | float | Decimal | date | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list: its name, its headings, its rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def to_do(letters: Sequence[tuple[CheckedLetter, Sequence[Ask]]]) -> Sheet:
    """What asks for an editor, letter by letter."""
    headings = ("letter_id", "title", "path", "page", "severity", "verdict", "quote", "sentence", "sum", "why",
                "could_read", "would_change", "source", "source_url", "key",
                "decision", "decided_by", "decided_on")  # fmt: skip
    rows = (_ask_row(checked.extraction.letter, ask) for checked, asks in letters for ask in asks)
    return Sheet("to_do", headings, tuple(rows))


def claims(letters: Sequence[CheckedLetter], names: Names) -> Sheet:
    """Every claim, with how it was read and how it stands."""
    headings = ("letter_id", "title", "written_on", "page", "quote", "kind", "value", "admits", "counts", "measure",
                "place", "period_start", "period_end", "against_source", "timeliness", "cautions", "verdict", "sum",
                "explanation", "could_read", "source", "source_url", "sentence", "claim_id")  # fmt: skip
    rows = (_claim_row(one, claim, names) for one in letters for claim in one.extraction.claims)
    return Sheet("claims", headings, tuple(rows))


def checks(letters: Sequence[CheckedLetter]) -> Sheet:
    """Every check of a letter against itself."""
    headings = ("letter_id", "title", "rule", "check", "status", "severity", "message", "stated", "reckoned", "quotes")
    return Sheet("checks", headings, tuple(_check_row(one, finding) for one in letters for finding in one.findings))


def letters_sheet(letters: Sequence[tuple[CheckedLetter, Sequence[Ask]]]) -> Sheet:
    """The letters, with how much they ask for."""
    headings = ("letter_id", "title", "written_on", "published_on", "path", "claims", "checks", "to_do", "sha256")
    return Sheet("letters", headings, tuple(_letter_row(one, asks) for one, asks in letters))


def _ask_row(letter: Letter, ask: Ask) -> Row:
    return (
        *_which(letter), one_line(letter.path), letter.place(ask.span)[0], ask.severity, ask.head, ask.quote,
        ask.sentence, ask.reckoned, " ".join(ask.why), ask.new, ask.would_change, *_sources(ask.sources), ask.key,
        None, None, None,
    )  # fmt: skip


def _claim_row(checked: CheckedLetter, claim: Claim, names: Names) -> Row:
    letter, verdict = checked.extraction.letter, checked.verdict_of(claim)
    period = claim.period
    return (
        *_which(letter), letter.written_on, letter.place(claim.span)[0], one_line(claim.text), claim.kind,
        claim.quantity.value, interval_words(claim.quantity.interval), claim.quantity.counted,
        names.measure(claim.measure), claim.place, period.start if period else None, period.end if period else None,
        *_axes(verdict), head_of(verdict), arithmetic(verdict), verdict.explanation if verdict else None,
        verdict.suggestion if verdict else None, *_sources(sources_of(verdict, names)), one_line(claim.sentence),
        claim.claim_id,
    )  # fmt: skip


def _axes(verdict: Verdict | None) -> Iterator[str | None]:
    yield verdict.against_source if verdict else "unverified"
    yield verdict.timeliness if verdict else None
    yield " ".join(verdict.cautions) if verdict else None


def _check_row(checked: CheckedLetter, finding: Finding) -> Row:
    letter = checked.extraction.letter
    quotes = " · ".join(one_line(span.of(letter.text), 120) for span in finding.spans[:12])
    return (
        *_which(letter), finding.rule, word(RULE, finding.rule).label, finding.status, finding.severity,
        finding.message, finding.stated, finding.expected, quotes,
    )  # fmt: skip


def _letter_row(checked: CheckedLetter, asks: Sequence[Ask]) -> Row:
    letter = checked.extraction.letter
    return (
        *_which(letter), letter.written_on, letter.published_on, one_line(letter.path),
        len(checked.extraction.claims), len(checked.findings), len(asks), letter.sha256,
    )  # fmt: skip


def _which(letter: Letter) -> tuple[str, str]:
    return one_line(letter.letter_id), one_line(letter.title or "")


def _sources(sources: Sequence[SourceRow]) -> tuple[str, str]:
    return " · ".join(map(source_line, sources)), " ".join(one.url for one in sources if one.url)
