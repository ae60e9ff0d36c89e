"""How many sign, as the letter itself says: in its title, its first lines, above its list."""

from __future__ import annotations

import re

from claims.parts.counting.never_signers import never_sign
from claims.signers import signing_context as context
from claims.signers import signing_verbs as verbs
from claims.signers.acts.breakdowns import parts_before, parts_behind
from claims.signers.acts.others_letters import is_former, is_others, is_others_before, is_others_letter
from claims.signers.acts.signing_acts import (
    asks_now,
    is_of_this_letter,
    numbers_us,
    of_another,
    of_what_is_no_letter,
    signs_this,
)
from claims.signers.acts.speakers import all_of_us, are_speakers, closes, in_all, listed_here, signs_here, sums_up
from claims.signers.acts.voice_patterns import named_one_by_one, of_place
from claims.signers.counted_signers import Count, can_sign
from claims.signers.counts_told import Told, Total, as_groups, coordinated, named_before, role_of
from claims.signers.label_totals import behalf, others_after
from claims.text.openings import either, phrase_set, phrases

SHORT = 60


def totals_in_sentence(told: Told) -> list[Total]:
    """Totals of a sentence of the letter."""
    if not (told.lead or told.early or told.signature or context.context().search(told.text)):
        return [Total(one, "total") for one in told.counts if closes(told, one, told.before(one))]
    found: list[Total] = []
    for n, count in enumerate(told.counts):
        if (total := _read(told, n, found)) is not None:
            summed = parts_before(told, n) if sums_up(told, n) else []
            found = [one for one in found if all(one.count is not part.count for part in summed)]
            found += [*summed, total]
        elif count.signers and n and found:
            found += parts_behind(told, n, found[-1])
    return as_groups(told.text, found)


def _read(told: Told, n: int, found: list[Total]) -> Total | None:
    """What count `n` of a sentence is, if it counts this letter's signers; `found` are the totals before it."""
    count, role = told.counts[n], role_of(told, n)
    if role != "total":
        spoken = all_of_us(told, count) or bool(count.noun) and are_speakers(told, count, told.before(count))
        ours = context.of_signers(told.text)
        of_us = bool(found) or told.signature or context.is_own(told.text) or role == "undisclosed" and ours
        of_us = of_us or listed_here(told, count)
        hidden = told.signature and role == "undisclosed"  # "Six of them have asked us to withhold their names."
        spoken = spoken or role == "listed" and count.noun != "" and signs_this(told, count)
        return Total(count, role) if spoken or of_us and (count.signers or found or ours or hidden) else None
    if context.also_signed().search(told.before(count)) or _comes_beside(told, count):
        return Total(count, "group", count.noun)
    if (beside := _is_total(told, n)) is not None:
        return Total(count, "total", beside=beside)
    if not found or not (count.signers or _goes_on_to_signers(told, n)):
        return None
    one = found[-1]
    if one.role in {"total", "group"} and one.count is told.counts[n - 1] and coordinated(told.text, one.count, count):
        return Total(count, "total")
    return Total(count, "group", count.noun) if context.including().search(told.before(count)) else None


def _goes_on_to_signers(told: Told, n: int) -> bool:
    """Whether a number with a noun of its own stands in a row that ends with signers: "5 mayors and 90 MPs"."""
    if not told.counts[n].noun or n + 1 == len(told.counts):
        return False
    following = told.counts[n + 1]
    return following.signers and coordinated(told.text, told.counts[n], following)


def _comes_beside(told: Told, count: Count) -> bool:
    """Whether a count is of those who sign beside the first ones: "A further 560 members of the public signed it."."""
    if not count.signers or told.lead or is_former(told.text) or is_others(told.text, count):
        return False
    return verbs.come_beside(told.text, count.span.end)


def _is_total(told: Told, n: int) -> int | None:
    """How many stand beside a count that is the letter's total (mostly none), or `None` if it is no such total."""
    count, head = told.counts[n], told.before(told.counts[n])
    if _speaks(told, n, head):
        return 0
    if never_sign(count.noun):
        return None
    if signs_this(told, count):
        return 0
    if not count.noun:
        return None
    if signs_here(told, count):
        return 0
    if context.of_all().search(head) and count.noun.startswith(phrases("signatories", "signed_people")):
        ours = context.of_signers(told.text) and not of_another(told.after(count))
        return 0 if ours and not is_others_before(told.text, count) else None
    if context.signed_by().search(head) or not n and named_one_by_one().search(head):
        return _signed_by(told, count)
    whoever = can_sign(count) and (count.signers or context.is_ours().search(head) or not of_place().search(head))
    return _of_signers(told, n, head) if whoever or context.we_joined().search(head) else None


