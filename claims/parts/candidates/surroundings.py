"""What every candidate looks at: the lines with their features, and what stands above and below a stretch of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.parts.announcers import (
    announces,
    breaks_off,
    is_plain_heading,
    is_signers_voice,
    leads_to_demands,
    leads_to_signers,
    names_signers,
    speaks_of_signing,
)
from claims.parts.blocks import Evidence
from claims.parts.counting.group_labels import counted_label, is_group_label, label_of
from claims.parts.counting.told_counts import ToldCounts, told_counts
from claims.parts.features import Features, name_kind
from claims.text.lines import Line

# Shorter lines of prose are remarks between the parts of a letter.
LEAST = 60
ABOUT = 80
QUOTED = '([*“‘«„"'
RULE = re.compile(r"(?:[-–—*_=~#]\s*){3,}")


@dataclass(frozen=True)
class Page:
    """A letter's view `text`, its lines with their features, and the line its body begins with."""

    text: str
    lines: Sequence[Line]
    features: Sequence[Features]
    body: int

    def above(self, at: int) -> int | None:
        """The line of words above line `at`; dates, remarks in brackets and bare signs say nothing of what follows."""
        for i in range(at - 1, -1, -1):
            here = self.features[i]
            if here.blank or here.dated or not any(sign.isalnum() for sign in self.lines[i].text):
                continue
            if here.kind is None and is_remark(self.lines[i].text):
                continue
            return i
        return None

    def below(self, at: int) -> int | None:
        """The line of words below line `at`."""
        return next((i for i in range(at + 1, len(self.lines)) if self.lines[i].text), None)

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
        return min(1.0, 2 * below / self._prose_below[self.body]) if below else 0.0

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

    def _may_head(self, i: int) -> bool:
        text, here = self.lines[i].text, self.features[i]
        if not text or len(text) > LEAST or here.marks or here.dated or here.prose:
            return False
        return counted_label(text) is not None or is_group_label(text) or leads_to_signers(text)

    def is_prose(self, i: int) -> bool:
        return self.features[i].prose and len(self.lines[i].text) >= LEAST and not self.features[i].marks

    def _is_of_the_letter(self, i: int) -> bool:
        """Whether a line is prose that no list has below it: not "(Names were handed in.)", "Signatures …", a motto."""
        text = self.lines[i].text
        return self.is_prose(i) and not (text[0] in QUOTED or announces(text[:ABOUT]))

    @cached_property
    def headings(self) -> Sequence[int]:
        """The lines that stand as a heading right above marked items."""
        return [i for i, line in enumerate(self.lines) if line.text and _heads_right_below(self, i)]

    @cached_property
    def speaks(self) -> bool:
        """Whether the letter says anywhere that it is signed."""
        return any(announces(line.text) for line in self.lines if line.text)


HEADING, LABELS = 14, 3


def is_remark(text: str) -> bool:
    """ "(partial list)", "[in alphabetical order]": said of the list, no part of it."""
    return text[0] + text[-1] in {"()", "[]"} and len(text) <= 100 and not any(c.isdigit() for c in text)


@dataclass(frozen=True, slots=True)
class Announcement:
    """What stands above a list: the evidence it gives, its line if it announces, the label of the first group."""

    evidence: Evidence
    line: int | None = None
    label: tuple[str, int] | None = None
    late: bool = False
    sure: bool = False

    @property
    def prose_after(self) -> str:
        """The weight that tells against a list below which the letter goes on."""
        if self.sure:
            return "prose_after_sure"
        said = any(name in {"closing", "lead"} for name, _ in self.evidence)
        return "prose_after_closing" if said else "prose_after"


NOTHING = Announcement(())
OTHER_HEADING = Announcement((("other_heading", 1),))


