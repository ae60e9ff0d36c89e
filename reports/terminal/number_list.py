"""Every number of a letter and what became of it, as `--numbers` lists them."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from claims.model import Claim, Span
from expectations.model import CheckedLetter
from reports.terminal.wrapping import Lines, clean, quote
from reports.words.wording import counted, interval_words, word


def number_lines(checked: CheckedLetter, explain: bool, lines: Lines, width: int) -> Iterator[str]:
    account = checked.extraction.numbers
    total = f"{account.claimed} claimed + {len(account.ignored)} ignored + {len(account.unread)} unread"
    yield from ["", f"  {counted(account.total, 'number')} = {total}"]
    listed = _fates(checked) if explain else [(one.span, one.text, f"unread: {one.reason}") for one in account.unread]
    for span, text, fate in listed:
        where = f"    {lines.at(span):<10} "
        yield from wrap(clean(f"“{quote(text)}” {fate}"), width, initial_indent=where, subsequent_indent=" " * 8)


def _fates(checked: CheckedLetter) -> list[tuple[Span, str, str]]:
    """Every number of the letter in the order of the text, with what became of it."""
    account = checked.extraction.numbers
    claimed = [(one.span, one.text, _read_as(one)) for one in checked.extraction.claims]
    ignored = [(one.span, one.text, f"ignored: {one.reason}{told_by(one.record)}") for one in account.ignored]
    unread = [(one.span, one.text, f"unread: {one.reason}") for one in account.unread]
    return sorted([*claimed, *ignored, *unread], key=lambda fate: fate[0])


def _read_as(claim: Claim) -> str:
    kind, admits = word("kind", claim.kind).label, interval_words(claim.quantity.interval)
    measure = f" · {claim.measure}" if claim.measure else ""
    return f"claimed: {kind}, {claim.quantity.comparator} {admits}{measure}{told_by(claim.quantity.form)}"


def told_by(record: str | None) -> str:
    """The record that spoke, where one did: a form or refusal of docs/reading.md, a rule of docs/rules.md."""
    return f" [{record}]" if record else ""
