"""A claim as its card shows it: how it was read, what it was compared with, how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from markupsafe import Markup

from claims.model import Citation, Claim, Link, Span
from claims.quick_records import dataclass
from expectations.model import Finding
from reports.letter_page.card_rows import Row, place_rows, read_line, read_rows
from reports.letter_page.charts import Chart
from reports.letter_page.decision_view import DecisionView
from reports.letter_page.evidence import SourceView, source_view
from reports.letter_page.highlight import Mark, highlight
from reports.letter_page.links import Reference
from reports.standing.cautions_told import cautions_told
from reports.standing.desk import arithmetic, wants_editor
from reports.standing.levels import Level, level_of_claim
from reports.standing.said_of_claims import source_word, sum_inside, why_inside
from reports.words.addresses_shown import Address, address, card_id, mark_id
from reports.words.cited_words import cited_sentence
from reports.words.table_names import Names
from reports.words.wording import Word, day, phrase, word
from sources.model import Verdict
from sources.pages.told import CitedPage, says_no

AROUND = 320  # characters of a sentence shown on each side of the number


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """What the letter cites; `problem` where it cannot be followed, `page` what the cited page says of the claim."""

    kind: Word
    mark: str
    text: str
    address: Address | None
    producer: str
    published: str
    problem: str
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything one card shows. `brief` where there is nothing behind it to open: nothing found, nothing asked.

    `repeats` lead to the cards of the same figure told again, `repeat_of` to the first that tells it.
    """

    number: int
    claim_id: str
    card_id: str
    mark_href: str
    text: str
    sentence: Markup
    kind: Word
    source: Word
    timeliness: Word
    cautions: tuple[Word, ...]
    arithmetic: str
    explanation: str
    suggestion: str
    would_change: str
    read: str
    rows: tuple[Row, ...]
    citations: tuple[CitationView, ...]
    cited: str
    deciding: tuple[SourceView, ...]
    others: tuple[SourceView, ...]
    near: tuple[SourceView, ...]
    chart: Chart | None
    chart_there: Reference | None
    findings: tuple[Reference, ...]
    pressing: bool
    brief: bool
    level: Level
    decision: DecisionView | None
    repeats: tuple[Reference, ...] = ()
    repeat_of: Reference | None = None


def card(
    number: int,
    claim: Claim,
    verdict: Verdict | None,
    *,
    text: str,
    names: Names,
    course: Chart | Reference | None = None,
    findings: Sequence[Reference] = (),
    checks: Sequence[Finding] = (),
    said: Word | None = None,
    pages: Sequence[CitedPage | None] = (),
    place: tuple[int | None, int | None] = (None, None),
    links: Sequence[Link] = (),
    decision: DecisionView | None = None,
) -> Card:
    """The card of the `number`th claim of a letter whose text is `text`; `said`: the word it goes by, `checks`: those
    inside the letter that its figure went into; `place`: its page and paragraph.
    """
    source, evidence = said or source_word(verdict), verdict.evidence if verdict else ()
    against = says_no(pages)
    cleared = decision is not None and decision.clears
    pressing = verdict is not None and (wants_editor(verdict) or against is not None) and not cleared
    return Card(
        number=number,
        claim_id=claim.claim_id,
        card_id=card_id(claim.claim_id),
        mark_href=f"#{mark_id(claim.claim_id)}",
        text=claim.text,
        sentence=quoted(text, claim.sentence_span, claim.span, links),
        kind=word("kind", claim.kind),
        source=source,
        timeliness=word("timeliness", verdict.timeliness if verdict else None),
        cautions=cautions_told(claim, verdict, names),
        arithmetic=arithmetic(verdict) or "; ".join(_inside(checks, source)),
        explanation=why_inside(source, checks) or (verdict.explanation if verdict else phrase("not_compared")),
        suggestion=(verdict.suggestion or "") if verdict else "",
        would_change=(verdict.would_change or "") if verdict else "",
        read=read_line(claim),
        rows=(*read_rows(claim, names), *place_rows(*place)),
        citations=tuple(_citations(claim, pages, names)),
        cited=cited_sentence(claim, against) if against is not None else "",
        deciding=tuple(source_view(e.observation, names, e.role, decides=True) for e in evidence if e.decides),
        others=tuple(source_view(e.observation, names, e.role) for e in evidence if not e.decides),
        near=tuple(source_view(n.observation, names, n.reason) for n in verdict.near_misses) if verdict else (),
        chart=course if isinstance(course, Chart) else None,
        chart_there=course if isinstance(course, Reference) else None,
        findings=tuple(findings),
        pressing=pressing,
        brief=not pressing and not evidence and source_word(verdict).key == "unverified",
        level="fine" if cleared else level_of_claim(verdict, pages),
        decision=decision,
    )


def _inside(checks: Sequence[Finding], said: Word) -> Iterator[str]:
    """The sums of a figure that the letter itself bears out, or does not."""
    for one in checks if said.key == "inside" else ():
        if one.status != "not_checkable":
            yield phrase("inside_made", rule=word("rule", one.rule).label, sum=sum_inside(one))


def quoted(text: str, sentence: Span, claim: Span, links: Sequence[Link] = ()) -> Markup:
    """The sentence with the claim marked in it, cut around the claim where the sentence is very long; of `links` the
    words alone.
    """
    start, end = min(sentence.start, claim.start), max(sentence.end, claim.end)
    if claim.start - start > AROUND:  # cut at a space, so that no word is shown in part
        start = max(text.find(" ", claim.start - AROUND, claim.start) + 1, claim.start - AROUND)
    if end - claim.end > AROUND:
        cut = text.rfind(" ", claim.end, claim.end + AROUND)
        end = cut if cut > 0 else claim.end + AROUND
    hit = [Mark(span=claim, css="hit")]
    shown = Markup("").join(highlight(text, piece, hit) for piece in _without_markup(Span(start, end), links))
    before = "" if start <= sentence.start else "… "
    after = "" if end >= sentence.end else " …"
    return Markup("{}{}{}").format(before, shown, after)


def _without_markup(span: Span, links: Sequence[Link]) -> Iterator[Span]:
    """The pieces of `span` between the marks of links and their addresses."""
    at = span.start
    for link in sorted((one for one in links if one.span.overlaps(span)), key=lambda one: one.span.start):
        if at <= link.span.start and link.span.end <= span.end:
            yield from (Span(at, link.span.start), link.text_span)
            at = link.span.end
    yield Span(at, span.end)


def _citations(claim: Claim, pages: Sequence[CitedPage | None], names: Names) -> Iterator[CitationView]:
    for citation, page in zip_longest(claim.citations, pages[: len(claim.citations)]):
        yield _citation(citation, names, cited_sentence(claim, page) if page is not None else "")


def _citation(citation: Citation, names: Names, page: str) -> CitationView:
    return CitationView(
        kind=word("citation", citation.kind),
        mark=citation.mark or "",
        text=citation.text,
        address=address(citation.url),
        producer=names.producer(citation.producer) if citation.producer else "",
        published=day(citation.published_on) if citation.published_on else "",
        problem=citation.problem or "",
        page=page,
    )
