"""What a letter gives as the source of a figure: the footnote mark after it, the link on its verb, "according to …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from claims.model import Citation, Link, Mark, Note, Span
from claims.references.attributions import Attribution

_HARD = frozenset(";:—–()")
# so many words may stand before a link in its brackets
_IN_BRACKET: Final = 3


def mark_groups(marks: Sequence[Mark], text: str) -> list[tuple[Mark, ...]]:
    """Marks of one sentence that stand together ("[vii] [viii]"), in order; `text` is what the spans count in."""
    groups: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda m: m.span):
        if groups and not text[groups[-1][-1].span.end : mark.span.start].strip(" ,;–-\n"):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return [tuple(group) for group in groups]


def governing_marks(figure: Span, groups: Sequence[Sequence[Mark]], others: Sequence[Span]) -> Sequence[Mark]:
    """The marks that cite a figure: the first ones after it in its sentence.

    "killed 31 people and held 40 more.[iv]": both; "drove 2 million from their homes[v] since May": that one. A mark
    before the figure cites it only where none follows and no figure stands before the mark ("OCHA[3] counts 40").
    """
    after = [group for group in groups if group[0].span.start >= figure.end]
    if after:
        return after[0]
    before = [group for group in groups if group[-1].span.end <= figure.start]
    if before and not any(other.end <= before[-1][0].span.start for other in others):
        return before[-1]
    return ()


def governing_link(
    figure: Span, links: Sequence[Link], sentence: Span, text: str, others: Sequence[Span]
) -> Link | None:
    """The link whose words hold the figure or say what was done ("[killed](…) at least 22 children and two
    teachers").

    Of several, the one in the figure's part of the sentence that stands nearest before it, else nearest after.
    """
    inside = [link for link in links if sentence.contains(link.span)]
    holding = [link for link in inside if link.text_span.contains(figure) or link.text_span.overlaps(figure)]
    if holding:
        return holding[0]
    near = [link for link in inside if _same_part(figure, link.span, text)]
    before = [link for link in near if link.span.end <= figure.start]
    if before:
        return before[-1]
    after = [link for link in near if link.span.start >= figure.end]
    if after and not any(figure.end <= other.start < after[0].span.start for other in others):
        return after[0]
    return None


def governing_attribution(figure: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The source named in the figure's sentence: the last one before it, else the first one after it.

    A source in brackets speaks for what stands before it: "800 fled (Gull Bureau, 1 May 2024) and 90 died".
    """
    behind = [a for a in attributions if a.bracketed and a.span.start >= figure.end]
    attributions = [a for a in attributions if not a.bracketed] or behind[:1]
    before = [a for a in attributions if a.span.end <= figure.start]
    after = [a for a in attributions if a.span.start >= figure.end]
    return before[-1] if before else after[0] if after else None


def footnotes(marks: Sequence[Mark], notes: Mapping[str, Note]) -> list[Citation]:
    """The citations of marks: each with its note, or with the problem that there is none."""
    return [_footnote(mark, notes.get(mark.mark)) for mark in marks]


def link_citation(link: Link) -> Citation:
    """The citation of a link; `problem` if its target leads nowhere."""
    return Citation(
        kind="link",
        mark=None,
        text=link.text,
        url=None if link.lost else link.target,
        producer=None,
        published_on=None,
        span=link.span,
        problem=f"link target leads nowhere: “{link.target}”" if link.lost else None,
    )


def attribution_citation(attribution: Attribution, span: Span) -> Citation:
    """The citation of a source named in the sentence; `span` is where its name stands in the letter."""
    return Citation(
        kind="attribution",
        mark=None,
        text=attribution.text,
        url=None,
        producer=attribution.producer,
        published_on=attribution.published_on,
        span=span,
    )


def _footnote(mark: Mark, note: Note | None) -> Citation:
    if note is None:
        return Citation(
            kind="footnote",
            mark=mark.mark,
            text="",
            url=None,
            producer=None,
            published_on=None,
            span=mark.span,
            problem=f"no note with the mark {mark.mark} in the text",
        )
    return Citation(
        kind="footnote",
        mark=mark.mark,
        text=note.text,
        url=note.url,
        producer=note.producer,
        published_on=note.published_on,
        span=mark.span,
    )


def _same_part(figure: Span, link: Span, text: str) -> bool:
    """Nothing between them that ends a part of the sentence; one comma may ("the junta [bombed](…) schools, killing
    9"); a link in brackets speaks for what stands before them ("9,310 in custody (see [here](…))").
    """
    first, second = sorted((figure, link))
    between = text[first.end : second.start]
    if second == link:
        between = _before_bracket(between)
    return not any(mark in _HARD for mark in between) and between.count(",") <= 1


def _before_bracket(between: str) -> str:
    """What stands before the bracket that a link opens, a word or three aside ("(see", "(source:")."""
    before, opened, inside = between.rpartition("(")
    return before if opened and ")" not in inside and len(inside.split()) <= _IN_BRACKET else between


__all__ = [
    "attribution_citation",
    "footnotes",
    "governing_attribution",
    "governing_link",
    "governing_marks",
    "link_citation",
    "mark_groups",
]
