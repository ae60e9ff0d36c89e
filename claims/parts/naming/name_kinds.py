"""What a line or an entry of a list looks like: a person, a body, a place, a source."""

from __future__ import annotations

import re
from typing import Literal

from claims.language.words import of_language
from claims.parts.naming.name_lines import (
    address,
    is_name_line,
    is_person,
    is_prose_line,
    names_a_body,
    tells_role,
)
from claims.places.countries import region_names
from claims.text.openings import KEPT_LINES, either, starts

NameKind = Literal["person", "body", "role", "place", "remark", "behalf", "small", "other"]
NAMES: frozenset[NameKind] = frozenset({"person", "body", "other"})
DETAILS: frozenset[NameKind] = frozenset({"role", "place", "remark", "small", "behalf"})
QUOTED_NAME = re.compile(r"[“‘\"«][^“”\"«»]{2,60}[”’\"»]")
SITE = re.compile(r"(?:\s+[–—|-]|[,;:])?\s+<?(?:https?://|www\.)\S+$")
DETAILS_BOXED = re.compile(r"\s*[(\[][^()\[\]]{1,80}[)\]]$")


@of_language
def _source() -> re.Pattern[str]:
    """What the title of a source ends with or holds: a year behind a comma, a quotation, an address, a page."""
    again, page = either("citations", "again_marks"), either("citations", "page_marks")
    return re.compile(
        r"\b(?:1[89]|20)\d\d\b[.,;:)]|,\s(?:[^,]{1,30}\s)?(?:1[89]|20)\d\d$|(?:^|,\s)[“‘\"]\w|https?:|www\."
        rf"|\b{page}\.\s?\d|\b{again}",
        re.IGNORECASE,
    )


@of_language(maxsize=KEPT_LINES)
def name_kind(text: str) -> NameKind:
    """What a line of a list tells: who signs (a person, a body, other), or where and what they are."""
    bare = text.strip(" ,;.*_")
    if not bare:
        return "other"
    if text[0] in "([（" and text.rstrip(" .,;")[-1:] in ")]）":
        return "remark"
    if bare.casefold() in region_names():
        return "place"
    if starts(bare, "behalf_starts", words="signatories"):
        return "behalf"
    if is_person(bare):
        return "person"
    if tells_role(bare):
        return "role"
    if names_a_body(bare):
        return "body"
    return "small" if bare[0].islower() else "other"


@of_language(maxsize=KEPT_LINES)
def nameness(text: str) -> float:
    """How much an entry looks like a name: 1 like one, -1 like a sentence or an address."""
    bare = without_details(text.rstrip(" ;,"))
    if not any(c.isalpha() for c in bare):
        return 1.0 if any(c.isalnum() for c in bare) else -1.0
    if address().match(bare):
        return -1.0
    if bare[0].isdigit() and not any(word[0].isupper() for word in bare.split()):
        return -1.0  # "40 ports"
    if is_name_line(bare.rstrip(".?:")):
        return 1.0 if bare[-1] not in ".:" or len(bare.split()) < 5 else 0.5
    return -1.0 if is_prose_line(bare) else 0.0


@of_language(maxsize=KEPT_LINES)
def is_source(text: str) -> bool:
    """Whether an entry looks like the source that a note cites."""
    bare = without_details(text)
    return QUOTED_NAME.fullmatch(bare) is None and _source().search(bare) is not None


@of_language(maxsize=KEPT_LINES)
def without_details(text: str) -> str:
    """A name without the brackets or the web address behind it: "Alder Watch (Oslo)", "Beta – https://beta.example"."""
    if (site := SITE.search(text)) is not None and is_name_line(text[: site.start()]):
        return text[: site.start()]
    return DETAILS_BOXED.sub("", text) if text[-1:] in ")]" and text[0] not in "([" else text
