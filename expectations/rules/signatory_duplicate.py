"""Rule `signatory-duplicate`: the same body twice in the list of signatories."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction import Extraction
from claims.model import Field, SignatoryName, Span
from expectations.arith import figure
from expectations.declaring import declared
from expectations.findings import broken, held, listing, unknown
from expectations.model import Finding
from expectations.signing.bodies import Body
from expectations.signing.likeness import Likeness
from expectations.signing.roll import Repeats, repeats, why_not_counted

ID = "signatory-duplicate"


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """One finding for every body that stands in the list more than once, and what the total becomes without it."""
    signatories = extraction.signatories
    if signatories.listed is None or not signatories.names:
        return [unknown(ID, why_not_counted(signatories))]
    found = repeats(signatories, field)
    doubles = [_double(extraction, found, cluster) for cluster in found.clusters]
    namesakes = [_namesake(pair) for pair in found.pairs if pair.severity == "info"]
    if doubles:
        return [*doubles, *namesakes]
    count = figure(len(signatories.names))
    message, spans = f"No body stands twice among the {count} names listed.", [_whole(signatories.names)]
    return [held(ID, message, stated=count, expected=count, spans=spans), *namesakes]


def _whole(names: Sequence[SignatoryName]) -> Span:
    return Span(min(name.span.start for name in names), max(name.span.end for name in names))


def _double(extraction: Extraction, found: Repeats, cluster: Sequence[Body]) -> Finding:
    names = " and ".join(f"“{' '.join(body.entry.name.split())}”" for body in cluster)
    message = f"{_labels(cluster)} look like one body ({_why(found, cluster)}): {names}. {_without(extraction, found)}"
    entries = len(extraction.signatories.names)
    return broken(
        ID,
        "warning",
        message,
        stated=f"{figure(entries)} entries",
        expected=f"{figure(entries)} − {found.surplus} = {figure(entries - found.surplus)} bodies",
        spans=[body.entry.span for body in cluster],
    )


def _labels(cluster: Sequence[Body]) -> str:
    """ "Nos. 36 and 40" where the entries are numbered, "Entries 3 and 9" where they are not."""
    if all(body.entry.number is not None for body in cluster):
        return f"Nos. {listing(str(body.entry.number) for body in cluster)}"
    return f"Entries {listing(str(body.position + 1) for body in cluster)}"


def _why(found: Repeats, cluster: Sequence[Body]) -> str:
    inside = {body.position for body in cluster}
    reasons = [pair.why for pair in found.pairs if pair.first.position in inside and pair.severity != "info"]
    return "; ".join(dict.fromkeys(reasons))


def _without(extraction: Extraction, found: Repeats) -> str:
    """What the total becomes: "Without the repeat: 253 listed + 31 undisclosed = 284."."""
    signatories = extraction.signatories
    bodies = len(signatories.names) - found.surplus
    lead = "Without the repeat" if found.surplus == 1 else f"Without the {found.surplus} repeats"
    if signatories.undisclosed:
        whole = figure(bodies + signatories.undisclosed)
        return f"{lead}: {figure(bodies)} listed + {figure(signatories.undisclosed)} undisclosed = {whole}."
    return f"{lead}: {figure(bodies)} listed."


def _namesake(pair: Likeness) -> Finding:
    names = f"“{' '.join(pair.first.entry.name.split())}” and “{' '.join(pair.second.entry.name.split())}”"
    return broken(
        ID,
        "info",
        f"{_labels([pair.first, pair.second])} may be the same: {names} ({pair.why}).",
        stated="2 entries",
        expected="1 or 2",
        spans=[pair.first.entry.span, pair.second.entry.span],
    )


RULE = declared(ID, run)
