"""Lines that surely name a person, and lines that surely name a house."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from claims.language.words import of_language
from claims.parts.naming.name_lines import is_person, names_a_body
from claims.text.openings import KEPT_LINES, starts
from claims.yaml_files import read_yaml


@cache
def given_names() -> frozenset[str]:
    """Given names in small letters, of many languages."""
    told: dict[str, list[str]] = read_yaml(files("claims.parts.naming").joinpath("given_names.yml"))
    return frozenset(name.casefold() for names in told.values() for name in names)


@of_language(maxsize=KEPT_LINES)
def is_surely_person(text: str) -> bool:
    """Whether a line names a person by a title or a given name: "Rev. Tobias Angell"; not "Custody Watch"."""
    if not is_person(text):
        return False
    titled = starts(text, "honorifics", words="signatories")
    return titled or text.split(maxsplit=1)[0].strip(",.").casefold() in given_names()


def is_surely_body(text: str) -> bool:
    """Whether a line is no person's name: "Barefoot Lawyers' Union", "Anglers of the Dell"."""
    return not is_surely_person(text) and (names_a_body(text) or not is_person(text) and len(text.split()) > 1)
