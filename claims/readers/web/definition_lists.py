"""Definition lists of a web page: names with where they belong, groups with their names, or terms with prose."""

from __future__ import annotations

from dataclasses import field

from selectolax.lexbor import LexborNode

from claims.quick_records import dataclass
from claims.readers.web.inline_words import children
from claims.readers.web.node_words import has_prose, words_of

LONGEST = 200


@dataclass(slots=True)
class Defined:
    """One or more `<dt>` with the `<dd>` that follow them."""

    terms: list[LexborNode] = field(default_factory=list)
    said: list[LexborNode] = field(default_factory=list)


def defined(node: LexborNode) -> list[Defined]:
    """The entries of a `<dl>` in order; `<div>` around an entry is seen through."""
    found: list[Defined] = []
    for one in _parts(node):
        if one.tag == "dt" and (not found or found[-1].said):
            found.append(Defined())
        if not found:
            found.append(Defined())
        (found[-1].terms if one.tag == "dt" else found[-1].said).append(one)
    return found


def _parts(node: LexborNode) -> list[LexborNode]:
    parts: list[LexborNode] = []
    for one in children(node):
        if one.tag in {"dt", "dd"}:
            parts.append(one)
        elif one.tag == "div":
            parts += [inner for inner in children(one) if inner.tag in {"dt", "dd"}]
    return parts


def is_pairs(entries: list[Defined]) -> bool:
    """Whether each is a term with one short word on it: "Alder Watch" / "Norland"."""
    return len(entries) > 1 and all(len(one.terms) == len(one.said) == 1 and _are_short(one) for one in entries)


def is_groups(entries: list[Defined]) -> bool:
    """Whether each is a label above short entries: "Norland" / "Alder Watch" / "Birch Union"."""
    return all(len(one.terms) == 1 and one.said and _are_short(one) for one in entries) and any(
        len(one.said) > 1 for one in entries
    )


def _are_short(one: Defined) -> bool:
    cells = [*one.terms, *one.said]
    return all(0 < len(words_of(cell)) <= LONGEST and not has_prose(cell) for cell in cells) and not any(
        cell.css_first("ul, ol, table, p + p, br") is not None for cell in cells
    )
