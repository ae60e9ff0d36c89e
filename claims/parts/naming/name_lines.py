"""What a name in a list looks like, and what does not: prose, roles, addresses."""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.text.openings import KEPT_LINES, either, phrase_set, phrases, starts

WORD = re.compile(r"[^\W\d_][\w'’.\-]*|[&\d]+")
TELEPHONE = re.compile(r"(?:\+|\(\d|\b0)[\d\s().\-/]{6,20}\d")
_DIGIT = re.compile(r"\d")
INITIAL = re.compile(r"[^\W\d_]\.?|[^\W\d_]\.[^\W\d_]\.?")


@of_language
def address() -> re.Pattern[str]:
    """An address of the web or of mail, or the label of a telephone number: "Tel.:"."""
    return re.compile(rf"https?://|www\.|\S+@\S+\.\w|{either('letter_words', 'telephone')}\s*[:.]", re.IGNORECASE)


def holds_address(text: str) -> bool:
    """Whether an address stands anywhere in `text`; each holds one of these signs, and few lines do."""
    return ("." in text or ":" in text) and address().search(text) is not None


def holds_telephone(text: str) -> bool:
    """Whether a telephone number stands in `text`."""
    return _DIGIT.search(text) is not None and TELEPHONE.search(text) is not None


@of_language
def _page_number() -> re.Pattern[str]:
    of = either("letter_words", "page_of")
    return re.compile(
        rf"(?:{either('letter_words', 'page')}\s*)?[-–—\s]*\d{{1,3}}[-–—\s]*(?:(?:{of}|/)\s*\d{{1,3}})?", re.IGNORECASE
    )


@of_language
def _suffix() -> re.Pattern[str]:
    return re.compile(rf",?\s*{either('letter_words', 'postnominals')}\.?(?=,|\s|$)", re.IGNORECASE)


@of_language(maxsize=KEPT_LINES)
def is_prose_line(text: str) -> bool:
    """Whether a line reads as part of a sentence: "We also ask that the list be kept open.", not "Women on Waves"."""
    words = text.split()
    small = {w.strip(",.;:()\"'“”‘’") for w in words[1:]} & phrase_set("signatories", "prose")
    if small <= phrase_set("signatories", "prose_weak") and text[-1:] not in ".!?":
        small = set()  # "Union of the Lower Town and its Villages"
    if small and (len(words) >= 9 or len(text) >= 60 or (text[-1:] in ".!?" and len(words) >= 4)):
        return True
    return len(words) >= 25 or (len(words) >= 8 and text[-1:] in ".!?;" and _small_share(text) > 0.5)


@of_language(maxsize=KEPT_LINES)
def is_name_line(text: str) -> bool:
    """Whether a whole line may be an entry of a list of names, in any script."""
    if not 1 < len(text) <= 200 or holds_address(text) or not any(map(str.isalpha, text)):
        return False
    if is_prose_line(text) or text[-1] in ":;?" or len(text.split()) > 20:
        return False
    return _small_share(text) <= 0.67 or len(text.split()) == 1


def _small_share(text: str) -> float:
    """The share of words in small letters, without the particles that names have ("of", "pour la")."""
    particles = phrase_set("signatories", "particles")
    words = [w for w in WORD.findall(text) if w.casefold() not in particles]
    cased = [w for w in words if w[0].isdigit() or w[0].lower() != w[0].upper()]
    return sum(1 for w in cased if w[0].islower()) / len(cased) if cased else 0.0


@of_language(maxsize=KEPT_LINES)
def is_person(text: str) -> bool:
    """Whether a line begins with a person's name: "Dr. Paul Bernal", "L Jean Camp", "Ana Ruiz, MP, Chile"."""
    name = text.split(",", maxsplit=1)[0].split(" (", maxsplit=1)[0].strip()
    name = _without_honorific(_suffix().sub("", name)).strip()
    words = name.split()
    if not 2 <= len(words) <= 6 or any(c.isdigit() or c in "/&@:|" for c in name):
        return False
    if _tells_role(text, name):
        return False
    proper = [w for w in words if w.casefold() not in phrase_set("signatories", "particles")]
    return len(proper) >= 1 and all(_is_proper(w) for w in proper)


def _tells_role(text: str, name: str) -> bool:
    if starts(text, "honorifics", words="signatories") and _without_honorific(text) != text:
        text = _without_honorific(text)
    lowered = [w.casefold().strip(".,()") for w in name.split()]
    if phrase_set("letter_words", "name_links").intersection(lowered):
        return True
    first = text.split()[0].casefold().strip(",.") if text.split() else ""
    return first in phrase_set("signatories", "role_starts") or any(
        w in phrase_set("signatories", "affiliation_words") for w in lowered
    )


@of_language(maxsize=KEPT_LINES)
def tells_role(text: str) -> bool:
    """Whether a line tells who somebody is ("Director, Digital Serf, Sydney") instead of naming a signatory."""
    words = [word.casefold().strip(",.") for word in text.split(",", maxsplit=1)[0].split()]
    if not words or words[0] not in phrase_set("signatories", "role_starts"):
        return False
    # "Legal Aid Trust", "Student Union of Graz" are houses; "Legal Officer", "Student, University of Graz" are not.
    house = phrase_set("signatories", "house_nouns").intersection(words[1:])
    return not house or words[0] not in phrase_set("signatories", "role_or_house") or _holds_office(words[1:])


def _holds_office(words: list[str]) -> bool:
    offices = phrase_set("signatories", "role_starts") - phrase_set("signatories", "role_or_house")
    return bool(offices.intersection(words))


@of_language(maxsize=KEPT_LINES)
def names_a_body(text: str) -> bool:
    """Whether a word of an organisation or institution stands in a line: "Alder Society for Rivers"."""
    return any(w.casefold() in phrase_set("signatories", "affiliation_words") for w in WORD.findall(text))


def _without_honorific(text: str) -> str:
    for _ in range(3):
        lowered = text.casefold()
        listed = phrases("signatories", "honorifics")
        if not lowered.startswith(listed):
            return text
        found = next((h for h in listed if lowered.startswith(h + " ")), None)
        if found is None:
            return text
        text = text[len(found) :].lstrip(" .")
    return text


def _is_proper(word: str) -> bool:
    bare = word.strip("()\"'“”‘’.,").removeprefix("!")  # a click: "!Garoeb"
    if INITIAL.fullmatch(bare):
        return True
    return (
        bool(bare)
        and not (bare[0].islower() and not _has_particle(bare))
        and all(c.isalpha() or c in "'’-." for c in bare)
        and (len(bare) < 4 or not bare.isupper())
    )


def _has_particle(word: str) -> bool:
    """ "al-Darwani", "d'Arcy": a small particle before a capital."""
    lead, _, rest = word.replace("’", "'").replace("'", "-").partition("-")
    return bool(rest) and rest[0].isupper() and (lead in phrase_set("signatories", "particles") or len(lead) <= 2)


def is_page_number(text: str) -> bool:
    """ "12", "- 3 -", "Page 3 of 5"."""
    return _page_number().fullmatch(text) is not None and any(c.isdigit() for c in text)
