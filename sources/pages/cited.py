"""Each claim of a letter held against the pages it cites; what the page prints is evidence of the grade *cited*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.extraction import Extraction
from claims.language.load import load_language
from claims.model import Citation, Claim
from sources.pages.cited_addresses import addresses_cited
from sources.pages.kept import KeptPage, PageShelf
from sources.pages.prints import ask_page, open_answer
from sources.pages.told import Cited, CitedPage


def cited_pages(extraction: Extraction, shelf: PageShelf) -> Cited:
    """What the cited pages that are kept say of the letter's claims."""
    day = extraction.letter.written_on or extraction.letter.published_on
    with load_language(extraction.letter.language).in_force():
        found = {
            claim.claim_id: tuple(_of_citation(claim, each, extraction, shelf, day) for each in claim.citations)
            for claim in extraction.claims
        }
    return {claim_id: pages for claim_id, pages in found.items() if any(pages)}


def _of_citation(
    claim: Claim, citation: Citation, extraction: Extraction, shelf: PageShelf, day: date | None
) -> CitedPage | None:
    addresses = addresses_cited(citation, extraction.notes, extraction.links)
    found = [one for address in addresses if (one := _of_address(claim, address, shelf, day)) is not None]
    if not found:
        return None
    # Of several addresses in a note one may be the source: only all of them together say no.
    lacking = len(found) < len(addresses)
    ranked = sorted(found, key=lambda one: {True: 0, None: 1, False: 3 if lacking else 2}[one.answer.prints])
    best = ranked[0]
    if best.answer.prints is False and lacking:
        return replace(best, answer=open_answer("doubts", "others"))
    return best


def _of_address(claim: Claim, address: str, shelf: PageShelf, day: date | None) -> CitedPage | None:
    versions = shelf.versions(address)
    if not versions:
        problem = shelf.problem(address)
        if problem is None:
            return None
        return CitedPage(address=address, answer=open_answer("doubts", "not_fetched", why=problem))
    answers = [(page, ask_page(claim, page, day)) for page in _by_nearness(versions, day)]
    page, answer = next((each for each in answers if each[1].prints), answers[0])
    return CitedPage(address=address, answer=answer, record=page.record, media_type=page.text().media_type)


def _by_nearness(versions: Sequence[KeptPage], day: date | None) -> list[KeptPage]:
    """The page as it stood nearest to the letter's day first; without such days the newest."""

    def away(page: KeptPage) -> int:
        stood = page.record.stood_on
        return abs((stood - day).days) if day is not None and stood is not None else 0

    return sorted(versions, key=away)
