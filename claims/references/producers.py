"""Whose name stands in a note or a sentence: matching producers by their names and aliases, one or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.words import of_language, of_tables, vocabulary
from claims.model import Producer
from claims.places.countries import country_names
from claims.text.openings import either, phrase_set, phrases

WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
CUT = re.compile(r"[,;:]\s|[‘“\"]|(?<!\w)'|\.\s|\s[–—-]\s|https?://|\[")


@of_language
def _joint() -> re.Pattern[str]:
    # "Forum Asia & Casa Norte" are two authors; "Peace and Justice Network" is one, so "and" is tried whole first.
    return re.compile(rf"\s+{either('letter_words', 'joints')}\s+|\s*/\s*")


def producer_named(name: str, producers: Sequence[Producer]) -> str | None:
    """The id of the one producer that `name` is the name of, article and what stands in brackets aside; else `None`."""
    found = _matches(name, _index(tuple(producers)))
    return next(iter(found)) if len(found) == 1 else None


def producer_of_note(text: str, url: str | None, producers: Sequence[Producer]) -> str | None:
    """The producer a note cites: its author as the note names it, else the owner of the address it gives.

    The author is the note's first part, before a comma, a quotation or a colon, and has to be a producer's name as a
    whole: "Coastal Parliamentarians for Peace" is not "Coastal". Two authors that are two producers give `None`.
    """
    index = _index(tuple(producers))
    authors = _authors(text)
    found: set[str] = set()
    for author in authors:
        found |= _matches(author, index) or {p for part in _joint().split(author) for p in _matches(part, index)}
    if len(found) > 1:
        return None
    return next(iter(found), None) or _owner(url, producers)


def _authors(text: str) -> list[str]:
    """The author parts of a note: the first one, and those before the title in quotation marks."""
    text = _without_lead(text[:600])
    parts = CUT.split(text)
    quote = re.search(r"[‘“\"]|(?:^|\s)'(?=\w)", text)
    authors = parts[:1]
    if quote and quote.start() > 0:
        authors += [p for p in CUT.split(text[: quote.start()])[1:4] if p.strip()]
    return [a.strip() for a in authors if a.strip()]


def _without_lead(text: str) -> str:
    for _ in range(3):
        lowered = text.casefold().lstrip()
        lead = next((p for p in phrases("citations", "note_leads") if lowered.startswith((p + " ", p + ", "))), None)
        if lead is None:
            break
        text = text.lstrip()[len(lead) :].lstrip(" ,")
    return text


def _matches(name: str, index: dict[tuple[str, ...], frozenset[str]]) -> frozenset[str]:
    inside = re.findall(r"\(([^()]{2,40})\)", name)
    bare = re.sub(r"\([^()]*\)", " ", name)
    for candidate in (name, bare):
        if found := index.get(_key(candidate)):
            return found
    if found := _with_document(_key(bare), index):
        return found
    # "Sea Rescue Centre (SRC)": the short form in brackets names it, if it is one.
    return next((index[_key(i)] for i in inside if i.isupper() and _key(i) in index), frozenset())


def _with_document(key: tuple[str, ...], index: dict[tuple[str, ...], frozenset[str]]) -> frozenset[str]:
    """ "Alder Watch Daily Briefing": a producer's name and then nothing but words of a document."""
    words = phrase_set("citations", "document_words")
    for cut in range(len(key) - 1, 0, -1):
        if key[:cut] in index:
            rest = key[cut:]
            fits = all(w in words or w.isdigit() or w in country_names() for w in rest)
            return index[key[:cut]] if fits else frozenset()
    return frozenset()


def _key(name: str) -> tuple[str, ...]:
    words = [
        w.casefold().replace("’", "'").removesuffix("'s").replace(".", "")
        for w in WORD.findall(name.replace("&", f" {vocabulary('letter_words')['joints'][0]} "))
    ]
    return tuple(words[1:] if words and words[0] in phrase_set("letter_words", "articles") else words)


@of_tables
def _index(producers: tuple[Producer, ...]) -> dict[tuple[str, ...], frozenset[str]]:
    index: dict[tuple[str, ...], frozenset[str]] = {}
    for producer in producers:
        for name in (producer.name, *producer.aliases, re.sub(r"\([^()]*\)", "", producer.name)):
            if key := _key(name):
                index[key] = index.get(key, frozenset()) | {producer.producer_id}
    return index


def _owner(url: str | None, producers: Sequence[Producer]) -> str | None:
    host = _host(url)
    found = {p.producer_id for p in producers if host and _host(p.url) == host}
    return next(iter(found)) if len(found) == 1 else None


def _host(url: str | None) -> str | None:
    found = re.match(r"(?:https?://)?(?:www\.)?([\w.-]+)", url or "")
    return found[1].casefold() if found else None
