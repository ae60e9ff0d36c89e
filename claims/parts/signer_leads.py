"""Leads and sentences that speak of those who sign without a word of signing: "We are:", "Class representatives:"."""

from __future__ import annotations

import re

from claims.language.words import of_language, vocabulary
from claims.parts.demand_leads import WORD, leads_to_demands
from claims.text.openings import KEPT_LINES, either, phrase_set, phrases, starts


@of_language(maxsize=KEPT_LINES)
def leads_to_signers(text: str) -> bool:
    """Whether a lead with a colon can only speak of those who sign: "We are:", "The associations:", "Initiators:"."""
    words = [w.casefold() for w in WORD.findall(text)]
    if text.rstrip()[-1:] == ":" and " ".join(words) in phrase_set("signatories", "senders_heads"):
        return True  # "From:" above the names of those who write
    if starts(text, "letterhead_starts"):
        return False
    if " ".join(words) in phrase_set("signatories", "we_are") and text.rstrip()[-1:].isalpha():
        return True  # "We are" on a line of its own
    if text.rstrip()[-1:] != ":" or not 0 < len(words) <= 14:
        return False
    if _stand_behind().fullmatch(" ".join(words)) and not leads_to_demands(text):
        return True
    if " ".join(words[:2]) in phrase_set("signatories", "we_are") and len(words) <= 8 and not leads_to_demands(text):
        return True
    if _counts_bodies(text):
        return True
    known = phrase_set("signatories", "signers") | phrase_set("signatories", "lead_words")
    known |= phrase_set("signatories", "group_words") | phrase_set("signatories", "own_documents")
    known |= phrase_set("signatories", "signed_verbs") | vocabulary("signatories")["numbers"].keys()
    sure = phrase_set("signatories", "lead_sure")
    return all(w in known for w in words) and any(w in sure for w in words) or " ".join(words) in sure


@of_language(maxsize=KEPT_LINES)
def _counts_bodies(text: str) -> bool:
    """Whether a lead counts bodies and says nothing else: "19 organisations:", "Nine local groups:"."""
    first, _, rest = text.strip(" *_#:").casefold().partition(" ")
    number = first.replace(",", "").isdecimal() or first in vocabulary("signatories")["numbers"]
    words = rest.split()
    known = phrase_set("signatories", "group_words") | phrase_set("signatory_totals", "own_bodies")
    return (
        number
        and all(w in known for w in words)
        and any(w in phrase_set("signatory_totals", "own_bodies") for w in words)
    )


@of_language
def _stand_behind() -> re.Pattern[str]:
    """ "The following stand behind this call", "These groups have signed our letter": all that a lead says."""
    verb, document = either("signatory_totals", "sign"), either("signatories", "own_documents")
    this, have = either("signatory_totals", "this"), either("signatory_totals", "have")
    return re.compile(rf"(?:[\w'’-]+\s+){{1,10}}?(?:{have}\s+)?{verb}\s+{this}\s+(?:[\w'’-]+\s+)?{document}")


def names_signers(text: str) -> bool:
    """Whether a lead or heading names people or bodies that may sign, and nothing that befell or is asked of them:
    "Subscribing communities:", "Class representatives:"; not "Arrested journalists:".
    """
    words = [w.casefold() for w in WORD.findall(text)]
    if not 0 < len(words) <= 14 or leads_to_demands(text):
        return False
    if phrase_set("signatories", "befallen").intersection(words):
        return False
    told = phrase_set("letter_words", "told").intersection(words)
    kinds = phrase_set("signatories", "signers") | phrase_set("signatories", "plural_kinds")
    return not told and any(w in kinds or w.rpartition("-")[2] in kinds for w in words)


def is_signers_voice(sentence: str) -> bool:
    """Whether a sentence is said by those who sign as such: "The undersigned doctors ask …", "The ten groups below"."""
    lowered = sentence.casefold()
    words = set(WORD.findall(lowered))
    if words & phrase_set("signatory_totals", "undersigned"):
        return True
    kinds = phrase_set("signatories", "signers") | phrase_set("signatories", "plural_kinds")
    return any(_follows(lowered, noun, "listed") for noun in kinds & words)


def _follows(lowered: str, noun: str, name: str) -> bool:
    at = lowered.find(noun) + len(noun)
    return any(lowered.startswith(f" {phrase}", at) for phrase in phrases("signatories", name))
