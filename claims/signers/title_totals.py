"""How many sign, as the title of a letter says: "100+ groups demand …", "Joint statement by 45 organisations"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.counting.never_signers import never_sign
from claims.signers import signing_context as context
from claims.signers import signing_verbs as verbs
from claims.signers.counts_told import Told, Total, as_groups, coordinated, named_before, names_before, role_of
from claims.text.openings import phrase_set
from claims.text.plurals import is_plural


def totals_in_title(told: Told) -> list[Total]:
    """Totals of a title: "100+ rights groups demand …", "Joint statement by 45 organisations"."""
    found = []
    for n, count in enumerate(told.counts):
        lead = context.without_page(context.without_kind(told.text[: count.lead].casefold()).strip(" “\"'"))
        named = named_before(told.text, count)
        after = told.text[count.span.end :]
        leads = verbs.leads().match(after.casefold()) or verbs.calls_to().match(after)
        leads = leads or verbs.headlines().match(after)
        if n and told.counts[n - 1].number.start >= count.lead:
            continue  # "Over 200 academics, 16 organisations": its bound is another number's
        heads = count.signers and (not lead or names_before(told.text, count) > 0) and leads is not None
        if count.signers and (heads or context.title_by().search(lead) or context.undersigned().search(lead + " ")):
            found.append(Total(count, role_of(told, n), beside=named))
        elif (
            count.signers
            and (
                lead in phrase_set("signatory_totals", "title_by")
                or context.ends_by().search(lead)
                and not after.strip()
            )
            or _is_one_more(told, n, found)
        ):
            found.append(Total(count, "total"))
    return as_groups(told.text, found)


def _is_one_more(told: Told, n: int, found: Sequence[Total]) -> bool:
    """Whether a number with a noun of its own goes on with a total: "Over 30 economists and 4 institutes: cancel …"."""
    count = told.counts[n]
    if not found or not count.noun or found[-1].count is not told.counts[n - 1]:
        return False
    kind = is_plural(count.noun.split()[-1]) and not never_sign(count.noun)
    return kind and coordinated(told.text, found[-1].count, count)
