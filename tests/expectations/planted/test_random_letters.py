"""Random totals, lists and dates: letters that add up raise no alarm, and an error of any size is found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import check_letter

EMPTY = Field(measures=(), events=(), producers=(), places=())
FEW = settings(max_examples=25, deadline=None)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TOWNS = ("Alden", "Borley", "Camford", "Dunmore", "Ester", "Farlow", "Garth", "Hexley", "Ivel", "Jarrow")
KINDS = (
    "Fishers' Union", "Valley Law Centre", "Press Club", "Women's Network", "Farmers Forum", "Teachers' Association",
    "Theatre Company", "Youth Council", "Tidal Institute", "Archive Foundation",
)  # fmt: skip
BODIES = [f"{town} {kind}" for kind in KINDS for town in TOWNS]


def alarms(body: str) -> list[tuple[str, str]]:
    text = f"3 May 2024\n\nDear Members,\n\n{body}\n"
    letter = letter_from_bytes(text.encode(), path="a.txt", letter_id="a")
    found = check_letter(letter, EMPTY, None).findings
    return [(f.rule, f.message) for f in found if f.status == "inconsistent" and f.severity != "info"]


def signed(total: int, names: list[str], hidden: int, *, numbered: bool) -> str:
    listed = "\n".join(f"{n}. {name}" if numbered else f"- {name}" for n, name in enumerate(names, 1))
    shy = f", including {hidden} organizations that have chosen not to disclose their names" if hidden else ""
    return f"We ask you to open the sluices.\n\nThis letter is signed by {total} organizations{shy}:\n\n{listed}"


LISTS = st.lists(st.sampled_from(BODIES), min_size=6, max_size=60, unique=True)


@FEW
@given(LISTS, st.sampled_from([0, 0, 2, 31]), st.booleans())
def test_lists_that_add_up(names, hidden, numbered):
    assert alarms(signed(len(names) + hidden, names, hidden, numbered=numbered)) == []


@FEW
@given(LISTS, st.sampled_from([0, 3]), st.integers(-4, 5).filter(bool), st.booleans())
def test_totals_that_are_off(names, hidden, off, numbered):
    total = len(names) + hidden + off
    found = alarms(signed(total, names, hidden, numbered=numbered))
    assert [rule for rule, _ in found] == ["signatory-total"]


@FEW
@given(LISTS, st.data())
def test_a_gap_anywhere_in_the_numbering(names, data):
    gap = data.draw(st.integers(2, len(names) - 1))
    numbers = [n + (n >= gap) for n in range(1, len(names) + 1)]
    listed = "\n".join(f"{n}. {name}" for n, name in zip(numbers, names, strict=True))
    found = alarms(f"We ask you to open the sluices.\n\nSigned by {len(names)} organizations:\n\n{listed}")
    assert [rule for rule, _ in found] == ["signatory-list"]
    assert f"No. {gap} is missing" in found[0][1]


PARTS = st.lists(st.integers(2, 900), min_size=3, max_size=3)


def counted(whole: int, parts: list[int]) -> str:
    men, women, children = parts
    return f"The registry counts {whole:,} people: {men} men, {women} women and {children} children."


@FEW
@given(PARTS)
def test_parts_that_make_their_whole(parts):
    assert alarms(counted(sum(parts), parts)) == []


@FEW
@given(PARTS, st.integers(1, 9))
def test_parts_that_do_not(parts, off):
    # beyond half or twice the whole the figures are not taken for its parts
    if off * 2 < sum(parts):
        assert [rule for rule, _ in alarms(counted(sum(parts) + off, parts))] == ["parts-whole"]


@FEW
@given(st.integers(1, 400), st.integers(400, 900))
def test_shares_rounded_either_way(part, whole):
    for share in {100 * part // whole, round(100 * part / whole)} - {0}:
        assert alarms(f"Of the {whole} wells, {part} wells ({share} per cent) are dry.") == []


@FEW
@given(st.integers(10, 400), st.integers(400, 900), st.integers(2, 30))
def test_shares_that_are_off(part, whole, off):
    share = round(100 * part / whole) + off
    assert [rule for rule, _ in alarms(f"Of the {whole} wells, {part} wells ({share} per cent) are dry.")] == [
        "percentage"
    ]


DAYS = st.dates(date(2004, 1, 1), date(2024, 4, 30))


def written(day: date, *, month_first: bool) -> str:
    name = MONTHS[day.month - 1]
    return f"{name} {day.day}, {day.year}" if month_first else f"{day.day} {name} {day.year}"


@FEW
@given(DAYS, st.integers(0, 6), st.booleans())
def test_weekdays(day, ahead, month_first):
    stated = WEEKDAYS[(day + timedelta(days=ahead)).weekday()]
    found = alarms(f"On {stated}, {written(day, month_first=month_first)}, the Commission closed the sluice.")
    assert [rule for rule, _ in found] == (["date-order"] if ahead else [])


@FEW
@given(st.integers(2, 16), st.integers(0, 9), st.sampled_from(["March", "May", "June", "November"]))
def test_years_that_have_passed(years, off, month):
    start = 2024 - years - (month in ("June", "November"))
    passed = years + off
    found = alarms(f"In the {passed} years since {month} {start} the valley has had no water.")
    # counted in begun, completed or calendar years, one more or less may be meant
    if off == 0:
        assert found == []
    elif off > 2:
        assert [rule for rule, _ in found] == ["duration"]


@pytest.mark.parametrize("names", [3, 4, 5, 6, 7, 8, 9])
@pytest.mark.parametrize("off", [-1, 0, 1])
def test_announced_demands(names, off):
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    items = "\n".join(f"- Open sluice {chr(65 + n)}." for n in range(names))
    found = alarms(f"We make {words[names + off - 2]} demands:\n\n{items}\n\nSincerely,\n\nRiver Watch")
    assert [rule for rule, _ in found] == (["announced-list"] if off else [])
