"""The ledgers of a letter page: internal checks with their sums, and the numbers that are no claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from claims.model import Claim, Ignored, NumberAccount, Span
from claims.quick_records import dataclass
from claims.text.view import plain_view
from expectations.model import Finding, Rule
from reports.letter_page.decision_view import DecisionView
from reports.letter_page.links import Reference
from reports.letter_page.text_marks import PER_REASON, PLACES, finding_anchor
from reports.standing.levels import Level, level_of_finding
from reports.words.addresses_shown import card_id
from reports.words.look_alikes import look_alikes
from reports.words.wording import Word, word

QUOTE = 90  # characters of a quotation before it is cut


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """One finding: what was checked, the figures with where they stand, the sum, how to read and dismiss it.

    `alike`: entries of a list that look like one, what differs marked.
    """

    number: int
    check_id: str
    status: Word
    severity: Word
    rule: Word
    message: str
    stated: str
    expected: str
    places: tuple[Reference, ...]
    more_places: int
    cards: tuple[Reference, ...]
    guide: Rule | None
    level: Level
    decision: DecisionView | None
    alike: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberView:
    """A number that is no claim: `anchor` in the ledger, `quote` links to where it stands."""

    anchor: str
    quote: Reference
    around: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonGroup:
    """The ignored numbers of one reason; `more` of them are not listed one by one."""

    reason: str
    count: int
    quotes: tuple[Reference, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersView:
    """The account of numbers: claimed + ignored + unread = total."""

    total: int
    claimed: int
    ignored: int
    unread: int
    groups: tuple[ReasonGroup, ...]
    unread_numbers: tuple[NumberView, ...]


def check_views(
    ledger: Sequence[Finding],
    text: str,
    claims: Sequence[Claim],
    rules: Mapping[str, Rule],
    decided: Mapping[int, DecisionView | None] | None = None,
) -> tuple[CheckView, ...]:
    """The findings of one letter, numbered from 1 in the order given; `decided` by the identity of a finding."""
    numbers = {claim.claim_id: (at, claim) for at, claim in enumerate(claims, start=1)}
    stood = decided or {}
    return tuple(_check(at, one, text, numbers, rules, stood.get(id(one))) for at, one in enumerate(ledger, start=1))


def _check(
    number: int,
    finding: Finding,
    text: str,
    claims: Mapping[str, tuple[int, Claim]],
    rules: Mapping[str, Rule],
    decision: DecisionView | None,
) -> CheckView:
    places = [
        Reference(text=quote(text, span), href=f"#{finding_anchor(number, place)}")
        for place, span in enumerate(finding.spans[:PLACES], start=1)
    ]
    used = [claims[claim_id] for claim_id in dict.fromkeys(finding.claim_ids) if claim_id in claims]
    return CheckView(
        number=number,
        check_id=f"check-{number}",
        status=word("status", finding.status),
        severity=word("severity", finding.severity),
        rule=word("rule", finding.rule),
        message=finding.message,
        stated=finding.stated,
        expected=finding.expected,
        places=tuple(places),
        more_places=max(len(finding.spans) - PLACES, 0),
        cards=tuple(Reference(text=str(at), href=f"#{card_id(claim.claim_id)}") for at, claim in used[:PLACES]),
        guide=rules.get(finding.rule),
        level="fine" if decision is not None and decision.clears else level_of_finding(finding),
        decision=decision,
        alike=look_alikes(finding, text),
    )


def numbers_view(account: NumberAccount, text: str) -> NumbersView:
    """Ignored numbers by reason, the commonest reason first; unread ones each with the words around them."""
    by_reason: dict[str, list[Reference]] = {}
    for at, one in enumerate(account.ignored, start=1):
        reference = Reference(text=_flat(one.text), href=f"#ignored-at-{at}")
        by_reason.setdefault(one.reason, []).append(reference)
    groups = [_group(reason, quotes) for reason, quotes in by_reason.items()]
    return NumbersView(
        total=account.total,
        claimed=account.claimed,
        ignored=len(account.ignored),
        unread=len(account.unread),
        groups=tuple(sorted(groups, key=lambda group: (-group.count, group.reason))),
        unread_numbers=tuple(_unread(at, one, text) for at, one in enumerate(account.unread, start=1)),
    )


def _group(reason: str, quotes: Sequence[Reference]) -> ReasonGroup:
    shown = tuple(quotes[:PER_REASON])
    return ReasonGroup(reason=reason, count=len(quotes), quotes=shown, more=len(quotes) - len(shown))


def _unread(number: int, one: Ignored, text: str) -> NumberView:
    around = Span(max(one.span.start - QUOTE // 3, 0), min(one.span.end + QUOTE // 3, len(text)))
    return NumberView(
        anchor=f"unread-{number}",
        quote=Reference(text=_flat(one.text), href=f"#unread-at-{number}"),
        around=f"… {quote(text, around)} …",
        reason=one.reason,
    )


def quote(text: str, span: Span) -> str:
    """The words of a span on one line as a reader sees them, "[meeting](#)" as "meeting", cut where they are long."""
    return quoted(span.of(text))


def quoted(words: str) -> str:
    """The same of the words that a span holds."""
    return _flat(plain_view(words[: 4 * QUOTE]).text)


def _flat(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= QUOTE else flat[: QUOTE - 1] + "…"
