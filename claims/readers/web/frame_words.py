"""The words that tell the frame of a web page, compiled once: headings of talk and of other pages, words of signing."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from claims.quick_records import dataclass
from claims.yaml_files import read_yaml


@dataclass(frozen=True, slots=True)
class FrameWords:
    """`talk` and `beside` fit a whole heading, with a count in it or without; `signing` is searched for; `note` stands
    before the mark of a link to a note, `back` is all that one says that leads back from it.
    """

    talk: re.Pattern[str]
    beside: re.Pattern[str]
    signing: re.Pattern[str]
    note: re.Pattern[str]
    back: re.Pattern[str]


@cache
def frame_words() -> FrameWords:
    """The words of `frame_words.yml`."""
    known: dict[str, list[str]] = read_yaml(files("claims").joinpath("readers", "web", "frame_words.yml"))
    return FrameWords(
        talk=_heading(known["talk"]),
        beside=_heading(known["beside"]),
        signing=re.compile(rf"\b{_any(known['signing'])}", re.IGNORECASE),
        note=re.compile(rf"(?<![^\W\d_]){_any(known['note'])}\s+(?=\S{{1,8}}$)", re.IGNORECASE),
        back=re.compile(rf"\[?{_any(known['back'])}\]?", re.IGNORECASE),
    )


def _any(phrases: list[str]) -> str:
    return "(?:" + "|".join(re.escape(one) for one in sorted(phrases, key=len, reverse=True)) + ")"


def _heading(phrases: list[str]) -> re.Pattern[str]:
    """ "Comments", "2 comments", "Comments (2)", "Comments:"."""
    said = "|".join(re.escape(one) for one in phrases)
    return re.compile(rf"\W*(?:\d{{1,6}}\s+)?(?:{said})\s*(?:[(\[]?\d{{1,6}}[)\]]?)?\W*", re.IGNORECASE)
