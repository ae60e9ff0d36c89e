"""The line of a letter that bears its date: a date, and beside it a place, a label or who it was handed to.

Evidence is what stands before the date and what stands behind it, each read by itself: a sentence that begins with a
date ("On 7 August 2021 the court") has words behind it that no dateline has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import category

from claims.language.words import of_language, vocabulary
from claims.text.openings import KEPT_LINES, either
from claims.times.full_dates import FullDate, find_foreign_date, find_full_dates

# "10:15 AM · May 19, 2022"
CLOCK = re.compile(r"^\s*\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)
YEAR = re.compile(r"\d{4}|['’]\d\d\b|[-/.]\d\d\b")
# What parts the pieces of a line of a letter's head.
PARTED = re.compile(r"\s+[|·•—–/-]\s+|\s{3,}|;\s+")
PIECE = 10
DOUBLED = ("(", "/", "|", "–", "—", "-")
BRACKETED = re.compile(r"[(\[][^()\[\]\d]{0,30}\d{0,4}[^()\[\]\d]{0,20}(?:[)\]]|$)")
# "23 Bhadra 2078 (8 September 2021)": the same day by another calendar.
OTHER_CALENDAR = re.compile(r"(?:\d{1,4}[ ,./-]+){1,3}[^\W\d_]{3,12}(?:[ ,./-]+\d{1,4}){0,2}\s*\(")
# A particle within a place's name ("Freiburg im Breisgau"), whatever the language.
PARTICLE = 3


@of_language
def _after() -> re.Pattern[str]:
    """What may follow the date on its line: a time, a place, who posted it ("15 August 2023 | 10:30 am, Yangon")."""
    half, small = either("dates", "clock_half"), either("letter_dates", "behind_date")
    return re.compile(
        rf"\||{small}|[–—-]|\d{{1,2}}[:.]\d\d(?::\d\d)?{half}?|{half}|[+-]\d{{2}}:?\d{{2}}|[A-Z][\w.'’-]*,?"
    )


@of_language(maxsize=KEPT_LINES)
def read_dateline(text: str, *, beside: bool = True) -> tuple[FullDate, str] | None:
    """The date of a line that holds a date and little else, and its label ("published", "first", "written" or "").

    `text` is one line: "Brussels, 3 March 2022", "Dated: 15 August 2023", "Published on August 29, 2023", "Statement |
    3 May 2023" (the last only if a date may stand `beside` other pieces). "first": when the letter itself came out;
    "changed": when its page was. Other lines, such as a sentence that begins with a date, give `None`.
    """
    if not 8 <= len(text) <= 120 or not YEAR.search(text):
        return None
    return _read_piece(text, 0) or (_of_pieces(text) if beside else None)


def _of_pieces(text: str) -> tuple[FullDate, str] | None:
    """ "To the editor — Nov 9th, '21", "4 April 2023 – International Day": a date beside other short pieces."""
    cuts = [m.span() for m in PARTED.finditer(text)]
    if not cuts:
        return None
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    pieces = [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]
    if any(len(piece.split()) > PIECE or piece.rstrip()[-1:] in {"?", "!"} for _, piece in pieces) or text[-1] == ".":
        return None
    read = [(piece, _read_piece(piece, start)) for start, piece in pieces]
    if any(found is None and _is_day(piece) for piece, found in read):
        return None  # "28 March – 29 April 2025" is a span of days
    return next((found for _, found in read if found is not None), None)


def _is_day(piece: str) -> bool:
    words = piece.casefold().replace(".", "").split()
    return any(word in vocabulary("letter_dates")["months"] for word in words) and any(c.isdigit() for c in piece)


def _read_piece(text: str, at: int) -> tuple[FullDate, str] | None:
    found = find_full_dates(text)
    foreign = _other_tongue(text, found)
    if not found and foreign is None:
        return None
    read = foreign or found[0]
    first = replace(read, span=read.span.shifted(at))
    before = _bare(text[: read.span.start])
    behind = text[(found[-1] if found else read).span.end :]
    label = before.strip(" \t:–—-,").casefold()
    if not behind.rstrip().endswith(":"):  # "As of 2 January 2022:" stands above the names that came late
        label = _whole_label(label, text[read.span.start :])
    published, made = _is_published(label), _is_made(label)
    if not _may_follow(behind, said=published or made, label=label):
        return None
    if published:
        return first, "changed" if label in _words("changed_labels") else "published"
    if made:
        return first, "first"
    if label in _words("written_labels") or not label or label in _words("date_articles"):
        return first, "written" if label else ""
    if OTHER_CALENDAR.fullmatch(text[: read.span.start]) and behind.strip() == ")":
        return first, ""
    return (first, "") if _is_place(before) else None


def _other_tongue(text: str, found: Sequence[FullDate]) -> FullDate | None:
    """A date whose month another language names, alone or with the same day in the letter's behind it:
    "Jakarta, 5 Agustus 2019 (5 August 2019)".
    """
    if not found:
        return find_foreign_date(text)
    before = text[: found[0].span.start]
    if not YEAR.search(before) or not before.rstrip().endswith(DOUBLED):
        return None
    foreign = find_foreign_date(before)
    return foreign if foreign is not None and foreign.date == found[0].date else None


def _whole_label(label: str, dated: str) -> str:
    """ "as of 7 March 2025": the small word that the date begins with belongs to the label."""
    whole = f"{label} {dated.partition(' ')[0].casefold()}"
    return whole if whole in _words("written_labels") else label


def _bare(before: str) -> str:
    """What stands before the date, without a list's mark, a picture or an opening bracket."""
    before = CLOCK.sub("", before)
    while before and (before[0] in " \t\u00a0([*_#>•·|,–—-" or category(before[0])[0] in "SC"):
        before = before[1:]
    return before.rstrip(" \t\u00a0([*_")


