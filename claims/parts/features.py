"""What can be told of each line of a letter, worked out once and used by every candidate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.parts.announcers import AnnouncerKind, announcer, is_closing, points_to_list
from claims.parts.dating.datelines import read_dateline
from claims.parts.naming.name_kinds import without_details
from claims.parts.naming.name_lines import (
    holds_address,
    holds_telephone,
    is_name_line,
    is_page_number,
    is_prose_line,
)
from claims.parts.page_heads import page_heads, running_heads
from claims.parts.signature_rules import signature_rules
from claims.quick_records import dataclass
from claims.text.lines import Line
from claims.text.list_marks import ListMark, entry_marks
from claims.text.openings import is_chrome, phrase_set, phrases, starts

# A line of a sentence that is this long is no heading and no name.
LONG, LEAD = 100, 200
ADDRESSED = 2_000
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ENDED = re.compile(r"\w{4,}[.!?][\"”’')]{0,2}$")
LABELLED = re.compile(r"(?P<label>[^\W\d_][\w .'’-]{0,28}?):\s")
RECURRING, FOOT = 3, 12


@dataclass(frozen=True, slots=True)
class Features:
    """Of one line: how it may be marked, whether it reads as prose, announces, closes, dates, frames or ends a list.

    `stop`: what follows is no list ("Notes", "About us", "cc:", "For more information"); `again`: the line stands
    several times in the letter, as the head of a page does; `detail`: it begins with a label that line after line has
    ("Contact: Ana Ruiz" below every name); `rule`: it parts one signature from the next.
    """

    marks: tuple[ListMark, ...]
    prose: bool
    kind: AnnouncerKind | None
    chrome: bool
    dated: bool
    address: bool
    stop: bool
    again: bool
    detail: bool
    rule: bool = False

    @property
    def blank(self) -> bool:
        return self is BLANK


BLANK = Features((), False, None, False, False, False, False, False, False)


def read_features(lines: Sequence[Line], body: int) -> tuple[Features, ...]:
    """The features of `lines`, one each; above line `body` only a lead with a colon announces."""
    heads = page_heads(lines) | frozenset(running_heads(lines, body))
    details, rules = _details(lines, body), signature_rules(lines, body)
    read = (
        _features(lines, i, heads, body, detail=i in details) if lines[i].text else BLANK for i in range(len(lines))
    )
    # "(signed)" above each of the names announces none of them
    return tuple(replace(here, rule=True, kind=None, marks=()) if i in rules else here for i, here in enumerate(read))


def _details(lines: Sequence[Line], body: int) -> frozenset[int]:
    """The lines below the head that a label opens which two others have too, never one right below another."""
    labelled: dict[str, list[int]] = {}
    for i in range(body, len(lines)):
        if (found := LABELLED.match(lines[i].text)) is not None:
            labelled.setdefault(found["label"].casefold(), []).append(i)
    recurring = [at for at in labelled.values() if len(at) >= RECURRING and all(b - a > 1 for a, b in pairwise(at))]
    return frozenset(i for at in recurring for i in at if i and lines[i - 1].text)


def _features(lines: Sequence[Line], i: int, heads: frozenset[int], body: int, *, detail: bool) -> Features:
    text = lines[i].text
    announces_here = i >= body or ":" in text[:LEAD]
    return Features(
        marks=entry_marks(text),
        prose=is_prose_line(text) or is_sentence(text) or len(text) >= 2 * LONG and not is_name_line(text[:LONG]),
        kind=(announcer(lines, i) or _closing(lines, i)) if announces_here else None,
        chrome=is_chrome(text),
        dated=read_dateline(text) is not None or bool(YEAR.search(text)) and starts(text, "date_leads"),
        address=_has_address(text),
        stop=not detail and (_stops(text) or _is_letterhead(lines, i) or text.casefold().endswith(quote_ends())),
        again=is_page_number(text) or i in heads,
        detail=detail,
    )


def quote_ends() -> tuple[str, ...]:
    """What a mail says above the one it answers: "On 2 May 2021 the Chair wrote:"."""
    return phrases("segments", "quote_ends")


def _has_address(text: str) -> bool:
    # Addresses stand in short lines; on a line without end a pattern would try every place it might begin.
    text = without_details(text) if len(text) <= ADDRESSED else text
    return len(text) <= ADDRESSED and (holds_address(text) or holds_telephone(text))


def _closing(lines: Sequence[Line], i: int) -> AnnouncerKind | None:
    """A closing in whatever words: "Ngā mihi," between the end of the prose and lines that no comma ends."""
    text = lines[i].text
    if text[-1] != "," or len(text.split()) > 4 or not 0 < i < len(lines) - 1 or lines[i - 1].text:
        return None
    above = next((lines[j].text for j in range(i - 1, -1, -1) if lines[j].text), "")
    below = [line.text for line in lines[i + 1 :] if line.text][:2]
    ended = is_prose_line(above) and above[-1] in ".!?"
    return "closing" if ended and below and all(t[-1] not in ",.;:" and not t[0].islower() for t in below) else None


def is_sentence(text: str) -> bool:
    """Whether a short line is a sentence: "Take down the fence.", not "Alder Watch e.V." nor "Stop It Now!"."""
    if not ENDED.search(text[-LONG:]) or entry_marks(text):
        return False
    words = [w for w in text.split()[1:] if w.strip(".,;:!?").casefold() not in phrase_set("signatories", "particles")]
    return len(words) >= 1 and sum(w[0].islower() for w in words) > 0.6 * len(words)


def _is_letterhead(lines: Sequence[Line], i: int) -> bool:
    """Whether a line below a signature opens what the foot of the paper says of the house: "Trustees: …"."""
    text = lines[i].text
    if not starts(text, "letterhead_starts") or ":" not in text[:LEAD]:
        return False
    above = [line.text for line in lines[max(0, i - FOOT) : i] if line.text]
    return any(is_closing(one) for one in above[:-1])


def _stops(text: str) -> bool:
    """Whether a line heads what cannot be a list of signatories: "Notes", "Annex 1", "About us", "cc: …"."""
    if len(text) > 160:
        return False
    bare = re.sub(r"^\d+\s+|\W*\d*\W*$", "", text.casefold())
    if any(bare in phrase_set("segments", name) for name in ("annex_headings", "notes_headings", "backers_headings")):
        return True
    if starts(text, "copy_starts") or starts(text, "editors_notes") or points_to_list(text):
        return True
    if not (starts(text, "contact_starts") or starts(text, "about_starts")):
        return False
    return text[-1] == ":" or len(text.split()) <= 3 or not is_name_line(text)


def closes(line: Line) -> bool:
    return bool(line.text) and is_closing(line.text)
