"""How the lines of a plain run make entries: one a line, one every few lines, one a person, one a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claims.parts.blocks import Evidence, weighed
from claims.parts.candidates.names import is_alphabetical, is_parted
from claims.parts.candidates.plain.group_heads import are_assumed, are_capitals, headings
from claims.parts.candidates.plain.indented_details import indented
from claims.parts.candidates.plain.joined_lines import PlainLine
from claims.parts.candidates.plain.strides import share, stride
from claims.parts.naming.name_kinds import DETAILS, is_source, nameness
from claims.parts.naming.name_lines import names_a_body
from claims.parts.naming.people import is_surely_person
from claims.places.countries import region_names
from claims.quick_records import dataclass
from claims.text.openings import phrase_set

LONGEST_ENTRY = 5
FEW_SOURCES = 0.25
CYCLES = 4
PARTING = re.compile(r",\s|\s[–—|/-]\s|:\s|\s\(|\.{4,}")
MOST = 5
# Nobody wraps running text at less.
NARROW = 30


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to read a run: which of its lines are entries, which head groups, and what speaks for it."""

    entries: tuple[PlainLine, ...]
    heads: tuple[PlainLine, ...]
    evidence: Evidence


def shapes(lines: Sequence[PlainLine]) -> Iterator[Shape]:
    """Every way to read `lines` that may be meant."""
    for heads in headings(lines):
        headed = {head.first for head in heads}
        rest = [line for line in lines if line.first not in headed]
        if rest:
            flush = _flush(rest)
            for entries, evidence in (*_ways(rest, heads), *_by_group(lines, heads)):
                if len(entries) < len(rest) and 2 * sum(_is_cut(entry.text) for entry in entries) > len(entries):
                    continue  # "P. Moyo       T. Chirwa": two names, nobody's details
                yield Shape(tuple(entries), tuple(heads), (*evidence, *_common(entries, rest, heads, flush)))


def _is_cut(text: str) -> bool:
    return is_parted(text)


def _by_group(lines: Sequence[PlainLine], heads: Sequence[PlainLine]) -> Iterator[tuple[list[PlainLine], Evidence]]:
    """Each group read its own best way: bodies a line each, then people with their offices below them."""
    groups: list[list[PlainLine]] = [[]]
    headed = {head.first for head in heads}
    for line in lines:
        if line.first in headed:
            groups.append([])
        else:
            groups[-1].append(line)
    groups = [group for group in groups if group]
    if len(groups) < 2:
        return
    best = [max(_ways(group), key=lambda way: weighed(way[1])) for group in groups]
    if all(len(entries) == len(group) for (entries, _), group in zip(best, groups, strict=True)):
        return
    total = sum(len(group) for group in groups)
    names = dict.fromkeys(name for _, evidence in best for name, _ in evidence)
    yield (
        [line for entries, _ in best for line in entries],
        tuple((name, _mean(name, best, groups) / (1 if name == "misfit" else total)) for name in names),
    )


def _mean(name: str, ways: Sequence[tuple[list[PlainLine], Evidence]], groups: Sequence[Sequence[PlainLine]]) -> float:
    """The amount of one piece of evidence over all groups, each counted with its lines."""
    return sum(
        dict(evidence).get(name, 0.0) * (1 if name == "misfit" else len(group))
        for (_, evidence), group in zip(ways, groups, strict=True)
    )


def _common(
    entries: Sequence[PlainLine], rest: Sequence[PlainLine], heads: Sequence[PlainLine], flush: float
) -> Evidence:
    texts = [entry.text for entry in entries]
    return (
        ("assumed_heads", float(are_assumed(heads) and not are_capitals(heads, rest))),
        ("capital_heads", float(are_assumed(heads) and are_capitals(heads, rest))),
        ("alphabet", float(len(entries) == len(rest) and not heads and is_alphabetical(texts))),
        ("foreign", float(sum(line.foreign for line in rest))),
        ("flush", flush),
        ("alone_between", float(_alone_between(entries, rest, heads))),
        ("sources", _sources(texts)),
    )


def _alone_between(entries: Sequence[PlainLine], rest: Sequence[PlainLine], heads: Sequence[PlainLine]) -> int:
    """How many entries stand alone between two paragraphs of several, as the heading of the second one does."""
    sizes = Counter(line.block for line in (*rest, *heads))
    found = {
        line.first
        for above, line, below in zip(rest, rest[1:], rest[2:], strict=False)
        if sizes[above.block] > 1 and sizes[line.block] == 1 and sizes[below.block] > 1
    }
    return min(sum(entry.first in found for entry in entries), MOST)


def _sources(texts: Sequence[str]) -> float:
    """The share of entries that look like sources; one with a year among many is no sign of any."""
    found = sum(map(is_source, texts)) / len(texts)
    return found if found >= FEW_SOURCES else 0.0


def _flush(lines: Sequence[PlainLine]) -> float:
    """1 where all lines but the last are about as long, as in running text, 0 where names give their lengths."""
    if _is_structured(lines):
        return 0.0
    lengths = [len(line.text) / (line.last - line.first + 1) for line in lines[:-1]]
    longest = max(lengths, default=0)
    if len(lengths) < 3 or longest < NARROW:
        return 0.0
    near = sum(length >= 0.85 * longest for length in lengths) / len(lengths)
    return near if near >= 0.7 and sum(len(line.text.split()) for line in lines) >= 5 * len(lines) else 0.0


