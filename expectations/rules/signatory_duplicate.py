"""Rule `signatory-duplicate`: the same body twice in the list of signatories."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from claims.extraction import Extraction
from claims.model import Field, SignatoryName, Span
from claims.signers.bodies import Body
from expectations.arith import figure
from expectations.declaring import SHARED, declared, say, say_counted
from expectations.findings import broken, held, listing, unknown
from expectations.model import Finding
from expectations.signing.near_names import Likeness
from expectations.signing.roll import Repeats, repeats, why_not_counted

ID = "signatory-duplicate"


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """One finding for every body that stands in the list more than once, and what the total becomes without it."""
    signatories = extraction.signatories
    if signatories.listed is None or not signatories.names:
        return [unknown(ID, why_not_counted(signatories, say(ID, "no_list")))]
    found = repeats(signatories, field)
    doubles = [_double(extraction, found, cluster) for cluster in found.clusters]
    namesakes = [_namesake(pair) for pair in found.pairs if pair.severity == "info"]
    if doubles:
        return [*doubles, *namesakes]
    count = figure(len(signatories.names))
    message, spans = say(ID, "none_twice", count=count), [_whole(signatories.names)]
    return [held(ID, message, stated=count, expected=count, spans=spans), *namesakes]


def _whole(names: Sequence[SignatoryName]) -> Span:
    return Span(min(name.span.start for name in names), max(name.span.end for name in names))


def _double(extraction: Extraction, found: Repeats, cluster: Sequence[Body]) -> Finding:
    words = {"labels": _labels(cluster), "why": _why(found, cluster), "names": _names(cluster)}
    message = say(ID, "one_body", **words, without=_without(extraction, found))
    return broken(
        ID,
        "warning",
        message,
        stated=say(ID, "entries", count=figure(len(extraction.signatories.names))),
        expected=_each_once(extraction, found, cluster),
        spans=[body.entry.span for body in cluster],
    )


def _each_once(extraction: Extraction, found: Repeats, cluster: Sequence[Body]) -> str:
    """How many sign: "254 − 1 = 253 if Nos. 36 and 40 are one"."""
    count, surplus = len(extraction.signatories.names), found.surplus
    sums = {"count": figure(count), "surplus": str(surplus), "bodies": figure(count - surplus)}
    if len(found.clusters) > 1:
        return say(ID, "bodies_of_several", **sums)
    return say(ID, "bodies", **sums, labels=_labels(cluster))


def _names(cluster: Sequence[Body]) -> str:
    """The entries as printed, each in quotes."""
    first, *others = (say(SHARED, "quoted", text=" ".join(body.entry.name.split())) for body in cluster)
    return reduce(lambda names, name: say(SHARED, "and", first=names, last=name), others, first)


def _labels(cluster: Sequence[Body]) -> str:
    """ "Nos. 36 and 40" where the entries are numbered, "Entries 3 and 9" where they are not."""
    if all(body.entry.number is not None for body in cluster):
        return say(ID, "by_number", numbers=listing(str(body.entry.number) for body in cluster))
    return say(ID, "by_place", numbers=listing(str(body.position + 1) for body in cluster))


def _why(found: Repeats, cluster: Sequence[Body]) -> str:
    inside = {body.position for body in cluster}
    reasons = [pair.why for pair in found.pairs if pair.first.position in inside and pair.severity != "info"]
    return "; ".join(dict.fromkeys(reasons))


def _without(extraction: Extraction, found: Repeats) -> str:
    """What the total becomes: "Without the repeat: 253 listed + 31 undisclosed = 284."."""
    signatories = extraction.signatories
    bodies = len(signatories.names) - found.surplus
    words = {"number": str(found.surplus), "bodies": figure(bodies)}
    if signatories.undisclosed:
        hidden, whole = figure(signatories.undisclosed), figure(bodies + signatories.undisclosed)
        return say_counted(ID, "without_undisclosed", found.surplus, **words, undisclosed=hidden, whole=whole)
    return say_counted(ID, "without", found.surplus, **words)


def _namesake(pair: Likeness) -> Finding:
    both = [pair.first, pair.second]
    return broken(
        ID,
        "info",
        say(ID, "may_be_one", labels=_labels(both), names=_names(both), why=pair.why),
        stated=say(ID, "entries", count=str(len(both))),
        expected=say(ID, "one_or_two"),
        spans=[pair.first.entry.span, pair.second.entry.span],
    )


RULE = declared(ID, run)
