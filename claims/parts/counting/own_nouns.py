"""What those who sign call themselves, in words that no list knows: "Twelve village councils join in this letter"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.language.words import of_language, vocabulary
from claims.parts.counting.voice import are_we
from claims.text.openings import either, phrase_set
from claims.text.plurals import is_plural

REACH = 160
WORD = re.compile(r"[^\W\d_][\w'’-]*")


def own_nouns(texts: Iterable[str]) -> frozenset[str]:
    """The plural nouns, in small letters, of those whom a line counts as its signers: "councils"."""
    found: set[str] = set()
    for text in texts:
        low = text.casefold()
        ours = (one for one in _counted().finditer(low) if are_we(low[max(0, one.start() - REACH) : one.start()]))
        for match in (*_act().finditer(low), *ours):
            words = [word for word in WORD.findall(match["counted"]) if is_plural(word)]
            found.update(words[-1:])
    return frozenset(found) - phrase_set("signatory_totals", "never_signers")


def heads_them(lead: str, nouns: frozenset[str]) -> bool:
    """Whether a lead with a colon names nobody but them: "The councils:", "Our nine choirs:"."""
    if not nouns or lead.rstrip()[-1:] != ":":
        return False
    words = [word.casefold() for word in WORD.findall(lead)]
    known = phrase_set("signatories", "lead_words") | vocabulary("signatories")["numbers"].keys() | nouns
    return len(words) <= 6 and all(word in known for word in words) and bool(nouns.intersection(words))


def _number() -> str:
    words = "|".join(map(re.escape, vocabulary("signatories")["numbers"]))
    return rf"(?:\d{{1,4}}|(?:{words})(?:[\s-](?:{words}))?)"


@of_language
def _act() -> re.Pattern[str]:
    """ "Twelve village councils have joined in this letter": number, who, and what they do to their letter."""
    verb, document = either("signatory_totals", "sign"), either("signatories", "own_documents")
    this, have = either("signatory_totals", "this"), either("signatory_totals", "have")
    counted = r"(?P<counted>(?:[^\W\d_][\w'’-]*\s+){1,5}?)"
    onto = r"(?:[^\W\d_]+\s+)?"
    return re.compile(rf"\b{_number()}\s+{counted}(?:{have}\s+)?{verb}\s+{onto}{this}\s+(?:[\w'’-]+\s+)?{document}\b")


@of_language
def _counted() -> re.Pattern[str]:
    """A number, and the words right behind it up to a small one: "nine choirs of the valley"."""
    return re.compile(
        rf"(?<![\w-]){_number()}\s+(?P<counted>(?:[^\W\d_][\w'’-]*)(?:\s+[^\W\d_][\w'’-]*){{0,2}}?)"
        r"(?=[,;.:)]|\s+(?:" + _particles() + r")\b)"
    )


def _particles() -> str:
    small = phrase_set("signatory_totals", "stops") | phrase_set("signatories", "particles")
    return "|".join(map(re.escape, sorted(small | phrase_set("letter_words", "told"))))
