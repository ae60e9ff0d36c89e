"""Sums that the figures propose: silent where they are exact, where the list goes on, where chance explains them."""

from decimal import Decimal

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.fits.evidence import evidence_for
from claims.relations.fits.slips import slips_of, wide_slips_of
from claims.relations.fits.sums.fitted_parts import find_fitted, tied_sums, weighed
from claims.relations.fits.sums.near_sums import candidate_sums
from claims.relations.fits.sums.sum_pool import summable
from claims.relations.fits.sums.sum_ties import tie_features
from claims.relations.told_figures import read_figures

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def figures_in(text):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    extraction = extract(letter, FIELD)
    return read_figures(extraction.document, extraction.readings, extraction.claims)


SILENT = [
    # exact
    "Of the 2,772 patients, 1,386 went to Alder House, 882 to Birch House and 504 to Cedar House.",
    # said to go on
    "We counted 1,303 boats: 661 from Alden, 412 from Borley and others.",
    # two matters
    "In May 1,840 people marched. The council owns 61 lorries, 42 vans and 1,204 bicycles.",
    # bounds and round words
    "More than 2,700 patients came: about 1,400 to Alder House, 850 to Birch House and 500 to Cedar House.",
    # exact, with a figure of another kind behind it
    "Of the 1,320 vessels, 1,100 carry the beacon and 220 do not, and 12 of them sank.",
]

TOLD = [
    ("Of the 2,772 patients, 1,386 went to Alder House, 828 to Birch House and 504 to Cedar House.", "2772"),
    ("The survey found 1,248 flats: 661 let, 521 lived in by their owners and 102 empty.", "1248"),
    ("We asked 3,184 tenants. 1,912 had heating and the other 1,227 had none.", "3184"),
    ("A total of 5,031 forms came in. Of these, 2,440 were complete, 1,611 were late and 890 were blank.", "5031"),
]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert list(find_fitted(figures_in(text))) == []


@pytest.mark.parametrize(("text", "whole"), TOLD)
def test_proposes_a_sum_that_one_slip_makes_exact(text: str, whole: str) -> None:
    found = [one.readings[0] for one in find_fitted(figures_in(text))]
    assert [one.whole.quantity.value for one in found] == [Decimal(whole)]
    assert all(one.fitted for one in found)


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    figures = figures_in(TOLD[0][0])
    for row in summable(figures).values():
        for one in candidate_sums(row):
            assert set(tie_features(figures, one, row)) == set(evidence_for("sum_ties").weights)
        for _, features in weighed(figures, tied_sums(figures, row)):
            assert set(features) == set(evidence_for("sums").weights)


@pytest.mark.parametrize(
    ("value", "other", "kind"),
    [
        ("828", "882", "swap"), ("77", "87", "one"), ("260", "2600", "ten"), ("13", "30", "teen"),
        ("411", "471", "digit"), ("1248", "148", "drop"), ("14", "144", "double"), ("0.5", "5.0", "ten"),
    ],
)  # fmt: skip
def test_slips_and_their_kinds(value: str, other: str, kind: str) -> None:
    assert slips_of(Decimal(value))[Decimal(other)] == kind


@pytest.mark.parametrize(("value", "other"), [("1203", "1302"), ("571", "175"), ("13.45", "15.43")])
def test_digits_exchanged_that_are_no_neighbours(value: str, other: str) -> None:
    assert wide_slips_of(Decimal(value))[Decimal(other)] == "far"
    assert Decimal(other) not in slips_of(Decimal(value))


@pytest.mark.parametrize("text", ["We saw Alden 21, Borley 9 and Corrow 8 full.", "The sorting room 216 and Alden 14."])
def test_numbers_behind_names_may_be_parts(text: str) -> None:
    rows = summable(figures_in(text)).values()
    assert any(one.loose for row in rows for one in row)


@pytest.mark.parametrize("text", ["Order 122 and No. 16 of Box 417 came.", "Route 66 of P63,997 is closed."])
def test_numbers_behind_labels_are_none(text: str) -> None:
    assert not any(one.loose for told in figures_in(text).sentences for one in told.loose)


def test_a_figure_is_no_slip_of_itself() -> None:
    for value in ("1", "10", "99", "1200", "3.5"):
        assert Decimal(value) not in slips_of(Decimal(value))
