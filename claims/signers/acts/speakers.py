"""Counts of those who speak: "All 115 of us", "We are clubs and choirs, 14 in all", "Ten groups sign this"."""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.parts.counting.voice import are_called_we, are_we, counts_us
from claims.signers import signing_context as context
from claims.signers import signing_verbs as verbs
from claims.signers.acts import voice_patterns as pats
from claims.signers.acts.act_patterns import names_of
from claims.signers.acts.breakdowns import parts_before
from claims.signers.acts.others_letters import is_others_before
from claims.signers.acts.signing_acts import gives_names, is_part_of_us
from claims.signers.counted_signers import Count, can_sign
from claims.signers.counts_told import Told
from claims.signers.label_totals import behalf
from claims.text.openings import either, phrases

LONGEST = 80


def in_all(told: Told, n: int, head: str) -> bool:
    """ "We are clubs, choirs and cooks, 14 in all.", "21 groups and 9 people sign, 30 in all.", "Today we are 81."."""
    count = told.counts[n]
    behind = told.text[count.number.end :]
    if context.we_are().search(head) and re.match(r"\s*[.!]", behind):
        return True
    summed = sum(one.value for one in told.counts[:n] if one.signers) == count.value
    return sums_up(told, n) and (n > 1 and summed or bool(parts_before(told, n)) or _opens_with_we(head))


def sums_up(told: Told, n: int) -> bool:
    """Whether the letter says of a count that it is of all: "25 in all", "48 people in all"."""
    ends = {told.counts[n].number.end, told.counts[n].span.end}
    return any(verbs.in_all().match(told.text[end:].casefold()) for end in ends)


def _opens_with_we(head: str) -> bool:
    return head.lstrip().startswith(tuple(f"{word} " for word in phrases("signatories", "we_are")))


def all_of_us(told: Told, count: Count) -> bool:
    """ "All 115 of us", "The pair of us … sign", "The 33 of us who drive the buses write to you": those who speak,
    all of them or those who sign.
    """
    behind = told.text[count.number.end :].casefold()
    if not counts_us(behind):
        return False
    head = told.before(count)
    if pats.we_act().match(behind) or context.signed_by().search(head) or names_of().search(head):
        return True  # "Some fifty of us, all teachers, have put our names to this"
    us = verbs.of_us().match(behind)
    if us is None or is_part_of_us(behind[us.end() :]):
        return False
    if _there_are().search(head):
        return True
    speaks = verbs.addresses().match(told.after(count)) is not None and not count.number.of(told.text)[0].isdigit()
    return (
        context.of_all().search(told.before(count)) is not None or verbs.signs_now().match(behind) is not None or speaks
    )


def signs_here(told: Told, count: Count) -> bool:
    """Whether those counted sign where the sentence stands: "Ten groups sign this"."""
    near = told.early or told.lead or told.signature
    near = near and (count.signers or context.opening().fullmatch(told.before(count)) is not None)
    return near and verbs.signs_now().match(told.after(count)) is not None and not is_others_before(told.text, count)


def listed_here(told: Told, count: Count) -> bool:
    """ "The twelve unions listed above declare:", "The 44 unions whose names stand below ask"."""
    head = told.before(count)
    if is_others_before(told.text, count):
        return False
    if context.opening().fullmatch(head) is None:
        return gives_names(told, head)
    names = count.noun.startswith(phrases("signatories", "signed_names"))
    after = told.after(count)
    leads = told.lead and verbs.leads().match(after) is not None
    return names or leads or verbs.addresses().match(after) is not None


def are_speakers(told: Told, count: Count, head: str) -> bool:
    """Whether those counted are who speaks: "We, 18 hamlets of the coast", "We nine write", "Eight ringers, we ask"."""
    if count.noun:
        behind = told.text[count.span.end :].casefold()
        named = can_sign(count) and pats.measures().match(behind) is None
        called = context.opening().fullmatch(head) is not None and are_called_we(behind)
        # "On behalf of the 300 patients we ask for a lift": whoever is spoken for in mid-letter
        spoken_for = count.signers or told.early or told.last or told.signature or are_we(head)
        return named and (spoken_for and speaks_for_us(told, head) or called)
    return are_we(head) and pats.copula().search(head) is None


def closes(told: Told, count: Count, head: str) -> bool:
    """ "— ten skippers of the quay", "Your four sisters,", "Signed, for the 24 cooperatives,", "Twelve who work there":
    a last line that says no more than who speaks.
    """
    if not (told.signature or told.last) or len(told.text) > LONGEST or count.noun and not can_sign(count):
        return False
    behind = told.text[count.span.end :].casefold()
    if pats.closing_lead().fullmatch(head) is None or pats.no_verb().fullmatch(behind) is None:
        return False
    if behind.rstrip().endswith(".") and head.strip(" *_") in {"", *phrases("letter_words", "articles")}:
        return False  # "The 30 signatories of the June letter got no answer."
    return bool(count.noun) or re.match(rf"\s+{either('signatory_totals', 'aside')}\b", behind) is not None


def speaks_for_us(told: Told, head: str) -> bool:
    """Up to a count: "We, the undersigned", "On behalf of the"; "They wrote on behalf of" speaks for others."""
    if are_we(head):
        return True
    found = behalf().search(head)
    if found is None:
        return False
    last = told.text.rstrip()[-1:]
    closes = len(told.text) < LONGEST and last == ","  # "Yours, in the name of all 44 unions,"
    # "On behalf of twelve ministers the secretary told us to wait."
    alone = not head[: found.start()].strip(" *_")
    ourselves = _we_or_i() if alone and last == "." else _ourselves()
    return told.signature or closes or alone and last != "." or ourselves.search(told.text.casefold()) is not None


def speaks(head: str) -> bool:
    """Up to a count in a title: "We, the undersigned", "On behalf of the"."""
    return are_we(head) or behalf().search(head) is not None


@of_language
def _we_or_i() -> re.Pattern[str]:
    return re.compile(rf"\b{either('signing_acts', 'we_or_i')}\b")


@of_language
def _ourselves() -> re.Pattern[str]:
    """Words of those who speak, or of their letter."""
    return re.compile(rf"\b(?:{either('signing_acts', 'ourselves')}|{either('signing_acts', 'present')})\b")


@of_language
def _there_are() -> re.Pattern[str]:
    """Up to the number: "There are "."""
    return re.compile(rf"\b{either('signing_acts', 'there_are')}\s+$")
