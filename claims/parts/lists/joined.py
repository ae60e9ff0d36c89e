"""From the lines of a list to its entries: names broken over lines, affiliations below names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from claims.language.words import of_language
from claims.model import Span
from claims.parts.lists.roster_items import Entry, Walk
from claims.parts.name_lines import is_person, names_a_body, tells_role
from claims.places.countries import country_names, region_names
from claims.text.openings import either, phrase_set

# The least width at which anybody wraps a list.
WRAPPED = 60
UNCERTAIN_LINES = "it is not clear which lines are names and which say where the signatories belong"


@of_language
def _article() -> re.Pattern[str]:
    return re.compile(rf"^{either('letter_words', 'articles')}\s+")


def with_extra_lines(text: str, state: Walk) -> None:
    """Numbered and bulleted lists: give an unnumbered line to its entry where it is the rest of a broken name.

    "12. Network for Human Rights" / "Documentation" is one name; "3. Ana Ruiz" / "Director, Casa" is a name and more.
    """
    width = max((_line_length(text, entry.span) for entry in state.entries), default=0)
    for extra in state.extra:
        owner = state.entries[extra.block]
        if owner.last_line != extra.line - 1:
            continue
        if _breaks_off(owner.span.of(text), extra.span.of(text)) or _had_no_room(text, owner.span, extra.span, width):
            joined = Span(owner.span.start, extra.span.end)
            state.entries[extra.block] = replace(owner, span=joined, last_line=extra.line)


def _line_length(text: str, span: Span) -> int:
    return span.end - text.rfind("\n", 0, span.end) - 1


def _had_no_room(text: str, first: Span, second: Span, width: int) -> bool:
    # "12. Branch of the Upper River Schools' Students'" / "Union" in a list wrapped at that width.
    word = second.of(text).split(maxsplit=1)[0]
    return width >= WRAPPED and _line_length(text, first) + 1 + len(word) > width


def _breaks_off(first: str, second: str) -> bool:
    last, lead = first.rsplit(maxsplit=1)[-1], second.split(maxsplit=1)[0].casefold()
    if first.count("(") > first.count(")") or first[-1] in "-–—&/" or last in phrase_set("signatories", "dangling"):
        return True
    return second[0].islower() and lead in phrase_set("signatories", "leading")


def joined_lines(text: str, entries: list[Entry]) -> list[Entry]:
    """Plain lists: put the lines of one name together, by its last word or by the alphabet."""
    return [entry for group in _by_group(entries) for entry in _joined_group(text, group)]


def _joined_group(text: str, entries: list[Entry]) -> list[Entry]:
    widest = max((len(e.span) for e in entries), default=0)
    alphabetical = is_alphabetical([e.span.of(text) for e in entries])
    result: list[Entry] = []
    for n, entry in enumerate(entries):
        if (
            result
            and result[-1].last_line == entry.line - 1
            and _is_rest(text, entries, n, result[-1], widest, alphabetical)
        ):
            result[-1] = replace(result[-1], span=Span(result[-1].span.start, entry.span.end), last_line=entry.line)
        else:
            result.append(entry)
    return result


def _is_rest(text: str, entries: list[Entry], n: int, owner: Entry, widest: int, alphabetical: bool) -> bool:
    first, second = owner.span.of(text), entries[n].span.of(text)
    if _breaks_off(first, second):
        return True
    if not alphabetical or len(first) < 0.85 * widest or len(first) < 40 or n + 1 >= len(entries):
        return False
    # "Maritime Policy & Public" / "Interest Centre" / "Nettle Society": without the second line the order holds.
    third = entries[n + 1].span.of(text)
    return sort_key(second) < sort_key(first) <= sort_key(third)


def sort_key(name: str) -> str:
    """What a list is ordered by: letters and digits without regard to case, a leading article left out."""
    return _article().sub("", re.sub(r"[^\w\s]", "", name.casefold().strip()))


def is_alphabetical(names: Sequence[str]) -> bool:
    """Whether nine in ten of at least eight names stand in the order of the alphabet."""
    keys = [sort_key(name)[:3] for name in names]
    right = sum(1 for a, b in itertools.pairwise(keys) if a <= b)
    return len(keys) >= 8 and right >= 0.9 * (len(keys) - 1)


def people_of(text: str, entries: list[Entry]) -> tuple[list[Entry], str | None]:
    """Plain lists of people with affiliations below their names: one entry a person, or why that cannot be told."""
    result: list[Entry] = []
    for group in _by_group(_placed(text, entries)):
        shape = _shape(text, group)
        if shape == "people":
            result += _people(text, group)
        elif shape == "places":
            result += [
                replace(e, group=_first_of_block(text, group, e))
                for n, e in enumerate(group)
                if not _opens_block(group, n)
            ]
        elif shape == "blocks":
            result += [e for n, e in enumerate(group) if _opens_block(group, n)]
        elif shape == "unclear":
            return entries, UNCERTAIN_LINES
        else:
            result += group
    return result, None


def _placed(text: str, entries: list[Entry]) -> list[Entry]:
    """Without the lines that only say where those below belong: "Alabama" and "Texas", each above names of its own."""
    heads = [n for n in range(len(entries)) if _opens_block(entries, n) and _heads_region(text, entries, n)]
    if len(heads) < 2 or heads[0] != 0:
        return entries
    ends = [*heads[1:], len(entries)]
    return [
        replace(entry, group=entries[head].span.of(text))
        for head, end in zip(heads, ends, strict=True)
        for entry in entries[head + 1 : end]
    ]


def _heads_region(text: str, entries: list[Entry], n: int) -> bool:
    """Whether entry `n` is a region's name with a line below it that is none."""
    here, below = (entries[k].span.of(text).casefold() if k < len(entries) else "" for k in (n, n + 1))
    return bool(below) and here in region_names() and below not in region_names()


