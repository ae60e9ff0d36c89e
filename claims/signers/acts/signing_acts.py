"""What makes a number that of this letter's signers, wherever the sentence stands: those counted, an act of signing or
of speaking together, and this letter as what they do it in ("With this letter 23 unions oppose the licence").
"""

from __future__ import annotations

import re

from claims.signers import signing_context as context
from claims.signers import signing_verbs as verbs
from claims.signers.acts import act_patterns as pats
from claims.signers.acts import voice_patterns as voice
from claims.signers.acts.others_letters import is_former, is_others_before
from claims.signers.counted_signers import Count, can_sign
from claims.signers.counts_told import Told
from claims.text.openings import either


def signs_this(told: Told, count: Count) -> bool:
    """Whether the count is of those who sign the letter in which its sentence stands."""
    head, after = told.before(count), told.after(count)
    if is_former(told.text) or count.noun and not can_sign(count):
        return False
    if is_others_before(told.text, count):
        # "Alarmed at what they saw last week, 27 unions ask you …"
        return can_sign(count) and told.early and pats.clause().search(head) is not None and asks_you(after)
    if pats.who_signed().match(after):
        return True
    if not can_sign(count):
        return False
    if (
        pats.sends().search(head)
        or pats.says_for().fullmatch(head)
        or pats.who_are().search(head)
        or pats.apposed().fullmatch(head)
    ):
        return True
    if not count.signers and voice.of_place().search(head):
        return False
    return gives_names(told, head, known=count.signers) or _acts_in_it(told, count, head, after)


def of_another(after: str) -> bool:
    """Whether those who signed are said to have signed something that is not this letter: " of the June letter"."""
    return pats.of().match(after) is not None and pats.of_this().match(after) is None


def asks_you(after: str) -> bool:
    """Whether those counted turn to whom the letter is written to: " unions ask you", " unions put this to you"."""
    return pats.to_them().match(after) is not None


def gives_names(told: Told, head: str, *, known: bool = True) -> bool:
    """ "Below you find the signatures of 44 unions", "The names of our fifteen crews follow": names, and where they
    stand.    `known`: those counted are known for who may sign; "the names of 44 sailors" may stand on a stone.
    """
    whose = known and pats.names_of().search(head) or voice.our_names().search(head)
    return bool(whose) and pats.stands_at().search(told.text.casefold()) is not None


def numbers_us(told: Told, count: Count, head: str) -> bool:
    """ "The undersigned, forty-four in number, ask", "The bodies that sign this letter, 44 in all"."""
    behind = told.text[count.number.end :].casefold()
    whole = re.match(rf"(?:\s+[\w'’-]+){{0,2}},?\s+{either('signing_acts', 'in_number')}\b", behind) is not None
    return whole and pats.opens_with_signers().match(told.text.casefold()) is not None and head.rstrip().endswith(",")


def _acts_in_it(told: Told, count: Count, head: str, after: str) -> bool:
    """Whether those counted do in this letter what is said of them, as far as the sentence tells."""
    speaks = verbs.leads().match(after) or verbs.addresses().match(after) or pats.come_together().match(after)
    if pats.by_means_of_it().fullmatch(head):
        return (
            speaks is not None
            or verbs.signs_now().match(after) is not None
            or asks_you(after)
            or pats.is_told().match(after) is None
        )
    if pats.join_in_it().match(after):
        return True
    if pats.signed_it().match(after) and is_of_this_letter(told):
        return True
    if not (told.lead or told.early) or context.opening().fullmatch(head) is None and not head.rstrip().endswith(","):
        return False
    together = pats.come_together().match(after) is not None and pats.here().search(told.text.casefold()) is not None
    return together or asks_you(after)


def asks_now(told: Told, after: str) -> bool:
    """Whether what those counted do, as `after` tells, is done in this letter: they ask, or with a word of it they say
    what they think ("oppose the sale" others do as well).
    """
    acts = verbs.addresses().match(after)
    if acts is None or pats.noun().search(acts[0]):
        return False  # "Three hundred scientists signed the Lund appeal"
    return told.lead or not pats.view().search(acts[0]) or pats.here().search(told.text.casefold()) is not None


def of_what_is_no_letter(text: str) -> bool:
    """Whether a text names something else that is signed: "It was signed by forty states and is called the Accord"."""
    return re.search(rf"\b{either('signing_acts', 'not_it')}\b", text.casefold()) is not None


def is_of_this_letter(told: Told) -> bool:
    """Whether "it" is the letter of which the sentence before speaks: "Here is our letter. 42 people signed it"."""
    said = told.previous.casefold()
    return not of_what_is_no_letter(f"{said} {told.text}") and pats.a_letter().search(said) is not None


def is_part_of_us(behind: str) -> bool:
    """After "of us", whether it goes on to say which of us: "of us in the ward", "of us who saw it"."""
    return re.match(rf"\s+{either('signing_acts', 'some_of_us')}\b", behind) is not None
