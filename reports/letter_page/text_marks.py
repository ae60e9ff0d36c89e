"""Everything that is marked in a letter's text, with its anchor, its link, its badge and what a screen reader says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claims.model import Span
from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import NOTHING_DECIDED, Decided
from reports.letter_page.highlight import Mark
from reports.standing.levels import Level, level_of_claim, level_of_finding
from reports.standing.said_of_claims import standing_words
from reports.words.addresses_shown import card_id, mark_id
from reports.words.wording import Word, phrase, word
from sources.model import Verdict

# Where marks overlap the claim's link wins: its card names the checks that use it.
CLAIM, FINDING, UNREAD, IGNORED, PLACE = range(5)
PER_REASON = 200  # ignored numbers linked one by one under one reason; all are marked
LONG = 300  # characters of a place that are marked whole
PLACES = 12  # figures of a check that are linked one by one; a list check may use hundreds


def marks_of(checked: CheckedLetter, ledger: Sequence[Finding], decided: Decided = NOTHING_DECIDED) -> list[Mark]:
    """The marks of one letter; `ledger` numbers its findings from 1. What editors put aside asks for nothing."""
    marks = list(_claims(checked, decided))
    cleared = {id(one) for at, one in enumerate(checked.findings) if decided.clears_finding(at)}
    for number, finding in enumerate(ledger, start=1):
        level = "fine" if id(finding) in cleared else level_of_finding(finding)
        marks += _finding(checked.extraction.letter.text, number, finding, level)
    return [*marks, *_numbers(checked), *_totals(checked)]


def finding_anchor(number: int, place: int) -> str:
    """Where the `place`th figure of the `number`th check stands in the text."""
    return f"check-{number}-at-{place}"


def _claims(checked: CheckedLetter, decided: Decided) -> Iterator[Mark]:
    said = standing_words(checked)
    for number, claim in enumerate(checked.extraction.claims, start=1):
        verdict, source = checked.verdict_of(claim), said[claim.claim_id]
        stale = verdict is not None and verdict.timeliness == "stale_at_writing"
        cleared = decided.clears_claim(claim.claim_id)
        level = "fine" if cleared else level_of_claim(verdict, checked.pages_of(claim))
        yield Mark(
            span=claim.span,
            css=f"m v-{source.key} l-{level}{' cleared' if cleared else ''}",
            rank=CLAIM,
            anchor=mark_id(claim.claim_id),
            href=f"#{card_id(claim.claim_id)}",
            label=phrase("mark_claim", text=claim.text, verdict=_spoken(source, verdict), number=number),
            badge=f"{source.symbol}{word('timeliness', 'stale_at_writing').symbol if stale else ''}{number}",
        )


def _spoken(source: Word, verdict: Verdict | None) -> str:
    axes = [source.label]
    if verdict and verdict.timeliness == "stale_at_writing":
        axes.append(word("timeliness", verdict.timeliness).label)
    return ", ".join(axes)


def _finding(text: str, number: int, finding: Finding, level: Level) -> Iterator[Mark]:
    if finding.status != "inconsistent":
        for place, span in enumerate(finding.spans[:PLACES], start=1):
            yield Mark(span=_beginning(text, span), css="k", rank=PLACE, anchor=finding_anchor(number, place))
        return
    status, rule = word("status", finding.status), word("rule", finding.rule)
    for place, span in enumerate(finding.spans, start=1):
        said = phrase("mark_finding", text=_short(text, span), rule=rule.label, status=status.label, number=number)
        yield Mark(
            span=span,
            css=f"f s-{finding.severity} l-{level}",
            rank=FINDING,
            anchor=finding_anchor(number, place),
            href=f"#check-{number}" if place <= PLACES else None,
            label=said,
            badge=f"{status.symbol}{number}",
        )


def _beginning(text: str, span: Span) -> Span:
    """What is marked of a place: of a long one, a whole list of names, its first line."""
    if span.end - span.start <= LONG:
        return span
    line = text.find("\n", span.start, span.start + LONG)
    return Span(span.start, line if line > span.start else span.start + LONG)


def _numbers(checked: CheckedLetter) -> Iterator[Mark]:
    account = checked.extraction.numbers
    for number, one in enumerate(account.unread, start=1):
        said = phrase("mark_unread", text=one.text, reason=one.reason)
        yield Mark(span=one.span, css="u", rank=UNREAD, anchor=f"unread-at-{number}", href=f"#unread-{number}",
                   label=said, badge="?")  # fmt: skip
    seen: Counter[str] = Counter()
    for number, one in enumerate(account.ignored, start=1):
        seen[one.reason] += 1
        # the numbers before thousands of names are marked; to each of them nobody goes, and the page stays light
        listed = seen[one.reason] <= PER_REASON
        hint = phrase("mark_ignored", reason=one.reason) if listed else None
        yield Mark(span=one.span, css="i", rank=IGNORED, anchor=f"ignored-at-{number}" if listed else None, hint=hint)


def _totals(checked: CheckedLetter) -> Iterator[Mark]:
    for number, total in enumerate(checked.extraction.signatories.totals, start=1):
        yield Mark(span=total.span, css="k", rank=PLACE, anchor=f"total-at-{number}")


def _short(text: str, span: Span) -> str:
    """What a screen reader says of a long stretch: its beginning."""
    return " ".join(text[span.start : min(span.end, span.start + 80)].split())
