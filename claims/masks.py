"""What is no quantity though it holds a number: addresses, telephone numbers, footnote marks, labels, names, idioms.

`pattern_masks` finds what its own shape gives away; `reason_against` reads the words around one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.following import counts_behind
from claims.mask_words import MaskWords, mask_words
from claims.model import Span
from claims.numeral_forms import DASHES, Numeral, hyphen_at, lower_at
from claims.numerals_cardinal import money_before
from claims.plurals import is_plural
from claims.tokens import Token, adjacent

URL = re.compile(r"(?:https?://|www\.)\S+")
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]*@[\w-]+(?:\.[\w-]+)*")
PHONE = re.compile(r"(?<![\w.])\+\d[\d\s().-]{6,20}\d(?:/\d{1,6})?|(?<![\w$€£.,])\(?\d{3}\)?[ .-]\d{3}[-.]\d{4}(?!\d)")
NOTE_MARK = re.compile(r"\[ ?(?:\d{1,3}(?: ?[,–-] ?\d{1,3}){0,5}|[ivxlc]{1,7}|[a-z*]|\*{1,3}) ?\]")
TRAILING = ".,;:!?)]}\"'”’»"
LIST_MARK = re.compile(r"[ \t]*(?:[-*•·–—>#][ \t]*){0,3}[(\[]?\Z")
LONGEST_CHUNK = 300


def pattern_masks(text: str) -> list[tuple[Span, str]]:
    """Spans that are no quantity by their shape alone, each with its reason; sorted, they do not overlap."""
    found: list[tuple[Span, str]] = []
    for span, reason in _patterns(text):
        if not any(span.overlaps(other) for other, _ in found[-8:]):
            found.append((span, reason))
    found.sort()
    return found


def _patterns(text: str) -> Iterator[tuple[Span, str]]:
    if "://" in text or "www." in text:
        yield from _all(URL, text, "web address")
    if "@" in text:
        yield from _all(MAIL, text, "e-mail address")
    if "[" in text:
        yield from _all(NOTE_MARK, text, "footnote mark")
    yield from _legal(text)
    if "+" in text or "-" in text or "." in text:
        yield from _all(PHONE, text, "telephone number")


CITED_CASE = re.compile(r"(?<![\w.])\d{1,4} (?=[A-Z])")


def _legal(text: str) -> Iterator[tuple[Span, str]]:
    """ "429 F.3d 445": volume, reporter and page of a published judgment. """
    reporters = mask_words().reporters
    for match in CITED_CASE.finditer(text):
        found = reporters.match(text, match.end())
        if found is not None:
            yield Span(match.start(), found.end()), "legal citation"


def _all(pattern: re.Pattern[str], text: str, reason: str) -> Iterator[tuple[Span, str]]:
    for match in pattern.finditer(text):
        end = match.end() - (len(match.group()) - len(match.group().rstrip(TRAILING)) if reason == "web address" else 0)
        yield Span(match.start(), end), reason


def reason_against(
    text: str, tokens: list[Token], numeral: Numeral, previous: Previous | None = None
) -> tuple[str, int, int] | None:
    """Why a number is no quantity, as far as words and signs around it tell before its unit is known.

    (reason, first token, stop token) of what is ignored: for a name that is more than the number itself. `previous` is
    the number before it: labels and ages go on through a list ("Articles 19 and 20", "aged 18 to 34").
    """
    known = mask_words()
    if previous is not None:
        if previous.reason is None and previous.stop == numeral.first - 1 and tokens[previous.stop].text in DASHES:
            return None  # "5k-20k"
        chained = _chained(tokens, numeral, previous, known)
        if chained is not None:
            return chained
    for rule in (_phrase, _idiom, _list_number, _glued, _label, _named_before, _named_behind, _aged, _slashed, _compound):
        found = rule(text, tokens, numeral, known)
        if found is not None:
            return found
    return None


Finding = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Previous:
    """The number before: the token behind it, and why it was ignored (`None`: it was not)."""

    stop: int
    reason: str | None


def _chained(tokens: list[Token], numeral: Numeral, previous: Previous, known: MaskWords) -> Finding | None:
    """ "Nos. 36, 40 and 41", "aged 18 to 34": the second of two labels or ages joined by a small word. """
    gap = [token.lower for token in tokens[previous.stop : numeral.first]]
    if previous.reason not in ("reference", "age") or not gap or len(gap) > 2 or not all(word in known.chain for word in gap):
        return None
    if previous.reason == "reference" and (not _plain(numeral) or counts_behind(tokens, numeral.stop)):
        return None
    return previous.reason, numeral.first, numeral.stop


def _plain(numeral: Numeral) -> bool:
    """A bare whole number in digits, as labels and names have it: "31", not "3,100", "2.5" or "3 million"."""
    return numeral.digits and numeral.kind == "cardinal" and numeral.scale == 1 and numeral.step is None


def _phrase(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "24/7", "COVID-19", "9/11": a name of the vocabulary around the number. """
    for start in range(numeral.first, max(-1, numeral.first - 4), -1):
        found = known.phrases.starting_at(tokens, start)
        if found is not None and found[0] > numeral.first:
            return "part of a name", start, max(found[0], numeral.stop)
    return None