def _is_structured(lines: Sequence[PlainLine]) -> bool:
    """Whether all lines but a few are parted alike: "Ana Ruiz, Chair, Alder Watch", "Birch Union: Ben Okoro"."""
    open_ended = any(line.text[-1] in ",;:–—-" or line.text[0].islower() for line in lines)
    if open_ended:
        return False
    shapes = Counter(tuple(mark.strip() for mark in PARTING.findall(line.text)) for line in lines)
    (marks, most), *_ = shapes.most_common(1)
    return bool(marks) and most >= 0.8 * len(lines)


def _ways(rest: Sequence[PlainLine], heads: Sequence[PlainLine] = ()) -> Iterator[tuple[list[PlainLine], Evidence]]:
    yield _lines(rest)
    for step in range(2, LONGEST_ENTRY + 1):
        if len(rest) % step == 0 and len(rest) >= 2 * step:
            yield from stride(rest, step)
    yield from _people(rest)
    yield from _behalf(rest)
    yield from indented(rest)
    if not _are_groups(rest, heads):
        yield from _paragraphs(rest)


def _are_groups(rest: Sequence[PlainLine], heads: Sequence[PlainLine]) -> bool:
    """Whether every paragraph has a head of its own: those below it are a group, and no details of the first one."""
    opened = {head.block for head in heads} | {rest[0].block}
    return len(heads) > 1 and {line.block for line in rest} <= opened


def _lines(rest: Sequence[PlainLine]) -> tuple[list[PlainLine], Evidence]:
    """One entry a line; remarks in brackets are none."""
    entries = [line for line in rest if line.kind != "remark"] or list(rest)
    seen = Counter(line.text.casefold() for line in entries)
    people = share(entries, {"person"}) > 0
    held = [_as_entry(line, seen[line.text.casefold()] > 1, people=people) for line in entries]
    return entries, (("fit", sum(held) / len(held)), ("misfit", float(min(sum(value <= -1 for value in held), MOST))))


def _as_entry(line: PlainLine, repeated: bool, *, people: bool) -> float:
    # "School of Design, Class of 2024" belongs to somebody only where people are named.
    role = line.kind == "role" and (people or not names_a_body(line.text))
    if (
        role
        or line.kind in {"place", "remark"}
        or is_source(line.text)
        or is_parted(line.text)
        or repeated
        and line.kind != "person"
    ):
        return -1.0
    value = nameness(line.text)
    if line.kind == "small" and len(line.text.split()) > 3:
        return -1.0  # "on the occasion of the hearing in the Hall": the sentence goes on
    return min(value, 0.0) if line.kind in {"small", "behalf"} else value


def _people(rest: Sequence[PlainLine]) -> Iterator[tuple[list[PlainLine], Evidence]]:
    """Every person begins an entry, the lines below say who and where they are."""
    entries: list[PlainLine] = []
    details: list[PlainLine] = []
    for line in rest:
        (entries if line.kind == "person" and not _open(details, rest, line) else details).append(line)
    if rest[0].kind != "person" or not details:
        return
    roles = sum(line.kind in {"role", "place", "small", "remark"} for line in details)
    if roles < 2 or roles < 0.25 * len(details):
        return
    held = [1.0] * len(entries) + [1.0 if d.kind in DETAILS else 0.8 if d.kind == "body" else 0.3 for d in details]
    yield entries, (("fit", sum(held) / len(held)), ("pattern", 0.3 * (roles >= 0.4 * len(details))))


def _behalf(rest: Sequence[PlainLine]) -> Iterator[tuple[list[PlainLine], Evidence]]:
    """ "For the Pilots' Union" / "Ante Kern" / "President": the bodies begin the entries, their hands stand below."""
    entries = [line for line in rest if line.kind == "behalf"]
    if len(entries) < 2 or rest[0].kind != "behalf" or len(rest) > LONGEST_ENTRY * len(entries):
        return
    yield entries, (("fit", 1.0), ("pattern", 1.0))


def _open(details: Sequence[PlainLine], rest: Sequence[PlainLine], line: PlainLine) -> bool:
    """Whether the line above ends with a comma or a small word: "Hepatitis Program, Kirby Institute," goes on."""
    above = next((d for d in reversed(details) if d.last == line.first - 1), None)
    if above is None:
        return False
    return above.text[-1] == "," or above.text.split()[-1] in phrase_set("signatories", "dangling")


def _paragraphs(rest: Sequence[PlainLine]) -> Iterator[tuple[list[PlainLine], Evidence]]:
    """One entry a paragraph, its first line the name; or paragraphs below a place each."""
    blocks: dict[int, list[PlainLine]] = {}
    for line in rest:
        blocks.setdefault(line.block, []).append(line)
    several = [b for b in blocks.values() if 2 <= len(b) <= LONGEST_ENTRY]
    if len(blocks) < 3 or len(several) < 0.7 * len(blocks) or any(len(b) > LONGEST_ENTRY for b in blocks.values()):
        return
    heads = [b[0] for b in blocks.values()]
    if sum(head.text.casefold() in region_names() for head in heads) >= 0.6 * len(heads):
        return
    details = [line for b in blocks.values() for line in b[1:]]
    fit = (share(heads, {"person"}) + max(share(details, DETAILS | {"body"}), 0.5)) / 2
    yield (
        heads,
        (("fit", fit), ("pattern", float(share(heads, {"person"}) >= 0.6)), ("signed_each", _each(heads, details))),
    )


def _each(heads: Sequence[PlainLine], details: Sequence[PlainLine]) -> float:
    """1 where every paragraph begins with a person, most of them surely one, and no line below names another."""
    others = [line for line in details if line.kind != "remark"]
    people = share(heads, {"person"}) == 1 and not any(is_surely_person(line.text) for line in others)
    sure = sum(is_surely_person(head.text) for head in heads)
    return float(people and 3 * sure >= len(heads) and len(details) >= len(heads))
