"""Numbers that count what an earlier one did: "killed 40 people and arrested 30 more", "29 of which hit schools"."""

from __future__ import annotations

from typing import Literal

from claims.nouns import subjects, verbs
from claims.nouns.classes import Word, is_plural_noun, word_class, words_left, words_right
from claims.nouns.noun_phrases import begin, noun_phrase
from claims.units.unit_tables import table_at


def refers_back(text: str, start: int, end: int, *, has_unit: bool) -> Literal["no", "may", "must"]:
    """Whether the number at `[start, end)`, which no noun follows, counts what an earlier one did.

    `must`: the words around it allow nothing else ("of whom", "30 were released": the number is itself the subject), so
    that it counts nothing known if no earlier number does; `may`: else the subject of its verb.
    """
    behind = words_right(text, end)[:2]
    left = words_left(text, start)
    if _is_of_them(behind):
        return "must"
    if has_unit or subjects.is_named_before(left):
        return "no"
    if behind and (verbs.is_verb_form(behind[0]) or behind[0].low in word_class("compared")):
        return "must"
    if behind and behind[0].low in word_class("refers_back"):
        return "may"
    if any(w.low in word_class("part_of") for w in left[-4:]) or _is_object(left):
        return "may"
    return "no"


def earlier_noun(text: str, start: int) -> tuple[Word, Word, Word] | None:
    """First word, last word and head of what the nearest earlier number of the sentence counts, units apart."""
    left = words_left(text, start)
    for i in range(len(left) - 2, -1, -1):
        if not (left[i].is_digits or left[i].low in word_class("scales")):
            continue
        rest = left[i + 1 :]
        opening = begin(rest, joined=False)
        chosen = opening and noun_phrase(rest, opening[0], singular_head=False, joined=False)
        head = rest[chosen[2]] if chosen else None
        named = head is not None and (is_plural_noun(head) or head.low in word_class("nominal"))
        if chosen and named and not _is_unit(text, rest[0]):
            return rest[chosen[0]], rest[chosen[1]], rest[chosen[2]]
    return None


def _is_of_them(behind: list[Word]) -> bool:
    return len(behind) == 2 and behind[0].low in word_class("of") and behind[1].low in word_class("them")


def _is_object(left: list[Word]) -> bool:
    """ "and wounding dozens", "were compared with 500": what a verb that changes no number acts on."""
    last = subjects.skip_hedges(left, len(left) - 1)
    if last < 0:
        return False
    word = left[last].low
    if word in word_class("compared") or (last and left[last - 1].low in word_class("compared")):
        return True
    return word.endswith(tuple(word_class("gerund_endings"))) and len(word) > 5 and not verbs.is_verb_form(left[last])


def _is_unit(text: str, word: Word) -> bool:
    """ "for two years and 95,800 who": the years are not what is counted."""
    return table_at(text, word.start, glued=False, scaled=False) is not None
