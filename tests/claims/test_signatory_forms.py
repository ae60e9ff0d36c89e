"""Forms that lists and totals of signatories take: on one line, in two columns, below a plain heading, in brackets."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Signatories

EMPTY = Field(measures=(), events=(), producers=(), places=())
HEAD = "3 May 2024\n\nDear Members,\n\n"
ASK = "We ask you to open the sluices before the farmers leave the valley.\n\n"
NAMES = [
    "Archive of the Spring", "Harbour Workers Union (HWU)", "Lake District Press Club", "River Watch", "Coast Alliance",
    "Hill Farmers Forum", "Mill Women's Network", "Centre for Valley Law", "Dune Rangers Association",
    "Quay Street Theatre", "Foundation for the Common Well (FCW)", "Ester Forest Guardians", "Lantern Union",
    "Association of Ferry Pilots (AFP)",
]  # fmt: skip
PEOPLE = ["Ana Marek", "Ivo Lind", "Sol Tamm", "Eda Kuu", "Mia Raud", "Per Holm"]


def read(text: str) -> Signatories:
    return extract(letter_from_bytes(text.encode(), path="a.txt", letter_id="a"), EMPTY).signatories


def listed(signatories: Signatories) -> list[str]:
    return [name.name for name in signatories.names]


@pytest.mark.parametrize("lead", ["Signatories", "Signed by", "Endorsed by", "The undersigned organizations"])
@pytest.mark.parametrize("end", ["", "."])
@pytest.mark.parametrize("count", [4, 12, 14])
def test_names_on_the_line_of_their_heading(lead, end, count):
    found = read(f"{HEAD}{ASK}{lead}: {', '.join(NAMES[:count])}{end}\n")
    assert listed(found) == NAMES[:count]


@pytest.mark.parametrize(
    "line",
    [
        "Signatories of the pact agreed on four things: open sluices, fair prices, clean wells, and public hearings.",
        "We, the undersigned, call on you to: open the sluices, pay the farmers, clean the wells, and hear us.",
        "The treaty was signed by: Alden, Borley, Camford, and Dunmore.",
    ],
)
def test_a_colon_before_other_things_begins_no_list(line):
    assert read(f"{HEAD}{line} Nobody has kept a word of it since the spring of that year.\n").listed is None


def columns(entries: list[str], gap: str) -> str:
    half = (len(entries) + 1) // 2
    right = [*entries[half:], ""]
    return "\n".join(f"{left}{gap}{right[at]}".rstrip() for at, left in enumerate(entries[:half]))


@pytest.mark.parametrize("gap", ["      ", "\t"])
@pytest.mark.parametrize("count", [13, 14])
def test_bodies_side_by_side_are_read_column_by_column(gap, count):
    found = read(f"{HEAD}{ASK}Signatories\n\n{columns(NAMES[:count], gap)}\n")
    assert listed(found) == NAMES[:count]


@pytest.mark.parametrize(
    "second",
    [
        ["Kenya", "Uganda", "Sweden", "Chile", "Peru", "India", "Japan"],
        ["Director", "Chair", "Coordinator", "Secretary", "President", "Manager", "Consultant"],
    ],
)
def test_a_second_column_of_places_or_roles_is_no_second_column_of_signatories(second):
    rows = "\n".join(f"{name}      {more}" for name, more in zip(NAMES[:7], second, strict=True))
    assert not set(second) & set(listed(read(f"{HEAD}{ASK}Signatories\n\n{rows}\n")))


def test_people_beside_their_institutions_are_not_two_signatories():
    rows = "\n".join(f"{person}      {body}" for person, body in zip(PEOPLE, NAMES, strict=False))
    assert read(f"{HEAD}{ASK}Signatories\n\n{rows}\n").listed in (None, 6)


def test_a_plain_heading_at_the_very_end_heads_those_who_sign():
    assert listed(read(f"{HEAD}{ASK}Organizations:\n\n" + "\n".join(NAMES) + "\n")) == NAMES


@pytest.mark.parametrize("after", ["We thank them all for the work that they have done in the valley.", ""])
def test_a_plain_heading_elsewhere_does_not(after):
    names = NAMES if after else NAMES[:3]
    assert read(f"{HEAD}{ASK}Organizations:\n\n" + "\n".join(names) + f"\n\n{after}\n").listed is None


def test_a_first_line_that_serves_as_title_states_its_total():
    text = "We, the undersigned 5 organizations, ask the Council to open the sluices before the sowing.\n\n"
    found = read(text + "3 May 2024\n\nSignatories:\n\n" + "\n".join(f"- {name}" for name in NAMES[:5]) + "\n")
    assert (found.stated_all, found.listed) == ((5,), 5)


def groups(found: Signatories) -> list[tuple[int, str | None]]:
    return [(total.value, total.group) for total in found.totals if total.role == "group"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The undersigned (24 organizations and 6 individuals) ask you to act.", [24, 6]),
        ("We are 30 signatories (24 organizations and 6 individuals) and ask you to act.", [24, 6]),
        ("We are 30 signatories (28 organizations and 6 individuals) and ask you to act.", [28, 6]),
        ("We are 30 signatories (24 organizations from 6 countries) and ask you to act.", []),
    ],
)
def test_groups_in_brackets(text, wanted):
    assert [value for value, _ in groups(read(f"{HEAD}{text}\n"))] == wanted
