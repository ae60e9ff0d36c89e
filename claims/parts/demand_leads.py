"""What leads to demands: "We call on governments to:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.text.openings import phrase_set, phrases

WORD = re.compile(r"[^\W\d_][\w'’-]*")


def leads_to_demands(text: str) -> bool:
    """Whether a sentence leads to demands: "We, the undersigned, call on governments to:"."""
    words = [w.casefold() for w in WORD.findall(text)]
    # "Call for open ports: signatories" heads a list; only those who speak of themselves demand.
    speaks = bool(words) and (words[0] in phrase_set("signatory_totals", "we") or _speaks_as_signers(words))
    return (speaks and bool(phrase_set("demands", "verbs").intersection(words))) or breaks_off(text.rstrip(" :"))


def _speaks_as_signers(words: Sequence[str]) -> bool:
    stems = phrases("signatory_totals", "undersigned")
    return any(word.startswith(stems) for word in words)


def breaks_off(text: str) -> bool:
    """Whether a line ends with a word that what is asked for follows: "We call on governments to"."""
    return text.casefold().endswith(tuple(f" {lead}" for lead in phrases("demands", "leads")))
