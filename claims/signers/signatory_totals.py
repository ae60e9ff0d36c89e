"""How many sign, as the letter itself says: in its title, its first lines, above its list."""

from __future__ import annotations

import re

from claims.parts.counting.never_signers import never_sign
from claims.signers import signing_context as context
from claims.signers import signing_verbs as verbs
from claims.signers.counted_signers import Count
from claims.signers.counts_told import Told, Total, as_groups, coordinated, named_before, role_of
from claims.signers.others_letters import is_former, is_others, is_others_before, is_others_letter
from claims.text.openings import either, phrase_set, phrases

SHORT = 60


def totals_in_sentence(told: Told) -> list[Total]:
    """Totals of a sentence of the letter."""
    if not (told.lead or told.early or told.signature or context.context().search(told.text)):
        return []
    found: list[Total] = []
    for n, count in enumerate(told.counts):
        if (total := _read(told, n, found)) is not None:
            found.append(total)
        elif count.signers and n and found and _breaks_down(told.text, found[-1], told.counts[n - 1], count):
            found += [Total(one, "group", one.noun) for one in (told.counts[n - 1], count)]
    return as_groups(told.text, found)


def _read(told: Told, n: int, found: list[Total]) -> Total | None:
    """What count `n` of a sentence is, if it counts this letter's signers; `found` are the totals before it."""
    count, role = told.counts[n], role_of(told, n)
    if role != "total":
        # "The twelve organisations listed above declare:"
        heads = told.lead and context.opening().fullmatch(told.before(count)) is not None
        ours = context.of_signers(told.text)
        of_us = bool(found) or told.signature or context.is_own(told.text) or heads or role == "undisclosed" and ours
        hidden = told.signature and role == "undisclosed"  # "Six of them have asked us to withhold their names."
        return Total(count, role) if of_us and (count.signers or found or ours or hidden) else None
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


def _breaks_down(text: str, total: Total, one: Count, two: Count) -> bool:
    """ "19 bodies and persons (13 organisations and 6 individuals)": two counts that make the whole.

    Alone between brackets they are its parts even where they do not make it: that is then a slip of the letter.
    """
    whole = total.count
    between = text[whole.span.end : one.number.start]
    boxed = between.rstrip()[-1:] == "(" and text[two.span.end : two.span.end + 1] == ")"
    return (
        total.role == "total"
        and (one.value + two.value == whole.value or boxed and max(one.value, two.value) < whole.value)
        and len(between) <= 40
        and between.rstrip()[-1:] in {"(", ":", "–", "—", "-"}
        and coordinated(text, one, two)
    )


def _is_total(told: Told, n: int) -> int | None:
    """How many stand beside a count that is the letter's total (mostly none), or `None` if it is no such total."""
    count, head = told.counts[n], told.before(told.counts[n])
    inside = told.text[count.number.end : count.span.end].casefold()
    if count.signers and (context.undersigned().search(head) or context.names_undersigned(inside, told.after(count))):
        return 0
    if count.signers and context.is_signing(inside) or context.our_number().search(head) or _all_of_us(told, count):
        return 0
    if told.early and context.for_the().fullmatch(head) and re.match(r"\s*:", told.after(count)):
        return 0
    if _in_all(told, n, head):
        return 0
    short = told.early or len(told.text) < SHORT
    if not count.noun and short and not head.strip() and verbs.signed_alone().match(told.after(count)):
        return 0  # "1,204 have signed."
    if not count.noun or never_sign(count.noun):
        return None
    if _signs_here(told, count):
        return 0
    if context.of_all().search(head) and count.noun.startswith(phrases("signatories", "signed_people")):
        return 0 if context.of_signers(told.text) and not is_others_before(told.text, count) else None
    if context.signed_by().search(head):
        others = is_others(told.text, count)
        own = told.signature or context.is_own(told.text) or (told.lead and not others)
        return 0 if own and not is_former(told.text) else None
    return _of_signers(told, n, head) if count.signers or context.we_joined().search(head) else None


def _in_all(told: Told, n: int, head: str) -> bool:
    """ "We are clubs, choirs and cooks, 14 in all.", "21 groups and 9 people sign, 30 in all.", "Today we are 81."."""
    count = told.counts[n]
    behind = told.text[count.number.end :]
    if context.we_are().search(head) and re.match(r"\s*[.!]", behind):
        return True
    summed = sum(one.value for one in told.counts[:n] if one.signers) == count.value
    return verbs.in_all().match(behind.casefold()) is not None and (n > 1 and summed or _opens_with_we(head))


def _opens_with_we(head: str) -> bool:
    return head.lstrip().startswith(tuple(f"{word} " for word in phrases("signatories", "we_are")))


def _all_of_us(told: Told, count: Count) -> bool:
    """ "All 115 of us", "The pair of us … sign": those who speak, all of them or those who sign."""
    behind = told.text[count.number.end :].casefold()
    if verbs.of_us().match(behind) is None:
        return False
    speaks = verbs.addresses().match(told.after(count)) is not None and not count.number.of(told.text)[0].isdigit()
    return (
        verbs.is_all().search(told.before(count)) is not None or verbs.signs_now().match(behind) is not None or speaks
    )


def _signs_here(told: Told, count: Count) -> bool:
    """Whether those counted sign where the sentence stands: "Ten groups sign this"."""
    near = told.early or told.lead or told.signature
    near = near and (count.signers or context.opening().fullmatch(told.before(count)) is not None)
    return near and verbs.signs_now().match(told.after(count)) is not None and not is_others_before(told.text, count)


def _of_signers(told: Told, n: int, head: str) -> int | None:
    """The same for a count whose noun is one of signers."""
    count, after = told.counts[n], told.after(told.counts[n])
    others = is_others(told.text, count)
    if count.noun.startswith(phrases("signatories", "signed_names")):
        if head.strip(" :") in {"", *phrases("signatory_totals", "whole")}:
            own = told.signature or not others or told.early and not is_others_before(told.text, count)
            return 0 if own or verbs.as_of().match(after) else None
        if verbs.in_all().match(after) or context.letter_bears().search(head):
            return 0
    if context.our_union().fullmatch(head):
        return 0
    if context.our().fullmatch(head) and count.noun in phrase_set("signatory_totals", "own_bodies"):
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
    return _heads(told, count, head, after)


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
        if told.early and (
            context.title_by().search(head.strip()) or head.strip() in phrase_set("signatory_totals", "title_by")
        ):
            return 0
        # "As you sit down to talk, 15 organisations ask you …"
        clause = told.early and head.rstrip().endswith(",") and not is_others_before(told.text, count)
        return 0 if clause and verbs.asks_you().match(after) else None
    past = re.search(rf"\b{either('signatories', 'long_ago')}\b", told.text.casefold()) is not None
    if told.lead and verbs.leads().match(after) and not verbs.reported().match(after) and not past:
        return named
    if told.early and verbs.says_in_it().match(after):
        return named
    early = told.early and verbs.addresses().match(after) and not is_others_before(told.text, count)
    return named if early else None
