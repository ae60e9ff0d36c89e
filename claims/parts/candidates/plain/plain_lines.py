"""Runs of lines without marks that may be names: where they begin and end, and their lines put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claims.model import Span
from claims.parts.announcers import is_plain_heading
from claims.parts.candidates.marked import MarkedRun
from claims.parts.candidates.names import tidy
from claims.parts.candidates.plain.joined_lines import PlainLine, joined
from claims.parts.candidates.plain.tail_labels import tail_labels, without_dash
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.group_labels import counted_label, is_group_label
from claims.parts.features import LONG
from claims.parts.naming.name_kinds import NAMES, NameKind, is_source, name_kind, nameness
from claims.parts.naming.name_lines import is_person
from claims.parts.signature_rules import is_same_hand, mark_before
from claims.parts.signer_leads import leads_to_signers
from claims.quick_records import dataclass
from claims.text.openings import starts

LONGEST = 200
# "Page views: 4,412", "Attachment: letter of the academics": what a page says of itself.
FIELD = re.compile(r"[^\W\d_][^:]{2,24}:\s+(?:\d|[a-z]|--)")
ENDS, PARAGRAPH = 8, 3
# A stretch is read in as many ways as fit in so many lines, and in a few ways however long it is.
MOST_READ, FEWEST = 20_000, 12


@dataclass(frozen=True, slots=True)
class PlainRun:
    """Lines that may be a list, and how many lines that look like names stand right above and below them."""

    lines: tuple[PlainLine, ...]
    left: float


def plain_runs(page: Page, marked: Sequence[MarkedRun]) -> Iterator[PlainRun]:
    """Every stretch of lines between prose, announcers, dates and marked runs; whole, and cut at likely ends."""
    tails = tail_labels(page, marked)
    taken = {i for run in marked if len(run.items) > 1 for i in run.items if not _heads_names(page, run, i)} - tails
    at = 0
    while at < len(page.lines):
        stretch = _stretch(page, at, taken)
        if stretch:
            yield from _cuts(page, stretch, tails)
        at = stretch[-1] + 1 if stretch else at + 1


def _heads_names(page: Page, run: MarkedRun, i: int) -> bool:
    """Whether a marked item is the label of the names below it: "A. Emergency committees (7)"."""
    mark = run.mark_of(page, i) or run.mark
    text = page.lines[i].text[mark.end :]
    below = len(run.hung.get(i, ())) > 1
    return below and bool(text) and (counted_label(text) is not None or is_group_label(text))


def _stretch(page: Page, at: int, taken: set[int]) -> list[int]:
    found: list[int] = []
    for i in range(at, len(page.lines)):
        if not page.lines[i].text:
            if not found:
                break
            continue
        if found and i not in taken and (page.features[i].again or page.features[i].rule):
            continue
        if not _may_stand(page, i, taken):
            break
        found.append(i)
    return found


def _may_stand(page: Page, i: int, taken: set[int]) -> bool:
    here, text = page.features[i], page.lines[i].text
    if i in taken or here.stop or here.dated or here.again or here.rule or len(text) > LONGEST:
        return False
    if here.prose and not here.detail and (text[-1] in ".!?" or not is_person(text)):
        return False  # "Ana Ruiz, Professor and friend of all that you have done" is a long entry
    if text[-1] == ":" and starts(text, "address_starts"):
        return False  # "To:" above those it is sent to
    if leads_to_signers(text) or here.kind is not None and not _is_plain(page, i):
        return False
    return any(c.isalpha() for c in text) and not (text[-1] in ".!?" and len(text) > LONG)


def _is_plain(page: Page, i: int) -> bool:
    text = page.lines[i].text
    return page.features[i].kind == "heading" and is_plain_heading(text) and is_group_label(text)


def _cuts(page: Page, stretch: list[int], tails: frozenset[int]) -> Iterator[PlainRun]:
    """The whole stretch, and what is left of it without its last or its first paragraphs."""
    lines = _read(page, stretch, tails)
    # A list mostly ends where the paper does, where something foreign stands, or at the end of a paragraph.
    foreign = [n for n in range(1, len(lines)) if lines[n].foreign and not lines[n - 1].foreign]
    paragraphs = [n for n in range(1, len(lines)) if lines[n].block != lines[n - 1].block]
    ends = dict.fromkeys([len(lines), *foreign[:ENDS], *paragraphs[-ENDS // 2 :]])
    heads = [n + 1 for n in range(len(lines) - 1) if lines[n].head]
    ends |= dict.fromkeys(n - 1 for n in (*heads[:ENDS], *heads[-ENDS:]) if n > 1)
    starts = list(dict.fromkeys([0, *heads[:ENDS], *paragraphs[:2]]))
    alone = standing_alone(lines)
    for start, end in _likeliest(starts, list(ends), max(FEWEST, MOST_READ // len(lines))):
        above = [lines[i] for i in range(start - 1, -1, -1) if i not in alone]
        below = sum(i in alone for i in range(end, len(lines)))
        left = _names(above) + _names([lines[i] for i in range(end, len(lines)) if i not in alone]) + 0.5 * below
        yield PlainRun(joined(lines[start:end]), left)


def standing_alone(lines: Sequence[PlainLine]) -> frozenset[int]:
    """The places of lines that are a paragraph each beside one of several lines: "In solidarity" above five names."""
    sizes = Counter(line.block for line in lines)
    if max(sizes.values()) < PARAGRAPH:
        return frozenset()
    return frozenset(n for n, line in enumerate(lines) if sizes[line.block] == 1 and not line.head)


def _likeliest(starts: Sequence[int], ends: Sequence[int], most: int) -> list[tuple[int, int]]:
    """Pairs of a start and an end, those first that stand first in both: a long stretch is not read in every way."""
    ranked = sorted((n + m, start, end) for n, start in enumerate(starts) for m, end in enumerate(ends) if end > start)
    return [(start, end) for _, start, end in ranked[:most]]


def _names(lines: Iterable[PlainLine]) -> int:
    """How many lines from the first one on go on as a list would."""
    found, block = 0, None
    for line in lines:
        # A firm named like a page's button stands in one paragraph with the names around it.
        if line.foreign and line.block != (line.block if block is None else block):
            break
        block = line.block
        if line.foreign:
            continue
        found += (
            (line.kind in NAMES or line.kind == "behalf")
            and not line.head
            and not is_source(line.text)
            and nameness(line.text) > 0
        )
    return found


def _read(page: Page, stretch: list[int], tails: frozenset[int]) -> list[PlainLine]:
    found: list[PlainLine] = []
    block = 0
    for n, i in enumerate(stretch):
        between = range(stretch[n - 1] + 1, i) if n else ()
        blank = any(not page.lines[j].text or page.features[j].rule for j in between)
        here, whole = page.features[i], page.lines[i]
        mark = without_dash(whole.text) if i in tails else mark_before(whole.text)
        over = n > 0 and mark_before(page.lines[stretch[n - 1]].text) > 0
        block += blank or mark > 0 and n > 0 and not over and i not in tails
        text, span = whole.text[mark:], tidy(page.text, Span(whole.span.start + mark, whole.span.end))
        head = i in tails or _heads(page, i, opens=blank or n == 0)
        foreign = not here.detail and (here.chrome or here.address or FIELD.match(text) is not None)
        again = over and not mark and is_same_hand(page.lines[stretch[n - 1]].text, text)
        kind: NameKind = "remark" if again else "role" if here.detail else name_kind(text)
        found.append(PlainLine(i, i, span, text, kind, block, head, foreign, whole.indent))
    return [replace(line, foreign=line.foreign and not _is_inner(page, found, n)) for n, line in enumerate(found)]


def _is_inner(page: Page, lines: Sequence[PlainLine], n: int) -> bool:
    """Whether a page's word stands alone between names of one paragraph, as a firm's name may ("YouTube")."""
    if not 0 < n < len(lines) - 1 or page.features[lines[n].first].address:
        return False
    around = (lines[n - 1], lines[n + 1])
    return all(line.block == lines[n].block and not line.foreign for line in around)


def _heads(page: Page, i: int, *, opens: bool) -> bool:
    """Whether a line heads a group: it says so, or it stands apart and names a kind of signers."""
    text = page.lines[i].text
    if _is_plain(page, i) or page.lines[i].heading and len(text) < 80 or text[-1] == ":" and len(text.split()) <= 10:
        return True
    below = page.lines[i + 1] if i + 1 < len(page.lines) else None
    over = below is not None and below.text and below.indent > page.lines[i].indent
    apart = opens or over or text.isupper() or text.split()[0].isupper() and len(text.split()[0]) > 3
    return apart and (is_group_label(text) or page.counts_below(i))
