"""Findings between letters, as every page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.quick_records import dataclass
from expectations.model import Finding
from reports.deciding.decisions import NONE, Decisions
from reports.deciding.entries import Subject
from reports.deciding.folding import Standing
from reports.letter_page.decision_view import DecisionView, decision_view
from reports.letter_page.ledger import quoted
from reports.letter_page.links import Reference
from reports.standing.desk import ledger_order
from reports.standing.failing import is_inconsistent
from reports.standing.figures_between import FigureBetween, Figures
from reports.words.addresses_shown import letter_href, mark_id
from reports.words.table_names import Names
from reports.words.wording import Word, word


@dataclass(frozen=True, slots=True, kw_only=True)
class AcrossView:
    """A finding between letters; the places lead to the letters' pages. `words` are the figures as they stand there,
    `measures` what they count, as far as that was read.
    """

    status: Word
    severity: Word
    rule: Word
    message: str
    stated: str
    expected: str
    places: tuple[Reference, ...]
    letter_ids: tuple[str, ...]
    asks: bool
    anchor: str
    decision: DecisionView | None
    words: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcrossGroup:
    """Findings between letters about one figure or one measure; `left` of them are not shown."""

    about: str
    letters: int
    rows: tuple[AcrossView, ...]
    left: int = 0

    @property
    def count(self) -> int:
        return len(self.rows) + self.left


def across_groups(views: Sequence[AcrossView], names: Names, most: int | None = None) -> tuple[AcrossGroup, ...]:
    """The findings by what they are about, in the order of the first of each: those that share a figure of a letter,
    or what their figures count. At most `most` of each are shown.
    """
    return tuple(_group(one, names, most) for one in _joined(views))


def _joined(views: Sequence[AcrossView]) -> Iterable[list[AcrossView]]:
    """The findings that share something, or share it with one that does; each under the first of them."""
    under, first_with = list(range(len(views))), dict[str, int]()
    for at, view in enumerate(views):
        for key in _keys(view):
            one, other = _first(under, at), _first(under, first_with.setdefault(key, at))
            under[max(one, other)] = min(one, other)
    groups: dict[int, list[AcrossView]] = {}
    for at, view in enumerate(views):
        groups.setdefault(_first(under, at), []).append(view)
    return groups.values()


def _first(under: list[int], at: int) -> int:
    while under[at] != at:
        under[at] = at = under[under[at]]
    return at


def _keys(view: AcrossView) -> Iterable[str]:
    """What two findings about one thing share: a place in a letter, or a measure."""
    return [*(place.href for place in view.places if "#" in place.href), *(f"measure {one}" for one in view.measures)]


def _group(group: Sequence[AcrossView], names: Names, most: int | None) -> AcrossGroup:
    measures = [measure for one in group for measure in one.measures]
    words = next((one.words[0] for one in group if one.words), "")
    return AcrossGroup(
        about=names.measure(measures[0]) if measures else f"“{words}”" if words else group[0].rule.label,
        letters=len({letter_id for one in group for letter_id in one.letter_ids}),
        rows=tuple(group[:most]),
        left=len(group[most:]) if most is not None else 0,
    )


def across_views(
    across: Sequence[Finding],
    figures: Figures,
    base: str,
    decisions: Decisions = NONE,
    *,
    forms: bool = False,
) -> tuple[AcrossView, ...]:
    """The findings between letters; `base` is the way from the page to the letters' folder ("letters/" or ""), `forms`
    whether they may be decided on there.
    """
    stood = dict(zip(map(id, across), decisions.of_across(across, figures.words), strict=True))
    return tuple(_view(one, stood[id(one)], figures, base, forms=forms) for one in ledger_order(across))


def _view(finding: Finding, stood: Standing, known: Figures, base: str, *, forms: bool) -> AcrossView:
    figures = known.of(finding)
    counted = (one.measure for one in figures)
    return AcrossView(
        status=word("status", finding.status),
        severity=word("severity", finding.severity),
        rule=word("rule", finding.rule),
        message=finding.message,
        stated=finding.stated,
        expected=finding.expected,
        places=tuple(_place(one, base) for one in figures),
        letter_ids=tuple(dict.fromkeys(finding.letter_ids)),
        asks=is_inconsistent(finding) and not stood.clears,
        anchor=across_anchor(stood.subject),
        decision=decision_view(stood, stood.subject if forms else None),
        words=tuple(quoted(one.words) for one in figures),
        measures=tuple(dict.fromkeys(filter(None, counted))),
    )


def across_anchor(subject: Subject) -> str:
    """Where a finding between letters stands on the page of each of them."""
    return f"across-{subject.digest}"


def _place(one: FigureBetween, base: str) -> Reference:
    anchor = mark_id(one.claim_id) if one.claim_id else ""
    return Reference(text=f"{one.letter_id}: “{quoted(one.words)}”", href=letter_href(one.letter_id, anchor, base))
