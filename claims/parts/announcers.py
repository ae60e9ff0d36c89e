"""The lines that announce who signs: "Signatories", "Signed by 40 organisations:", "Yours sincerely,"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from claims.language.words import of_language
from claims.parts.demand_leads import WORD, leads_to_demands
from claims.parts.naming.capitals import is_named_between
from claims.parts.naming.name_lines import is_prose_line
from claims.text.lines import Line
from claims.text.openings import KEPT_LINES, phrase_set, phrases, starts

AnnouncerKind = Literal["heading", "sentence", "closing", "late"]
LONGEST, LEAD = 500, 200
SITE = re.compile(
    r"(?<![@\w.])(?:https?://\S|www\.\S|[a-z0-9][a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S|\s|[.,;)]|$))"
)


def announcer(lines: Sequence[Line], i: int) -> AnnouncerKind | None:
    """How line `i` announces signatories, if it does.

    A heading stands alone ("Endorsed by"); a sentence ends with a colon or says of this letter that it is signed; a
    closing is "Yours sincerely,"; late is "We have added signatures that came in later".
    """
    text = lines[i].text
    if not text:
        return None
    if len(text) > LONGEST and 0 < text.find(":") < LEAD and announces(text[: text.find(":")]):
        # "Statement endorsed by: Alder Watch, Beta Union, …" may hold hundreds of names.
        return "sentence" if _presents_names(text[: text.find(":")]) else None
    if len(text) > LONGEST:
        return None
    if _names_follow(text):
        return "sentence"
    if is_closing(text):
        return "closing"
    whole = _paragraph_so_far(lines, i)
    if not (announces(whole) or _plain_heading(lines, i)) or points_elsewhere(whole):
        return None
    if announces(text) and _is_late(text):
        return "late"
    if leads_to_demands(re.split(r"[.!?]\s", whole)[-1]) or is_of_something_else(whole):
        return None
    if _is_heading(lines, i):
        return "heading"
    return "sentence" if _is_sentence(lines, i, whole) else None


def _names_follow(text: str) -> bool:
    """ "Signatories: Alder Watch, Beta Union, …": words of signing, a colon, pieces that begin as names do."""
    lead, colon, rest = text.partition(":")
    if not colon or len(lead.split()) > 8 or not announces(lead) or not _presents_names(lead):
        return False
    pieces = [piece.strip() for piece in re.split(r"[,;]", rest) if piece.strip()]
    return len(pieces) >= 4 and sum(not piece[0].islower() for piece in pieces) >= 0.8 * len(pieces)


def _presents_names(lead: str) -> bool:
    return not leads_to_demands(lead) and not is_of_something_else(lead) and not points_elsewhere(lead)


def is_closing(text: str) -> bool:
    """Whether a line closes a letter: "Yours sincerely,", "In solidarity"."""
    bare = text.casefold().strip(" ,.!–—-")
    if bare in phrase_set("segments", "closings"):
        return True
    if len(text) >= 60 or text[-1] not in ",–—":
        return False
    words = len(text.split())
    # "With urgency,", "In sorrow and hope,": no letter's list is needed to know them.
    return words <= 7 and starts(text, "closings") or words <= 5 and starts(text, "closing_leads")


@of_language(maxsize=KEPT_LINES)
def announces(text: str) -> bool:
    """Whether a word about signing stands in `text`: "signatories", "endorsed", "undersigned"."""
    stems = phrases("signatories", "announcing")
    head = text[:600].casefold()
    # most lines hold no such letters at all, in or before a word
    if any(stem in head for stem in stems) and any(w.casefold().startswith(stems) for w in WORD.findall(text[:600])):
        return True
    return text.rstrip().endswith(":") and _without_signers(text).endswith(phrases("signatories", "heading_ends"))


def _without_signers(text: str) -> str:
    """A lead without those it leads to: "issued by the following organisations:" → "issued by"."""
    words = text.casefold().rstrip(" :").split()
    while len(words) > 1 and words[-1].strip(",") in phrase_set("signatories", "led_to"):
        words.pop()
    return " ".join(words)


def points_elsewhere(text: str) -> bool:
    """Whether the signatories are said to stand somewhere else: "See the full list of signatories here."."""
    if text.rstrip().endswith(":"):
        return False
    lowered = " " + " ".join(WORD.findall(text.casefold())) + " "
    if any(f" {word} " in lowered for word in phrases("signatories", "kept_names")) and SITE.search(text):
        return True  # "Their names can be read at alder.example/letter."
    return any(f" {phrase} " in lowered for phrase in phrases("signatories", "elsewhere"))


def points_to_list(text: str) -> bool:
    """Whether a line bids to look for the signatories elsewhere: "See the full list here (PDF)"."""
    return starts(text, "pointing", words="signatories") and speaks_of_signing(text) and points_elsewhere(text)


def _paragraph_so_far(lines: Sequence[Line], i: int) -> str:
    start = i
    while start > max(0, i - 3) and lines[start - 1].text and lines[start - 1].text[-1] not in ".!?:;,":
        start -= 1
    return " ".join(line.text for line in lines[start : i + 1])


def is_plain_heading(text: str) -> bool:
    """Whether a heading names a kind of signers only ("Organisations:"): a list of them need not be one of signers."""
    return not announces(text) and not is_closing(text)


def speaks_of_signing(text: str) -> bool:
    """Whether a line is sure to speak of those who sign it: "The undersigned:", "Signatories", "This letter …"."""
    sure = ("undersign", "signator", "co-sign", "cosign")
    if starts(text, "own", words="signatories") or starts(text, "signed_starts", words="demands"):
        return True
    return any(w.casefold().startswith(sure) for w in WORD.findall(text))


def is_of_something_else(text: str) -> bool:
    """Whether a lead speaks of what others signed: "The treaty was signed by:" is no letter's list."""
    words = {w.casefold() for w in WORD.findall(text)}
    told = words & phrase_set("letter_words", "told")
    if words & phrase_set("signatories", "own_documents"):
        return False
    if words & phrase_set("signatories", "others_documents"):
        return True
    return bool(told) and not words & phrase_set("signatories", "own_signers")


