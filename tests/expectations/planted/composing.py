"""Clean letters put together from parts: kinds of list, of notes, of dates and of numbers, and the errors to plant.

A letter is written from a `Style` and a table of slots; a slot filled otherwise than in `CLEAN` is the planted error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from num2words import num2words

HERE = Path(__file__).parent
NAMES = (HERE / "names.txt").read_text(encoding="utf-8").splitlines()
PEOPLE = (HERE / "people.txt").read_text(encoding="utf-8").splitlines()
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
LISTS = ("numbered", "bulleted", "comma", "grouped", "columns", "numbered columns", "table", "lines")
NUMBERED = ("numbered", "numbered columns", "table")
NOTES = ("footnotes", "endnotes", "links", "none")


@dataclass(frozen=True)
class Style:
    """How a letter is written: its list, its notes, its dates and whether small numbers are words."""

    list: str
    notes: str
    month_first: bool
    words: bool

    def __str__(self) -> str:
        order = "month first" if self.month_first else "day first"
        return f"{self.list}, {self.notes}, {order}, {'words' if self.words else 'digits'}"


def styles() -> list[Style]:
    """Every kind of list with every kind of notes; dates and numbers take turns."""
    pairs = [(a, b) for a in LISTS for b in NOTES]
    return [Style(a, b, month_first=at % 4 in (1, 2), words=at % 3 == 1) for at, (a, b) in enumerate(pairs)]


CLEAN: dict[str, Any] = {
    "day": (3, 5, 2024), "weekday": "Wednesday", "closed": (14, 2, 2024), "built": (30, 4, 1998), "years": 5,
    "ordinal": "23rd", "figure": 4120, "again": 4120, "whole": 1204, "men": 794, "women": 312, "children": 98,
    "sick": 96, "wells": 480, "dry": 312, "share": 65, "fires": 40, "fires_now": 60, "rise": 50, "visits": 90,
    "rate": 3, "raids": 410, "raids_2022": 150, "held": 640, "held_women": 130, "demands": 3, "note_day": (3, 3, 2024),
    "names": tuple(NAMES), "numbers": None, "more": 0, "more_first": 0, "group_more": 0, "mark": True, "note": True,
    "council": 12, "agreed": 56, "spills_before": 72, "link": "https://law.example.org/hearing",
}  # fmt: skip


def write(style: Style, **changes: Any) -> str:
    """The letter of a style with some slots filled otherwise."""
    slots = CLEAN | changes
    parts = (write_part(style, slots) for write_part in (_head, _body, _demands, _list, _notes))
    return "\n\n".join(part for part in parts if part) + "\n"


def _date(style: Style, date: Sequence[int]) -> str:
    day, month, year = date
    name = MONTHS[month - 1]
    return f"{name} {day}, {year}" if style.month_first else f"{day} {name} {year}"


def _number(style: Style, value: int) -> str:
    """Small numbers in words where the style has them so."""
    return str(num2words(value)) if style.words and value < 100 else f"{value:,}"


def size(style: Style, slots: Mapping[str, Any]) -> int:
    """How many names the clean list of a style has."""
    return len(CLEAN["names"]) + (len(PEOPLE) if style.list == "grouped" else 0)


def _head(style: Style, slots: Mapping[str, Any]) -> str:
    who = "signatories" if style.list == "grouped" else "organizations"
    total = _number(style, size(style, slots) + slots["more"] + slots["more_first"])
    return (
        "Open letter on the water of the Alden valley\n\n"
        f"{_date(style, slots['day'])}\n\nTo the Members of the Alden River Commission\n\nDear Members,\n\n"
        f"We, the undersigned {total} {who}, write to you about the Alden dam."
    )


def _body(style: Style, slots: Mapping[str, Any]) -> str:
    def n(name: str) -> str:
        return _number(style, slots[name])

    one, two, three = (_mark(style, slots, at) for at in range(3))
    years = str(num2words(slots["years"])) if style.words else str(slots["years"])
    return (
        f"In the {years} years since March 2019 the valley below the dam has had no water in the dry season. The dam "
        f"displaced {n('figure')} families when it was filled.{one} The registry of the valley counts {n('whole')} "
        f"people without a home: {n('men')} men, {n('women')} women and {n('children')} children.{two} The doctors saw "
        f"{slots['held']} patients, including {n('sick')} infants. Of the {slots['wells']} wells of the valley, "
        f"{slots['dry']} wells ({n('share')} per cent) are dry.{three}\n\n"
        f"Fires rose from {slots['fires']} to {slots['fires_now']} within the year, an increase of {n('rise')} per "
        f"cent. In June 2023 inspectors made {n('visits')} visits to the sluices, an average of {n('rate')} visits a "
        f"day. Since March 2019, guards have carried out {n('raids')} raids. In 2022 alone, guards carried out "
        f"{n('raids_2022')} raids. In July 2023 the court convicted {n('held')} workers. In July 2023 the court "
        f"convicted {n('held_women')} women workers. The council has twelve ({slots['council']}) members. A "
        f"majority of the voters agreed: {slots['agreed']} of 96 voted for the dam. There were 60 spills in 2019, "
        f"{slots['spills_before']} spills in 2020 and 80 spills in 2021, the highest number yet.\n\n"
        f"The last sluice was built on {_date(style, slots['built'])}. On {slots['weekday']}, "
        f"{_date(style, slots['closed'])}, the Commission closed it. At its {slots['ordinal']} meeting it refused to "
        f"hear the farmers. We note that the dam displaced {n('again')} families, and that none of them was paid."
        f"{_link(style, slots)}"
    )


def _link(style: Style, slots: Mapping[str, Any]) -> str:
    if style.notes != "links":
        return ""
    return (
        f" Since then [lawyers]({slots['link']}) have asked for a hearing, and "
        "[the bar association](https://bar.example.org/alden) has joined them."
    )


def _label(style: Style, at: int) -> str:
    return ("i", "ii", "iii")[at] if style.notes == "endnotes" else str(at + 1)


def _mark(style: Style, slots: Mapping[str, Any], at: int) -> str:
    if style.notes not in ("footnotes", "endnotes") or (at == 1 and not slots["mark"]):
        return ""
    return f"[{_label(style, at)}]"


def _notes(style: Style, slots: Mapping[str, Any]) -> str:
    if style.notes not in ("footnotes", "endnotes"):
        return ""
    texts = [
        f"River Watch, Annual report, {_date(style, slots['note_day'])}",
        f"Valley Registry, Household count, {_date(style, (9, 9, 2023))}",
        f"Dunmore Courier, Report on the wells, {_date(style, (2, 2, 2024))}",
    ]
    lines = [f"[{_label(style, at)}] {text}" for at, text in enumerate(texts) if at != 1 or slots["note"]]
    return ("Endnotes\n\n" if style.notes == "endnotes" else "") + "\n".join(lines)


def _demands(style: Style, slots: Mapping[str, Any]) -> str:
    items = ("Open the sluices before the sowing.", "Pay those who lost their land.", "Hear the farmers in public.")
    heads = {"bulleted": ("- ",) * 3, "lines": ("(a) ", "(b) ", "(c) ")}.get(style.list, ("1. ", "2. ", "3. "))
    listed = "\n".join(f"{head}{item}" for head, item in zip(heads, items, strict=True))
    return f"We make {_number(style, slots['demands'])} demands:\n\n{listed}"


def _list(style: Style, slots: Mapping[str, Any]) -> str:
    names: Sequence[str] = slots["names"]
    total = size(style, slots) + slots["more"]
    if style.list == "grouped":
        organizations = _number(style, len(CLEAN["names"]) + slots["group_more"])
        head = f"Signed by {_number(style, total)} signatories ({organizations} organizations and "
        head += f"{_number(style, len(PEOPLE))} individuals):"
        first, second = ("\n".join(f"- {name}" for name in group) for group in (names, PEOPLE))
        return f"{head}\n\nOrganizations\n\n{first}\n\nIndividuals\n\n{second}"
    return f"Signed by {_number(style, total)} organizations:\n\n{_printed(style, names, slots['numbers'])}"


def _printed(style: Style, names: Sequence[str], numbers: Sequence[int] | None) -> str:
    counted = list(zip(numbers or range(1, len(names) + 1), names, strict=True))
    match style.list:
        case "numbered":
            return "\n".join(f"{number}. {name}" for number, name in counted)
        case "bulleted":
            return "\n".join(f"- {name}" for name in names)
        case "comma":
            return ", ".join(names)
        case "table":
            rows = "\n".join(f"| {number} | {name} | Ruritania |" for number, name in counted)
            return f"| No. | Organization | Country |\n| --- | --- | --- |\n{rows}"
        case "columns":
            return _side_by_side(list(names))
        case "numbered columns":
            return _side_by_side([f"{number}. {name}" for number, name in counted])
    return "\n".join(names)


def _side_by_side(entries: Sequence[str]) -> str:
    """Two columns, the second beside the first."""
    half = (len(entries) + 1) // 2
    right = [*entries[half:], ""]
    return "\n".join(f"{left:<48}{right[at]}".rstrip() for at, left in enumerate(entries[:half]))


@dataclass(frozen=True)
class Error:
    """An error to plant: the rule that must find it and the slots that make it."""

    rule: str
    slots: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.rule} {list(self.slots)}"


def _everywhere() -> list[Error]:
    every = [
        ("signatory-total", "more", 7), ("signatory-total", "more", -5), ("signatory-total", "more_first", 9),
        ("repeated-figure", "again", 4210), ("repeated-figure", "figure", 4720), ("parts-whole", "children", 89),
        ("parts-whole", "whole", 1240), ("parts-whole", "sick", 960), ("percentage", "share", 56),
        ("percentage", "dry", 231), ("change", "rise", 60), ("change", "fires_now", 90), ("rate", "rate", 7),
        ("rate", "visits", 30), ("duration", "years", 7), ("duration", "years", 3), ("date-order", "weekday", "Friday"),
        ("date-order", "built", (31, 4, 1998)), ("date-order", "built", (30, 4, 2025)),
        ("nested-window", "raids_2022", 510), ("nested-window", "raids", 105),
        ("nested-window", "held_women", 730), ("announced-list", "demands", 4),
        ("announced-list", "demands", 2), ("ordinal", "ordinal", "23th"), ("ordinal", "ordinal", "21th"),
        ("number-words", "council", 13), ("majority-words", "agreed", 40), ("superlative", "spills_before", 92),
    ]  # fmt: skip
    return [Error(rule, {slot: value}) for rule, slot, value in every]


VARIANTS = (
    ("Centre for Valley Law", "Center for Valley Law"),
    ("Association of Ferry Pilots (AFP)", "Association of Ferry Pilots"),
    ("Harbour Workers Union (HWU)", "Harbour Workers' Union (HWU)"),
    ("Salt Road Cooperative", "Salt Road Co-operative"),
    ("Institute for Tidal Studies (ITS)", "Institut for Tidal Studies (ITS)"),
    ("Open Ledger", "Open Ledger"),
)
"""Names of the list, and how the same body may be written a second time."""


def _repeated(again: str) -> tuple[str, ...]:
    """The list with one of its bodies twice, in place of another; the total is still right."""
    return tuple(again if entry == "Lantern House" else entry for entry in CLEAN["names"])


def errors(style: Style) -> Iterator[Error]:
    """Every error that a style can carry, one at a time."""
    yield from _everywhere()
    yield from (Error("signatory-duplicate", {"names": _repeated(again)}) for _, again in VARIANTS)
    count = len(CLEAN["names"])
    if style.list in NUMBERED:
        yield Error("signatory-list", {"numbers": (*range(1, 12), *range(13, count + 2))})
        yield Error("signatory-list", {"numbers": (*range(1, 13), *range(12, count))})
    if style.list == "grouped":
        yield Error("signatory-total", {"group_more": 4})
    if style.notes in ("footnotes", "endnotes"):
        yield Error("citation-marks", {"mark": False})
        yield Error("citation-marks", {"note": False})
        yield Error("date-order", {"note_day": (3, 9, 2024)})
    if style.notes == "links":
        yield Error("citation-marks", {"link": "#"})
        yield Error("citation-marks", {"link": ""})


def copies(style: Style) -> tuple[str, str, str]:
    """A letter, the same again, and a copy that names fewer signatories and counts them rightly."""
    names = CLEAN["names"][:-3]
    return write(style), write(style), write(style, names=names, more=-3, more_first=0, group_more=-3)
