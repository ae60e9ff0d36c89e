"""Numbers that belong to names and idioms: "88 Generation", "iPhone 11", "F-16", "on the one hand"."""

from __future__ import annotations

from claims.numbers.bounding.comparators import comparison_after
from claims.numbers.cardinals.following import counts_behind
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.suffixes import money_before
from claims.numbers.cardinals.token_steps import DASHES, hyphen_at, lower_at
from claims.numbers.refusals.capitalised import end_of_name, is_capitalised_name
from claims.numbers.refusals.listed import MaskWords, mask_words
from claims.numbers.refusals.place_counts import goes_on_counting
from claims.numbers.refusals.shared import Finding, is_plain, sentence_start
from claims.text.plurals import is_plural
from claims.text.tokens import Token, adjacent


def set_phrase(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "24/7", "COVID-19", "9/11": a name of the vocabulary around the number."""
    found = known.phrases.around(tokens, numeral.first, 3)
    return None if found is None else ("set-phrase", found[0], max(found[1], numeral.stop))


def idiom(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "on the one hand", "net zero"; "one" that stands for a noun."""
    if numeral.digits or numeral.kind != "cardinal":
        return None
    found = known.idioms.around(tokens, numeral.first, 3)
    if found is not None and found[1] >= numeral.stop:  # "the one" is none in "the one hundred members"
        return "idiom", found[0], found[1]
    if numeral.value == 1 and numeral.stop == numeral.first + 1 and _pronoun(tokens, numeral, known):
        return "one-for-a-noun", numeral.first, numeral.stop
    return None


def _pronoun(tokens: list[Token], numeral: Numeral, known: MaskWords) -> bool:
    following = tokens[numeral.stop] if numeral.stop < len(tokens) else None
    counted = lower_at(tokens, numeral.first - 1) in known.counted_after
    if following is None:
        return not counted
    if comparison_after(tokens, numeral.stop) is not None:  # "one or more"
        return False
    if counted and (following.kind == "sign" or following.lower in known.and_or):
        return False
    if following.text in DASHES or following.text in "%$€£":
        return False
    beyond = lower_at(tokens, numeral.stop + 1)
    paired = following.lower in known.and_or and lower_at(tokens, numeral.first - 1) in known.pair_after
    if (following.lower in known.range_words or paired) and (beyond[:1].isdigit() or beyond in known.numbers):
        return False
    return following.kind == "sign" or following.lower in known.pronoun_next


def named_series(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "iPhone 11", "S&P 500", "Group of 77": names of the vocabulary that a number ends."""
    i = numeral.first
    if not (is_plain(numeral) or _is_version(tokens, numeral)) or i == 0 or adjacent(tokens, i - 1, i):
        return None
    if "," in tokens[i].text:
        return None
    found = known.before.ending_at(tokens, i)
    if found is None or counts_behind(tokens, numeral.stop) or "\n" in text[tokens[i - 1].end : numeral.start]:
        return None
    return "named-series", found[0], numeral.stop


def named_before(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "Tylenol 3", "Assembly Four": the number belongs to the capitalised name in front of it."""
    i = numeral.first
    if i == 0 or adjacent(tokens, i - 1, i) or "\n" in text[tokens[i - 1].end : numeral.start]:
        return None
    if not numeral.digits:
        return _named_word(tokens, numeral, known)
    if not (is_plain(numeral) or _is_version(tokens, numeral)) or "," in tokens[i].text:
        return None
    before = tokens[i - 1]
    if before.kind != "word" or not before.text[0].isupper() or len(before.text) == 1:
        return None
    if sentence_start(tokens, i - 1) and not (before.text.isupper() and len(before.text) >= 3 and i > 1):
        return None
    if before.lower in known.function_words or before.lower.endswith(("'s", "s'")):
        return None  # "the EU's 27 Member States"
    cheap = before.lower in known.glued_names and numeral.value < 100  # "COP 28"
    if not cheap and (mask_words().is_money(before.text) or money_before(tokens, i)):
        return None
    return None if goes_on_counting(tokens, numeral, known) else ("name-before", i - 1, numeral.stop)


def _is_version(tokens: list[Token], numeral: Numeral) -> bool:
    """ "Web 2.0,": one dot, few digits, nothing behind that it could count or measure."""
    written, j = tokens[numeral.first].text, numeral.stop
    if numeral.kind != "cardinal" or numeral.scale != 1 or j - numeral.first != 1 or len(written) > 4:
        return False
    ends = j >= len(tokens) or tokens[j].text in ",.;:)" or tokens[j].lower in mask_words().stops
    return numeral.digits and "." in written and ends


def _named_word(tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "Assembly Four", "World War Two": a capitalised number word behind a capitalised name, with nothing to count."""
    i, before = numeral.first, tokens[numeral.first - 1]
    if (
        numeral.kind != "cardinal"
        or not tokens[i].text[0].isupper()
        or before.kind != "word"
        or not before.text[0].isupper()
    ):
        return None
    if (
        before.lower in known.function_words
        or _plural_ahead("", tokens, numeral.stop)
        or sentence_start(tokens, i - 1)
        and i > 1
    ):
        return None
    return "number-ends-name", i - 1, numeral.stop


def named_behind(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "88 Generation", "Five-Point Consensus", "10 Downing Street", "(TWO)": the number opens a name or is one."""
    j = numeral.stop
    if not numeral.digits and numeral.kind == "cardinal" and _acronym(tokens, numeral):
        return "acronym", numeral.first, j
    if numeral.kind != "cardinal" or j >= len(tokens):
        return None
    if is_capitalised_name(text, tokens, numeral):
        return "number-in-capitals", numeral.first, end_of_name(tokens, j)
    if numeral.scale > 1:
        return _lettered_house(tokens, numeral, known)
    if hyphen_at(tokens, j) and tokens[j + 1].text[0].isupper() and tokens[numeral.first].text[0].isupper():
        return "number-opens-name", numeral.first, end_of_name(tokens, j + 2)
    if tokens[j].lower in known.after and tokens[j].text[0].isupper():
        return "number-opens-name", numeral.first, j + 1
    stop = end_of_name(tokens, j)
    if _is_address(tokens, j, stop, known) or _postal(text, tokens, numeral):
        return "street-address", numeral.first, stop
    titled = (
        stop - j >= (1 if numeral.value == 1 and tokens[numeral.first].text[0].isupper() else 2)
        and "\n" not in text[numeral.start : tokens[stop - 1].end]
    )
    if titled and _plain_or_word(tokens, numeral) and not _plural_ahead(text, tokens, j):
        return "number-opens-name", numeral.first, stop
    return None


def _lettered_house(tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "4B Harbour Street": a house number with its letter."""
    letter, j = tokens[numeral.stop - 1], numeral.stop
    stop = end_of_name(tokens, j)
    if len(letter.text) != 1 or not adjacent(tokens, j - 2, j - 1) or not _is_address(tokens, j, stop, known):
        return None
    return "street-address", numeral.first, stop


def _is_address(tokens: list[Token], j: int, stop: int, known: MaskWords) -> bool:
    """ "221 Baker Street", "12 Rue de Lausanne": a word for a street among the capitalised ones behind the number."""
    return any(token.text[0].isupper() and token.lower in known.streets for token in tokens[j : max(stop, j + 1)])


def _postal(text: str, tokens: list[Token], numeral: Numeral) -> bool:
    """ ", 1202 Geneva": four digits or more, ungrouped, that open a line or follow a comma, before a name."""
    i, j = numeral.first, numeral.stop
    if not is_plain(numeral) or not 4 <= len(tokens[i].text) <= 6 or not tokens[i].text.isdigit():
        return False
    opened = i == 0 or tokens[i - 1].text in ",;|–-" or "\n" in text[tokens[i - 1].end : numeral.start]
    return opened and tokens[j].text[0].isupper() and not _plural_ahead(text, tokens, j)


def _plain_or_word(tokens: list[Token], numeral: Numeral) -> bool:
    grouped = any("," in token.text for token in tokens[numeral.first : numeral.stop])
    return (is_plain(numeral) and not grouped) or (not numeral.digits and numeral.kind == "cardinal")


def _acronym(tokens: list[Token], numeral: Numeral) -> bool:
    """ "Ta'ang Women's Organization (TWO)": a number word in capitals between words that are not."""
    if (
        not all(token.text.isupper() for token in tokens[numeral.first : numeral.stop])
        or numeral.stop - numeral.first > 1
    ):
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
        if (
            token.kind != "word"
            and token.text not in ",-‐‑&"
            or token.lower in mask_words().stops - mask_words().and_or
        ):
            return False
    return False
