"""The head of a letter: front matter, title, datelines, address and salutation, and where the body begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.model import Span
from claims.parts.announcers import announces
from claims.parts.dating.datelines import read_dateline
from claims.parts.front_matter import front_matter, front_matter_end
from claims.quick_records import dataclass
from claims.text.lines import UNDERLINE, Line
from claims.text.openings import is_chrome, phrase_set, phrases, starts
from claims.times.full_dates import FullDate

HEAD_LINES = 120
PROSE = 100
TRAIL = re.compile(r"\s+[|>»›/·]\s+")
GAP = re.compile(r"\s{2,}|\t")
PARTS, SEVERAL = re.compile(r"\s[·•|]\s"), 2
# Looked back at, and apart from the line's own end: a search that runs to the end from every word is quadratic.
INNER_END = re.compile(r"(?<=\w\w\w)[.!?][”\"’')]?\s+[“\"‘(]?[A-Z]")
LAST_END = re.compile(r"[.!?][”\"’')]?$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line that is a date: line number, what it says, whether it is labelled "published" or "written" ("" if not)."""

    line: int
    date: FullDate
    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Head:
    """Line numbers of the parts; `body` is the first line of the body, `title_span` a span of the view."""

    front_end: int
    title: tuple[int, ...]
    title_span: Span | None
    datelines: tuple[Dateline, ...]
    salutation: int | None
    body: int
    front_date: tuple[FullDate, Span] | None
    subject: int | None


def read_head(text: str, lines: Sequence[Line]) -> Head:
    """The head of the letter whose reading view is `text`, cut into `lines`."""
    front_end = front_matter_end(lines)
    front_title, front_date = front_matter(text, lines, front_end)
    salutation = _salutation(lines, front_end)
    limit = salutation if salutation is not None else _first_prose(lines, front_end, front_title is not None)
    subject = next((i for i in range(front_end, limit) if starts(lines[i].text, "subject_starts")), None)
    title = () if front_title else _title(lines, front_end, limit)
    span = front_title or (Span(lines[title[0]].span.start, lines[title[-1]].span.end) if title else None)
    if span is None and subject is not None:
        span, title = _subject_span(lines[subject]), (subject,)
    body = _body_start(lines, salutation, title, front_end, front_title is not None)
    return Head(front_end, title, span, _datelines(lines, front_end), salutation, body, front_date, subject)


def _salutation(lines: Sequence[Line], front_end: int) -> int | None:
    seen = 0
    for i in range(front_end, len(lines)):
        text = lines[i].text
        if not text:
            continue
        seen += 1
        if seen > HEAD_LINES:
            return None
        if len(text) <= 160 and starts(text, "salutation_starts") and _salutes(text):
            return i
    return None


def _salutes(text: str) -> bool:
    # "Honourable Tony Smith MP" is a line of an address; "Honourable Members," greets.
    if text[-1] in ",:!;":
        return True
    return starts(text, "sure_salutations", words="salutations") and len(text.split()) <= 12 and text[-1] != "."


def _first_prose(lines: Sequence[Line], front_end: int, titled: bool) -> int:
    """Without a salutation the body begins with the first line of prose after the title."""
    seen = 0
    for i in range(front_end, len(lines)):
        line = lines[i]
        if line.blank:
            continue
        seen += 1
        if (seen > 1 or titled or _is_of_sentences(line.text)) and (is_prose(lines, i) or _presents_signers(line.text)):
            return i
    return len(lines)


def _is_of_sentences(text: str) -> bool:
    """Whether a line is a paragraph of several sentences, as no title is: the letter begins right there."""
    return len(text) >= PROSE and LAST_END.search(text[-2:]) is not None and INNER_END.search(text) is not None


def is_prose(lines: Sequence[Line], i: int) -> bool:
    """A long line, or one of a paragraph wrapped at some width; not a heading, an item or an address."""
    text = lines[i].text
    if len(text) < 25 or (len(text) < 55 and text[-1] not in ".!?") or text.isupper():
        return False
    if lines[i].heading or read_dateline(text) or starts(text, "address_starts") or starts(text, "subject_starts"):
        return False
    if starts(text, "title_starts") and text[-1] not in ".:":
        return False
    if len(PARTS.findall(text)) >= SEVERAL:
        return False  # "Steering Committee: Ana Ruiz · Ben Okoro · Cy Dunn": a letterhead
    if len(text) >= PROSE:
        return True
    following = lines[i + 1].text if i + 1 < len(lines) else ""
    wrapped = len(text) >= 55 and len(following) >= 30 and following[0].islower()
    return wrapped or (text[-1] in ".!?" and len(text.split()) >= 8)