def _may_follow(behind: str, *, said: bool, label: str) -> bool:
    """Whether a line that goes on so is still a dateline: a place, a time, an occasion, to whom it was handed."""
    after = behind.strip(" \t\u00a0).]|,;:*_")
    # "Published on 7 May 2021 by the Alder Watch", "Submitted on 7 May 2021 to the Clerk of Parliament, Olmo"
    leads = tuple(f"{word} " for word in _words("posted_by") | _words("handed_to"))
    if said and after.casefold().startswith(leads):
        return behind.rstrip()[-1] not in ".!?" and _is_apposition(after)
    without = BRACKETED.sub("", after)
    if len(without) <= 40 and all(_after().fullmatch(word) for word in without.split()):
        return True
    parted = behind.lstrip(" ")[:1] in {",", "–", "—", "-", "|", "·", "("}
    return parted and label not in _words("date_articles") and behind.rstrip()[-1] != "." and _is_occasion(without)


def _is_apposition(after: str) -> bool:
    """No clause of its own: it does not go on in lower case behind a comma."""
    return not re.search(r",\s+[^\W\d_A-Z]", after) and len(after.split()) <= 14


def _is_occasion(after: str) -> bool:
    """ "International Day in Support of Victims of Torture": capitals but for particles, and no full stop."""
    words = after.replace("–", " ").replace("—", " ").split()
    if not words or len(words) > 14 or after[-1] in ".!?:;":
        return False
    large = [w for w in words if w[:1].isupper() or w[:1].isdigit()]
    return len(large) * 2 >= len(words) and all(w in large or len(w) <= PARTICLE + 1 for w in words)


def _is_published(label: str) -> bool:
    """ "published on", "posted in news on", "released in nairobi on": a label, and a few words up to "on"."""
    known = _words("published_labels") | _words("changed_labels")
    words = label.split()
    if not 2 < len(words) <= 6:
        return label in known
    return label in known or (
        words[0] in known and words[1] in _words("posted_by") and words[-1] in _words("before_date")
    )


def _is_made(label: str) -> bool:
    """ "first published", "originally sent", "adopted in Anou on": what was done with the letter, and where."""
    words = label.replace(",", " ").split()
    while words and words[0] in _words("made_first"):
        words.pop(0)
    if not words or words[0] not in _words("made") or len(words) > 10:
        return False
    return len(words) == 1 or words[-1] in _words("before_date") or "," in label or words[1] in _words("before_date")


def _is_place(before: str) -> bool:
    """ "Brussels," or "Chiang Mai, Thailand –": a few capitalised words, closed by a comma or a dash."""
    bare = before.rstrip()
    for article in sorted(_words("date_articles")):
        bare = bare.removesuffix(f" {article}").rstrip()
    if not bare.endswith((",", "–", "—", "-", ":", "|", "/", "·", "•")) or any(c.isdigit() for c in before):
        return False
    words = re.findall(r"[^\W\d_][\w.'’-]*", bare)
    return (
        0 < len(words) <= 6 and words[0][0].isupper() and all(not w[0].islower() or len(w) <= PARTICLE for w in words)
    )


@of_language
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary("letter_dates")[name])
