"""Totals that no words show to be such, known by the list: "This time we are only seven." above seven names.

A number that may count signers and is exactly how many the list holds was meant for them. Such a total says nothing of
whether the list is right: had it been another number, nobody would have taken it for the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.language.words import of_language
from claims.model import Quantity, SegmentKind
from claims.parts.announcers import announces
from claims.parts.counting.never_signers import counts_things, never_sign
from claims.parts.counting.told_counts import follows_listed, is_own_count
from claims.parts.layout import Layout
from claims.signers.acts.others_letters import is_former, is_others_letter
from claims.signers.counted_signers import Count, can_sign, counts_in
from claims.signers.counts_told import Total
from claims.signers.signing_context import before, conjunction, opening, our_number
from claims.signers.signing_verbs import asks_you, have_signed, is_all, listed, signs_now
from claims.signers.title_totals import CRY
from claims.text.openings import either, phrase_set, phrases
from claims.text.passages import Passage

LISTED = 80
# "3. Eight local bodies have resolved"
ITEM = re.compile(r"^\W*\d{1,2}[.)]\s*")
WHERE: frozenset[SegmentKind] = frozenset({"title", "body", "signature", "address", "front_matter", "dateline", "list"})


def agreeing(
    plan: Layout, reads: Sequence[tuple[Passage, Sequence[Quantity]]], counts: frozenset[int]
) -> Iterator[tuple[Total, int, str]]:
    """Totals that are one of `counts`, each with the offset of its sentence and the part it stands in."""
    for passage, quantities in reads:
        counted = counts_in(passage.text, quantities)
        for one, two in pairwise(counted):
            if one.value + two.value in counts and _make_it(passage.text, one, two):
                yield from (
                    (Total(c, "group", c.noun, by_list=True), passage.span.start, passage.kind) for c in (one, two)
                )
        for count in counted:
            boxed = passage.text[: count.lead].rstrip()[-1:] == "("
            if passage.kind not in WHERE and not (boxed and passage.kind == "signatories"):
                continue
            if count.value in counts and count.comparator == "=" and _may_sign(plan, passage, count):
                yield Total(count, "total", by_list=True), passage.span.start, passage.kind


def _make_it(text: str, one: Count, two: Count) -> bool:
    """Whether two counts told together are of all who sign: "4 committees and 3 doctors ask for silence"."""
    joint = conjunction().fullmatch(text, one.span.end, two.number.start)
    nouns = (one.noun, two.noun)
    opens = opening().fullmatch(before(text, one)) is not None
    return joint is not None and opens and all(noun and not never_sign(noun) for noun in nouns)


def _may_sign(plan: Layout, passage: Passage, count: Count) -> bool:
    if is_former(passage.text) or is_others_letter(passage.text, count):
        return False
    if never_sign(count.noun) or counts_things(passage.text, count.number.end):
        return False
    if is_own_count(passage.text, count.number.start, count.number.end):
        return True
    behind = passage.text[count.number.end :].casefold()
    if signs_now().match(behind) or our_number().search(before(passage.text, count)):
        return True  # "A handful of us, five to be exact, sign"
    if _all_of_ours(passage.text, count) or _are_ours(passage.text, count):
        return True
    titled = passage.kind == "title" or _of_title(plan, passage)
    if (titled or passage.kind == "dateline") and _by().search(passage.text[: count.lead].casefold()):
        return True  # "Statement of six hydrologists"
    if count.noun in phrase_set("signatory_totals", "anybody"):
        return titled  # "Four people were hit there"
    cried = titled and CRY.search(passage.text[: count.lead].rstrip()) is not None
    if cried and can_sign(count) or _are_listed(passage.text, count):
        return True
    return count.signers and (titled or _speaks_of_it(passage.text, count) and not _befell(passage.text, count))


def _all_of_ours(text: str, count: Count) -> bool:
    """ "All six of our charities have sat with them": those who speak, whatever they tell."""
    return is_all().search(before(text, count)) is not None and _of_ours().match(text, count.number.end) is not None


def _are_listed(text: str, count: Count) -> bool:
    """ "the 41 which have confirmed in writing are listed"."""
    clause = re.split(r"[.;:!?]", text[count.number.end : count.number.end + LISTED].casefold())[0]
    who = _who().match(clause) is not None  # "Four of them are named here" are not all
    return not count.noun and who and listed().search(clause) is not None


def _are_ours(text: str, count: Count) -> bool:
    """ "Ten societies and cinemas ask you for the Fridays", "Six choirs have joined in this letter": whoever opens a
    sentence so, the letter is theirs.
    """
    behind = text[count.number.end :].casefold()
    acts = asks_you().match(behind) or have_signed().match(behind)
    return opening().fullmatch(before(text, count)) is not None and acts is not None


@of_language
def _of_ours() -> re.Pattern[str]:
    return re.compile(rf"\s+{either('signatory_totals', 'of_m')}\s+{either('signatory_totals', 'our')}\b")


def _speaks_of_it(text: str, count: Count) -> bool:
    """Whether a sentence may speak of the letter's signers: they are its subject, or it tells of signing or letters."""
    if follows_listed(text, count.span.end):
        return True
    words = set(re.findall(r"[^\W\d_]+", text.casefold()))
    documents = phrase_set("signatories", "own_documents")
    head = before(text, count)
    if head.split()[:1] == [*phrases("signatory_totals", "speaking_as")][:1] and _we().search(
        text[count.span.end :].casefold()
    ):
        return True  # "As presidents of the five rowing clubs we write to you"
    return opening().fullmatch(ITEM.sub("", head)) is not None or announces(text) or bool(words & documents)


def _of_title(plan: Layout, passage: Passage) -> bool:
    title = plan.head.title_span
    return title is not None and passage.kind == "front_matter" and passage.span.overlaps(title)


def _befell(text: str, count: Count) -> bool:
    """Whether something befell those counted: "nine journalists have been killed"."""
    near = re.findall(r"[^\W\d_]+", text[count.span.end : count.span.end + 60].casefold())[:4]
    return bool(phrase_set("signatories", "befallen").intersection(near))


@of_language
def _who() -> re.Pattern[str]:
    return re.compile(rf"\s+{either('signatory_totals', 'aside')}\b")


@of_language
def _we() -> re.Pattern[str]:
    return re.compile(rf"\b{either('signatory_totals', 'we')}\b")


@of_language
def _by() -> re.Pattern[str]:
    return re.compile(rf"\b{either('signatory_totals', 'title_by')}\s*$")
