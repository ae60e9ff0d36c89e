"""Figures that a letter tells more than once: the first card has all, the others lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.letter_page.cards import Card
from reports.letter_page.links import Reference


def grouped(cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards in their order; of figures compared alike, the first knows the others and they know the first."""
    first: dict[object, Card] = {}
    again: dict[str, list[Reference]] = {}
    told: list[Card] = []
    for card in cards:
        before = first.setdefault(_figure(card), card)
        if before is card:
            told.append(card)
            continue
        again.setdefault(before.card_id, []).append(_leading(card))
        told.append(replace(card, repeat_of=_leading(before)))
    return tuple(replace(card, repeats=tuple(again.get(card.card_id, ()))) for card in told)


def _figure(card: Card) -> object:
    """What makes two cards one: the same figure, read alike, with the same answer."""
    read = tuple((row.term, row.value) for row in card.rows[:2])
    answer = card.source.key, card.arithmetic, card.explanation, tuple(one.key for one in card.cautions)
    return card.kind.key, read, answer, card.cited, tuple(one.observation_id for one in (*card.deciding, *card.near))


def _leading(card: Card) -> Reference:
    return Reference(text=str(card.number), href=f"#{card.card_id}")
