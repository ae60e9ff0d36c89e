"""Rule `signatory-total`: the totals a letter states, against its list and against each other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from claims.extraction import Extraction
from claims.language.words import vocabulary
from claims.model import Field, Span, StatedTotal
from claims.model.intervals import meets
from claims.signers.bodies import name_words
from claims.text.plurals import singular
from expectations.arith import admits, admitted, exactly, figure, share_apart, whole_of
from expectations.declaring import bounded, declared, say
from expectations.findings import broken, claims_at, held, listing, unknown
from expectations.misprints import misprints
from expectations.model import Finding, Severity
from expectations.signing.group_totals import group_findings, sum_of_groups, whole_totals
from expectations.signing.printed import may_be_miscounted
from expectations.signing.roll import late_additions
from expectations.signing.sums import Reading, readings_of
from expectations.signing.turning import would_object

ID = "signatory-total"

_PART, _FAR = 2, 3
"""So many times the names listed: a part of the whole was printed, of a numbered list too."""


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Every stated total against listed + undisclosed, groups against their lists, totals against each other."""
    signatories = extraction.signatories
    totals = whole_totals(signatories)
    if not totals and not (sum_of_groups(signatories) and signatories.names):
        return [*_stated_list(extraction), *group_findings(extraction, ID), _no_total(extraction)]
    findings = [*_against_list(extraction, totals, readings_of(extraction, field)), *_stated_list(extraction)]
    return [*findings, *_each_other(extraction, totals), *group_findings(extraction, ID)]


def _no_total(extraction: Extraction) -> Finding:
    listed = extraction.signatories.listed
    if not listed:
        return unknown(ID, say(ID, "no_total"))
    return unknown(ID, say(ID, "no_total_listed", listed=figure(listed)), expected=figure(listed))


def _against_list(extraction: Extraction, totals: Sequence[StatedTotal], readings: Sequence[Reading]) -> list[Finding]:
    if not readings:
        return [_no_list(extraction, totals)]
    of_groups = sum_of_groups(extraction.signatories)
    by_value: dict[tuple[int, str], list[StatedTotal]] = {}
    for total in totals or ([of_groups] if of_groups else []):
        by_value.setdefault((whole_of(total), total.comparator), []).append(total)
    agreed = any(_agreeing(same[0], readings) for same in by_value.values())
    return [_one_total(extraction, same, readings, others_agree=agreed) for same in by_value.values()]


def _agreeing(total: StatedTotal, readings: Sequence[Reading]) -> Reading | None:
    wanted = admitted(total)
    return next((reading for reading in readings if admits(wanted, reading.total)), None)


def _one_total(
    extraction: Extraction, same: Sequence[StatedTotal], readings: Sequence[Reading], *, others_agree: bool
) -> Finding:
    total, plain = same[0], readings[0]
    spans = _spans(extraction, same)
    claims = claims_at(extraction, [one.span for one in same])
    stated = _as_stated(total)
    reading = _agreeing(total, readings)
    by_list = total.by_list or extraction.signatories.leaning
    if reading and (by_list or not would_object(total, lambda other: _objects(extraction, other, readings))):
        message = say(ID, "by_list" if by_list else "no_check", stated=stated, words=reading.words)
        return unknown(ID, message, stated=stated, expected=reading.figures, spans=spans, claims=claims)
    if reading:
        key = f"{'agrees' if total.comparator == '=' else 'fits'}{'_as' if reading.how else ''}"
        return held(
            ID,
            say(ID, key, stated=stated, words=reading.words, how=reading.how or ""),
            stated=stated,
            expected=reading.figures,
            spans=spans,
            claims=claims,
        )
    cut = _cut_short(extraction, total, plain)
    if cut:
        message = say(ID, "cut_short", stated=stated, words=plain.words, why=cut)
        return unknown(ID, message, stated=stated, expected=plain.figures, spans=spans, claims=claims)
    message = _gap(stated, whole_of(total), plain)
    if may_be_miscounted(extraction, whole_of(total), plain.total):
        message = say(ID, "miscounted", message=message)
    return broken(
        ID,
        _severity(extraction, total, others_agree=others_agree),
        message,
        stated=stated,
        expected=plain.figures,
        spans=spans,
        claims=claims,
        off=share_apart(admitted(total), exactly(plain.total)),
    )


def _objects(extraction: Extraction, total: StatedTotal, readings: Sequence[Reading]) -> bool:
    return not _agreeing(total, readings) and not _cut_short(extraction, total, readings[0])


def _cut_short(extraction: Extraction, total: StatedTotal, plain: Reading) -> str | None:
    """Why the list in the text may be only a part of the signatories, or `None`."""
    partial = extraction.signatories.partial
    if partial and whole_of(total) > plain.total:
        return say(ID, "partial", text=" ".join(partial.split()))
    # a list numbered from one without a gap ends where it says; of one many times as short a page is lost
    times = _FAR if _is_numbered(extraction) and total.comparator == "=" else _PART
    if whole_of(total) >= times * plain.total and total.comparator != "<=":
        return say(ID, "part_of_whole")
    return None


def _is_numbered(extraction: Extraction) -> bool:
    names = extraction.signatories.names
    return bool(names) and [name.number for name in names] == list(range(1, len(names) + 1))


