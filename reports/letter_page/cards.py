"""A claim as its card shows it: how it was read, what it was compared with, how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from claims.model import Citation, Claim, Period, Span
from reports.letter_page.charts import Chart, chart
from reports.letter_page.evidence import SourceView, source_view
from reports.letter_page.highlight import Mark, highlight
from reports.standing.desk import arithmetic, wants_editor
from reports.words.addresses_shown import Address, address, card_id, mark_id
from reports.words.table_names import Names
from reports.words.wording import Word, day, figure, interval_words, period_words, phrase, word
from sources.model import Verdict

AROUND = 320  # characters of a sentence shown on each side of the number


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of "how it was read": a term, what was read, and where that came from if not from the sentence."""

    term: str
    value: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """What the letter cites; `problem` where it cannot be followed."""

    kind: Word
    mark: str
    text: str
    address: Address | None
    producer: str
    published: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A link within the page, with its words."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything one card shows. `brief` where there is nothing behind it to open: nothing found, nothing asked."""

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
    rows: tuple[Row, ...]
    citations: tuple[CitationView, ...]
    deciding: tuple[SourceView, ...]
    others: tuple[SourceView, ...]
    near: tuple[SourceView, ...]
    chart: Chart | None
    findings: tuple[Reference, ...]
    pressing: bool
    brief: bool


def source_word(verdict: Verdict | None) -> Word:
    """The first axis; a claim without a verdict was compared with nothing."""
    return word("against_source", verdict.against_source if verdict else "unverified")


def card(
    number: int,
    claim: Claim,
    verdict: Verdict | None,
    *,
    text: str,
    names: Names,
    written_on: date | None,
    findings: Sequence[Reference] = (),
) -> Card:
    """The card of the `number`th claim of a letter whose text is `text`."""
    evidence = verdict.evidence if verdict else ()
    pressing = verdict is not None and wants_editor(verdict)
    return Card(
        number=number,
        claim_id=claim.claim_id,
        card_id=card_id(claim.claim_id),
        mark_href=f"#{mark_id(claim.claim_id)}",
        text=claim.text,
        sentence=quoted(text, claim.sentence_span, claim.span),
        kind=word("kind", claim.kind),
        source=source_word(verdict),
        timeliness=word("timeliness", verdict.timeliness if verdict else None),
        cautions=tuple(word("cautions", one) for one in verdict.cautions) if verdict else (),
        arithmetic=arithmetic(verdict),
        explanation=verdict.explanation if verdict else phrase("not_compared"),
        suggestion=(verdict.suggestion or "") if verdict else "",
        would_change=(verdict.would_change or "") if verdict else "",
        rows=tuple(_rows(claim, names)),
        citations=tuple(_citation(one, names) for one in claim.citations),
        deciding=tuple(source_view(e.observation, names, e.role, decides=True) for e in evidence if e.decides),
        others=tuple(source_view(e.observation, names, e.role) for e in evidence if not e.decides),
        near=tuple(source_view(n.observation, names, n.reason) for n in verdict.near_misses) if verdict else (),
        chart=chart(claim, verdict, names, written_on),
        findings=tuple(findings),
        pressing=pressing,
        brief=not pressing and not evidence and source_word(verdict).key == "unverified",
    )


def quoted(text: str, sentence: Span, claim: Span) -> Markup:
    """The sentence with the claim marked in it, cut around the claim where the sentence is very long."""
    start, end = min(sentence.start, claim.start), max(sentence.end, claim.end)
    if claim.start - start > AROUND:  # cut at a space, so that no word is shown in part
        start = max(text.find(" ", claim.start - AROUND, claim.start) + 1, claim.start - AROUND)
    if end - claim.end > AROUND:
        cut = text.rfind(" ", claim.end, claim.end + AROUND)
        end = cut if cut > 0 else claim.end + AROUND
    shown = highlight(text, Span(start, end), [Mark(span=claim, css="hit")])
    before = "" if start <= sentence.start else "… "
    after = "" if end >= sentence.end else " …"
    return Markup("{}{}{}").format(before, shown, after)


def _rows(claim: Claim, names: Names) -> list[Row]:
    quantity = claim.quantity
    unit = phrase("unit", unit=claim.unit) if claim.unit and claim.unit != quantity.counted else ""
    admits = phrase("admits", interval=interval_words(quantity.interval))
    rows = [
        _row("value", figure(quantity.value), phrase("as_written", text=quantity.as_written)),
        _row("wording", word("comparator", quantity.comparator).label, admits),
        _row("counts", quantity.counted or "–", unit),
        *_measure_rows(claim, names),
    ]
    if quantity.direction:
        rows.append(_row("direction", word("direction", quantity.direction).label))
    if quantity.additive:
        rows.append(_row("addition", phrase("addition")))
    rows += _where_and_when(claim, names)
    if claim.attribution:
        rows.append(_row("attribution", claim.attribution))
    return rows + [_row("note", note) for note in claim.notes]


def _row(term: str, value: str, remark: str = "") -> Row:
    return Row(term=word("read", term).label, value=value, remark=remark)


def _measure_rows(claim: Claim, names: Names) -> list[Row]:
    """Every measure the wording fits; nothing for a duration or the like, of which no vocabulary speaks."""
    others = [names.measure(one) for one in claim.measures_possible if one != claim.measure]
    if not (claim.measure or others or claim.kind == "statistic"):
        return []
    label = names.measure(claim.measure) if claim.measure else phrase("open_measure" if others else "no_measure")
    return [_row("measure", label, phrase("also_possible", others=", ".join(others)) if others else "")]


def _where_and_when(claim: Claim, names: Names) -> list[Row]:
    rows = []
    if claim.place:
        rows.append(_row("place", claim.place, claim.place_inherited or ""))
    if claim.period:
        when = period_words(claim.period.start, claim.period.end, claim.period.grain)
        rows.append(_row("period", when, _period_remark(claim.period, names)))
    if claim.event:
        rows.append(_row("event", names.event(claim.event)))
    return rows


def _period_remark(period: Period, names: Names) -> str:
    """The letter's own words, and what of the period does not come from them."""
    said = phrase("said", text=period.text) if period.text else ""
    anchor = phrase("anchor", event=names.event(period.anchor)) if period.anchor else ""
    inherited = phrase("inherited", what=period.inherited) if period.inherited else ""
    return "; ".join(one for one in (said, anchor, inherited) if one)


def _citation(citation: Citation, names: Names) -> CitationView:
    return CitationView(
        kind=word("citation", citation.kind),
        mark=citation.mark or "",
        text=citation.text,
        address=address(citation.url),
        producer=names.producer(citation.producer) if citation.producer else "",
        published=day(citation.published_on) if citation.published_on else "",
        problem=citation.problem or "",
    )
