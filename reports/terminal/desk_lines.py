"""The lines of one item that needs an editor: a finding with its arithmetic, a claim with its verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model import Claim
from expectations.model import Finding
from reports.standing.desk import DeskItem, arithmetic
from reports.standing.said_of_claims import source_word
from reports.terminal.number_list import told_by
from reports.terminal.wrapping import Lines, hanging, paragraphs, quote
from reports.words.wording import phrase, word
from sources.model import Verdict


def item_lines(item: DeskItem, cited: Sequence[str], lines: Lines, width: int, *, explain: bool) -> Iterator[str]:
    if item.finding:
        yield from _finding(item.finding, lines, width, explain=explain)
    elif item.claim:
        yield from _claim(item.claim, item.verdict, lines, width)
        yield from paragraphs(cited, "      ", width)


def _finding(finding: Finding, lines: Lines, width: int, *, explain: bool) -> Iterator[str]:
    rule, status = word("rule", finding.rule), word("status", finding.status)
    where = f" ({lines.at(*finding.spans[:6])})" if finding.spans else ""
    severity = word("severity", finding.severity).label
    spoke = told_by(finding.rule if explain else None)
    yield from hanging(f"{status.symbol} {status.short} · {rule.short} · {severity}{where}{spoke}", width)
    yield from paragraphs([finding.message, sum_of(finding)], "      ", width)


def sum_of(finding: Finding) -> str:
    """What is stated against what the sum gives; nothing where the message already is that line."""
    if not finding.expected or finding.expected in finding.message:
        return ""
    if not finding.stated:
        return finding.expected
    return phrase("in_the_letter", stated=finding.stated, expected=finding.expected)


def _claim(claim: Claim, verdict: Verdict | None, lines: Lines, width: int) -> Iterator[str]:
    source = source_word(verdict)
    yield from hanging(f"{source.symbol} {source.short} · “{quote(claim.text)}” ({lines.at(claim.span)})", width)
    if verdict is None:
        return
    yield from paragraphs([arithmetic(verdict), verdict.explanation, other_axes(verdict)], "      ", width)
    suggestion = f"could read: {verdict.suggestion}" if verdict.suggestion else ""
    change = f"would change this: {verdict.would_change}" if verdict.would_change else ""
    yield from paragraphs([suggestion, change], "      ", width)


def other_axes(verdict: Verdict) -> str:
    timeliness = [word("timeliness", verdict.timeliness).short] if verdict.timeliness else []
    return " · ".join([*timeliness, *(word("cautions", one).short for one in verdict.cautions)])