def _gap(stated: str, number: int, found: Reading) -> str:
    """What is stated, what was found, and how far the two lie apart."""
    words, total = found.words, found.total
    if len(found.terms) > 1:
        words = say(ID, "equals", words=words, total=figure(total))
    key = "more" if number > total else "fewer"
    return say(ID, key, stated=stated, words=words, apart=figure(abs(number - total)))


def _severity(extraction: Extraction, total: StatedTotal, *, others_agree: bool) -> Severity:
    """An error only where nothing is left to reading: an exact total, a list that counts itself, no other total."""
    names = extraction.signatories.names
    counts_itself = not names or all(name.number is not None for name in names)
    round_number = whole_of(total) >= 100 and whole_of(total) % 50 == 0
    if may_be_miscounted(extraction, whole_of(total), len(names) + (extraction.signatories.undisclosed or 0)):
        return "info"
    certain = counts_itself and total.comparator in ("=", "<", "<=") and not others_agree and not round_number
    return "error" if certain else "warning"


def _as_stated(total: StatedTotal) -> str:
    return bounded("~" if total.comparator == "range" else total.comparator, figure(whole_of(total)))


def _spans(extraction: Extraction, same: Sequence[StatedTotal]) -> list[Span]:
    """The totals, the other figures of the sum, and the list from its first name to its last."""
    signatories = extraction.signatories
    parts = [total.span for total in signatories.totals if total.role in ("listed", "undisclosed")]
    names = [name.span for name in signatories.names]
    whole = [Span(min(span.start for span in names), max(span.end for span in names))] if names else []
    return [*(one.span for one in same), *parts, *whole]


def _no_list(extraction: Extraction, totals: Sequence[StatedTotal]) -> Finding:
    stated = listing(dict.fromkeys(_as_stated(total) for total in totals))
    doubts = extraction.signatories.doubts
    return unknown(
        ID,
        say(ID, "in_doubt", stated=stated, doubts=" ".join(doubts)) if doubts else say(ID, "no_list", stated=stated),
        stated=stated,
        spans=[total.span for total in totals],
        claims=claims_at(extraction, [total.span for total in totals]),
    )


def _stated_list(extraction: Extraction) -> list[Finding]:
    """ "the 298 organisations listed below" against the names that are listed."""
    signatories = extraction.signatories
    stated = [total for total in signatories.totals if total.role == "listed"]
    if not stated or signatories.listed is None:
        return []
    late, listed = len(late_additions(signatories.names)), signatories.listed
    numbers = [name.number for name in signatories.names if name.number is not None]
    counts = {listed, listed - late, max(numbers, default=listed)}
    spans = _spans(extraction, [])
    for total in stated:
        wanted = admitted(total)
        if not any(admits(wanted, count) for count in sorted(counts)):
            return [
                broken(
                    ID,
                    _severity(extraction, total, others_agree=False),
                    say(ID, "listed_off", stated=_as_stated(total), listed=figure(listed)),
                    stated=_as_stated(total),
                    expected=figure(listed),
                    spans=spans,
                    claims=claims_at(extraction, [total.span]),
                    off=share_apart(wanted, exactly(listed)),
                )
            ]
    return [
        held(
            ID,
            say(ID, "listed_held", stated=_as_stated(stated[0]), listed=figure(listed)),
            stated=_as_stated(stated[0]),
            expected=figure(listed),
            spans=spans,
            claims=claims_at(extraction, [stated[0].span]),
        )
    ]


def _each_other(extraction: Extraction, totals: Sequence[StatedTotal]) -> list[Finding]:
    """Two totals of one letter against each other: "100+ groups" in the title, "100 organisations" in the text."""
    different = list({(whole_of(total), total.comparator): total for total in totals}.values())
    findings = []
    for one, other in pairwise(different):
        severity = _clash(one, other)
        if severity:
            message = say(ID, "two_totals", one=_printed(one), other=_printed(other))
            findings.append(
                broken(
                    ID,
                    severity,
                    message,
                    stated=_printed(one),
                    expected=_printed(other),
                    spans=[one.span, other.span],
                    claims=claims_at(extraction, [one.span, other.span]),
                    off=share_apart(admitted(one), admitted(other)) or None,
                )
            )
    return findings


def _printed(total: StatedTotal) -> str:
    return f"“{' '.join(total.text.split())}”"


def _clash(one: StatedTotal, other: StatedTotal) -> Severity | None:
    """Whether two totals disagree: apart altogether, or one hardened into the other's bound."""
    ours, theirs = admitted(one), admitted(other)
    if not meets(ours, theirs):
        slipped = Decimal(other.value) in misprints(Decimal(one.value))
        return "warning" if slipped or _count_alike(one, other) else None
    if whole_of(one) != whole_of(other) or {one.comparator, other.comparator} & {"~", "range"}:
        return None
    signed = any(sign in total.text for total in (one, other) for sign in vocabulary("totals")["plus_signs"])
    bound = {one.comparator, other.comparator}
    if "=" in bound and bound & {">", ">="}:
        return "warning" if signed else "info"  # "100+" likely means more than the flat "100" beside it
    return None


def _count_alike(one: StatedTotal, other: StatedTotal) -> bool:
    """Whether two totals name the same thing, or both bodies: 91 doctors and 163 colleagues may well be two."""
    nouns = {singular(word) for total in (one, other) for word in name_words(total.text)[-1:]}
    return len(nouns) < 2 or nouns <= set(vocabulary("duplicates")["body_words"])


RULE = declared(ID, run)