def _opens_block(group: list[Entry], n: int) -> bool:
    return n == 0 or group[n].block != group[n - 1].block


def _first_of_block(text: str, group: list[Entry], entry: Entry) -> str:
    return next(e.span.of(text) for e in group if e.block == entry.block)


def _by_group(entries: list[Entry]) -> list[list[Entry]]:
    groups: list[list[Entry]] = []
    for entry in entries:
        if not groups or groups[-1][-1].group != entry.group:
            groups.append([])
        groups[-1].append(entry)
    return groups


def _shape(text: str, group: list[Entry]) -> str:
    names = [e.span.of(text) for e in group]
    persons = sum(is_person(n) for n in names)
    roles = sum(tells_role(n) and not is_person(n) for n in names)
    label = (group[0].group or "").casefold()
    if any(word in phrase_set("signatories", "person_groups") for word in re.findall(r"[\w'’-]+", label)) and persons:
        return "people" if roles or persons < len(names) else "lines"
    if roles >= 3 and roles >= 0.2 * len(names) and persons >= 0.3 * len(names):
        return "people" if is_person(names[0]) else "unclear"
    if _alternates(names):
        return "people"
    return _block_shape(text, group)


def _alternates(names: list[str]) -> bool:
    """Whether every other line is a person, and those between say where: "Ana Ruiz" / "Alder Society for Rivers"."""
    people, houses = names[::2], names[1::2]
    return (
        len(names) >= 6
        and sum(map(is_person, people)) >= 0.9 * len(people)
        and sum(names_a_body(n) and not is_person(n) for n in houses) >= 0.8 * len(houses)
    )


def _block_shape(text: str, group: list[Entry]) -> str:
    """Paragraphs of two to four lines each, a person first: one entry a paragraph."""
    blocks: dict[int, list[str]] = {}
    for entry in group:
        blocks.setdefault(entry.block, []).append(entry.span.of(text))
    several = [b for b in blocks.values() if 2 <= len(b) <= 5]
    heads = [b[0] for b in blocks.values()]
    if len(blocks) >= 2 and sum(h.casefold() in country_names() for h in heads) >= 0.8 * len(heads):
        return "places"
    if len(blocks) == 2 and len(several) == 2 and all(map(is_person, heads)) and tells_role(several[0][1]):
        return "blocks"
    if len(blocks) < 3 or len(several) < 0.7 * len(blocks) or any(len(b) > 5 for b in blocks.values()):
        return "lines"
    persons = sum(map(is_person, heads))
    return "blocks" if persons >= 0.6 * len(blocks) else "unclear"


def _people(text: str, group: list[Entry]) -> list[Entry]:
    result: list[Entry] = []
    wraps = False
    for entry in group:
        name = entry.span.of(text)
        # "Viral Hepatitis Program, Kirby Institute," goes on in the next line, whatever that looks like.
        if not wraps and is_person(name):
            result.append(entry)
        wraps = name.split()[-1] in phrase_set("signatories", "dangling") or _open_ended(text, entry)
    return result


def _open_ended(text: str, entry: Entry) -> bool:
    after = text[entry.span.end - 1 : entry.span.end + 2].strip()
    return after[-1:] == "," and not is_person(entry.span.of(text))
