"""What every candidate looks at: the lines with their features, and what stands above and below a stretch of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from claims.language.words import vocabulary
from claims.parts.announcers import announces
from claims.parts.counting.group_labels import counted_label, is_group_label
from claims.parts.counting.own_nouns import own_nouns
from claims.parts.counting.told_counts import ToldCounts, told_counts
from claims.parts.features import Features
from claims.parts.signer_leads import is_signers_voice, leads_to_signers
from claims.quick_records import dataclass
from claims.text.lines import Line
from claims.text.openings import starts

# Shorter lines of prose are remarks between the parts of a letter.
LEAST = 60
ABOUT = 80
QUOTED = '([*“‘«„"'
RULE = re.compile(r"(?:[-–—*_=~#]\s*){3,}|--")


@dataclass(frozen=True)
class Page:
    """A letter's view `text`, its lines with their features, and the line its body begins with."""

    text: str
    lines: Sequence[Line]
    features: Sequence[Features]
    body: int

    def above(self, at: int) -> int | None:
        """The line of words above line `at`; dates, remarks in brackets and bare signs say nothing of what follows."""
        return self._words_above[at]

    @cached_property
    def _words_above(self) -> Sequence[int | None]:
        """Of each line and of the end the line of words above it."""
        found: list[int | None] = [None]
        for i in range(len(self.lines)):
            found.append(i if self._says_something(i) else found[-1])
        return found

    def _says_something(self, at: int) -> bool:
        here, text = self.features[at], self.lines[at].text
        if here.blank or here.dated or not any(sign.isalnum() for sign in text):
            return False
        return here.kind is not None or not is_remark(text)

    def below(self, at: int) -> int | None:
        """The line of words below line `at`."""
        return next((i for i in range(at + 1, len(self.lines)) if self.lines[i].text), None)

    def has_copies_below(self, end: int) -> bool:
        """Whether "cc:" stands right below line `end`: those above it sign."""
        at = self.below(end - 1)
        return at is not None and self.features[at].stop and starts(self.lines[at].text, "copy_starts")

    def voice_above(self, at: int) -> bool:
        """Whether the prose right above line `at` is of those who sign: "The undersigned doctors ask for a stay."."""
        above = self.above(at)
        if above is None or not self.features[above].prose or above < self.body:
            return False
        last = re.split(r"(?<=[.!?])\s+(?=\W*[A-Z0-9])", self.lines[above].text.rstrip())[-2:]
        return any(is_signers_voice(sentence) for sentence in last)

    def goes_on(self, end: int) -> float:
        """How far the letter itself goes on at line `end`: 1 where half of its prose stands below, 0 for none."""
        below = self._prose_below[end] if end < len(self._prose_below) else 0
        # what stands below a rule is counted anew: there may be more of it than from the letter's head on
        return min(1.0, 2 * below / max(below, self._prose_below[self.body])) if below else 0.0

    @cached_property
    def _prose_below(self) -> Sequence[int]:
        """How many characters of the letter's prose stand at each line or below it."""
        found = [0] * len(self.lines)
        seen = 0
        for i in range(len(self.lines) - 1, -1, -1):
            here = self.features[i]
            # What stands below a rule under a list is mostly another text: a notice of the mailing list, an appeal.
            apart = here.stop or RULE.fullmatch(self.lines[i].text) is not None
            seen = 0 if apart else seen + (len(self.lines[i].text) if self._is_of_the_letter(i) else 0)
            found[i] = seen
        return found

    @cached_property
    def told(self) -> ToldCounts:
        """How many the letter says sign it; in the lines that announce signers every number may say so."""
        heads = [i for i, here in enumerate(self.features) if here.kind is not None or self._may_head(i)]
        return told_counts(self.lines, heads)

    @cached_property
    def own_nouns(self) -> frozenset[str]:
        """What the letter calls those who sign it, beside the words that every letter has for them."""
        return own_nouns(line.text for line in self.lines[self.body :] if line.text)

    def _may_head(self, i: int) -> bool:
        text, here = self.lines[i].text, self.features[i]
        if not text or len(text) > LEAST or here.marks or here.dated or here.prose:
            return False
        on_behalf = text[-1] == ":" and starts(text, "behalf_starts", words="signatories")
        return on_behalf or self.counts_below(i) or is_group_label(text) or leads_to_signers(text)

    def counts_below(self, i: int) -> bool:
        """Whether a line counts what stands below it ("KENYA (14)"); of several such lines in a row each has a figure
        of its own: "Rosa Iturbe (81)", "Eloy Iturbe (84)", "Ana Choque (59)".
        """
        if counted_label(self.lines[i].text) is None:
            return False
        around = [
            0 <= n < len(self.lines) and counted_label(self.lines[n].text) is not None for n in range(i - 2, i + 3)
        ]
        return not any(all(around[at : at + 3]) for at in range(3))

    def is_prose(self, i: int) -> bool:
        return self.features[i].prose and len(self.lines[i].text) >= LEAST and not self.features[i].marks

    def _is_of_the_letter(self, i: int) -> bool:
        """Whether a line is prose that no list has below it: not "(Names were handed in.)", "Signatures …", a motto."""
        text = self.lines[i].text
        return self.is_prose(i) and not (text[0] in QUOTED or announces(text[:ABOUT]))

    @cached_property
    def headings(self) -> Sequence[int]:
        """The lines that stand as a heading right above marked items."""
        return [i for i, line in enumerate(self.lines) if line.text and heads_right_below(self, i)]

    @cached_property
    def speaks(self) -> bool:
        """Whether the letter says anywhere that it is signed."""
        return any(announces(line.text) for line in self.lines if line.text)


def is_remark(text: str) -> bool:
    """ "(partial list)", "[in alphabetical order]": said of the list, no part of it."""
    return text[0] + text[-1] in {"()", "[]"} and len(text) <= 100 and not any(c.isdigit() for c in text)


def counts_in_brackets(text: str) -> bool:
    """ "(5 agencies)", "(twelve librarians from eleven branches)": how many stand above."""
    first = text.strip("([ .").split(maxsplit=1)[:1]
    numbers = vocabulary("signatories")["numbers"]
    return (
        text[0] in "(["
        and text.rstrip(" .")[-1:] in ")]"
        and bool(first)
        and (first[0].isdigit() or first[0].casefold() in numbers)
    )


def heads_right_below(page: Page, at: int) -> bool:
    """Whether a line is the heading of the marked list right below it: "Agenda of the Assembly" / "1. Opening"."""
    if at < page.body or at + 1 >= len(page.lines) or page.lines[at].text[-1] in ",;.!?":
        return False
    alone = at == 0 or not page.lines[at - 1].text
    return alone and bool(page.features[at + 1].marks) and is_short(page, at)


def is_short(page: Page, at: int) -> bool:
    return len(page.lines[at].text.split()) <= 6 and not page.features[at].prose and not page.features[at].marks