def _speaks(told: Told, n: int, head: str) -> bool:
    """Whether a count is of those whose voice the letter is: "We, the undersigned 45 groups", "all 115 of us"."""
    count = told.counts[n]
    inside = told.text[count.number.end : count.span.end].casefold()
    if context.undersigned().search(head) and count.noun:
        return True  # "The undersigned 26 cities"
    if are_speakers(told, count, head) or closes(told, count, head):
        return True
    if count.signers and context.names_undersigned(inside, told.after(count)):
        return True
    if count.signers and context.is_signing(inside) or context.our_number().search(head) or all_of_us(told, count):
        return True
    if told.early and context.for_the().fullmatch(head) and re.match(r"\s*:", told.after(count)):
        return True
    if in_all(told, n, head) or numbers_us(told, count, head):
        return True
    short = told.early or len(told.text) < SHORT
    # "1,204 have signed."
    alone = not count.noun and short and not head.strip()
    return alone and verbs.signed_alone().match(told.after(count)) is not None


def _signed_by(told: Told, count: Count) -> int | None:
    """The same behind "signed by"."""
    if is_former(told.text) or others_after(told.text[count.number.end :].casefold()):
        return None  # "drafted by two unions and joined by 42 others"
    first = told.lead and not (is_others(told.text, count) or of_what_is_no_letter(told.text))
    own = told.signature or context.is_own(told.text) or first
    # "Please find our statement below. It is signed by 16 chemists."
    return 0 if own or is_of_this_letter(told) and context.letter_was().search(told.before(count)) else None


def _of_signers(told: Told, n: int, head: str) -> int | None:
    """The same for a count whose noun may be of signers."""
    count, after = told.counts[n], told.after(told.counts[n])
    others = is_others(told.text, count)
    if count.noun.startswith(phrases("signatories", "signed_names")):
        if of_another(after):
            return None
        if head.strip(" :") in {"", *phrases("signatory_totals", "whole")}:
            own = told.signature or not others or told.early and not is_others_before(told.text, count)
            return 0 if own or verbs.as_of().match(after) else None
        if verbs.in_all().match(after) or context.letter_bears().search(head):
            return 0
    if context.our_union().fullmatch(head):
        return 0
    if context.our().fullmatch(head) and count.noun.split()[-1] in phrase_set("signatory_totals", "own_bodies"):
        return 0
    if context.we_joined().search(head):
        return 1
    if verbs.have_signed().match(after) and not is_others_letter(told.text, count):
        return None if is_former(told.text) else 0
    if verbs.signed_alone().match(after):
        ours = not is_others_before(told.text, count) and not is_former(told.text) and not _others_do_not(told, count)
        return 0 if ours else None
    if context.speaking_as().search(head) and verbs.speaks_on().match(after):
        return 0 if not is_others_before(told.text, count) else None
    if told.early and context.is_ours().search(head):
        return 0
    return _heads(told, count, head, after) if count.signers else None


def _others_do_not(told: Told, count: Count) -> bool:
    """ "134 families have signed, and 938 have not": what was put before all of them is no letter of theirs."""
    later = [one for one in told.counts if one.number.start > count.number.end]
    behind = told.text[later[0].number.end :].casefold().split() if later else []
    return any(word.strip(".,;:!") in phrase_set("signatories", "negators") for word in behind)


def _heads(told: Told, count: Count, head: str, after: str) -> int | None:
    """The same for the first lines of a letter, that speak of its signers as a headline does."""
    named = named_before(told.text, count)
    others = context.named().fullmatch(told.text[: count.lead]) is not None
    if context.opening().fullmatch(head) is None and not (named or others):
        by = context.title_by().search(head.strip()) and not is_others(told.text, count)
        from_them = head.strip(" :") in phrase_set("signatory_totals", "title_by") and not behalf().search(head)
        if told.early and (by or from_them):
            return 0
        # "As you sit down to talk, 15 organisations ask you …"
        clause = told.early and head.rstrip().endswith(",") and not is_others_before(told.text, count)
        return 0 if clause and verbs.asks_you().match(after) else None
    past = re.search(rf"\b{either('signatories', 'long_ago')}\b", told.text.casefold()) is not None
    if told.lead and verbs.leads().match(after) and not verbs.reported().match(after) and not past:
        return named
    if told.early and verbs.says_in_it().match(after):
        return named
    early = told.early and asks_now(told, after) and not is_others_before(told.text, count)
    return named if early else None
