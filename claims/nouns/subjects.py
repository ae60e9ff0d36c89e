"""What a number without a noun of its own is about: "a death toll of 31", "Cost: $72", "unemployment rose to 4%"."""

from __future__ import annotations

from claims.model import Span
from claims.nouns.classes import Word, is_adverb, word_class, words_left, words_right
from claims.nouns.verbs import is_pronoun, is_verb, particles, subject_class
from claims.text.plurals import singular


def read_subject(text: str, start: int, end: int) -> tuple[Span, str] | None:
    """The noun phrase that the number at `[start, end)` (unit included) tells about, and its head in the singular.

    In this order: the noun before "of" or a colon, the subject of the verb that governs the number, the object between
    verb and number, a noun tied on behind with "in" or "for". `None` where only a pronoun or nothing is found.
    """
    left = words_left(text, start)
    last = skip_hedges(left, len(left) - 1)
    for find in (_labelled, _of_which, _listed, _governed):
        found = find(left, last)
        if found is not None:
            return _named(found)
    behind = _behind(words_right(text, end))
    return _named(behind) if behind else None


def is_named_before(left: list[Word]) -> bool:
    """Whether "of", "worth" or a colon ties the number to the noun before it: "a death toll of 31 was confirmed"."""
    last = skip_hedges(left, len(left) - 1)
    return (_labelled(left, last) or _of_which(left, last)) is not None


def _named(phrase: list[Word]) -> tuple[Span, str]:
    """Span and head: the word before the first preposition."""
    head = phrase[-1]
    for i, word in enumerate(phrase):
        if i and word.low in subject_class("prepositions"):
            head = phrase[i - 1]
            break
    bare = head.low[:-2] if head.low.endswith("'s") else head.low
    return Span(phrase[0].start, phrase[-1].end), singular(bare)


def skip_hedges(left: list[Word], i: int) -> int:
    """Past what stands between the noun and its number: "of more than about"."""
    hedges = subject_class("hedges")
    while i >= 0 and (left[i].low in hedges or left[i].raw in "~≈($"):
        i -= 1
    return i


def _labelled(left: list[Word], last: int) -> list[Word] | None:
    """ "Total cost: $72,370", "Signatories – 285", "Organisations (285)"."""
    if last < 0 or left[last].raw not in (":", "–", "—", "="):
        return None
    phrase = _noun_phrase(left, last - 1, prepositions=True)
    return phrase if phrase and (phrase[0] is left[0] or left[left.index(phrase[0]) - 1].is_sign) else None


def _of_which(left: list[Word], last: int) -> list[Word] | None:
    """ "a death toll of 31", "at a price of AUD1.5m"; "a total of 300" only says how much, and looks on."""
    if last < 1 or left[last].low not in subject_class("ties_before"):
        return None
    phrase = _noun_phrase(left, last - 1, prepositions=False)
    if not phrase or phrase[-1].low in subject_class("amounts"):
        return None
    return phrase


def _listed(left: list[Word], last: int) -> list[Word] | None:
    """ "Ross were down 2.3%, Burlington by 2.6%": a name of its own before a "by" whose verb stands further left."""
    if last < 0 or not left or not any(w.low in subject_class("by") for w in left[last:][:3]):
        return None
    end = last - (left[last].low in subject_class("by"))
    phrase = _noun_phrase(left, end, prepositions=False)
    if not phrase:
        return None
    first = left.index(phrase[0])
    return phrase if first and left[first - 1].raw == "," else None


def _governed(left: list[Word], last: int) -> list[Word] | None:
    """Subject or, where that is a pronoun or missing, object of the nearest verb on the left."""
    i = last
    while i >= 0 and not is_verb(left, i):
        i -= 1
    if i >= 0 and left[i].low in particles():
        return _beside_particle(left, i) or _governed(left, i - 2)
    if i < 0:
        return _noun_phrase(left, last, prepositions=True, any_end=True)
    verb = i
    while i >= 0 and (is_verb(left, i) or left[i].low in subject_class("auxiliaries") or is_adverb(left[i])):
        i -= 1
    subject = _noun_phrase(left, _before_asides(left, i), prepositions=True)
    if subject and not is_pronoun(subject[-1]):
        return subject
    return _object(left, verb, last)


