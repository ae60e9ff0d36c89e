"""What changed since the last run, as the front page shows it: made of `since` in `run.json` and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from claims.quick_records import dataclass
from reports.words.addresses_shown import card_id, letter_href
from reports.words.history_words import causes_words, claim_words, finding_words, moment, said, totals_words

OF_A_LETTER = 6
"""Changes of one letter shown; `crossfoot diff` shows all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change: what became of it, in words; `href` leads to the card of a claim that is still there."""

    what: str
    text: str
    why: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterNamed:
    """A letter, linked while it has a page; its changes, and how many more there are."""

    title: str
    href: str
    rows: tuple[ChangeRow, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceView:
    """All of it. `moment` is empty where there was no run before."""

    moment: str
    totals: tuple[str, ...]
    causes: str
    letters: tuple[LetterNamed, ...]
    new: tuple[LetterNamed, ...]
    gone: tuple[LetterNamed, ...]
    more: int
    beside: bool = True


FIRST = SinceView(moment="", totals=(), causes="", letters=(), new=(), gone=(), more=0)


def since_view(since: Mapping[str, Any] | None, *, beside: bool = True) -> SinceView:
    """The view of a record's `since`; `beside`: with a link to the page of all runs."""
    if since is None:
        return replace(FIRST, beside=beside)
    return SinceView(
        moment=moment(since["run"]["started_at"]),
        totals=tuple(totals_words(since["totals"])),
        causes=said("why_all", causes=causes_words(since["causes"])) if since["causes"] else "",
        letters=tuple(_letter(one) for one in since["letters"]),
        new=tuple(_named(one, linked=True) for one in since["new"]),
        gone=tuple(_named(one, linked=False) for one in since["gone"]),
        more=since["more"],
        beside=beside,
    )


def _named(letter: Mapping[str, Any], *, linked: bool) -> LetterNamed:
    name = letter["letter_id"]
    return LetterNamed(title=letter["title"] or name, href=letter_href(name) if linked else "")


def _letter(letter: Mapping[str, Any]) -> LetterNamed:
    rows = [*_claims(letter), *_findings(letter)]
    named = _named(letter, linked=True)
    return LetterNamed(
        title=named.title, href=named.href, rows=tuple(rows[:OF_A_LETTER]), more=max(0, len(rows) - OF_A_LETTER)
    )


def _claims(letter: Mapping[str, Any]) -> Iterator[ChangeRow]:
    for change in letter["claims"]:
        before, after = change["before"], change["after"]
        yield ChangeRow(
            what=said(f"what_{change['what']}"),
            text=claim_words(change),
            why=said("why", causes=causes_words(change["causes"])) if before and after and _tells(change) else "",
            href=f"{letter_href(letter['letter_id'])}#{card_id(after['claim_id'])}" if after else "",
        )


def _tells(change: Mapping[str, Any]) -> bool:
    """Whether the causes tell more than that a changed figure stands in a changed sentence."""
    return bool(change["what"] != "changed" or {one["kind"] for one in change["causes"]} != {"sentence"})


def _findings(letter: Mapping[str, Any]) -> Iterator[ChangeRow]:
    for change in letter["findings"]:
        yield ChangeRow(what=said(f"alarm_{change['what']}"), text=finding_words(change), why="", href="")
