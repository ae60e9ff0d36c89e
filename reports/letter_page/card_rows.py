"""How a claim was read, line by line, as its card shows it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Claim, Period, Quantity
from claims.quick_records import dataclass
from expectations.model import Finding
from reports.letter_page.links import Reference
from reports.words.table_names import Names
from reports.words.wording import figure, interval_words, period_words, phrase, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of "how it was read": a term, what was read, and where that came from if not from the sentence."""

    term: str
    value: str
    remark: str = ""


def place_rows(page: int | None, paragraph: int | None) -> list[Row]:
    """Where in its file a claim stands; nothing for a plain text, whose lines say it."""
    if paragraph is None:
        return []
    if page is None:
        return [_row("found_at", phrase("in_paragraph", paragraph=str(paragraph)))]
    return [_row("found_at", phrase("on_page", page=str(page), paragraph=str(paragraph)))]


def read_rows(claim: Claim, names: Names) -> list[Row]:
    """Value, wording, thing counted, measure, place and time of a claim, each with where it came from."""
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


def read_line(claim: Claim) -> str:
    """How a claim was read, in a line: its figure with what the wording makes of it, what it counts, where, when."""
    quantity = claim.quantity
    if claim.kind in ("ordinal", "duration"):
        return ""
    bound = "" if quantity.comparator == "=" else f"{word('comparator', quantity.comparator).label} "
    shown = interval_words(quantity.interval) if quantity.comparator == "range" else f"{bound}{figure(quantity.value)}"
    period = claim.period
    when = period_words(period.start, period.end, period.grain) if period else ""
    return ", ".join(part for part in (f"{shown} {_thing(quantity)}".strip(), claim.place or "", when) if part)


def _thing(quantity: Quantity) -> str:
    """What there is so much of: "schools"; of a share, money or a size its unit, "percent (schools)": no 30 schools."""
    counted = quantity.counted or ""
    if quantity.dimension == "count" or counted == quantity.unit:
        return counted
    return f"{quantity.unit or ''} {f'({counted})' if counted else ''}".strip()


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


def checks_using(claims: Sequence[Claim], ledger: Sequence[Finding]) -> dict[str, list[Reference]]:
    """For each claim the checks that use its figure: named by the check, or standing where the check looked."""
    by_span = {claim.span: claim.claim_id for claim in claims}
    known = set(by_span.values())
    uses: dict[str, list[Reference]] = {}
    for number, finding in enumerate(ledger, start=1):
        status, rule = word("status", finding.status), word("rule", finding.rule)
        reference = Reference(text=f"{status.symbol} {rule.label}: {status.short}", href=f"#check-{number}")
        meant = [*finding.claim_ids, *(by_span[span] for span in finding.spans if span in by_span)]
        for claim_id in dict.fromkeys(one for one in meant if one in known):
            uses.setdefault(claim_id, []).append(reference)
    return uses