def announcement(page: Page, start: int, *, marked: bool = False) -> Announcement | None:
    """What the line above `start` says of a list that begins there; `None` if it leads to demands.

    `marked`: the entries have marks, so that a short line without one between them and an announcer is a label.
    """
    at = page.above(start)
    if at is None:
        return NOTHING
    found = _told(page, at)
    # "Signatories:" / "**Norland**" / "- Alder Watch": a bold line right below an announcer heads the first group.
    headed = marked and found == OTHER_HEADING
    if (found is not NOTHING and not headed) or not (_may_label(page, at) or marked and _is_short(page, at)):
        return found
    label = (label_of(page.lines[at].text), at)
    over = _over(page, at, marked=marked)
    if over is not None:
        return Announcement(over.evidence, over.line, label, over.late, over.sure)
    return Announcement((), label=label) if _may_label(page, at) else found


def _over(page: Page, at: int, *, marked: bool) -> Announcement | None:
    """What announces a list above the labels over its first entry, line `at` and perhaps a line or two more."""
    for _ in range(LABELS):
        above = page.above(at)
        if above is None:
            return None
        found = _told(page, above)
        if found is not NOTHING:
            return found if found is not None and found.line is not None else None
        if not (_may_label(page, above) or marked and _is_short(page, above)):
            return None
        at = above
    return None


def _told(page: Page, at: int) -> Announcement | None:
    text, kind = page.lines[at].text, page.features[at].kind
    if kind is not None:
        plain = kind == "heading" and is_plain_heading(text)
        label = (label_of(text), at) if _names_group(text) else None
        sure = not plain and kind != "closing"
        return Announcement((("plain" if plain else kind, 1),), at, label, kind == "late", sure)
    if page.features[at].stop:
        return Announcement((("other_lead", 1),))
    if leads_to_signers(text):
        return Announcement((("lead", 1),), at)
    if leads_to_demands(text.rstrip()) and (text[-1] in ":,–—-" or breaks_off(text)):
        return None
    if _may_label(page, at):
        return NOTHING
    if text[-1] == ":" and names_signers(text):
        return Announcement((("kin_lead", 1),), at)
    if text[-1] == ":" or announces(text) and len(text.split()) <= HEADING and not page.features[at].prose:
        return Announcement((("other_lead", 1),))
    if _heads_right_below(page, at):
        return _of_own_heading(page, at)
    headed = page.lines[at].heading and at >= page.body and not speaks_of_signing(text)
    return OTHER_HEADING if headed else NOTHING


def _of_own_heading(page: Page, at: int) -> Announcement:
    """What a heading right above a list says: who signs, the name of one group of several, or of something else."""
    if names_signers(page.lines[at].text):
        return Announcement((("kin_lead", 1),), at)
    style = page.features[at + 1].marks[0].style
    alike = [i for i in page.headings if any(mark.style == style for mark in page.features[i + 1].marks)]
    return Announcement((), label=(label_of(page.lines[at].text), at)) if len(alike) > 1 else OTHER_HEADING


def _heads_right_below(page: Page, at: int) -> bool:
    """Whether a line is the heading of the marked list right below it: "Agenda of the Assembly" / "1. Opening"."""
    if at < page.body or at + 1 >= len(page.lines) or page.lines[at].text[-1] in ",;.!?":
        return False
    alone = at == 0 or not page.lines[at - 1].text
    return alone and bool(page.features[at + 1].marks) and _is_short(page, at)


def _is_short(page: Page, at: int) -> bool:
    return len(page.lines[at].text.split()) <= 6 and not page.features[at].prose and not page.features[at].marks


def _may_label(page: Page, at: int) -> bool:
    """Whether a line may head a group of a list: "Kenya", "Regional organisations (12)", "Organisations:"."""
    text = page.lines[at].text
    if len(text) > 80 or page.features[at].marks or at < page.body:
        return False
    return is_group_label(text) or counted_label(text) is not None or name_kind(text.rstrip(":")) == "place"


def _names_group(text: str) -> bool:
    """Whether the announcing line names the first group too: "Organisations:", "Individual signatories"."""
    return is_group_label(text) and not speaks_of_signing(text)
