"""Where the lists of signatories stand in a letter, and what they hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.parts.announcers import AnnouncerKind, announces, is_closing, is_plain_heading, speaks_of_signing
from claims.parts.datelines import read_dateline
from claims.parts.lists.columns import columns_of
from claims.parts.lists.joined import joined_lines, people_of, with_extra_lines
from claims.parts.lists.roster_items import (
    COLUMN_GAP,
    Entry,
    Roster,
    Walk,
    counted_label,
    heads_names,
    item_of,
    label_of,
)
from claims.parts.lists.run_on import counts_others, inline_list, paragraph_list
from claims.parts.lists.walk import relabelled, style_of, walk
from claims.parts.name_lines import is_group_label, is_name_line, is_person, is_prose_line, tells_role
from claims.places.countries import country_names
from claims.text.lines import Line
from claims.text.openings import phrase_set, starts

LONG = 100
LEAST_UNANNOUNCED = 5
Kinds = Sequence[AnnouncerKind | None]


def find_rosters(text: str, lines: Sequence[Line], body: int, skip: frozenset[int], kinds: Kinds) -> tuple[Roster, ...]:
    """The lists of signatories below line `body`.

    `skip` are lines of notes, contacts and page chrome; `kinds` says of each line how it announces signatories, if so.
    """
    rosters = _above_the_letter(text, lines, body, skip)
    # "Organisations:" is a list of signers below "Signed by:" or "Yours sincerely," and at the very end, else any.
    sure = next((j for j, kind in enumerate(kinds) if kind and not is_plain_heading(lines[j].text)), len(lines))
    i = body
    while i < len(lines):
        kind = None if i in skip else kinds[i]
        alone = kind == "heading" and is_plain_heading(lines[i].text) and i < sure
        roster = _after(text, lines, i, kind, skip, bool(rosters), kinds) if kind else None
        if roster and alone and not _ends_the_letter(lines, roster, skip):
            roster = None
        if roster and _is_at_the_end(lines, roster, skip):
            rosters.append(replace(roster, late=kind == "late" and bool(rosters)))
            i = max(i + 1, roster.end)
        else:
            i += 1
    return tuple(rosters or _unannounced(text, lines, body, skip, kinds))


def _ends_the_letter(lines: Sequence[Line], roster: Roster, skip: frozenset[int]) -> bool:
    """Whether a list of some length is the last of the letter: "Organisations:" above it then heads its signers."""
    rest = (i for i in range(roster.end, len(lines)) if lines[i].text and i not in skip)
    return len(roster.entries) >= LEAST_UNANNOUNCED and next(rest, None) is None


def _above_the_letter(text: str, lines: Sequence[Line], body: int, skip: frozenset[int]) -> list[Roster]:
    """ "The following organisations signed this statement: Alder Watch; Beta Union" above the title."""
    for i in range(body):
        colon = lines[i].text.find(":")
        if i not in skip and colon > 0 and _presents(lines[i].text[:colon]):
            found = inline_list(text, lines, i, "heading")
            if found and found.end <= body:
                return [found]
    return []


def _presents(text: str) -> bool:
    return len(text) <= 200 and announces(text) and starts(text, "presenting", words="signatories")


def _is_at_the_end(lines: Sequence[Line], roster: Roster, skip: frozenset[int]) -> bool:
    """Whether no prose of the letter follows a list that a sentence announces, or that sentence is sure of itself."""
    if (
        roster.announcer is None
        or lines[roster.announcer].text[-1] != ":"
        or speaks_of_signing(lines[roster.announcer].text)
    ):
        return True
    for i in range(roster.end, min(len(lines), roster.end + 300)):
        text = lines[i].text
        if text and (_is_annex(text) or starts(text, "about_starts") or starts(text, "editors_notes")):
            return True
        if len(text) >= LONG and i not in skip and is_prose_line(text):
            return False
    return True


def _after(
    text: str, lines: Sequence[Line], at: int, kind: AnnouncerKind, skip: frozenset[int], again: bool, kinds: Kinds
) -> Roster | None:
    if kind == "late" and not again:
        kind = "heading"
    if inline := inline_list(text, lines, at, kind):
        return inline
    start = _first_content(lines, at, skip)
    if start is None or (kinds[start] and item_of(lines[start].text) is None):
        return None
    if paragraph := paragraph_list(text, lines, at, start, skip):
        return paragraph
    return _listed(text, lines, at, start, kind, skip, kinds)


def _first_content(lines: Sequence[Line], at: int, skip: frozenset[int]) -> int | None:
    for i in range(at + 1, len(lines)):
        if lines[i].text and i not in skip and not read_dateline(lines[i].text) and not _is_remark(lines[i].text):
            return i
    return None


def _is_remark(text: str) -> bool:
    # "(partial list)", "[in alphabetical order]": said of the list, no part of it.
    return text[0] + text[-1] in {"()", "[]"} and len(text) <= 100 and not any(c.isdigit() for c in text)


def _stops(lines: Sequence[Line], start: int, kinds: Kinds) -> Callable[[int], bool]:
    def stop(i: int) -> bool:
        text = lines[i].text
        if i == start:
            return False
        if starts(text, "contact_starts") or starts(text, "editors_notes") or _is_annex(text):
            return not is_name_line(text) or text[-1] == ":" or len(text.split()) <= 3
        if is_closing(text) or starts(text, "copy_starts"):
            return True
        if starts(text, "about_starts"):
            following = next((line.text for line in lines[i + 1 : i + 4] if line.text), "")
            return is_prose_line(following)
        return kinds[i] == "late"

    return stop


def _is_annex(text: str) -> bool:
    bare = re.sub(r"\W*\d*\W*$", "", text.casefold())
    return bare in phrase_set("segments", "annex_headings") or bare in phrase_set("segments", "notes_headings")


def _listed(
    text: str, lines: Sequence[Line], at: int, start: int, kind: AnnouncerKind, skip: frozenset[int], kinds: Kinds
) -> Roster | None:
    def passed_over(i: int) -> bool:
        return i in skip or (read_dateline(lines[i].text) is not None)

    style = style_of(lines, start, passed_over)
    # "Organisations:" below "Signed by:" announces the list and names its first group.
    own = lines[at].text
    group = label_of(own) if _names_group(own) else None
    state = walk(lines, start, style, passed_over, _stops(lines, start, kinds), group)
    if group and announces(own) and not state.labels:
        # "Undersigned organisations" heads the whole list; a group it is only beside another.
        state.entries = [replace(entry, group=None) for entry in state.entries]
    return _settled(text, lines, at, start, kind, style, state)


def _names_group(text: str) -> bool:
    """Whether the announcing line names the first group too: "Organisations:", "Individual signatories"."""
    words = {w.casefold().strip(":,()") for w in text.split()}
    return is_group_label(text) and (not announces(text) or bool(words & phrase_set("signatories", "group_kinds")))


def _settled(
    text: str, lines: Sequence[Line], at: int | None, start: int, kind: AnnouncerKind, style: str, state: Walk
) -> Roster | None:
    labels = tuple((label, line) for _, label, line in state.labels)
    entries = relabelled(state)
    doubt = None
    if style != "plain":
        state.entries = entries
        with_extra_lines(text, state)
        entries = state.entries
    else:
        entries, doubt = columns_of(text, entries)
        if not doubt:
            entries, doubt = people_of(text, joined_lines(text, entries))
    entries = [e for e in entries if not counts_others(e.span.of(text))]
    if not _is_plausible(text, entries, kind, style):
        return None
    end = max([state.end, *(line + 1 for _, line in labels)])
    return Roster(at, start, end, () if doubt else tuple(entries), labels, doubt)


def _is_plausible(text: str, entries: Sequence[Entry], kind: AnnouncerKind, style: str) -> bool:
    names = [e.span.of(text) for e in entries]
    named = sum(1 for n in names if not is_prose_line(n) and any(c.isalpha() for c in n))
    small = sum(1 for n in names if n[0].islower())
    if not names or named < 0.8 * len(names) or small > 0.6 * len(names):
        return False
    if kind in {"heading", "late"}:
        return len(names) >= (1 if style != "plain" or kind == "late" else 2)
    if kind == "sentence":
        return len(names) >= 2 and sum(is_name_line(n) for n in names) >= 0.7 * len(names)
    if style != "plain":
        return len(names) >= 2 and sum(is_name_line(n) for n in names) >= 0.7 * len(names)
    return len(names) >= 4 or (len(names) >= 2 and not is_person(names[0]) and not any(tells_role(n) for n in names))


def _unannounced(text: str, lines: Sequence[Line], body: int, skip: frozenset[int], kinds: Kinds) -> list[Roster]:
    """Lists without a line that announces them: tables of signatories, groups with their counts, a numbered list."""
    if tables := _tables(text, lines, skip, kinds):
        return tables
    if groups := _counted_groups(text, lines, body, skip, kinds):
        return groups
    numbered = _numbered_names(text, lines, body, skip, kinds)
    return [numbered] if numbered else []


def _tables(text: str, lines: Sequence[Line], skip: frozenset[int], kinds: Kinds) -> list[Roster]:
    """Every table whose header names signatories: "No. | Organisation | Country"."""
    found: list[Roster] = []
    for i, line in enumerate(lines):
        if line.text and i not in skip and heads_names(line.text) and (not found or i >= found[-1].end):
            start = next((j for j in range(i + 1, len(lines)) if any(c.isalnum() for c in lines[j].text)), i)
            end = next((j for j in range(start, len(lines)) if not COLUMN_GAP.search(lines[j].text)), len(lines))
            rows = [j for j in range(start, end) if j not in skip]
            entries = [Entry(None, lines[j].span, None, j, 0, j) for j in (i, *rows)]
            names, doubt = columns_of(text, entries)
            if len(rows) >= 3 and not doubt and len(names) == len(rows):
                found.append(Roster(None, i, end, tuple(names), ()))
    return found


def _counted_groups(text: str, lines: Sequence[Line], body: int, skip: frozenset[int], kinds: Kinds) -> list[Roster]:
    """Groups that say how many they hold, "KENYA (3)" above three names, and most of them rightly."""
    heads = [i for i in range(body, len(lines)) if i not in skip and _heads_group(lines[i].text)]
    found: list[Roster] = []
    for head in heads if len(heads) >= 2 else ():
        if not found or head >= found[-1].end:
            start = next((j for j in range(head + 1, len(lines)) if lines[j].text), head)
            style = style_of(lines, start, skip.__contains__)
            group = label_of(lines[head].text)
            state = walk(lines, start, style, skip.__contains__, _stops(lines, start, kinds), group)
            state.labels.insert(0, (0, group, head))
            settled = _settled(text, lines, None, head, "sentence", style, state)
            found += [settled] if settled else []
    counts = Counter(entry.group for roster in found for entry in roster.entries)
    stated = [known for i in heads if (known := counted_label(lines[i].text))]
    right = sum(counts[label] == count for label, count in stated)
    return found if 2 * right >= len(stated) else []


def _heads_group(text: str) -> bool:
    found = counted_label(text) if text else None
    return found is not None and (found[0].casefold() in country_names() or is_group_label(found[0]))


def _numbered_names(text: str, lines: Sequence[Line], body: int, skip: frozenset[int], kinds: Kinds) -> Roster | None:
    """A numbered list of names without a heading: from 1, five or more, in a letter that speaks of its signatories."""
    if not any(announces(line.text) for line in lines if line.text):
        return None
    for start in range(len(lines) - 1, body - 1, -1):
        item = item_of(lines[start].text) if lines[start].text and start not in skip else None
        if item and item[0] == 1 and is_name_line(lines[start].text[item[1] :] or "x"):
            state = walk(lines, start, "numbered", skip.__contains__, _stops(lines, start, kinds))
            names = [e.span.of(text) for e in state.entries]
            if len(names) >= 5 and sum(is_name_line(n) and n[-1] not in ".;" for n in names) >= 0.9 * len(names):
                return _settled(text, lines, None, start, "sentence", "numbered", state)
    return None
