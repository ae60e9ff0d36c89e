"""Names in a sentence of the letter: "We, Alder Watch, Beta Union and Cedar Forum, ask …", "Statement by Alder, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.language.words import of_language
from claims.model import Span
from claims.parts.announcers import announces
from claims.parts.blocks import Block
from claims.parts.candidates.announcements import Announcement
from claims.parts.candidates.names import counts_others
from claims.parts.candidates.running.commas import split_paragraph
from claims.parts.candidates.running.parted import is_like_a_name, parted
from claims.parts.candidates.surroundings import Page
from claims.parts.signer_leads import is_signers_voice
from claims.text.openings import either, phrase_set, phrases

LEAST, FAR, WORDS = 3, 1_500, 8
SIGN = r"(?P<sign>,|:|\s+[–—-](?=\s)|—|\s*\()\s*"
LEADS = (
    re.compile(rf"\W*(?P<lead>[^\W\d_][\w’' -]{{1,80}}?){SIGN}"),
    re.compile(rf"\W*(?P<lead>[^\W\d_]+,\s[\w’' -]{{1,80}}?){SIGN}"),
)
ENDS = {"(": ")", ",": ",", ":": ","}


def in_prose(page: Page) -> Iterator[Block]:
    """The names that stand beside "we" or "the undersigned" where a paragraph begins, or end a title behind "by"."""
    for i, line in enumerate(page.lines):
        opens = i == 0 or not page.lines[i - 1].text
        if not line.text or not opens or page.features[i].marks or page.features[i].stop:
            continue
        last = _end(page, i)
        found = _titled(line.text) if i < page.body and last == i else None
        found = found or _beside_we(page.text[line.span.start : page.lines[last].span.end])
        if found is not None:
            told = Announcement((("sentence", 1),), i, sure=True)
            for block in parted(page, i, last, found.shifted(line.span.start), told):
                yield replace(block, in_prose=True)


def _end(page: Page, i: int) -> int:
    while i + 1 < len(page.lines) and page.lines[i + 1].text:
        i += 1
    return i


def _titled(text: str) -> Span | None:
    """ "Joint statement by Alder Watch, Beta Union and Cedar Forum": the rest of the line."""
    by = list(_by().finditer(text))
    return _names(text, by[0].end(), len(text)) if by else None


def _beside_we(text: str) -> Span | None:
    """The names between the comma, dash or bracket behind those who speak and its fellow behind the last name."""
    leads = (pattern.match(text) for pattern in LEADS)
    found = (_behind(text, lead) for lead in leads if lead is not None and _speaks(lead["lead"]))
    return next((names for names in found if names is not None), None)


def _behind(text: str, lead: re.Match[str]) -> Span | None:
    sign = lead["sign"].strip()
    if sign not in ",:":
        end = text.find(ENDS.get(sign, sign), lead.end(), lead.end() + FAR)
        return _names(text, lead.end(), end) if end > 0 else None
    end = _last_name(text, lead.end())
    return _names(text, lead.end(), end) if end else None


def _speaks(lead: str) -> bool:
    """Whether these can only be the letter's own: "We", "The undersigned unions", "The groups signing this letter"."""
    if lead.casefold() in phrase_set("signatory_totals", "we"):
        return True
    return len(lead.split()) <= WORDS and (is_signers_voice(lead) or announces(lead))


def _last_name(text: str, at: int) -> int:
    """Where the names from `at` on end: behind one that "and" joins, a comma and a small letter behind it; or 0."""
    depth, start = 0, at
    for i in range(at, min(len(text), at + FAR)):
        depth += (text[i] in "([") - (text[i] in ")]" and depth > 0)
        if depth or text[i] not in ",;":
            continue
        piece = text[start:i].strip()
        if not _is_name(_after_joint(piece)):
            return 0
        # "Ember & Ash Union" is one name: the last one is that behind which the sentence goes on
        if _joint().search(f" {piece}") is not None and text[i + 1 : i + 3].strip()[:1].islower():
            return i
        start = i + 1
    return 0


def _names(text: str, start: int, end: int) -> Span | None:
    """The stretch, if it holds nothing but several names."""
    found = split_paragraph(text, Span(start, end))[0]
    named = [name for name in found if not counts_others(name.of(text))]
    return Span(start, end) if len(named) >= LEAST and all(_is_name(name.of(text)) for name in named) else None


def _is_name(text: str) -> bool:
    first, _, rest = text.partition(" ")
    bare = rest if first.casefold() in phrase_set("letter_words", "articles") and rest else text
    return bool(bare) and is_like_a_name(bare)


def _after_joint(piece: str) -> str:
    words = piece.split(maxsplit=1)
    return words[1] if len(words) > 1 and words[0].casefold() in phrases("letter_words", "joints") else piece


@of_language
def _joint() -> re.Pattern[str]:
    return re.compile(rf"\s{either('letter_words', 'joints')}\s", re.IGNORECASE)


@of_language
def _by() -> re.Pattern[str]:
    document, by = either("signatories", "own_documents"), either("signatory_totals", "title_by")
    return re.compile(
        rf"\b{document}\s+{by}\s+(?:{either('letter_words', 'articles')}\s+)?(?-i:(?=[^\W\d_a-z]))", re.IGNORECASE
    )
