"""Who signs a letter: the totals it states and the names it lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.words import of_language, vocabulary
from claims.model import Letter, Signatories, SignatoryName, StatedTotal
from claims.parts.announcers import announces
from claims.parts.blocks import Block
from claims.parts.counting.group_labels import label_of
from claims.parts.layout import Doubt, Layout, layout
from claims.signers.broken_off import breaks_off
from claims.signers.stated import groups_of, last_of, stated_of
from claims.signers.told_totals import Reads, told_totals
from claims.text.openings import phrase_set, phrases

LABEL = 80


def read_signatories(letter: Letter, reads: Reads) -> Signatories:
    """The totals and the list of `letter`, whose sentences with their numbers are `reads`; spans count in its text.

    `listed` counts the entries of all lists, late additions too. It is `None` where no list stands in the text, and
    where one does that cannot be counted surely: `doubts` then says why, and `names` is empty.
    """
    plan = layout(letter.text)
    doubts = tuple(_told(doubt) for doubt in plan.doubts)
    rosters = () if doubts else plan.rosters
    names = tuple(_name(letter, plan, roster, n) for roster in rosters for n in range(len(roster.entries)))
    totals = told_totals(letter, plan, reads, len(names))
    if _for_others(rosters, totals):
        names = ()
    if not doubts and names and breaks_off(letter.text, names[-1].span, len(names), _to_list(totals, plan)):
        names, doubts = (), (_told(Doubt("cut")),)
    return Signatories(
        stated=stated_of(totals, plan),
        stated_all=tuple(t.value + t.beside for t in totals if t.role == "total"),
        stated_listed=last_of(totals, "listed"),
        listed=len(names) or None,
        undisclosed=last_of(totals, "undisclosed"),
        totals=totals,
        names=names,
        partial=next(iter(doubts), None) or _partial(plan),
        groups=tuple(dict.fromkeys(n.group for n in names if n.group)),
        doubts=doubts,
        kinds=groups_of(totals, names),
        leaning=plan.leaning,
    )


def _for_others(rosters: Sequence[Block], totals: Sequence[StatedTotal]) -> bool:
    """Whether one or two hands below a closing stand for more, whom the letter counts and does not name."""
    by_hand = bool(rosters) and all("lone" in dict(roster.evidence) for roster in rosters)
    count = sum(len(roster.entries) for roster in rosters)
    return by_hand and any(total.value > count for total in totals if total.role != "undisclosed")


def _told(doubt: Doubt) -> str:
    sentence = str(vocabulary("doubts")[doubt.kind])
    return sentence.format(**dict(zip(("first", "second"), doubt.counts, strict=False)))


def is_withheld(name: str) -> bool:
    """Whether an entry stands for someone who is not named: "Name withheld", "Anonymous (Yangon)"."""
    bare = re.sub(r"\(.*?\)|[\[\]]", "", name).casefold().strip(" .")
    return bare in phrase_set("signatories", "withheld")


def _name(letter: Letter, plan: Layout, roster: Block, n: int) -> SignatoryName:
    entry = roster.entries[n]
    span = plan.view.to_source(entry.span)
    return SignatoryName(
        number=entry.number,
        name=span.of(letter.text),
        span=span,
        group=entry.group or _headed(plan, roster),
        withheld=is_withheld(entry.span.of(plan.view.text)),
        late=roster.late,
    )


def _headed(plan: Layout, roster: Block) -> str | None:
    """What a list is headed by where others have a heading of their own: "Signed by", "Endorsed by"."""
    heads = {other.announcer for other in plan.rosters if other.announcer is not None and not other.late}
    if len(heads) < 2 or roster.announcer is None or roster.late:
        return None
    text = plan.lines[roster.announcer].text
    return label_of(text) if len(text) <= LABEL else None


def _partial(plan: Layout) -> str | None:
    """The words with which the letter says that its list is not whole, if it has one."""
    for roster in plan.rosters:
        around = range(max(0, (roster.announcer or roster.first) - 2), min(len(plan.lines), roster.end + 4))
        for i in around:
            line = plan.lines[i]
            # Above the list only the lines that announce it tell ("Initial signatories:"), not "more and more people".
            tells = announces(line.text) if i < roster.first else len(line.text) <= 160
            if line.text and tells and (phrase := _says_partial(line.text)):
                return f"the letter says so: “{phrase}”"
    return None


def _says_partial(text: str) -> str | None:
    if not _partial_words().search(text):
        return None
    return text if len(text) <= 160 else f"{text[:157]}…"


@of_language
def _partial_words() -> re.Pattern[str]:
    words = "|".join(re.escape(p) for p in phrases("signatories", "partial"))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _to_list(totals: Sequence[StatedTotal], plan: Layout) -> int | None:
    """How many names the list must hold: those stated, without those that are not to be named."""
    stated, hidden = stated_of(totals, plan), sum(one.value for one in totals if one.role == "undisclosed")
    return None if stated is None else stated - hidden
