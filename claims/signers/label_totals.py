"""The number in a heading of a list of signatories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.model import Span
from claims.parts.counting.signer_nouns import WORD
from claims.signers.counted_signers import Count
from claims.signers.signatory_totals import Total
from claims.text.openings import phrase_set, phrases

BOX = re.compile(r"[^()\[\]]*[(\[]\s*(?:[a-z ]+:?\s*)?$", re.IGNORECASE)


def total_of_label(text: str, counts: Sequence[Count]) -> Total | None:
    """The number in a heading of a list: "Signatories (45)", "Individuals: 30", "33 organisations", "Co-signers – 11".

    `text` is the line, `counts` are those of the line.
    """
    if not counts or len(text) > 100:
        return None
    count = counts[0]
    before, after = text[: count.number.start], text[count.number.end :]
    if not _labelled(before, after):
        return None
    plain = re.sub(r"[(\[].*?[)\]]", " ", before if before.strip(' (“"*_#-–—') else after)
    label = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    words = [w.casefold() for w in WORD.findall(label)]
    stems = phrases("signatories", "announcing")
    other = phrase_set("signatory_totals", "whole_words")
    whole = not words or any(w.startswith(stems) for w in words) or all(w in other for w in words)
    # "Signatories (45)" is one figure; "Endorsed by 6 unions and 41 branches (47 in total)" holds others.
    alone = sum(c.isdigit() for c in text) == sum(c.isdigit() for c in text[count.number.start : count.number.end])
    shown = replace(
        count, span=Span(0, len(text)) if alone and len(counts) == 1 else count.number, noun=label.casefold()
    )
    return Total(shown, "total" if whole else "group", None if whole else label)


def sums_up(text: str) -> bool:
    """Whether a line below a list counts it: "Total: 18", "18 in total", "Total number of signatories: 18"."""
    words = [word.casefold() for word in WORD.findall(text)]
    known = phrase_set("signatory_totals", "whole_words") | phrase_set("signatories", "signers")
    return (
        bool(words)
        and all(word in known for word in words)
        and any(word in phrase_set("signatory_totals", "whole") for word in words)
    )


def _labelled(before: str, after: str) -> bool:
    """Whether a number stands in a heading as a count does: in brackets, behind a colon or a dash, first, last."""
    if BOX.fullmatch(before):
        return True
    if not before.strip(' *_#“"(-–—•'):
        return bool(after[:1].isspace())
    if all(word.casefold() in phrase_set("signatories", "signers") for word in WORD.findall(after)):
        after = WORD.sub("", after)  # "Total: 13 organisations"
    return not re.sub(r"[\s.:)*_]+", "", after) and before.rstrip()[-1:] in ":–—-"
