"""The same finding whatever the words, for rules that look at two readings of one thing.

A number in words beside the same in digits, ordinals, dates, the numbers and names of a list, two letters that tell the
same: every dress that says the same takes turns, over a letter that is right and over one that is wrong.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from num2words import num2words

from claims import letter_from_bytes
from expectations import check_letter
from expectations.check import check_across

ROOT = Path(__file__).parents[2]


def loaded(path: str) -> ModuleType:
    name = f"pairs_{Path(path).stem}"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / path)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


kit = loaded("tests/expectations/test_paraphrases.py")
HEAD, NAMES, EMPTY = kit.HEAD, kit.NAMES, kit.EMPTY
RIGHT, WRONG = "consistent", "inconsistent"


def says(text: str, rule: str) -> list[str]:
    return sorted({one.status for one in kit.findings(text) if one.rule == rule} - {"not_checkable"})


def others(texts: dict[str, str], rule: str, status: str) -> dict[str, list[str]]:
    """The texts whose rule says anything but `status`, with what it says."""
    given = {name: says(text, rule) for name, text in texts.items()}
    return {name: found for name, found in given.items() if found != [status]}


# --- number-words: words beside digits ---

PAIRS = ["{w} ({d})", "{d} ({w})", "{W} ({d})", "{w} ( {d} )", "{w} ({c})", "{c} ({w})", "**{w} ({d})**",
         "{w} (**{d}**)",
         "{loose} ({d})", "{w}\u00a0({d})"]  # fmt: skip
PLACES = ["The council has {} members and a clerk.", "Of the {} members, none has spoken.", "We wait {} days.",
          "The lease runs for {} years from today.", "The share of {} per cent was sold.", "They paid {} euros for it.",
          "The town lies {} kilometres from the dam.", "The members, {} in number, were heard.",
          "Members: {}."]  # fmt: skip
UNITS = ["A fine of {w} dollars (${d}) was paid.", "A fine of ${d} ({w} dollars) was paid.",
         "They paid EUR {d} ({w} euros).", "They paid {w} euros (€{d}).", "It fell by {w} per cent ({d}%).",
         "It fell by {d}% ({w} per cent)."]  # fmt: skip


def dressed(pair: str, words: int, digits: int) -> str:
    told = str(num2words(words))
    return pair.format(w=told, W=told.upper(), loose=told.replace("-", " "), d=digits, c=f"{digits:,}")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("number", [12, 24, 140, 4120])
def test_a_number_said_twice(place: str, number: int) -> None:
    wrong = {12: 21, 24: 42, 140: 410, 4120: 4210}[number]
    for digits, status in ((number, RIGHT), (wrong, WRONG)):
        texts = {pair: HEAD + place.format(dressed(pair, number, digits)) + "\n" for pair in PAIRS}
        assert others(texts, "number-words", status) == {}


@pytest.mark.parametrize("place", UNITS)
def test_a_number_said_twice_with_its_unit(place: str) -> None:
    assert says(HEAD + dressed(place, 24, 24) + "\n", "number-words") == [RIGHT]
    assert says(HEAD + dressed(place, 24, 42) + "\n", "number-words") == [WRONG]


APART = ["The walk is five miles (8 km).", "They paid twelve euros (13 dollars).", "Dozens (31) of clerks came.",
         "We met five (3 of them young) clerks.", "Amara (26) and five (4 new) clerks came.", "A third (40) left.",
         "More than a dozen (14) clerks came.", "About thirty (32) clerks came.", "At least ten (12) clerks came.",
         "It took five years (60 months)."]  # fmt: skip


@pytest.mark.parametrize("sentence", APART)
def test_two_numbers_that_say_no_different_thing(sentence: str) -> None:
    assert WRONG not in says(f"{HEAD}{sentence}\n", "number-words")


@pytest.mark.parametrize("frame", [frame for frame in kit.FRAMES if frame.rule != "duration"], ids=str)
@pytest.mark.parametrize("pair", PAIRS[:2])
def test_a_number_said_twice_is_the_number_to_every_rule(frame, pair: str) -> None:
    wrong = frame.number + 1 if frame.number < 1000 else frame.number + 90
    for number in (frame.number, wrong):
        twice = dressed(pair, number, number)
        assert kit.differing(frame, [f"{number} _".strip(), f"{twice} _".strip()]) == {}


# --- ordinal ---

RAISED = ["{n}{s}", "{n}{S}", "{n}<sup>{s}</sup>", "**{n}{s}**", "“{n}{s}”", "the board's {n}{s}"]
ORDINALS = [(52, "nd", "st"), (41, "st", "nd"), (43, "rd", "th"), (112, "th", "nd"), (22, "nd", "th")]


@pytest.mark.parametrize(("number", "right", "wrong"), ORDINALS)
def test_every_dress_of_an_ordinal(number: int, right: str, wrong: str) -> None:
    for suffix, status in ((right, RIGHT), (wrong, WRONG)):
        texts = {
            dress: f"{HEAD}The matter came up at {dress.format(n=number, s=suffix, S=suffix.upper())} meeting.\n"
            for dress in RAISED
        }
        assert others(texts, "ordinal", status) == {}


# --- date-order ---

DAYS = ["{d} {M} 2023", "{d}{th} {M} 2023", "{d}{th} of {M} 2023", "the {d}{th} of {M} 2023", "{M} {d}, 2023",
        "{M} {d}{th}, 2023", "{M} {d}{th} 2023", "{d} {m} 2023", "{d} {m}. 2023", "{d} {MM} 2023", "2023-0{n}-{d}",
        "{d}\u00a0{M}\u00a02023", "{d} {M}, 2023"]  # fmt: skip


def day(dress: str, number: int, month: tuple[str, int]) -> str:
    name, at = month
    suffix = {31: "st", 12: "th"}[number]
    return dress.format(d=number, th=suffix, M=name, m=name[:3], MM=name.upper(), n=at)


APRIL, JUNE, MARCH = ("April", 4), ("June", 6), ("March", 3)


def test_every_dress_of_a_day_that_no_month_has() -> None:
    texts = {dress: f"{HEAD}The vote was held on {day(dress, 31, APRIL)} in the hall.\n" for dress in DAYS}
    assert others(texts, "date-order", WRONG) == {}
    texts = {dress: f"{HEAD}The vote was held on {day(dress, 31, MARCH)} in the hall.\n" for dress in DAYS}
    assert [found for text in texts.values() if WRONG in (found := says(text, "date-order"))] == []


def test_every_dress_of_a_day_after_the_letter() -> None:
    frame = "On {} soldiers killed a nurse in the clinic."
    texts = {dress: f"{HEAD}{frame.format(day(dress, 12, JUNE))}\n" for dress in DAYS}
    assert others(texts, "date-order", WRONG) == {}
    texts = {dress: f"{HEAD}{frame.format(day(dress, 12, APRIL))}\n" for dress in DAYS}
    assert [found for text in texts.values() if WRONG in (found := says(text, "date-order"))] == []


WEEKDAYS = ["{W}, 12 April 2023", "{W} 12 April 2023", "{W}, April 12, 2023", "{W}, 12th April 2023",
            "{w}, 12 April 2023",
            "{W} the 12th of April 2023", "{w}. 12 April 2023", "{W} (12 April 2023)", "{W}, Apr 12, 2023",
            "12 April 2023, a {W}", "12 April 2023 ({W})", "{WW}, 12 APRIL 2023",
            "{W}, 12\u00a0April 2023"]  # fmt: skip


@pytest.mark.parametrize(("weekday", "status"), [("Wednesday", RIGHT), ("Monday", WRONG)])
def test_every_dress_of_a_weekday(weekday: str, status: str) -> None:
    told = {dress: dress.format(W=weekday, w=weekday[:3], WW=weekday.upper()) for dress in WEEKDAYS}
    texts = {dress: f"{HEAD}On {date}, two guards were dismissed.\n" for dress, date in told.items()}
    assert others(texts, "date-order", status) == {}


RANGES = ["from {a} {M} 2023 to {b} {N} 2023", "from {M} {a}, 2023 to {N} {b}, 2023",
          "between {a} {M} 2023 and {b} {N} 2023",
          "{a} {M} 2023 – {b} {N} 2023", "from {a} {M} 2023 through {b} {N} 2023"]  # fmt: skip


def test_every_dress_of_a_range() -> None:
    for first, last, status in (("March", "February", [WRONG]), ("February", "March", [])):
        told = {dress: dress.format(a=5, b=2, M=first, N=last) for dress in RANGES}
        given = {dress: says(f"{HEAD}The camp was closed {dates}.\n", "date-order") for dress, dates in told.items()}
        assert {dress: found for dress, found in given.items() if (WRONG in found) != (status == [WRONG])} == {}


# --- the numbers and the names of a list ---

NUMBERED = [
    "{n}. ",
    "{n}) ",
    "({n}) ",
    "{n}: ",
    "{n}] ",
    "[{n}] ",
    "{n}.\t",
    "{n} - ",
    "  {n}. ",
    "#{n} ",
    "{n}.",
    "**{n}.** ",
]
OPEN = f"{HEAD}We write to you about the dam.\n\nSigned by:\n\n"


def listed(mark: str, numbers: list[int], names: list[str]) -> str:
    return OPEN + "\n".join(f"{mark.format(n=at)}{name}" for at, name in zip(numbers, names, strict=True)) + "\n"


@pytest.mark.parametrize(
    ("numbers", "status"),
    [(list(range(1, 13)), RIGHT), ([1, 2, 3, 4, *range(6, 14)], WRONG), ([1, 2, 3, 4, 4, *range(5, 12)], WRONG)],
)
def test_every_mark_of_a_numbered_list(numbers: list[int], status: str) -> None:
    texts = {mark: listed(mark, numbers, list(NAMES)) for mark in NUMBERED}
    assert others(texts, "signatory-list", status) == {}


TWICE = [*NAMES[:5], "Lake Network", *NAMES[6:]]
ENTRIES = [*NUMBERED, "- ", "* ", "• ", "✓ ", "– "]
JOINED = [", ", "; "]


@pytest.mark.parametrize(("names", "status"), [(list(NAMES), RIGHT), (TWICE, WRONG)], ids=["once", "twice"])
def test_every_mark_over_a_name(names: list[str], status: str) -> None:
    texts = {mark: listed(mark, list(range(1, 13)), names) for mark in ENTRIES}
    texts |= {joint: f"{OPEN}{joint.join(names)}\n" for joint in JOINED}
    assert others(texts, "signatory-duplicate", status) == {}


SPELT = ["Lake Women's Network", "Lake Women’s Network", "LAKE WOMEN'S NETWORK", "Lake Womens Network",
         "Lake Women's  Network", "“Lake Women's Network”", "The Lake Women's Network", "Lake Women's Network.",
         "Lake Women's Network,", "Lake Women's Network (LWN)", "Lake Women´s Network"]  # fmt: skip


@pytest.mark.parametrize("spelt", SPELT)
def test_every_spelling_of_a_name(spelt: str) -> None:
    names = [NAMES[0], "Lake Women's Network", *NAMES[2:8], spelt, *NAMES[9:]]
    assert says(listed("{n}. ", list(range(1, 13)), names), "signatory-duplicate") == [WRONG]


# --- announced-list ---

ANNOUNCED = ["{w}", "{d}", "the following {w}", "{w} simple", "{w} ({d})", "{d} ({w})", "just {w}", "only {w}",
             "these {w}",
             "exactly {w}", "{W}"]  # fmt: skip
LEADS = ["We make {} demands:", "We have {} demands:", "Our {} demands are:", "We ask for {} things:",
         "We call on you to take {} steps:", "We ask {} questions:", "There are {} reasons:",
         "We recommend {} measures:",
         "We urge you to do the following {} things:"]  # fmt: skip


@pytest.mark.parametrize(("words", "digits", "status"), [("three", 3, RIGHT), ("four", 4, WRONG)])
def test_every_way_to_announce(words: str, digits: int, status: str) -> None:
    items = kit.listed(kit.MARKS["digits"], kit.DEMANDS)
    told = [dress.format(w=words, d=digits, W=words.upper()) for dress in ANNOUNCED]
    leads = [LEADS[0].format(number) for number in told] + [lead.format(words) for lead in LEADS]
    assert others({lead: f"{HEAD}{lead}\n\n{items}\n" for lead in leads}, "announced-list", status) == {}


# --- cross-letter ---


def across(first: str, second: str) -> list[str]:
    """What is said between a letter signed by `first` and one a year later, on the same, signed by `second`."""
    title = "Open letter on the closing of the Alden dam"
    texts = [f"{title}\n\n3 May 2023\n\nDear Members,\n\nWe, the undersigned {number}, write to you.\n"
             for number in (first, second)]  # fmt: skip
    read = [letter_from_bytes(text.encode(), path=f"{at}.txt", letter_id=str(at)) for at, text in enumerate(texts)]
    checked = [check_letter(letter, EMPTY, None) for letter in read]
    return sorted({one.status for one in check_across(checked, EMPTY) if one.rule == "cross-letter"})


SIGNERS = [f"{form} organisations" for form in kit.forms(12)] + ["12 organizations", "twelve (12) organisations"]


def test_every_form_of_a_number_between_letters() -> None:
    for other in ("12 organisations", "21 organisations"):
        first = across(SIGNERS[0], other)
        assert first != ["not_checkable"]
        given = {words: across(words, other) for words in SIGNERS}
        assert {words: found for words, found in given.items() if found != first} == {}
    assert across(SIGNERS[0], "21 organisations") == [WRONG]
