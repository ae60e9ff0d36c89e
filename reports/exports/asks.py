"""What asks for an editor, as it is handed on: where it stands, what a comment there says, what could stand instead."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Claim, Span
from claims.quick_records import dataclass
from expectations.model import CheckedLetter, Finding, Severity
from reports.deciding.decisions import NONE, Decisions
from reports.exports.safe_words import one_line
from reports.exports.sources_named import SourceRow, source_line, sources_of
from reports.standing.desk import DeskItem, arithmetic, wants_editor
from reports.standing.failing import is_against
from reports.standing.open_desk import open_desk
from reports.standing.stated_place import stated_first
from reports.words.cited_words import cited_sentence
from reports.words.table_names import Names
from reports.words.wording import HANDING_ON as WORDS
from reports.words.wording import RULE, Word, keys, pattern, word
from sources.model import Verdict

LONGEST = 120  # characters that a comment is anchored on; a finding's stretch may be a whole list
OTHERS = 6  # further places of a finding that its comment names
# For programs that know errors and warnings: what the letter cannot keep as it is, and what is to be looked at.
STALE = "stale_at_writing"
ERRORS = frozenset({"contradicted", "overstated"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One piece of work. `rule`: the rule that failed, else the word of the verdict; `old` as the letter has it.

    `head` is the verdict in a line, `reckoned` the sum, `why` sentences; `new` the wording that the evidence supports,
    empty where none is. `claim` is missing for a finding.
    """

    key: str
    rule: str
    span: Span
    quote: str
    sentence: str
    head: str
    severity: Severity
    reckoned: str
    why: tuple[str, ...]
    new: str
    would_change: str
    sources: tuple[SourceRow, ...]
    others: tuple[str, ...] = ()
    claim: Claim | None = None
    verdict: Verdict | None = None

    @property
    def old(self) -> str:
        return self.quote


def asks_of(checked: CheckedLetter, names: Names, decisions: Decisions = NONE) -> tuple[Ask, ...]:
    """What a letter asks for and no editor has dismissed, in the order of its text."""
    made = [_ask(at, item, checked, names) for at, item in enumerate(open_desk(checked, decisions), start=1)]
    return tuple(sorted(made, key=lambda ask: (ask.span, ask.key)))


def _ask(number: int, item: DeskItem, checked: CheckedLetter, names: Names) -> Ask:
    if item.finding is not None:
        return _of_finding(number, item.finding, checked)
    if item.claim is None or item.verdict is None:
        raise ValueError("a desk item holds a finding, or a claim with its verdict")
    page = [cited_sentence(item.claim, item.page)] if item.page is not None else []
    return _of_claim(item.claim, item.verdict, page, names)


def _of_claim(claim: Claim, verdict: Verdict, page: Sequence[str], names: Names) -> Ask:
    return Ask(
        key=claim.claim_id,
        rule=rule_of(verdict) if wants_editor(verdict) else "prints_otherwise",
        span=claim.span,
        quote=one_line(claim.text),
        sentence=one_line(claim.sentence),
        head=head_of(verdict, cited=bool(page)),
        severity=_severity(verdict),
        reckoned=arithmetic(verdict),
        why=(verdict.explanation, *page),
        new=verdict.suggestion or "",
        would_change=verdict.would_change or "",
        sources=sources_of(verdict, names),
        claim=claim,
        verdict=verdict,
    )


def _of_finding(number: int, finding: Finding, checked: CheckedLetter) -> Ask:
    text = checked.extraction.letter.text
    spans = stated_first(finding, text) or (Span(0, 0),)
    status, rule, severity = (
        word("status", finding.status),
        word(RULE, finding.rule),
        word("severity", finding.severity),
    )
    return Ask(
        key=f"{finding.rule}-{number}",
        rule=finding.rule,
        span=_short(text, spans[0]),
        quote=one_line(spans[0].of(text), LONGEST),
        sentence=one_line(_line(text, spans[0])),
        head=f"{status.symbol} {status.label} · {rule.label} · {severity.label}",
        severity=finding.severity,
        reckoned=_sum(finding),
        why=(finding.message,),
        new="",
        would_change="",
        sources=(),
        others=tuple(dict.fromkeys(one_line(span.of(text), LONGEST) for span in spans[1 : 1 + OTHERS])),
    )


def rule_of(verdict: Verdict) -> str:
    """The word a verdict asks by: that of its first axis; of a consistent one, what else there is to look at."""
    if verdict.against_source != "consistent":
        return verdict.against_source
    cautions = [one for one in keys("cautions") if one in verdict.cautions]
    stale = [STALE] if verdict.timeliness == STALE else []
    return next(iter([*stale, *cautions]), verdict.against_source)


def _severity(verdict: Verdict) -> Severity:
    """An error or a warning is what makes `check` fail; what is only to be looked at is a note."""
    if not is_against(verdict):
        return "info"
    return "error" if verdict.against_source in ERRORS else "warning"


def head_of(verdict: Verdict | None, *, cited: bool = False) -> str:
    """A verdict in a line: the first axis with its sign, then what else there is to say."""
    source = word("against_source", verdict.against_source if verdict else "unverified")
    others: list[Word] = [word("cited_sign", "prints_otherwise")] if cited else []
    if verdict is not None and verdict.timeliness == STALE:
        others.append(word("timeliness", verdict.timeliness))
    others += [word("cautions", one) for one in keys("cautions") if verdict is not None and one in verdict.cautions]
    return " · ".join([f"{source.symbol} {source.label}", *(one.label for one in others)])


def comment_lines(ask: Ask) -> tuple[str, ...]:
    """What a comment says: the verdict, the sum, why, the source and where to find it, the wording offered."""
    lines = [ask.head]
    lines += [pattern(WORDS, "sum", text=ask.reckoned)] if ask.reckoned else []
    lines += ask.why
    for source in ask.sources:
        lines += [pattern(WORDS, "source", text=source_line(source)), *([source.url] if source.url else [])]
    lines += [pattern(WORDS, "safe_wording", text=ask.new)] if ask.new else []
    lines += [pattern(WORDS, "would_change", text=ask.would_change)] if ask.would_change else []
    quotes = ", ".join(pattern(WORDS, "quoted", text=one) for one in ask.others)
    lines += [pattern(WORDS, "also_at", quotes=quotes)] if quotes else []
    return tuple(line for line in map(one_line, lines) if line)


def _sum(finding: Finding) -> str:
    if not finding.expected or finding.expected in finding.message:
        return ""
    if not finding.stated:
        return finding.expected
    return pattern(WORDS, "stated_expected", stated=finding.stated, expected=finding.expected)


def _short(text: str, span: Span) -> Span:
    """The beginning of a stretch on its first line: a comment on a whole list would hide where it begins."""
    start = span.start + len(span.of(text)) - len(span.of(text).lstrip())
    line = text.find("\n", start, span.end)
    return Span(start, min(span.end, start + LONGEST, line if line >= 0 else span.end))


def _line(text: str, span: Span) -> str:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[max(start, span.start - 4 * LONGEST) : min(end if end >= 0 else len(text), span.end + 4 * LONGEST)]