def _plain_heading(lines: Sequence[Line], i: int) -> bool:
    text = lines[i].text
    bare = text.casefold().strip(" :.*#–—-")
    return bare in phrase_set("signatories", "headings") and (
        lines[i].heading or text[-1] == ":" or not is_wrapped(lines, i)
    )


def is_wrapped(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` goes on with a sentence of the line before it."""
    before = lines[i - 1].text if i else ""
    return bool(before) and before[-1] not in ".!?:;" and len(before) >= 40 and not lines[i].heading


def _is_late(text: str) -> bool:
    lowered = text.casefold()
    return len(text) <= 200 and any(re.search(rf"\b{re.escape(p)}\b", lowered) for p in phrases("signatories", "late"))


def _is_heading(lines: Sequence[Line], i: int) -> bool:
    text = lines[i].text
    if text[-1] in ".;," and text.casefold().strip(" ,.") not in phrase_set("demands", "signed_starts"):
        # "1,104 signers as of 6 November 2023." counts them and is no sentence.
        return text[-1] == "." and text[0].isdigit() and len(text.split()) <= 14 and not is_prose_line(text)
    if len(text.split()) > 14 or is_prose_line(text):
        return False
    if lines[i].heading or text[-1] == ":":
        return True
    # "…a treaty that was" / "signed by forty states" is a wrapped line of prose.
    return not is_wrapped(lines, i) and not text[0].islower() and len(text.split()) <= 10 and not _names_somebody(text)


def _names_somebody(text: str) -> bool:
    # "Signatures of Hope Foundation" in a list is an entry; a heading holds few words besides those of its kind.
    known = (
        phrase_set("signatories", "group_words")
        | phrase_set("signatories", "signers")
        | phrase_set("signatories", "particles")
    )
    stems = phrases("signatories", "announcing")
    other = [w for w in WORD.findall(text.casefold()) if w not in known and not w.startswith(stems)]
    if len(other) > 1 and not speaks_of_signing(text) and is_named_between(text, other):
        return True  # "Deaf Signing Choir"
    # "Signed" / "Alder Parents": what the line above announces, a line of names does not head again.
    return len(other) > (2 if announces(text) else 0)


def _is_sentence(lines: Sequence[Line], i: int, whole: str) -> bool:
    text = lines[i].text
    if text[-1] == ":" or starts(text, "signed_starts", words="demands"):
        return True
    # "This letter has been signed by 40 groups." ends with it, "We, the 20 undersigned, write … Of 900 boats …" not.
    return (
        starts(whole, "own", words="signatories")
        and not any(word in whole[:60].casefold() for word in phrases("signatory_totals", "undersigned"))
        and announces(re.split(r"[.!?]\s+(?=\W*[A-Z0-9])", whole)[-1])
    )
