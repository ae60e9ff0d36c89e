"""What every candidate looks at: the lines with their features, and what stands above and below a stretch of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.parts.announcers import (
    announces,
    breaks_off,
    is_plain_heading,
    leads_to_demands,
    leads_to_signers,
    speaks_of_signing,
)
from claims.parts.blocks import Evidence
from claims.parts.features import Features, name_kind
from claims.parts.group_labels import counted_label, is_group_label, label_of
from claims.text.lines import Line

# Shorter lines of prose are remarks between the parts of a letter.
LEAST = 60


@dataclass(frozen=True)
class Page:
    """A letter's view `text`, its lines with their features, and the line its body begins with."""

    text: str
    lines: Sequence[Line]
    features: Sequence[Features]
    body: int

    def above(self, at: int) -> int | None:
        """The line of words above line `at`; dates and remarks in brackets say nothing of what follows."""
        for i in range(at - 1, -1, -1):
            here = self.features[i]
            if here.blank or here.dated or here.kind is None and is_remark(self.lines[i].text):
                continue
            return i
        return None

    def below(self, at: int) -> int | None:
        """The line of words below line `at`."""
        return next((i for i in range(at + 1, len(self.lines)) if self.lines[i].text), None)

    def goes_on(self, end: int) -> bool:
        """Whether prose of the letter itself stands at line `end` or below it."""
        return end < len(self._prose_below) and self._prose_below[end]

    @cached_property
    def _prose_below(self) -> Sequence[bool]:
        found = [False] * len(self.lines)
        seen = False
        for i in range(len(self.lines) - 1, -1, -1):
            here = self.features[i]
            seen = not here.stop and (seen or self.is_prose(i))
            found[i] = seen
        return found

    def is_prose(self, i: int) -> bool:
        return self.features[i].prose and len(self.lines[i].text) >= LEAST and not self.features[i].marks

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
        return "prose_after_closing" if ("closing", 1) in self.evidence else "prose_after"


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
    if text[-1] == ":" or announces(text) and len(text.split()) <= HEADING and not page.features[at].prose:
        return Announcement((("other_lead", 1),))
    headed = page.lines[at].heading and at >= page.body and not speaks_of_signing(text)
    return OTHER_HEADING if headed else NOTHING


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