def _beside_particle(left: list[Word], i: int) -> list[Word] | None:
    """ "Harbour Group, down 68p": the name before the comma; not "prices were $3 million, down 9%"."""
    phrase = _noun_phrase(left, i - 2, prepositions=False)
    if phrase is None or any(w.is_digits for w in left[max(0, i - 4) : i]):
        return None
    return phrase


def _before_asides(left: list[Word], i: int) -> int:
    """Past what stands between subject and verb: "the group (GRP) was", "debt, without banks, was", "groups which"."""
    if i >= 0 and left[i].raw == ")":
        while i >= 0 and left[i].raw != "(":
            i -= 1
        i -= 1
    if i >= 0 and left[i].low in subject_class("relatives"):
        i -= 1
        return i - 1 if i >= 0 and left[i].raw == "," else i
    if i >= 0 and left[i].raw == ",":
        earlier = next((k for k in range(i - 1, max(-1, i - 14), -1) if left[k].raw == ","), None)
        counted = earlier is not None and any(w.is_digits for w in left[max(0, earlier - 3) : earlier])
        return i - 1 if not earlier or counted else earlier - 1
    return i


def _object(left: list[Word], verb: int, last: int) -> list[Word] | None:
    """ "Get the mirror for $30" → the mirror."""
    i = last
    while i > verb and left[i].low not in subject_class("prepositions"):
        i -= 1
    found = _noun_phrase(left, (i if i > verb else last + 1) - 1, prepositions=False, first=verb + 1)
    if not found or any(w.is_digits for w in left[max(0, left.index(found[0]) - 2) : left.index(found[-1])]):
        return None
    return found


def _noun_phrase(
    left: list[Word], last: int, *, prepositions: bool, any_end: bool = False, first: int = 0
) -> list[Word] | None:
    """The noun phrase that ends at `last`, at most 12 words: "Growth across the region", "our death toll"."""
    i = last
    while (
        any_end
        and i >= first
        and (left[i].low in subject_class("prepositions") or left[i].is_sign or left[i].is_digits)
    ):
        i -= 1
    end = i
    while i >= first and end - i < 12 and not _bounds(left, i, prepositions):
        i -= 1
    phrase = left[i + 1 : end + 1]
    while phrase and _opens(phrase[0]):
        phrase = phrase[1:]
    while phrase and (_is_loose(phrase[-1]) or _is_year(phrase)):
        phrase = phrase[:-1]
    return phrase if any(not w.is_digits for w in phrase) else None


def _is_year(phrase: list[Word]) -> bool:
    """ "China's economy in 2022": a number behind a preposition is no part of the name, "the Fund 500" is."""
    return phrase[-1].is_digits and (len(phrase) == 1 or phrase[-2].low in subject_class("prepositions"))


def _opens(word: Word) -> bool:
    """Leading words that name nothing: "the", "to people", "1900 world temperatures"."""
    listed = any(word.low in subject_class(name) for name in ("determiners", "openers", "prepositions"))
    return listed or word.raw[-1].isdigit() or is_adverb(word)


def _is_loose(word: Word) -> bool:
    """Trailing words that name nothing: "recession in Europe spilling", "sales currently"."""
    if word.low.endswith(tuple(word_class("gerund_endings"))):
        return word.low not in subject_class("ing_nouns") and not word.is_name
    return any(word.low in subject_class(name) for name in ("prepositions", "hedges", "scales")) or is_adverb(word)


def _bounds(left: list[Word], i: int, prepositions: bool) -> bool:
    word = left[i]
    if word.is_sign or word.low in subject_class("breaks") or word.low in subject_class("relatives"):
        return True
    if word.low in subject_class("prepositions"):
        return not prepositions
    return is_pronoun(word) or is_verb(left, i)


def _behind(right: list[Word]) -> list[Word] | None:
    """ "$12,000 for a new roof", "$1 billion in gains"."""
    if not right or right[0].low not in subject_class("ties"):
        return None
    phrase: list[Word] = []
    for word in right[1:8]:
        if (word.low in subject_class("determiners") or word.is_digits) and not phrase:
            continue
        if word.is_sign or word.is_digits or word.low in word_class("stops") or word.low in subject_class("breaks"):
            break
        if word.low in subject_class("hedges") or singular(word.low) in word_class("time_nouns"):
            return None
        phrase.append(word)
    return phrase or None
