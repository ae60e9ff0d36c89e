"""What stands above a list: the line that announces it, the label of its first group, a heading of something else."""

from __future__ import annotations

from claims.parts.announcers import announces, is_plain_heading, speaks_of_signing
from claims.parts.blocks import Evidence
from claims.parts.candidates.surroundings import Page, heads_right_below, is_short
from claims.parts.counting.group_labels import counted_label, is_group_label, label_of
from claims.parts.counting.own_nouns import heads_them
from claims.parts.demand_leads import breaks_off, leads_to_demands
from claims.parts.naming.name_kinds import name_kind
from claims.parts.signer_leads import leads_to_signers, names_signers
from claims.quick_records import dataclass
from claims.text.openings import starts

HEADING, LABELS = 14, 3


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
    if (found is not NOTHING and not headed) or not (_may_label(page, at) or marked and is_short(page, at)):
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
        if not (_may_label(page, above) or marked and is_short(page, above)):
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
    if page.features[at].chrome:
        return OTHER_HEADING  # "You may also like"
    if leads_to_signers(text) or text[-1] == ":" and heads_them(text, page.own_nouns):
        return Announcement((("lead", 1),), at)
    if leads_to_demands(text.rstrip()) and (text[-1] in ":,–—-" or breaks_off(text)):
        return None
    if _may_label(page, at):
        return NOTHING
    on_behalf = starts(text, "behalf_starts", words="signatories")  # "For the boats, the four elders:"
    if text[-1] == ":" and (on_behalf or names_signers(text)):
        return Announcement((("kin_lead", 1),), at)
    if text[-1] == ":" or announces(text) and len(text.split()) <= HEADING and not page.features[at].prose:
        return Announcement((("other_lead", 1),))
    if heads_right_below(page, at):
        return _of_own_heading(page, at)
    headed = page.lines[at].heading and at >= page.body and not speaks_of_signing(text)
    return OTHER_HEADING if headed else NOTHING


def _of_own_heading(page: Page, at: int) -> Announcement:
    """What a heading right above a list says: who signs, the name of one group of several, or of something else."""
    if names_signers(page.lines[at].text):
        return Announcement((("kin_lead", 1),), at)
    style = page.features[at + 1].marks[0].style
    alike = [i for i in page.headings if any(mark.style == style for mark in page.features[i + 1].marks)]
    alike = [i for i in alike if page.features[i].kind is None and page.lines[i].text[-1] != ":"]
    return Announcement((), label=(label_of(page.lines[at].text), at)) if len(alike) > 1 else OTHER_HEADING


def _may_label(page: Page, at: int) -> bool:
    """Whether a line may head a group of a list: "Kenya", "Regional organisations (12)", "Organisations:"."""
    text = page.lines[at].text
    if len(text) > 80 or page.features[at].marks or at < page.body:
        return False
    return is_group_label(text) or counted_label(text) is not None or name_kind(text.rstrip(":")) == "place"


def _names_group(text: str) -> bool:
    """Whether the announcing line names the first group too: "Organisations:", "Individual signatories"."""
    return is_group_label(text) and not speaks_of_signing(text)
