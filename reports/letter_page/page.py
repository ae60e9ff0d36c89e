"""View data: everything the pages show, as plain values. Numbers are settled here; the templates only set them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from claims.model import Letter
from claims.quick_records import dataclass
from expectations.model import CheckedLetter, Finding, Rule
from reports.deciding.decisions import Decided
from reports.deciding.things_decided import claim_subjects
from reports.letter_page.between import AcrossGroup, AcrossView, across_groups
from reports.letter_page.card_rows import checks_using
from reports.letter_page.cards import Card, card
from reports.letter_page.charts import letter_charts
from reports.letter_page.decision_view import NOBODY_DECIDED, Deciding, FormContext, decision_view, finding_views
from reports.letter_page.highlight import by_segment, highlight
from reports.letter_page.ledger import (
    CheckView,
    NumbersView,
    check_views,
    numbers_view,
)
from reports.letter_page.links import Reference
from reports.letter_page.orphan_views import OrphanView, orphan_views
from reports.letter_page.rows import DeskRow, Tally, desk_rows, level_tally, status_tally, verdict_tally
from reports.letter_page.signatories_told import SignatoriesView, signatories_view
from reports.letter_page.text_marks import marks_of
from reports.letter_page.told_again import grouped
from reports.standing.desk import ledger_order, unsourced
from reports.standing.outside_table import outside_table
from reports.standing.said_of_claims import checks_by_claim, standing_words
from reports.words.addresses_shown import card_id
from reports.words.files_shown import FileLink
from reports.words.table_names import Names
from reports.words.wording import day, keys, phrase, word

MANY_CARDS = 150
MANY_NAMES = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A letter's particulars."""

    letter_id: str
    title: str
    path: str
    sha256: str
    written: str
    published: str
    dated: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentView:
    """A stretch of the letter with one role, marked and escaped."""

    kind: str
    html: Markup


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
    across: tuple[AcrossGroup, ...]
    signatories: SignatoriesView
    numbers: NumbersView
    files: tuple[FileLink, ...]
    outside: int
    levels: tuple[Tally, ...]
    before: Reference | None
    after: Reference | None
    keys: tuple[tuple[str, str], ...]
    orphans: tuple[OrphanView, ...]
    form: FormContext | None
    drafts: frozenset[str]

    @property
    def many(self) -> bool:
        """Whether a browser is to lay out only what is in view: for a page like most others it is quick enough."""
        return len(self.cards) > MANY_CARDS or (self.signatories.listed or 0) > MANY_NAMES


def letter_page(
    checked: CheckedLetter,
    names: Names,
    rules: Mapping[str, Rule],
    across: Sequence[AcrossView] = (),
    files: tuple[FileLink, ...] = (),
    beside: tuple[Reference | None, Reference | None] = (None, None),
    deciding: Deciding = NOBODY_DECIDED,
) -> LetterPage:
    """The page of one letter; `across` are all findings between letters, of which it takes its own; `files` are
    those that hand it on, `beside` the letters before and after it.
    """
    extraction, ledger = checked.extraction, ledger_order(checked.findings)
    text, claims = extraction.letter.text, extraction.claims
    own = tuple(one for one in across if extraction.letter.letter_id in one.letter_ids)
    decided = deciding.decided
    cards = grouped(_cards(checked, ledger, names, deciding))
    checks = check_views(ledger, text, claims, rules, finding_views(checked, deciding))
    return LetterPage(
        head=head(extraction.letter),
        desk=desk_rows(checked, ledger, decided, names),
        unsourced=tuple(
            Reference(text=one.text, href=f"#{card_id(one.claim_id)}")
            for one in unsourced(checked)
            if not decided.clears_claim(one.claim_id)
        ),
        verdicts=verdict_tally(checked),
        statuses=status_tally(checked.findings),
        segments=_segments(checked, ledger, decided),
        cards=cards,
        checks=checks,
        across=across_groups(own, names),
        signatories=signatories_view(extraction.signatories),
        numbers=numbers_view(extraction.numbers, text),
        files=files,
        outside=outside_table(checked),
        levels=level_tally([*(one.level for one in cards), *(one.level for one in checks)]),
        before=beside[0],
        after=beside[1],
        keys=_keys("key", *(["review_key"] if deciding.form else [])),
        orphans=orphan_views(deciding.orphans, checked, decided),
        form=deciding.form,
        drafts=deciding.drafts,
    )


def head(letter: Letter) -> Head:
    """The particulars of a letter, dates in words; empty where the letter does not say. `dated`: the day it goes by."""
    written, published = (day(one) if one else "" for one in (letter.written_on, letter.published_on))
    instead = phrase("only_published", day=published) if published else phrase("no_date")
    return Head(
        letter_id=letter.letter_id,
        title=" ".join((letter.title or "").split()) or letter.letter_id,
        path=letter.path,
        sha256=letter.sha256,
        written=written,
        published=published,
        dated=written or instead,
        warnings=letter.warnings,
    )


def _keys(*groups: str) -> tuple[tuple[str, str], ...]:
    words = (word(group, key) for group in groups for key in keys(group))
    return tuple((one.symbol, one.sentence) for one in words)


def _segments(checked: CheckedLetter, ledger: Sequence[Finding], decided: Decided) -> tuple[SegmentView, ...]:
    text, segments = checked.extraction.letter.text, checked.extraction.segments
    marks = by_segment(marks_of(checked, ledger, decided), [segment.span for segment in segments])
    pairs = zip(segments, marks, strict=True)
    return tuple(SegmentView(kind=one.kind, html=highlight(text, one.span, inside)) for one, inside in pairs)


def _cards(checked: CheckedLetter, ledger: Sequence[Finding], names: Names, deciding: Deciding) -> tuple[Card, ...]:
    letter, claims = checked.extraction.letter, checked.extraction.claims
    subjects = claim_subjects(checked) if deciding.form else {}
    uses, courses = checks_using(claims, ledger), letter_charts(checked, names)
    said, inside = standing_words(checked), checks_by_claim(claims, ledger)
    return tuple(
        card(
            number,
            claim,
            checked.verdict_of(claim),
            text=letter.text,
            names=names,
            course=courses.get(claim.claim_id),
            findings=uses.get(claim.claim_id, ()),
            checks=inside.get(claim.claim_id, ()),
            said=said[claim.claim_id],
            pages=checked.pages_of(claim),
            place=letter.place(claim.span),
            links=checked.extraction.links,
            decision=decision_view(deciding.decided.claims.get(claim.claim_id), subjects.get(claim.claim_id)),
        )
        for number, claim in enumerate(claims, start=1)
    )