def _idiom(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "on the one hand", "net zero"; "one" that stands for a noun. """
    if numeral.digits or numeral.kind != "cardinal":
        return None
    for start in range(numeral.first, max(-1, numeral.first - 4), -1):
        found = known.idioms.starting_at(tokens, start)
        if found is not None and found[0] > numeral.first:
            return "idiom", start, max(found[0], numeral.stop)
    if numeral.value == 1 and numeral.stop == numeral.first + 1 and _pronoun(tokens, numeral, known):
        return "pronoun", numeral.first, numeral.stop
    return None


def _pronoun(tokens: list[Token], numeral: Numeral, known: MaskWords) -> bool:
    following = tokens[numeral.stop] if numeral.stop < len(tokens) else None
    if following is None:
        return True
    if following.text in DASHES or following.text in "%$€£":
        return False
    beyond = lower_at(tokens, numeral.stop + 1)
    if following.lower in known.range_words and (beyond[:1].isdigit() or beyond in known.numbers):
        return False
    return following.kind == "sign" or following.lower in known.pronoun_next


def _list_number(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "3. publicly refuse", "- 248. Name", "(2) cancel": a number that opens a line or a clause and is followed by a mark. """
    if not _plain(numeral) or numeral.stop >= len(tokens) or numeral.end - numeral.start > 3:
        return None
    mark = tokens[numeral.stop]
    if mark.text not in ".)]" or not adjacent(tokens, numeral.stop - 1, numeral.stop):
        return None
    line = text[max(text.rfind("\n", 0, numeral.start) + 1, numeral.start - 12) : numeral.start]
    spaced = text[mark.end : mark.end + 1] in ("", " ", "\t", "\n", "\u00a0")
    opened = numeral.first > 0 and tokens[numeral.first - 1].text == "(" and mark.text == ")"
    if spaced and LIST_MARK.match(line) and mark.end < len(text.rstrip()):
        return "list number", numeral.first, numeral.stop
    if opened and (numeral.first < 2 or tokens[numeral.first - 2].text in ":;,." or lower_at(tokens, numeral.first - 2) in known.and_or):
        return "list number", numeral.first, numeral.stop
    return None


def _glued(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """Letters glued in front ("G7", "F-16", "A/HRC/32/L.20", "rights.12"): a name, a symbol or a footnote mark."""
    i = numeral.first
    if not numeral.digits or not adjacent(tokens, i - 1, i):
        return None
    before = tokens[i - 1]
    if before.kind in ("word", "raised", "vulgar"):
        return None if _money_like(tokens, numeral) else name_around(tokens, numeral)
    if before.text in "”\"’'»" and adjacent(tokens, i - 2, i - 1) and numeral.end - numeral.start <= 2:
        return ("footnote mark", i, numeral.stop) if tokens[i - 2].kind == "word" or tokens[i - 2].text in ".,!?" else None
    if before.text not in known.joints or not adjacent(tokens, i - 2, i - 1):
        return None
    return _jointed(tokens, numeral, known)


def _money_like(tokens: list[Token], numeral: Numeral) -> bool:
    """ "RM79", "AUD1.5m", "PS6m": capitals that a currency may have, or that stand before an amount no name has. """
    code = tokens[numeral.first - 1].text
    glued = adjacent(tokens, numeral.first - 2, numeral.first - 1) and tokens[numeral.first - 2].kind != "sign"
    if glued or not code[:1].isupper():
        return False
    amount = numeral.scale > 1 or "," in tokens[numeral.first].text
    return mask_words().is_money(code) or (code.isupper() and len(code) <= 3 and amount)


def _jointed(tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    i = numeral.first
    joint, word = tokens[i - 1].text, tokens[i - 2]
    if word.kind == "sign":
        return None
    if joint == "=":
        return None
    if joint in DASHES:
        if word.kind == "word" and (word.lower in known.dash_words or word.lower in known.months):
            return None
        return None if word.kind == "number" and not adjacent(tokens, i - 3, i - 2) else name_around(tokens, numeral)
    if joint in ".," and word.kind == "word":
        if word.lower in known.strong or mask_words().is_money(word.text + joint):
            return None
        if len(word.text) > 2 and numeral.end - numeral.start <= 3 and word.text[-1].islower():
            return "footnote mark", i, numeral.stop
    return name_around(tokens, numeral)


def name_around(tokens: list[Token], numeral: Numeral) -> Finding:
    """The whole run of characters without a blank around the number, without its closing punctuation."""
    first, stop = numeral.first, numeral.stop
    while first > 0 and adjacent(tokens, first - 1, first) and numeral.first - first < LONGEST_CHUNK:
        first -= 1
    while stop < len(tokens) and adjacent(tokens, stop - 1, stop) and stop - numeral.stop < LONGEST_CHUNK:
        stop += 1
    while tokens[first].kind == "sign" and first < numeral.first:
        first += 1
    while stop > numeral.stop and tokens[stop - 1].kind == "sign":
        stop -= 1
    symbol = any(token.text == "/" for token in tokens[first:stop])
    return ("document symbol" if symbol else "part of a name"), first, stop


def _label(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "No. 31", "Article 19", "paras. 12", "Resolution 2669", "week 10". """
    i = numeral.first - 1
    if not (numeral.digits or numeral.kind == "cardinal") or numeral.scale > 1 or numeral.step is not None or i < 0:
        return None
    while i > 0 and (tokens[i].text in ".(:°º" or (tokens[i].text == "#" and tokens[i - 1].kind == "word")):
        i -= 1
    word = tokens[i].lower
    dotted = tokens[i + 1].text == "." if i + 1 < numeral.first else False
    if word in known.strong and _strong_stands(tokens, i, numeral, dotted):
        return "reference", i, _through_slashes(tokens, numeral.stop)
    if dotted or i != numeral.first - 1 or word not in known.weak or not _plain(numeral):
        return None
    named = tokens[i].text[0].isupper() and not _sentence_start(tokens, i)
    return None if counts_behind(tokens, numeral.stop) and not named else ("reference", i, numeral.stop)


def _through_slashes(tokens: list[Token], stop: int) -> int:
    """ "No. 108/109", "res. 26/13": behind the numbers glued on with a slash. """
    while stop + 1 < len(tokens) and tokens[stop].text == "/" and tokens[stop + 1].kind == "number" and adjacent(tokens, stop - 1, stop):
        stop += 2
    lettered = stop < len(tokens) and adjacent(tokens, stop - 1, stop) and tokens[stop].kind == "word" and len(tokens[stop].text) <= 2
    return stop + lettered  # "Section 66A"


def _strong_stands(tokens: list[Token], i: int, numeral: Numeral, dotted: bool) -> bool:
    """ "no" and "p" are words too: "there were no 5 people", "in art 20 women"; a capital, a full stop or no noun behind tells. """
    if not numeral.digits:
        return tokens[i].text[:1].isupper() and not counts_behind(tokens, numeral.stop)
    return dotted or tokens[i].text[:1].isupper() or tokens[i].kind == "sign" or not counts_behind(tokens, numeral.stop)


def _named_before(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "iPhone 11", "S&P 500", "Tylenol 3": the number belongs to the capitalised name in front of it. """
    i = numeral.first
    if i == 0 or adjacent(tokens, i - 1, i) or "\n" in text[tokens[i - 1].end : numeral.start]:
        return None
    if not numeral.digits:
        return _named_word(tokens, numeral, known)
    if not _plain(numeral) or "," in tokens[i].text:
        return None
    found = known.before.ending_at(tokens, i)
    if found is not None and not counts_behind(tokens, numeral.stop):
        return "part of a name", found[0], numeral.stop
    before = tokens[i - 1]
    if before.kind != "word" or not before.text[0].isupper() or len(before.text) == 1 or _sentence_start(tokens, i - 1):
        return None
    if before.lower in known.function_words or mask_words().is_money(before.text) or money_before(tokens, i):
        return None
    return None if _goes_on_counting(tokens, numeral, known) else ("part of a name", i - 1, numeral.stop)


def _named_word(tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "Assembly Four", "World War Two": a capitalised number word behind a capitalised name, with nothing to count. """
    i, before = numeral.first, tokens[numeral.first - 1]
    if numeral.kind != "cardinal" or not tokens[i].text[0].isupper() or before.kind != "word" or not before.text[0].isupper():
        return None
    if before.lower in known.function_words or _plural_ahead("", tokens, numeral.stop) or _sentence_start(tokens, i - 1) and i > 1:
        return None
    return "part of a name", i - 1, numeral.stop


def _goes_on_counting(tokens: list[Token], numeral: Numeral, known: MaskWords) -> bool:
    """What follows shows that the number counts: a plural, a unit sign, a verb in the plural ("In Hpa-An 12 were killed")."""
    if counts_behind(tokens, numeral.stop):
        return True
    if numeral.stop >= len(tokens):
        return False
    following = tokens[numeral.stop]
    if adjacent(tokens, numeral.stop - 1, numeral.stop):
        return following.kind == "word" or following.text in "%°+-–"
    return following.lower in known.plural_verbs or following.text in "%–" or following.lower in known.percent


def _sentence_start(tokens: list[Token], i: int) -> bool:
    return i == 0 or tokens[i - 1].text in ".!?:;\"“‘•*-–—("


def _named_behind(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "88 Generation", "Five-Point Consensus", "10 Downing Street", "(TWO)": the number opens a name or is one. """
    j = numeral.stop
    if not numeral.digits and numeral.kind == "cardinal" and _acronym(tokens, numeral):
        return "part of a name", numeral.first, j
    if numeral.kind != "cardinal" or numeral.scale > 1 or j >= len(tokens):
        return None
    if hyphen_at(tokens, j) and tokens[j + 1].text[0].isupper() and tokens[numeral.first].text[0].isupper():
        return "part of a name", numeral.first, _end_of_name(tokens, j + 2)
    if tokens[j].lower in known.after and tokens[j].text[0].isupper():
        return "part of a name", numeral.first, j + 1
    stop = _end_of_name(tokens, j)
    titled = stop - j >= (1 if numeral.value == 1 and tokens[numeral.first].text[0].isupper() else 2) and "\n" not in text[numeral.start : tokens[stop - 1].end]
    if titled and _plain_or_word(numeral) and not _plural_ahead(text, tokens, j):
        return "part of a name", numeral.first, stop
    return None


def _plain_or_word(numeral: Numeral) -> bool:
    return _plain(numeral) or (not numeral.digits and numeral.kind == "cardinal")


def _acronym(tokens: list[Token], numeral: Numeral) -> bool:
    """ "Ta'ang Women's Organization (TWO)": a number word in capitals between words that are not. """
    if not all(token.text.isupper() for token in tokens[numeral.first : numeral.stop]) or numeral.stop - numeral.first > 1:
        return False
    return lower_at(tokens, numeral.first - 1) == "(" and lower_at(tokens, numeral.stop) == ")"


def _plural_ahead(text: str, tokens: list[Token], j: int) -> bool:
    """Whether a plural follows, past names, adjectives and what joins them: "11 Myanmar, regional and European groups".

    A capital at the start of a line begins something else.
    """
    for k, token in enumerate(tokens[j : j + 9], j):
        if token.text[0].isupper() and "\n" in text[tokens[k - 1].end : token.start]:
            return False
        if token.kind == "word" and is_plural(token.lower):
            return True
        if token.kind != "word" and token.text not in ",-‐‑&" or token.lower in mask_words().stops - mask_words().and_or:
            return False
    return False


def _end_of_name(tokens: list[Token], j: int) -> int:
    """Past the capitalised words that go on with a name: "Five-Point Consensus"."""
    while j < len(tokens) and tokens[j].kind == "word" and tokens[j].text[0].isupper():
        j += 1
    return j


def _aged(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """The age of a named person: "Lang, 20, said"; the bounds of a group: "aged 18 to 34"."""
    i, j = numeral.first, numeral.stop
    if lower_at(tokens, i - 1) in known.aged:
        return "age", i, j
    if lower_at(tokens, i - 1) in known.rate:
        return "denominator of a rate", i, j  # "12 deaths per 100,000"
    if not _plain(numeral) or not 0 < numeral.value < 120 or i < 2 or j >= len(tokens):
        return None
    name = tokens[i - 2]
    if tokens[i - 1].text == "," and tokens[j].text in ",;" and name.kind == "word" and name.text[0].isupper():
        return None if name.lower in known.months else ("age", i, j)
    return None


def _slashed(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "22/04", "10/15": two numbers joined by a slash may be a date, a fraction or a score: none is chosen. """
    i, j = numeral.first, numeral.stop
    if not numeral.digits or numeral.kind == "share" or j + 1 >= len(tokens) or tokens[j].text != "/" or not adjacent(tokens, j - 1, j):
        return None
    if not adjacent(tokens, j, j + 1):
        return "part of a name", i, j + 1  # "5/ of the Strike"
    return ("date, fraction or score", i, j + 2) if tokens[j + 1].kind == "number" else None


def _compound(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """A number of several dots ("1.2.3") is a version or a section."""
    if numeral.kind == "unread" and tokens[numeral.first].text.count(".") > 1:
        return "version or section number", numeral.first, numeral.stop
    return None
