"""A name as printed in a list of signatories, taken apart: its words, its acronyms, the place or branch it names."""

from __future__ import annotations

import re
import unicodedata

from claims.language.words import of_language, vocabulary
from claims.model import SignatoryName
from claims.quick_records import dataclass
from claims.text.plurals import singular

_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{1,80})[)\]）]")
# Letters with the marks they carry: `\w` would cut a Burmese or Hindi word at every vowel sign.
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~\u00a0-\u00bf\u2010-\u206f\u3001-\u3003\u104a\u104b\uff00-\uff0f]+")
_POSSESSIVE = re.compile(r"['’‘`´](?:s\b)?")
_DASH = re.compile(r"\s+[-–—]+\s+|:\s+")
_ACRONYM = re.compile(r"[A-Z][\w&./-]{0,18}\Z")
_DOTS = re.compile(r"\b(?:[A-Za-z]\.){2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One entry taken apart.

    `words` are the words of the name in order, folded to one spelling, small words and legal forms left out; `brackets`
    and `tail` are what stands in brackets and after the last comma or dash ("(Mandalay)", ", Magway", "– Monywa");
    `parts` the name cut at its dashes, each as words; `acronyms` folded to lower case.
    """

    position: int
    entry: SignatoryName
    words: tuple[str, ...]
    acronyms: tuple[str, ...]
    brackets: tuple[tuple[str, ...], ...]
    tail: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    titled: bool

    @property
    def plain(self) -> bool:
        """Whether the name names no place, branch or other qualifier."""
        return not self.tail and not self.brackets


@of_language
def _variants() -> dict[str, str]:
    rows = vocabulary("duplicates")["variants"]
    return {str(word): str(row[0]) for row in rows for word in row if " " not in str(word)}


@of_language
def word_set(name: str) -> frozenset[str]:
    """A set of words of the vocabulary `duplicates`, each folded as the words of names are."""
    return frozenset(one_spelling(str(word)) for word in vocabulary("duplicates")[name])


@of_language
def roots() -> dict[str, str]:
    """Country words, each to the first of its row: "burmese" → "burma"."""
    return {one_spelling(str(word)): str(row[0]) for row in vocabulary("duplicates")["roots"] for word in row}


def folded(text: str) -> str:
    """Lower case without accents; other scripts keep their marks, which carry meaning there."""
    return "".join(
        char
        for char in unicodedata.normalize("NFKD", text.casefold())
        if not (unicodedata.combining(char) and ord(char) < 0x0370)
    )


@of_language
def one_spelling(word: str) -> str:
    """A folded word in its first spelling: "organisations" → "organization"."""
    known = _variants()
    if word in known:
        return known[word]
    single = singular(word) if word.isascii() else word
    return known.get(single, single)


def _all_words(text: str) -> list[str]:
    joined = _DOTS.sub(lambda match: match.group().replace(".", ""), text)
    return [one_spelling(word) for word in _WORD.findall(folded(_POSSESSIVE.sub(_joined_s, joined)))]


def _joined_s(match: re.Match[str]) -> str:
    # "People's" and "Peoples'" are one word; "K'cho" keeps its halves together.
    return "s" if match.group().endswith("s") else ""


@of_language
def _small_words() -> frozenset[str]:
    # Kept as written: "das" and "des" are articles, not plurals.
    return frozenset(str(word) for word in vocabulary("duplicates")["small_words"])


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name or of a part of it: one spelling each, small words and trailing legal forms left out."""
    words = [word for word in _all_words(text) if word not in _small_words()]
    while len(words) > 1 and words[-1] in word_set("legal_forms"):
        words.pop()
    return tuple(words)


def _is_acronym(text: str) -> bool:
    """ "(WHO)", "(RC of Unions)", "(ND-Chad)": short, and with two capitals or more."""
    if len(text) > 24 or len(text.split()) > 3 or sum(char.isupper() for char in text) < 2:
        return False
    first = text.split(maxsplit=1)[0]
    return bool(_ACRONYM.match(first)) and sum(char.isupper() for char in first) >= 2


def _acronym_key(text: str) -> str:
    return "".join(_WORD.findall(folded(text)))


def _split_brackets(name: str) -> tuple[str, str, list[str]]:
    """(what stands before the first bracket, what stands after the last, the contents)."""
    matches = list(_BRACKETS.finditer(name))
    if not matches:
        return name, "", []
    outside = _BRACKETS.sub(" ", name[: matches[-1].end()])
    return outside, name[matches[-1].end() :], [match.group(1).strip() for match in matches]


def _cut_tail(main: str) -> tuple[str, str]:
    """A short tail after the last comma: "Peace Network, Magway"; a list of nouns inside a name is no tail."""
    head, comma, tail = main.rpartition(",")
    if comma and head.strip() and 0 < len(tail.split()) <= 3 and not _small_words() & set(folded(tail).split()):
        return head, tail
    return main, ""


def read_body(position: int, entry: SignatoryName) -> Body:
    """Take one entry apart."""
    main, after, contents = _split_brackets(entry.name)
    acronyms = [_acronym_key(text) for text in contents if _is_acronym(text)]
    brackets = [name_words(text) for text in contents if not _is_acronym(text)]
    head, tail = _cut_tail(main)
    parts = [part for part in _DASH.split(head) if part.strip()] or [head]
    while len(parts) > 1 and _is_acronym(parts[-1].strip()) and parts[-1].strip().isupper():
        acronyms.append(_acronym_key(parts.pop()))  # "Anti-Junta Alliance Yangon - AJAY"
    first, *rest = _all_words(main) or [""]
    return Body(
        position=position,
        entry=entry,
        words=name_words(" ".join(parts)),
        acronyms=tuple(dict.fromkeys(acronym for acronym in acronyms if len(acronym) > 1)),
        brackets=tuple(words for words in brackets if words),
        tail=tuple(word for word in name_words(tail) + name_words(after) if word not in word_set("legal_forms")),
        parts=tuple(name_words(part) for part in parts),
        titled=bool(rest) and first in word_set("person_titles"),
    )
