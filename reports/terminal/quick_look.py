"""The quick look: what an editor reads in a terminal, most pressing first, with the arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from claims.model import Claim, Letter
from claims.readers.raw_document import Skipped
from expectations.model import CheckedLetter, Finding, Rule
from reports.deciding.decisions import NONE, Decided, Decisions
from reports.model import Problem
from reports.standing.desk import DeskItem, across_desk, arithmetic, ledger_order, unsourced
from reports.standing.failing import is_inconsistent
from reports.standing.open_desk import open_desk, still_open
from reports.standing.outside_table import outside_table
from reports.standing.said_of_claims import standing_words, word_keys
from reports.standing.stands_line import standing_of, stands_line
from reports.terminal.desk_lines import item_lines, other_axes, sum_of
from reports.terminal.number_list import number_lines, told_by
from reports.terminal.rule_record import record
from reports.terminal.wrapping import Lines, clean, hanging, paragraphs, quote
from reports.words.cited_words import cited_sentence
from reports.words.wording import counted, day, keys, phrase, word


def as_text(
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    *,
    skipped: Sequence[Skipped] = (),
    explain: bool = False,
    rule: Rule | None = None,
    only_editor: bool = False,
    decisions: Decisions = NONE,
    width: int = 100,
) -> str:
    """The whole report as lines of at most `width` columns; `explain` lists the fate of every number, and names the
    rule behind each check by its id. `rule` is one to be explained: its record stands first, all its checks are shown.
    `only_editor`: only what needs an editor, and only the letters that do. What `decisions` dismiss asks for nothing.
    """
    lines: list[str] = [*record(rule, width), ""] if rule else []
    for one in checked:
        decided = decisions.of(one)
        items = still_open(one, decided)
        if items or not only_editor:
            lines += [*_letter(one, items, decided, explain, rule, width, only_editor=only_editor), ""]
    if pressing := across_desk(across):
        lines += ["ACROSS LETTERS", *(line for one in pressing for line in _across(one, width)), ""]
    if problems:
        lines += ["COULD NOT BE READ", *(line for one in problems for line in _problem(one, width)), ""]
    if skipped:
        lines += ["NOT TAKEN AS LETTERS", *(line for one in skipped for line in _left(one, width)), ""]
    return "\n".join([*lines, closing(checked, across, problems, decisions)]) + "\n"


def _letter(
    checked: CheckedLetter,
    items: Sequence[DeskItem],
    decided: Decided,
    explain: bool,
    rule: Rule | None,
    width: int,
    *,
    only_editor: bool,
) -> Iterator[str]:
    lines = Lines.of(checked.extraction.letter.text)
    yield from _heading(checked.extraction.letter, width)
    yield from hanging(_summary(checked), width)
    if claims := outside_table(checked):
        yield from hanging(phrase("outside_table", claims=counted(claims, "claim")), width)
    yield from paragraphs(checked.extraction.letter.warnings, "  ", width)
    if items:
        yield from ["", "  NEEDS AN EDITOR"]
        for item in items:
            cited = _cited(checked, item.claim) if item.claim else ()
            yield from item_lines(item, cited, lines, width, explain=explain or rule is not None)
            yield from paragraphs([stands_line(standing_of(item, checked, decided))], "      ", width)
    if only_editor:
        return
    yield from _rest(checked, {id(item.claim) for item in items if item.claim}, lines, width)
    yield from _checks(checked.findings, explain, rule, width)
    yield from number_lines(checked, explain, lines, width)


def _heading(letter: Letter, width: int) -> Iterator[str]:
    head = f"{letter.letter_id}  {letter.title or '(no title found)'}"
    yield from wrap(clean(head), width, subsequent_indent="  ") or [""]
    written = [f"written {day(letter.written_on)}"] if letter.written_on else []
    published = [phrase("only_published", day=day(letter.published_on))] if letter.published_on else []
    yield from hanging(" · ".join([*(written + published or [phrase("no_date")]), letter.path]), width)


def _summary(checked: CheckedLetter) -> str:
    claims = checked.extraction.claims
    verdicts = Counter(one.key for one in standing_words(checked).values())
    statuses: Counter[str] = Counter(one.status for one in checked.findings)
    by_verdict = _tally(verdicts, word_keys())
    by_status = _tally(statuses, [("status", key) for key in keys("status")])
    claimed = counted(len(claims), "claim") + (f": {by_verdict}" if by_verdict else "")
    checks = counted(len(checked.findings), "check") + (f": {by_status}" if by_status else "")
    return f"{claimed} · {checks}"


def _tally(counts: Counter[str], words: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{counts[key]} {word(group, key).short}" for group, key in words if counts[key])


def _rest(checked: CheckedLetter, shown: set[int], lines: Lines, width: int) -> Iterator[str]:
    """The other claims, one line each: an editor who trusts the desk may stop reading above."""
    others = [one for one in checked.extraction.claims if id(one) not in shown]
    if others:
        yield from ["", "  OTHER CLAIMS"]
    said = standing_words(checked)
    for claim in others:
        verdict, source = checked.verdict_of(claim), said[claim.claim_id]
        parts = [f"{source.symbol} {source.short}", f"“{quote(claim.text)}” ({lines.at(claim.span)})"]
        if verdict:
            parts += [part for part in (arithmetic(verdict), other_axes(verdict)) if part]
        yield from hanging(" · ".join([*parts, *_cited(checked, claim)]), width)


def _cited(checked: CheckedLetter, claim: Claim) -> list[str]:
    """What the cited pages say of a claim, a sentence each; pages cited twice speak once.

    That lengths of time and the like are not looked for is left to the card.
    """
    pages = (page for page in checked.pages_of(claim) if page is not None and page.answer.reason != "kind")
    return list(dict.fromkeys(cited_sentence(claim, page) for page in pages))


def _checks(findings: Sequence[Finding], explain: bool, told: Rule | None, width: int) -> Iterator[str]:
    others = [one for one in ledger_order(findings) if not is_inconsistent(one)]
    if others:
        yield from ["", "  CHECKED AGAINST ITSELF"]
    explained = {one.rule for one in others if explain or (told is not None and one.rule == told.rule_id)}
    for one in others:
        if one.status != "not_checkable" or one.rule in explained:
            status, rule = word("status", one.status), word("rule", one.rule)
            spoke = told_by(one.rule if one.rule in explained else None)
            yield from hanging(f"{status.symbol} {status.short} · {rule.short}: {one.message}{spoke}", width)
    yield from _unmade([one for one in others if one.status == "not_checkable" and one.rule not in explained], width)


def _unmade(findings: Sequence[Finding], width: int) -> Iterator[str]:
    """Checks that had nothing to go by, in one line: why, is for `--explain` and the page."""
    if findings:
        status = word("status", "not_checkable")
        rules = ", ".join(dict.fromkeys(word("rule", one.rule).short for one in findings))
        yield from hanging(f"{status.symbol} {status.short} · {rules}", width)


def _across(finding: Finding, width: int) -> Iterator[str]:
    letters = ", ".join(dict.fromkeys(finding.letter_ids))
    yield from hanging(f"{word('status', finding.status).symbol} {word('rule', finding.rule).short} · {letters}", width)
    yield from paragraphs([finding.message, sum_of(finding)], "      ", width)


def _left(one: Skipped, width: int) -> Iterator[str]:
    yield from hanging(f"{one.path}: {one.reason}", width)


def _problem(problem: Problem, width: int) -> Iterator[str]:
    yield from hanging(f"{problem.path}: {problem.message}", width)


def closing(
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    decisions: Decisions = NONE,
) -> str:
    """The last line: how many letters, how much work, what could not be read."""
    work = sum(len(open_desk(one, decisions)) for one in checked) + len(across_desk(across))
    without = sum(len(unsourced(one)) for one in checked)
    parts = [f"{counted(len(checked), 'letter')} read", counted(work, "item")]
    parts += [counted(without, "unsourced")] if without else []
    return " · ".join([*parts, f"{len(problems)} could not be read"] if problems else parts)
