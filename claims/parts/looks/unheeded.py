"""Names below a formula of signing, or at the letter's end, that were taken for no list: that is said."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parts.announcers import is_of_something_else, points_elsewhere
from claims.parts.blocks import Block
from claims.parts.candidates.surroundings import Page
from claims.parts.counting.never_signers import never_sign
from claims.parts.signer_leads import leads_to_signers
from claims.text.openings import phrase_set

FIT, FEW, SEVERAL, RUN, LONG = 0.7, 2, 3, 8, 15
PROPER, NEARLY_ALL, ENDS = 0.5, 0.8, 0.3


def is_unheeded(page: Page, proposed: Sequence[Block], chosen: Sequence[Block]) -> bool:
    """Whether names may stand where no list was read: asked only of a letter without one."""
    if any(block.signs for block in chosen):
        return False
    held = {i for block in chosen if block.part != "body" for i in range(block.first, block.end)}
    lines = range(page.body, len(page.lines))
    if any(_heads_names(page, i, held) or _is_run_together(page, i) for i in lines):
        return True
    return any(_was_near(page, block, held) for block in proposed)


def _is_run_together(page: Page, at: int) -> bool:
    """Whether a long line at the letter's end holds nothing but words with capitals, as names that lost their lines."""
    here, text = page.features[at], page.lines[at].text
    if here.stop or here.chrome or here.dated or here.address or len(text.split()) < LONG:
        return False
    return page.goes_on(at + 1) < ENDS and _are_names(text, NEARLY_ALL)


def _heads_names(page: Page, at: int, held: set[int]) -> bool:
    """Whether names stand below line `at`, which speaks of signing, or behind it on the line itself."""
    kind = page.features[at].kind
    text = page.lines[at].text
    if kind is None and not leads_to_signers(text) or points_elsewhere(text) or page.features[at].stop:
        return False
    if kind != "closing" and len(text.split()) >= RUN and _are_names(text):
        return True
    if page.below(at) is None and (above := page.above(at)) is not None and above >= page.body:
        # "Alder Watch | Birch Union" / "– the undersigned"
        return above not in held and not page.features[above].prose and _are_names(page.lines[above].text)
    below: list[int] = []
    i = page.below(at)
    while i is not None and i not in held and _may_name(page, i):
        below.append(i)
        i = page.below(i)
    # "Yours truly," / "Ana Ruiz, for the Old Pupils' Circle": one hand
    words = LONG if kind == "closing" else RUN
    long = any(len(page.lines[i].text.split()) >= words for i in below)
    return len(below) >= (SEVERAL if kind == "closing" else FEW) or bool(below) and long


def _may_name(page: Page, i: int) -> bool:
    here = page.features[i]
    return not (here.stop or here.chrome or here.dated or here.address or here.kind) and _are_names(page.lines[i].text)


def _are_names(text: str, share: float = PROPER) -> bool:
    """Whether most words begin as those of names do."""
    particles = phrase_set("signatories", "particles")
    words = [word for word in text.split() if any(map(str.isalpha, word)) and word.casefold() not in particles]
    proper = sum(not next(filter(str.isalpha, word)).islower() for word in words)
    return bool(words) and proper >= share * len(words)


def _is_of_others(page: Page, at: int) -> bool:
    """Whether a line heads nobody who signs: "The arrested drivers:", "Our demands:", "The treaty was signed by:"."""
    text = page.lines[at].text
    words = [bare for word in text.split() if (bare := word.strip(",.:;").casefold())]
    befell = bool(phrase_set("signatories", "befallen").intersection(words))
    return befell or is_of_something_else(text) or text[-1] == ":" and bool(words) and never_sign(words[-1])


def _was_near(page: Page, block: Block, held: set[int]) -> bool:
    """Whether a list that was proposed and not taken looks like one of names and stands where the letter ends."""
    if not block.signs or len(block.entries) < SEVERAL or block.first < page.body or held.intersection((block.first,)):
        return False
    above = page.above(block.first)
    if above is not None and (page.features[above].stop or page.features[above].chrome or _is_of_others(page, above)):
        return False
    shown = dict(block.evidence)
    unlike = max(shown.get(name, 0.0) for name in ("sources", "cited", "sentences"))
    return shown.get("fit", 0.0) >= FIT and not unlike and page.goes_on(block.end) < ENDS
