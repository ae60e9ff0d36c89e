"""What a packet of corrections holds, before it is written as a page or as a Word document."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Letter
from claims.quick_records import dataclass
from reports.exports.asks import Ask
from reports.exports.sources_named import source_line
from reports.words.wording import HANDING_ON, day, pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a correction comes from: a line, and its address if it has one."""

    line: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One number: the claim as it stands in its sentence, the old wording, a new one, why, by which sources."""

    number: int
    head: str
    sentence: str
    old: str
    new: str
    why: tuple[str, ...]
    change: str
    sources: tuple[Source, ...]
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """The corrections of one letter in the order of its text."""

    title: str
    about: str
    corrections: tuple[Correction, ...]


def packet(letter: Letter, asks: Sequence[Ask]) -> Packet:
    """The packet of a letter."""
    written = day(letter.written_on)
    return Packet(
        title=pattern(HANDING_ON, "packet_title", title=letter.title or letter.letter_id),
        about=pattern(HANDING_ON, "packet_written", written=written, path=letter.path),
        corrections=tuple(_correction(number, ask) for number, ask in enumerate(asks, start=1)),
    )


def said(key: str) -> str:
    """A phrase of the packet."""
    return pattern(HANDING_ON, f"packet_{key}")


def _correction(number: int, ask: Ask) -> Correction:
    reckoned = [pattern(HANDING_ON, "sum", text=ask.reckoned)] if ask.reckoned else []
    return Correction(
        number=number,
        head=ask.head,
        sentence=ask.sentence,
        old=ask.old,
        new=ask.new or said("open_wording"),
        why=(*reckoned, *ask.why),
        change=ask.would_change,
        sources=tuple(Source(line=source_line(one), url=one.url) for one in ask.sources),
        severity=ask.severity,
    )
