"""The lines of a reading view, with what can be told of each by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.model import Span
from claims.quick_records import dataclass
from claims.text.view import PlainView

BULLET = r"[-*+•●▪◦‣∙·○■□➢➤✓✔✅☑►▶▸➔➜➨❑❏❖◆◇★☆⁃\uf0b7\uf0a7–—]"
ITEM = re.compile(
    rf"(?P<bullet>{BULLET}[ \t\u00a0]+)?"
    r"(?:\((?P<boxed>\d{1,4})\)|(?P<number>\d{1,4})[ \t]?[.)\]။:、．](?!\d))[ \t\u00a0]*"
)
BULLETED = re.compile(rf"(?:{BULLET}|o)(?:[ \t\u00a0]+|$)")
MARKED_HEADING = re.compile(r"[ \t]*(?:#{1,6}[ \t]|<h[1-6]\b|<(?:strong|b)>|\*\*|__)")
# A mail that quotes another has these before every line.
QUOTED = re.compile(r"[ \t]*>(?:[ \t]*>)*[ \t]*")
UNDERLINE = re.compile(r"={3,}")
MARKED_END = re.compile(r"(?:</h[1-6]>|</(?:strong|b)>|\*\*:?|__:?)[ \t]*(?:</?[a-z]{1,10}>|[ \t])*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `span` its stripped content in the view, `indent` the white space before it, `heading` if marked so."""

    span: Span
    text: str
    heading: bool
    indent: int = 0

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def words(self) -> list[str]:
        return self.text.split()


def read_lines(view: PlainView, source: str) -> tuple[Line, ...]:
    """The lines of `view` in order, blank ones too; `source` is the text the view was made from."""
    lines: list[Line] = []
    at = 0
    for raw in view.text.split("\n"):
        quoted = QUOTED.match(raw)
        lead = quoted.end() if quoted else len(raw) - len(raw.lstrip())
        text = raw[lead:].strip()
        start = at + lead if text else at
        span = Span(start, start + len(text))
        if lines and _stands_alone(lines) and UNDERLINE.fullmatch(text):
            # "Keep the ports open" / "===================": the line above is a heading.
            lines[-1] = replace(lines[-1], heading=True)
        lines.append(Line(span, text, _marked(view, source, span), start - at))
        at += len(raw) + 1
    return tuple(lines)


def _stands_alone(lines: Sequence[Line]) -> bool:
    """Whether the last line is all there is between blanks or rules; of several above a rule none is a heading."""
    above = lines[-2].text if len(lines) > 1 else ""
    return bool(lines[-1].text) and (not above or UNDERLINE.fullmatch(above) is not None)


def _marked(view: PlainView, source: str, span: Span) -> bool:
    """Whether the whole line is a heading or bold in the source: "### Signatories", "<b>Individuals</b>"."""
    if not 0 < len(span) < 300:
        return False
    here = view.to_source(span)
    start = max(source.rfind("\n", 0, here.start), source.rfind("\r", 0, here.start), here.start - 60) + 1
    lead = source[start : here.start]
    if re.search(r"#{1,6}[ \t]*$|<h[1-6]\b[^<>]*>(?:<[^<>]*>|\s)*$", lead):
        return True
    return bool(re.search(r"(?:\*\*|__|<(?:strong|b)>)\s*$", lead)) and bool(
        re.match(r"[ \t]*:?[ \t]*(?:\*\*|__|</(?:strong|b)>)", source[here.end : here.end + 20])
    )


def is_only(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether `pattern` takes up the whole of `text`."""
    return pattern.fullmatch(text) is not None
