"""Where the lists of signatories stand in a letter, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.announcers import AnnouncerKind, announces, is_closing
from claims.columns import columns_of
from claims.entries import joined_lines, people_of, with_extra_lines
from claims.letter_dates import read_dateline
from claims.line_words import phrase_set, starts
from claims.lines import BULLETED, Line
from claims.model import Span
from claims.name_lines import is_group_label, is_name_line, is_person, is_prose_line, tells_role
from claims.name_paragraphs import split_paragraph
from claims.roster import relabelled, style_of, walk
from claims.roster_items import Entry, Walk, item_of


@dataclass(frozen=True, slots=True)
class Roster:
    """One list: lines `[first, end)`, its announcing line, its entries, the lines of its labels.

    `doubt` says why its entries cannot be counted; they are then empty.
    """

    announcer: int | None
    first: int
    end: int
    entries: tuple[Entry, ...]
    labels: tuple[tuple[str, int], ...]
    doubt: str | None = None


Kinds = Sequence[AnnouncerKind | None]


def find_rosters(text: str, lines: Sequence[Line], body: int, skip: frozenset[int], kinds: Kinds) -> tuple[Roster, ...]:
    """The lists of signatories below line `body`.

    `skip` are lines of notes, contacts and page chrome; `kinds` says of each line how it announces signatories, if so.
    """
    rosters: list[Roster] = []
    i = body
    while i < len(lines):
        kind = None if i in skip else kinds[i]
        roster = _after(text, lines, i, kind, skip, bool(rosters), kinds) if kind else None
        if roster:
            rosters.append(roster)
            i = max(i + 1, roster.end)
        else:
            i += 1
    if not rosters and (run := _unannounced(text, lines, body, skip, kinds)):
        rosters.append(run)
    return tuple(rosters)


def _after(
    text: str, lines: Sequence[Line], at: int, kind: AnnouncerKind, skip: frozenset[int], again: bool, kinds: Kinds
) -> Roster | None:
    if kind == "late" and not again:
        kind = "heading"
    if inline := _inline(text, lines, at, kind):
        return inline
    start = _first_content(lines, at, skip)
    if start is None or (kinds[start] and item_of(lines[start].text) is None):
        return None
    if paragraph := _paragraph(text, lines, at, start, skip):
        return paragraph
    return _listed(text, lines, at, start, kind, skip, kinds)


def _first_content(lines: Sequence[Line], at: int, skip: frozenset[int]) -> int | None:
    for i in range(at + 1, len(lines)):
        if lines[i].text and i not in skip and not read_dateline(lines[i].text):
            return i
    return None


def _stops(lines: Sequence[Line], start: int, kinds: Kinds) -> Callable[[int], bool]:
    def stop(i: int) -> bool:
        text = lines[i].text
        if i == start:
            return False
        if starts(text, "contact_starts") or starts(text, "editors_notes") or _is_annex(text):
            return not is_name_line(text) or text[-1] == ":" or len(text.split()) <= 3
        if is_closing(text):
            return True
        return kinds[i] == "late"

    return stop


def _is_annex(text: str) -> bool:
    bare = re.sub(r"\W*\d*\W*$", "", text.casefold())
    return (
        bare in phrase_set("segments", "annex_headings")
        or bare in phrase_set("segments", "notes_headings")
        or (starts(text, "about_starts") and len(text.split()) <= 8)
    )


def _listed(
    text: str, lines: Sequence[Line], at: int, start: int, kind: AnnouncerKind, skip: frozenset[int], kinds: Kinds
) -> Roster | None:
    def passed_over(i: int) -> bool:
        return i in skip or (read_dateline(lines[i].text) is not None)

    style = style_of(lines, start, passed_over)
    # "Organisations:" below "Signed by:" announces the list and names its first group.
    own = lines[at].text
    group = own.strip(" :*#_-–—") if is_group_label(own) and not announces(own) else None
    state = walk(lines, start, style, passed_over, _stops(lines, start, kinds), group)
    return _settled(text, lines, at, start, kind, style, state)


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
    entries = [e for e in entries if not _counts_others(e.span.of(text))]
    if not _is_plausible(text, entries, kind, style):
        return None
    end = max([state.end, *(line + 1 for _, line in labels)])
    return Roster(at, start, end, () if doubt else tuple(entries), labels, doubt)


OTHERS = re.compile(r"(?:and|plus|\+|&|as well as)\s+(?:\d[\d,.]*|many|several|other)\b.*", re.IGNORECASE)


def _counts_others(name: str) -> bool:
    # "and 34 others" stands for names that are not here.
    return OTHERS.fullmatch(name) is not None


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


def _inline(text: str, lines: Sequence[Line], at: int, kind: AnnouncerKind) -> Roster | None:
    """ "Signed: Alpha Watch; Beta Union; Gamma" on the announcing line itself."""
    line = lines[at]
    colon = line.text.find(":")
    rest = line.text[colon + 1 :].strip() if colon >= 0 else ""
    if kind == "closing" or len(rest) < 8 or not announces(line.text[:colon]) or not re.search(r"[,;]", rest):
        return None
    last = _paragraph_end(lines, at)
    span = Span(line.span.end - len(line.text[colon + 1 :].lstrip()), lines[last].span.end)
    return _split_roster(text, at, at, last, span)


def _paragraph_end(lines: Sequence[Line], i: int) -> int:
    while i + 1 < len(lines) and lines[i + 1].text and lines[i].text[-1] != ".":
        i += 1
    return i


def _paragraph(text: str, lines: Sequence[Line], at: int, start: int, skip: frozenset[int]) -> Roster | None:
    """A paragraph of names: "Alpha Watch, Beta Union, Gamma Network and Delta."."""
    if (
        item_of(lines[start].text)
        and not re.search(r"\s\(?2[.)]\s", lines[start].text)
        or BULLETED.match(lines[start].text)
    ):
        return None
    last = start
    while last + 1 < len(lines) and lines[last + 1].text and last + 1 not in skip:
        last += 1
    span = Span(lines[start].span.start, lines[last].span.end)
    whole = span.of(text)
    separators = max(_outside_brackets(whole, ";"), _outside_brackets(whole, ","))
    inline_numbers = bool(re.match(r"\(?1[.)]", whole)) and bool(re.search(r"\s\(?2[.)]\s", lines[start].text))
    if not inline_numbers and (separators < 3 or separators < 1.5 * (last - start + 1) or len(lines[start].text) < 50):
        return None
    if any(is_prose_line(lines[i].text) for i in range(start, last + 1)) and not _mostly_names(text, span):
        return None
    return _split_roster(text, at, start, last, span)


def _mostly_names(text: str, span: Span) -> bool:
    names, _ = split_paragraph(text, span)
    return len(names) >= 3 and sum(is_name_line(n.of(text)) for n in names) >= 0.8 * len(names)


def _outside_brackets(text: str, mark: str) -> int:
    return re.sub(r"\([^()]*\)", "", text).count(mark)


def _split_roster(text: str, at: int, start: int, last: int, span: Span) -> Roster | None:
    names, doubt = split_paragraph(text, span)
    if len(names) < 2 or sum(not is_prose_line(n.of(text)) for n in names) < 0.8 * len(names):
        return None
    entries = tuple(Entry(None, n, None, start, 0, last) for n in names if not _counts_others(n.of(text)))
    return Roster(at, start, last + 1, () if doubt else entries, (), doubt)


def _unannounced(text: str, lines: Sequence[Line], body: int, skip: frozenset[int], kinds: Kinds) -> Roster | None:
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
