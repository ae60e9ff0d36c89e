"""Shares, changes and rates that the figures propose: silent where they fit or may be of others, told where one slip
explains them.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.extracting import extract
from claims.language.load import load_language
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.figures import Figures
from claims.relations.fits.evidence import evidence_for
from claims.relations.fits.quotients.quotient_cues import Scene
from claims.relations.fits.quotients.quotient_fitting import fit_of
from claims.relations.fits.quotients.quotient_triples import is_of_two
from claims.relations.fits.quotients.quotients import SHARES, contest_of, find_quotients, sizes_of, tried
from claims.relations.kinds import LEARNED, Move, Rate, Share
from claims.relations.told_figures import read_figures

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def figures_in(text: str) -> Figures:
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    extraction = extract(letter, FIELD)
    return read_figures(extraction.document, extraction.readings, extraction.claims)


def found(text: str) -> list[Share | Move | Rate]:
    figures = figures_in(text)
    with load_language("en").in_force():
        return list(find_quotients(figures, ()).slipped)


SILENT = [
    # they fit
    "We inspected 840 lifts. Of these, 294 (35 per cent) stood still.",
    "Of 1,260 households 945 have a meter. One in four has none.",
    "Fares went from 40 to 60 crowns, a rise of one half.",
    "The ferry carried 7,560 people on 36 trips, 210 on each.",
    # rounded
    "We asked 711 tenants; 236 of them, a third, had mould.",
    # comparators that hold
    "Of the 62 wells 17 were dry, more than a quarter.",
    "Of the 54 drivers three, fewer than one in fifteen, had a licence.",
    # another whole, further off
    "The district has 4,800 homes. In Alden 310 were wet and 96 were burnt. Those 310 are 6.5 per cent of all homes.",
    # what is left, not what is told
    "Of 21,400 pupils 17,120 found a place. One in five did not.",
    # a subject of its own
    "The mill had 1,200 bales in 2021 and 1,500 in 2022. Wages rose by 52 per cent.",
    # three factors, a larger unit, a year that is not named
    "The 24 ovens are used in three shifts on six days a week, which makes 432 batches.",
    "Each of the 4,200 homes was given 15 kg of rice, 63 tonnes altogether.",
    # another subject
    "In 2022 the quarry sold 4.8 million tonnes, up from 3.9 million in 2021. The rent rose by 15 per cent.",
    # a fraction that says its own figures
    "Twenty-five of 36 passed; with the six who never came it is 31 out of 42.",
]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text: str) -> None:
    assert found(text) == []


SLIPPED = [
    ("We inspected 840 lifts. Of these, 294 (53 per cent) stood still.", Share, "53"),
    ("We inspected 840 lifts and 294 of them, 25%, stood still.", Share, "25"),
    ("Of 412 members 371 came, a turnout of 80%.", Share, "80"),
    ("Fares went from 40 to 60 crowns, an increase of 15 per cent.", Move, "15"),
    ("The clinic saw 1,450 people in 2021. In 2022 it saw 1,740, or 30 per cent more.", Move, "30"),
    ("In 2022 we baked 21,400 loaves. In 2023 we baked 13,910. We have thus lost 53 per cent.", Move, "53"),
    ("Each of the 3,150 workers is owed 12,400 crowns a month, for two months 87.12 million.", Rate, "87120000"),
]


@pytest.mark.parametrize(("text", "kind", "size"), SLIPPED)
def test_proposes_what_one_slip_makes_fit(text: str, kind: type, size: str) -> None:
    told = found(text)
    assert [type(one) for one in told] == [kind]
    assert all(one.evidence == LEARNED for one in told)
    assert Decimal(size) in {claim.quantity.value for claim in told[0].claims}


WRONG = [
    # silent: the difference and the product fit; "fewer" is of something else; a product of small numbers is none
    ("We had 96 stalls in 2019. In 2023 there were 71 stalls, a loss of 25 stalls.", None),
    ("Each of the 24 teams has 135 litres, so 3,240 litres are needed.", None),
    ("The rent is 450 euros a month, that is 5,400 euros a year.", None),
    # two digits exchanged, a digit one off
    ("In 2019 the fair had 460 stalls. In 2023 it had 318 stalls, or 124 fewer.", "124"),
    ("They pay 1,350 dollars for each of the 48 stalls, or 68,400 dollars in all.", "1,350"),
]


@pytest.mark.parametrize(("text", "size"), WRONG)
def test_differences_and_products(text: str, size: str | None) -> None:
    told = [{claim.quantity.as_written for claim in one.claims} for one in found(text)]
    assert [size in figures for figures in told] == ([True] if size else [])


BANDS = [
    # a percentage is rounded at its last digit, a fraction in words more loosely, a bound has an open end
    ("Of the 300 boats 107 leaked, 36 per cent.", True),
    ("Of the 300 boats 113 leaked, 36 per cent.", False),
    ("Of the 300 boats 96 leaked, a third.", True),
    ("Of the 300 boats 120 leaked, a third.", False),
    ("Of the 300 boats 120 leaked, more than a third.", True),
    ("Of the 300 boats 80 leaked, more than a third.", False),
    ("Of the 300 boats 80 leaked, fewer than a third.", True),
    ("Of the 300 boats 131 leaked, fewer than a third.", False),
]


@pytest.mark.parametrize(("text", "fits"), BANDS)
def test_how_widely_a_size_is_meant(text: str, fits: bool) -> None:
    figures = figures_in(text)
    share = next(one for one in figures.all if one.is_share)
    with load_language("en").in_force():
        parts = [one for one in SHARES.triples(Scene(figures), share) if one.operation == "part"]
        made = fit_of(parts[0])
    assert (made is not None and made.slip is None) is fits


def test_a_fraction_in_its_own_figures_is_no_size_of_others() -> None:
    shares = [one for one in figures_in("It is 31 out of 42; before, it was one in 17.").all if one.is_share]
    assert [is_of_two(one) for one in shares] == [True, False]


WEIGHED = """We saw 840 lifts. Of these, 294 (53 per cent) stood still. Each of 36 crews has 7 vans, 525 vans in all.
In 2020 there were 310 of us, in 2021 we were 450, or 130 more; the dues rose by 15%."""


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    with load_language("en").in_force():
        scene, families = Scene(figures_in(WEIGHED)), set()
        for family, figure in sizes_of(scene):
            for triple, _ in tried(scene, family, figure):
                assert set(family.standing(scene, triple)) == set(evidence_for(f"{family.name}_pairs").weights)
            contest = contest_of(scene, family, figure, {})
            for one in contest.ranked if contest is not None else ():
                families.add(family.name)
                assert set(contest.features(one)) == set(evidence_for(f"{family.name}_slips").weights)
    assert families == {"share", "product", "difference"}
