"""How many sign, as the title of a letter says: "100+ groups demand …", "Joint statement by 45 organisations"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.words import of_language
from claims.parts.counting.never_signers import may_sign
from claims.signers import signing_context as context
from claims.signers import signing_verbs as verbs
from claims.signers.acts.speakers import speaks
from claims.signers.acts.voice_patterns import speaks_out
from claims.signers.counted_signers import Count, can_sign
from claims.signers.counts_told import Told, Total, as_groups, coordinated, named_before, names_before, role_of
from claims.text.openings import either, phrase_set, phrases

# What is called for stands before those who call: "Raise the age: fourteen groups write", "No sale! 44 unions to …".
CRY = re.compile(r"(?<=[^\W\d_])(?:[!?.]?[”\"’'],?|[”\"’')]?(?:[:!?]|\s[–—-]))$")


def totals_in_title(told: Told) -> list[Total]:
    """Totals of a title: "100+ rights groups demand …", "Joint statement by 45 organisations"."""
    found: list[Total] = []
    for n, count in enumerate(told.counts):
        if n and told.counts[n - 1].number.start >= count.lead:
            continue  # "Over 200 academics, 16 organisations": its bound is another number's
        lead = context.without_page(context.without_kind(told.text[: count.lead].casefold()).strip(" “\"'"))
        sent = context.title_by().search(lead) or speaks(lead + " ")
        if (
            count.signers
            and sent
            or context.undersigned().search(lead + " ")
            or _heads(told, count, lead)
            or _sends_it(count, lead)
        ):
            found.append(Total(count, role_of(told, n), beside=named_before(told.text, count)))
        elif _ends(count, lead, told.text[count.span.end :]) or _is_one_more(told, n, found):
            found.append(Total(count, "total"))
    return as_groups(told.text, found)


def _sends_it(count: Count, lead: str) -> bool:
    """ "Open letter from 23 correspondents": whoever they are, they sent it."""
    sender = lead.endswith(tuple(f" {word}" for word in phrases("signatory_totals", "senders")))
    sent = context.title_by().search(lead) or _to_and_from().fullmatch(lead)
    return can_sign(count) and sender and sent is not None


def _heads(told: Told, count: Count, lead: str) -> bool:
    """Whether a headline begins with the count, alone or behind what is called for, and tells what those counted do."""
    others = phrase_set("signing_acts", "no_cry").intersection(re.findall(r"[^\W\d_]+", lead))
    cry = CRY.search(lead) is not None and not others
    if not can_sign(count) or lead and not cry and not names_before(told.text, count):
        return False
    after = told.text[count.span.end :]
    known = count.signers or count.noun.split()[-1] in phrase_set("signatory_totals", "own_bodies")
    acts = verbs.leads() if known else speaks_out()
    if acts.match(after.casefold()) or verbs.calls_to().match(after):
        return True
    if not known and not cry:
        return False  # "Six ports: no ships"
    return (verbs.sent_to().fullmatch(after) if cry else verbs.headlines().match(after)) is not None


def _ends(count: Count, lead: str, after: str) -> bool:
    """Whether a title ends with who sends it: "… by 45 unions", "say 45 unions", "with 45 signatures"; or begins so."""
    if _is_of_names(count, lead, after):
        return True
    last = not after.strip(" .!") and (_said().search(lead) or context.ends_by().search(lead) and not after.strip())
    return can_sign(count) and (lead in phrase_set("signatory_totals", "title_by") or bool(last))


def _is_of_names(count: Count, lead: str, after: str) -> bool:
    """Whether a title gives the number of names: "Joint letter – 44 signatories", "…, now with 44 signatures"."""
    if not count.noun.startswith(phrases("signatories", "signed_names")):
        return False
    whole = lead.strip(" :(") in {"", *phrases("signatory_totals", "whole")}
    with_ = re.search(rf"(?:[–—:,(|·-]|\b{either('signing_acts', 'signed_with')})$", lead) is not None
    return (whole or with_) and (not after.strip(" ).!") or verbs.as_of().match(after.casefold()) is not None)


@of_language
def _to_and_from() -> re.Pattern[str]:
    """All before the number: "To the Lord Mayor, from "."""
    to, sender = either("signatory_totals", "addressed_to"), either("signatory_totals", "senders")
    return re.compile(rf"{to}\s[^:;.?!]{{3,120}},\s+{sender}")


@of_language
def _said() -> re.Pattern[str]:
    """Up to the number: "No sale of the port, say "."""
    return re.compile(rf"[,”\"'’!?–—-]\s*{either('signing_acts', 'say_at_end')}$")


def _is_one_more(told: Told, n: int, found: Sequence[Total]) -> bool:
    """Whether a number with a noun of its own goes on with a total: "Over 30 economists and 4 institutes: cancel …"."""
    count = told.counts[n]
    if not found or not count.noun or found[-1].count is not told.counts[n - 1]:
        return False
    return may_sign(count.noun) and coordinated(told.text, found[-1].count, count)
