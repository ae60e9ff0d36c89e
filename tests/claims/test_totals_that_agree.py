"""Totals of signatories that only the list makes known, and the shapes in which letters tell them."""

# ruff: noqa: E501 (letters stand on one line each)
from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field, Signatories
from expectations.rules import signatory_total

EMPTY = Field(measures=(), events=(), producers=(), places=())
LINE = "The river ports have been closed to all fishing boats since the winter storms, and nobody has said why.\n\n"
NAMES = ["Alder Watch", "Birch Union", "Cedar Network", "Dune Forum", "Elm Rights Centre", "Fern Collective"]
LIST = "Signed by:\n\n" + "\n".join(NAMES) + "\n"


def extracted(text: str):
    return extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), EMPTY)


def signed(text: str) -> Signatories:
    return extracted(text).signatories


NO_TOTAL = [
    f"Ports\n\nSix people died on the quay.\n\n{LINE}{LIST}",
    f"Ports\n\nThe council will close six of its schools and parishes.\n\n{LINE}{LIST}",
    f"Ports\n\nLast year a petition signed by six groups was lost.\n\n{LINE}{LIST}",
    f"Ports\n\nThe book has six chapters.\n\n{LINE}{LIST}",
]


@pytest.mark.parametrize("text", NO_TOTAL)
def test_six_of_anything_is_no_total(text: str) -> None:
    assert signed(text).stated is None


BY_LIST = [
    f"Statement of six hydrologists on the sluice\n\n{LINE}{LIST}",
    f"Ports\n\n{LINE}This time we are only six.\n\n{LIST}",
    f"Ports\n\n{LINE}The undersigned, six in number, ask for a ramp.\n\n{LIST}",
    f"Ports\n\n{LINE}The ramp should open, said six groups in a joint letter today.\n\n{LIST}",
]


@pytest.mark.parametrize("text", BY_LIST)
def test_a_total_known_by_the_list_is_no_check(text: str) -> None:
    found = extracted(text)
    assert found.signatories.stated == 6
    findings = signatory_total.run(found, EMPTY)
    assert all(finding.status != "inconsistent" for finding in findings)


def test_a_total_known_by_the_list_is_not_shown_as_held() -> None:
    found = extracted(f"Ports\n\n{LINE}This time we are only six.\n\n{LIST}")
    assert [total.by_list for total in found.signatories.totals] == [True]
    assert [finding.status for finding in signatory_total.run(found, EMPTY)] == ["not_checkable"]


TOLD = {
    "a headline": (f"21 organisations: open the ports now\n\n{LINE}", 21),
    "a headline from somewhere": (f"15 groups from six countries on the River Plan\n\n{LINE}", 15),
    "an aside of names": (
        f"Ports\n\nFive groups – Alder Watch, the Birch Union and three others – today called for a ramp.\n\n{LINE}",
        5,
    ),
    "an aside of a clause": (
        f"Ports\n\nMore than 90 groups of fishers, from every one of the coasts, have asked for a ramp.\n\n{LINE}",
        90,
    ),
    "said in a letter": (
        f"Ports\n\nThe port should open, 151 groups said today in a letter to the summit.\n\n{LINE}",
        None,
    ),
    "as of a day": (
        f"Ports\n\nAs of 9 May 2021, 132 organisations in 31 countries have joined this appeal.\n\n{LINE}",
        132,
    ),
    "below the list": (f"Ports\n\n{LINE}{LIST}\nTotal: 6 organisations\n", 6),
    "first N of M": (f"Ports\n\n{LINE}First 6 of 163 signatories:\n\n" + "\n".join(NAMES) + "\n", 163),
}


@pytest.mark.parametrize(("text", "stated"), TOLD.values(), ids=TOLD.keys())
def test_told(text: str, stated: int | None) -> None:
    assert signed(text).stated == stated


def test_others_beside_the_names() -> None:
    assert signed(f"Ports\n\n{LINE}Signed by Ana Ruiz, Ben Okoro, Cy Dunn, Eve Lund and 31 others.\n").undisclosed == 31


def test_lists_under_headings_of_their_own() -> None:
    text = f"Ports\n\nWe, three student unions, ask for a ramp.\n\n{LINE}Signed by:\nAlder Union\nBirch Union\nCedar Union\n\n"
    found = extracted(f"{text}Endorsed by:\nDune Forum\nElm Rights Centre\nFern Collective\n")
    assert [finding for finding in signatory_total.run(found, EMPTY) if finding.status == "inconsistent"] == []