def _title(lines: Sequence[Line], front_end: int, limit: int) -> tuple[int, ...]:
    head = [i for i in range(front_end, limit) if not lines[i].blank and not _is_page_top(lines[i].text)][:60]
    usable = [i for i in head if _may_be_title(lines[i].text)]
    first = next((i for i in usable if lines[i].heading), None)
    if first is None:
        first = next((i for i in usable if _titled(lines[i].text)), None)
        # "Harbour Watch: No New Terminals" / "Statement of coastal communities on …": the first line is the title.
        if first is not None and head[:2] == [head[0], first] and first == head[0] + 1 and usable[0] == head[0]:
            first = head[0] if len(lines[head[0]].words) >= 4 else first
    if first is None and usable and usable[0] == head[0] and _stands_alone(lines, head[0], limit):
        first = head[0]
        # "Alder Watch News" / "Ports must open to all boats before spring": the page's name stands above the title.
        below = usable[1] if len(usable) > 1 else first
        if len(lines[first].words) <= 4 and len(lines[below].words) >= 6 and _stands_alone(lines, below, limit):
            first = below
    if first is not None and _is_bare(lines[first].text):
        # "JOINT STATEMENT" / "Ports must open to all boats": the line below says what it is about.
        following = usable[usable.index(first) + 1 : usable.index(first) + 2]
        if following and len(lines[following[0]].words) >= 4 and _stands_alone(lines, following[0], limit):
            first = following[0]
    return () if first is None else _joined(lines, first, limit)


def _is_page_top(text: str) -> bool:
    """Whether a line belongs to the page above the letter: "Skip to content", "Home > News > Letters"."""
    if is_chrome(text):
        return True
    cells = [c.split() for c in TRAIL.split(text)]
    if len(cells) >= 3 and all(len(c) <= 4 for c in cells):
        return True
    # "Home   About us   News   Donate"
    row = [cell.casefold() for cell in GAP.split(text)]
    known = phrase_set("segments", "chrome_lines") | phrase_set("segments", "frame_heads")
    return len(row) > 3 and all(len(c.split()) <= 4 for c in row) and any(cell in known for cell in row)


def _is_bare(text: str) -> bool:
    """Whether a title says only what kind of text follows: "JOINT STATEMENT", "Open letter"."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return bool(words) and all(word in phrase_set("letter_words", "kinds_of_text") for word in words)


def _may_be_title(text: str) -> bool:
    return (
        3 < len(text) <= 400
        and not _is_of_sentences(text)
        and not read_dateline(text)
        and not starts(text, "address_starts")
        and not starts(text, "subject_starts")
        and not is_chrome(text)
        and not (text[-1] == ":" and announces(text))
        and any(c.isalpha() for c in text)
    )


def _titled(text: str) -> bool:
    lowered = text.casefold()
    if text[-1] == "." and len(text) > PROSE:
        return False
    return starts(text, "title_starts") or any(p in lowered for p in phrases("segments", "title_parts"))


def _stands_alone(lines: Sequence[Line], i: int, limit: int) -> bool:
    following = lines[i + 1] if i + 1 < len(lines) else None
    if len(lines[i].words) < 3:
        return False
    return (
        following is None
        or following.blank
        or i + 1 >= limit
        or read_dateline(following.text) is not None
        or is_prose(lines, i + 1)
        or following.heading
        or _is_page_top(following.text)
        or UNDERLINE.fullmatch(following.text) is not None
    )


def _joined(lines: Sequence[Line], first: int, limit: int) -> tuple[int, ...]:
    title = [first]
    widest = len(lines[first].text)
    for i in range(first + 1, min(limit, first + 4)):
        text = lines[i].text
        ends = not text or lines[i - 1].text[-1] in ".!?" or lines[i].heading or lines[first].heading
        if ends or len(text) > max(60, 1.4 * widest) and len(text) > widest or not _may_be_title(text):
            break
        if lines[first].text == text or starts(text, "salutation_starts"):
            break
        title.append(i)
        widest = max(widest, len(text))
    return tuple(title)


def _subject_span(line: Line) -> Span:
    lead = line.text.index(":") + 1
    return Span(line.span.start + lead + len(line.text[lead:]) - len(line.text[lead:].lstrip()), line.span.end)


def _body_start(
    lines: Sequence[Line], salutation: int | None, title: tuple[int, ...], front_end: int, titled: bool
) -> int:
    if salutation is not None:
        return salutation + 1
    after = max((*title, front_end - 1)) + 1
    found = (i for i in range(after, len(lines)) if lines[i].text)
    return next((i for i in found if is_prose(lines, i) or _presents_signers(lines[i].text)), after)


def _presents_signers(text: str) -> bool:
    # "The undersigned organisations:" opens the body, with the names above the first sentence.
    words = text.replace("—", " ").casefold().split()
    stems = phrases("signatory_totals", "undersigned")
    return text[-1] == ":" and len(text) < 200 and any(word.startswith(stems) for word in words)


def _datelines(lines: Sequence[Line], front_end: int) -> tuple[Dateline, ...]:
    found = []
    for i in range(front_end, len(lines)):
        text = lines[i].text
        if text and len(text) <= 120 and (read := read_dateline(text)):
            found.append(Dateline(i, read[0], read[0].span.shifted(lines[i].span.start), read[1]))
    return tuple(found)
