"""Numbers that are labels: list numbers, references ("No. 31", "week 10"), slashed and dotted numbers."""

from __future__ import annotations

import re

from claims.numbers.cardinals.following import counts_behind
from claims.numbers.cardinals.number_forms import forms
from claims.numbers.cardinals.numeral import Numeral
from claims.numbers.cardinals.suffixes import money_before
from claims.numbers.cardinals.token_steps import lower_at
from claims.numbers.refusals.listed import MaskWords, mask_words
from claims.numbers.refusals.shared import Finding, is_plain, sentence_start
from claims.text.tokens import Token, adjacent

LONGEST_INDENT = 16
SECTION = re.compile(r"[1-9]\d?\.[1-9]\d?")
LIST_MARK = re.compile(r"[ \t]*(?:[-*•·–—>#][ \t]*){0,3}[(\[]?\Z")


def list_number(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "3. publicly refuse", "- 248. Name", "(2) cancel": a number that opens a line or a clause, and a mark."""
    if _is_section(text, tokens, numeral):
        return "section-number", numeral.first, numeral.stop
    if not is_plain(numeral) or numeral.stop >= len(tokens) or numeral.end - numeral.start > 3:
        return None
    mark = tokens[numeral.stop]
    if mark.text not in ".)]" or not adjacent(tokens, numeral.stop - 1, numeral.stop):
        return None
    spaced = text[mark.end : mark.end + 1] in ("", " ", "\t", "\n", "\u00a0")
    if spaced and numeral.stop + 1 < len(tokens) and _opens_line(text, numeral.start):
        return "list-number", numeral.first, numeral.stop
    opened = numeral.first > 0 and tokens[numeral.first - 1].text == "(" and mark.text == ")"
    if opened and _opens_clause(tokens, numeral.first - 2, numeral.stop + 1, known):
        return "list-number", numeral.first, numeral.stop
    return None


def _is_section(text: str, tokens: list[Token], numeral: Numeral) -> bool:
    """ "1.2 Members pay", "2.1 Killings": two small numbers and a dot that open a line, then a capital."""
    if numeral.stop - numeral.first != 1 or not _opens_line(text, numeral.start) or numeral.stop >= len(tokens):
        return False
    following = tokens[numeral.stop]
    titled = following.kind == "word" and following.text[0].isupper() and following.lower not in forms().scales
    glued = adjacent(tokens, numeral.stop - 1, numeral.stop)
    return SECTION.fullmatch(tokens[numeral.first].text) is not None and titled and not glued


def _opens_line(text: str, start: int) -> bool:
    """Whether only blanks, bullets and a bracket stand between the start of the line and `start`."""
    head = text[max(0, start - LONGEST_INDENT) : start]
    line = head.rpartition("\n")[2]
    return (len(line) < len(head) or start <= LONGEST_INDENT) and LIST_MARK.match(line) is not None


def _opens_clause(tokens: list[Token], before: int, after: int, known: MaskWords) -> bool:
    """ "we ask you to (1) open …, (2) free … and (3) pay": a mark or a small word before, a word behind."""
    if before < 0:
        return True
    if tokens[before].text in ":;,." or tokens[before].lower in known.and_or:
        return True
    return tokens[before].lower in known.stops and after < len(tokens) and tokens[after].kind == "word"


def label(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "No. 31", "Article 19", "paras. 12", "Resolution 2669", "week 10"."""
    i = numeral.first - 1
    if not (numeral.digits or numeral.kind == "cardinal") or i < 0:
        return None
    if numeral.scale > 1:
        return _lettered(tokens, numeral, known)
    if numeral.step is not None and not _is_dotted_label(tokens, numeral):
        return None
    if lower_at(tokens, numeral.stop) in known.percent or _is_amount(tokens, numeral, known):
        return None
    while i > 0 and (tokens[i].text in ".(:°º" or (tokens[i].text == "#" and _names_label(tokens[i - 1], known))):
        i -= 1
    word = tokens[i].lower
    dotted = tokens[i + 1].text == "." if i + 1 < numeral.first else False
    if word in known.strong and _strong_stands(tokens, i, numeral, dotted):
        return "label", i, whole_label(tokens, numeral.stop)
    if tokens[numeral.first - 1].text == "#" and word in known.weak:
        return "label", i, whole_label(tokens, numeral.stop)  # "Sitrep #12"
    if dotted or i != numeral.first - 1 or word not in known.weak or not _may_label(numeral, word, known):
        return None
    if adjacent(tokens, numeral.stop - 1, numeral.stop) and len(tokens[numeral.stop].text) > 2:
        return None  # "group 4Front"
    if lower_at(tokens, i - 1) in known.pointed:
        return None  # "since that day 62 were added"
    named = tokens[i].text[0].isupper() and not sentence_start(tokens, i)
    return (
        None
        if _counts(tokens, i, numeral.stop, known) and not named
        else ("label", i, whole_label(tokens, numeral.stop))
    )


def _counts(tokens: list[Token], i: int, stop: int, known: MaskWords) -> bool:
    """Whether the number counts what follows; behind a label in capitals a verb is no plural: "Camp 17 holds"."""
    verb = tokens[i].text[:1].isupper() and lower_at(tokens, stop) in known.verbs
    return counts_behind(tokens, stop) and not verb


def _may_label(numeral: Numeral, word: str, known: MaskWords) -> bool:
    """A bare number in digits; in words only behind what goes by numbers: "day five", "phase two", no "team five"."""
    if is_plain(numeral):
        return True
    return not numeral.digits and numeral.kind == "cardinal" and numeral.high is None and word in known.worded_labels


def _lettered(tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "Room 12B", "section 12M", "Battalion 77B": one capital glued to a label is no billion."""
    i, stop = numeral.first - 1, numeral.stop
    letter = tokens[stop - 1]
    if stop - numeral.first != 2 or not (
        letter.text.isupper() and len(letter.text) == 1 and adjacent(tokens, stop - 2, stop - 1)
    ):
        return None
    if not tokens[stop - 2].text.isdigit() or money_before(tokens, numeral.first):
        return None
    if not (_names_label(tokens[i], known) or _is_named(tokens, i, known)) or _counts(tokens, i, stop, known):
        return None
    return "lettered-label", i, stop


def _is_named(tokens: list[Token], i: int, known: MaskWords) -> bool:
    """A capitalised word that names something: "Battalion"."""
    word = tokens[i]
    return word.kind == "word" and word.text.istitle() and word.lower not in known.function_words


def _is_amount(tokens: list[Token], numeral: Numeral, known: MaskWords) -> bool:
    """ "SDG 2,500": capitals that are a currency, before a figure as amounts have it."""
    return "," in tokens[numeral.first].text and known.is_money(tokens[numeral.first - 1].text)


def _names_label(token: Token, known: MaskWords) -> bool:
    return token.lower in known.strong or token.lower in known.weak


def _is_dotted_label(tokens: list[Token], numeral: Numeral) -> bool:
    """ "Section 1001.42(8)", "paras. 4.2 and 4.3", no "p. 2.5%": a dot inside, behind it a bracket or a mark."""
    following = tokens[numeral.stop] if numeral.stop < len(tokens) else None
    if "." not in tokens[numeral.first].text or numeral.stop - numeral.first != 1:
        return False
    return following is None or following.text in ",.;:()" or following.lower in mask_words().stops


def whole_label(tokens: list[Token], stop: int) -> int:
    """ "No. 108/109", "Section 66A", "Art. 3(1)(a)": behind what is glued on."""
    while stop + 1 < len(tokens) and adjacent(tokens, stop - 1, stop) and adjacent(tokens, stop, stop + 1):
        if tokens[stop].text == "/" and tokens[stop + 1].kind == "number":
            stop += 2
        elif tokens[stop].text == "(" and adjacent(tokens, stop + 1, stop + 2) and tokens[stop + 2].text == ")":
            stop += 3
        else:
            break
    if stop < len(tokens) and adjacent(tokens, stop - 1, stop) and tokens[stop].kind == "word":
        return stop + (len(tokens[stop].text) <= 2)
    return stop


def _strong_stands(tokens: list[Token], i: int, numeral: Numeral, dotted: bool) -> bool:
    """ "no" and "p" are words too ("in art 20 women"): a capital, a full stop or no noun behind tells."""
    if not numeral.digits:
        worded = tokens[i].text[:1].isupper() or tokens[i].lower in mask_words().worded_labels
        return worded and not counts_behind(tokens, numeral.stop)
    return dotted or tokens[i].text[:1].isupper() or tokens[i].kind == "sign" or not counts_behind(tokens, numeral.stop)


def denominator(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "12 deaths per 100,000": what a rate is taken of."""
    return (
        ("rate-denominator", numeral.first, numeral.stop) if lower_at(tokens, numeral.first - 1) in known.rate else None
    )


def slashed(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """ "22/04", "10/15": two numbers joined by a slash may be a date, a fraction or a score: none is chosen."""
    i, j = numeral.first, numeral.stop
    if (
        not numeral.digits
        or numeral.kind == "share"
        or j + 1 >= len(tokens)
        or tokens[j].text != "/"
        or not adjacent(tokens, j - 1, j)
    ):
        return None
    if not adjacent(tokens, j, j + 1):
        return "slashed-pair", i, j + 1  # "5/ of the Strike"
    return ("slashed-pair", i, j + 2) if tokens[j + 1].kind == "number" else None


def dotted(text: str, tokens: list[Token], numeral: Numeral, known: MaskWords) -> Finding | None:
    """A number of several dots ("1.2.3") is a version or a section."""
    if numeral.kind == "unread" and tokens[numeral.first].text.count(".") > 1:
        return "dotted-number", numeral.first, numeral.stop
    return None
