"""What a letter's totals come to: the one it stands by, those of the kinds of signers it counts apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.model import SignatoryKind, SignatoryName, StatedTotal
from claims.parts.layout import Layout
from claims.text.openings import phrase_set


def stated_of(totals: Sequence[StatedTotal], plan: Layout) -> int | None:
    """The grand total nearest the signatures: beside the first list, else the last one; else that of the first kind."""
    whole = [t for t in totals if t.role == "total"]
    if not whole:
        # "The twelve organisations listed above" are all, where the letter speaks of no others.
        listed = last_of(totals, "listed") if last_of(totals, "undisclosed") is None else None
        return listed if listed is not None else _first_kind(totals)
    if not plan.rosters:
        return _full(whole[-1])
    first = plan.view.to_source(plan.lines[plan.rosters[0].first].span).start
    return _full(min(whole, key=lambda t: (abs(t.span.start - first), -t.span.start)))


def _full(total: StatedTotal) -> int:
    return total.value + total.beside


def _first_kind(totals: Sequence[StatedTotal]) -> int | None:
    kinds = [t for t in totals if t.role == "group"]
    if len(kinds) == 1 and kinds[0].where == "body":
        return None  # "It was also signed by 410 members of the public": beside how many, nobody says
    return next((t.value for t in kinds if _is_kind(t.noun)), None)


def _is_kind(noun: str) -> bool:
    return any(word in phrase_set("signatories", "signers") for word in noun.casefold().replace(",", " ").split())


def last_of(totals: Sequence[StatedTotal], role: str) -> int | None:
    """The last total of a role."""
    return next((t.value for t in reversed(totals) if t.role == role), None)


def groups_of(totals: Sequence[StatedTotal], names: Sequence[SignatoryName]) -> tuple[SignatoryKind, ...]:
    """The kinds of signers that the letter counts or lists apart, in its order; places that head a list are none."""
    listed = Counter(name.group for name in names if name.group)
    # "Research (2)" is a kind beside "Herders' associations (4)"; where no heading names one, they are places.
    if not any(_is_kind(group) for group in listed):
        listed = Counter()
    found: dict[str, SignatoryKind] = {}
    for total in totals:
        if total.role == "group" and (
            _is_kind(total.noun) or total.where in {"body", "title"} or total.group in listed
        ):
            label = total.group or total.noun
            heading = _heading(label, list(listed))
            key = (heading or label).casefold()
            if key not in found:
                count = listed.pop(heading) if heading else None
                found[key] = SignatoryKind(label=heading or label, stated=total.value, listed=count, noun=total.noun)
    for heading, count in listed.items():
        found.setdefault(heading.casefold(), SignatoryKind(label=heading, stated=None, listed=count, noun=None))
    return tuple(found.values())


def _heading(label: str, headings: Sequence[str]) -> str | None:
    """The heading of the list that names the kind a total counts: "individuals" and "Individual signatories"."""
    words = {_stem(word) for word in label.casefold().split()}
    shared = [heading for heading in headings if words & {_stem(word) for word in heading.casefold().split()}]
    return shared[0] if len(shared) == 1 else None


def _stem(word: str) -> str:
    return word.strip(",;:()").removesuffix("s")
