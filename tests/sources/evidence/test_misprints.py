"""How one number comes from another by a slip, and how it does not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sources.evidence.number_slips import factors_of, misprint_of


@pytest.mark.parametrize(
    ("told", "printed", "slip"),
    [
        (3905, 3905, None),
        (3905, 3590, None),
        (390, 3905, None),
        (12, 4000, None),
        (0, 10, None),
        (3950, 3905, "exchanged"),
        (3509, 3590, "exchanged"),
        ("132.2", "123.2", "exchanged"),
        (1_580_000, 1_850_000, "exchanged"),
        ("15.1E+6", 11_500_000, "exchanged"),
        (400_338, 4_003_385, "dropped"),
        (412_705, 41_705, "dropped"),
        (39050, 3905, "factor"),
        (400, 40_000, "factor"),
        (142, 122, "one_digit"),
        (1_200_000, 1_300_000, "one_digit"),
    ],
)
def test_a_slip_is_known_by_its_digits(told: object, printed: object, slip: str | None) -> None:
    assert misprint_of(Decimal(str(told)), Decimal(str(printed))) == slip


def test_the_numbers_a_factor_apart() -> None:
    assert Decimal(3905) in factors_of(Decimal(39050))
