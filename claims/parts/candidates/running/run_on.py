"""Signatories in running text: "Signed: Alder Watch; Beta Union", a paragraph of names, "Kenya: Alder; Beta" a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.parts.announcers import announces, is_of_something_else, speaks_of_signing
from claims.parts.blocks import Block
from claims.parts.candidates.announcements import Announcement, announcement
from claims.parts.candidates.marked_lists import runs_on_by_bullets
from claims.parts.candidates.running.commas import SIGNS, split_paragraph
from claims.parts.candidates.running.labelled import labelled
from claims.parts.candidates.running.parted import is_like_a_name, parted
from claims.parts.candidates.running.run_ends import without_sentences
from claims.parts.candidates.running.unannounced import is_label, unannounced
from claims.parts.candidates.surroundings import Page, counts_in_brackets
from claims.parts.counting.group_labels import label_of
from claims.parts.demand_leads import leads_to_demands
from claims.parts.signer_leads import leads_to_signers
from claims.text.openings import either, phrase_set, phrases

LEAST, SHORTEST = 3, 30
LEAD = 200
COLON = re.compile(r":(?!\d)")


def run_on(page: Page) -> Iterator[Block]:
    """Every paragraph that may be one of names: behind what announces it, or below that."""
    for i, line in enumerate(page.lines):
        if not line.text:
            continue
        yield from _inline(page, i)
        if not page.lines[i - 1].text or i == 0 or page.features[i - 1].kind is not None:
            yield from _paragraph(page, i)
    yield from labelled(page)


def _inline(page: Page, at: int) -> Iterator[Block]:
    """ "Signed: Alpha Watch; Beta Union; Gamma", "Yours faithfully, Alpha Watch, Beta Union and Gamma"."""
    text, kind = page.lines[at].text, page.features[at].kind
    start = _after_lead(text)
    if start is None:
        yield from _said(page, at)
    if start is None or page.features[at].stop or leads_to_demands(text[:start]) or not text[start:].strip():
        return
    plain = Announcement((("sentence", 1),), at, sure=True)
    told = Announcement((("closing", 1),), at) if text[start - 1] == "," else plain
    if kind is None and not _presents(text[:start]):
        return
    senders = at < page.body and text[: start - 1].casefold().strip() in phrase_set("signatories", "senders_heads")
    if senders and text.count(";") < LEAST - 1:
        return  # "From: Safety Desk, Makurdi" in the head of a memorandum
    span = Span(page.lines[at].span.start + start, page.lines[_paragraph_end(page, at)].span.end)
    yield from parted(page, at, _paragraph_end(page, at), without_sentences(page.text, span), told)


def _said(page: Page, at: int) -> Iterator[Block]:
    """ "This letter is signed by Ana Ruiz, Ben Okoro and Cy Dunn, all of us guides at your house."."""
    line = page.lines[at]
    found = list(_signed_by().finditer(line.text))
    if not found or not speaks_of_signing(line.text[: found[-1].end()]) or at != _paragraph_end(page, at):
        return
    start = line.span.start + found[-1].end()
    stop = _clause_end().search(page.text, start, line.span.end)
    end = without_sentences(page.text, Span(start, line.span.end)).end
    names = split_paragraph(page.text, Span(start, min(end, stop.start()) if stop else end))[0]
    # "the Welders' Union" is a name, "all of us guides" none
    while len(names) > 1 and _without_article(names[-1].of(page.text))[0].islower():
        names.pop()
    if len(names) >= LEAST and all(is_like_a_name(_without_article(n.of(page.text))) for n in names):
        told = Announcement((("sentence", 1),), at, sure=True)
        yield from parted(page, at, at, Span(start, names[-1].end), told)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in vocabulary("comparators")["definite"] else text


@of_language
def _clause_end() -> re.Pattern[str]:
    """Behind the names of a sentence: " on behalf of the three unions", ", who stand together", " — ten unions"."""
    behalf, who = either("signatory_totals", "on_behalf"), either("signatory_totals", "aside")
    return re.compile(rf",?\s+(?:{behalf}|{who})\s|\s+[–—]\s+(?=[^\W\d_A-Z])")


@of_language
def _signed_by() -> re.Pattern[str]:
    verb, by = either("signatory_totals", "signed_by"), either("signatory_totals", "by")
    return re.compile(rf"\b{verb}\s+{by}\s+", re.IGNORECASE)


@of_language
def _signed_alone() -> re.Pattern[str]:
    """ "Signed, the Alder Watch, the Birch Union and the Cedar Forum"."""
    return re.compile(rf"\W*{either('signatory_totals', 'signed_alone')},(?=\s+\S)", re.IGNORECASE)


def _presents(lead: str) -> bool:
    if leads_to_signers(lead) or lead.rstrip().endswith(","):
        return True
    return announces(lead) and not is_of_something_else(lead)


def _after_lead(text: str) -> int | None:
    """Where names may begin behind a lead: its colon, or the comma of a closing phrase."""
    lowered = text[:LEAD].casefold()
    closings = phrases("segments", "closings")
    closing = (
        next((p for p in closings if lowered.startswith(p + ", ")), None) if lowered.startswith(closings) else None
    )
    if closing is not None:
        return len(closing) + 1
    if alone := _signed_alone().match(text):
        return alone.end()
    found = COLON.search(text, 1, LEAD)
    colon = found.start() if found else 0
    if not colon or not (announces(text[:colon]) or leads_to_signers(text[: colon + 1])):
        return None
    return colon + 1


def _paragraph(page: Page, start: int) -> Iterator[Block]:
    """A paragraph of names below the line that announces them, or one that holds nothing else."""
    told = announcement(page, start)
    if told is None or page.features[start].kind is not None or page.features[start].stop:
        return
    last = _paragraph_end(page, start)
    if told.line is None:
        if is_label(page, start, last):
            told = replace(told, label=(label_of(page.lines[start].text), start))
            yield from unannounced(page, start + 1, last, told)
        else:
            yield from unannounced(page, start, last, told)
        return
    if page.lines[start].text[-1] in ",:" and is_label(page, start, last):
        told, start = replace(told, label=(label_of(page.lines[start].text), start)), start + 1
    span = Span(page.lines[start].span.start, page.lines[last].span.end)
    # "(1) Alder Watch; (2) Birch (Yangon)": a number in brackets is a mark, other words in them belong to a name
    whole = re.sub(r"\((?!\d{1,3}\))[^()]*\)", "", span.of(page.text))
    numbered = re.match(r"[(\[]?1[.)\]]", whole) and re.search(r"\s[(\[]?2[.)\]]\s", page.lines[start].text)
    parts = max(whole.count(sign) for sign in (",", *SIGNS[:-2], *(f" {dash} " for dash in SIGNS[-2:])))
    short = len(page.lines[start].text.rstrip(",")) < _least(page.lines[start].text)
    if not numbered and (short or parts < 2 or parts < 1.5 * (last - start + 1)):
        return
    bulleted = any(runs_on_by_bullets(page.lines[start].text, mark) for mark in page.features[start].marks)
    if page.features[start].marks and not numbered and not bulleted:
        return
    yield from parted(page, start, last, span, told)


def _least(text: str) -> int:
    """How long the first line of a paragraph of names is at least; a comma at its end leads on."""
    return SHORTEST if text[-1] != "," else 0


def _paragraph_end(page: Page, i: int) -> int:
    while i + 1 < len(page.lines) and page.lines[i + 1].text and page.lines[i].text[-1] != ".":
        below = page.features[i + 1]
        if below.kind is not None or below.stop or below.dated or counts_in_brackets(page.lines[i + 1].text):
            break
        i += 1
    return i
