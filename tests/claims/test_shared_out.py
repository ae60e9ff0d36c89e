"""Numbers behind names in a row: shares of what is counted before the colon, or models, rooms and roads."""

from __future__ import annotations

import pytest

from claims.numbers.read import read_numbers


def values(text: str) -> list[int]:
    return [int(one.value) for one in read_numbers(text).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They flew three planes: Boeing 747, Airbus 320 and Embraer 190.", [3]),
        ("We saw 40 rooms: Article 19, Article 20 and Room 7.", [40]),
        ("The league has 900 members: Highway 61, Route 66 and Road 12.", [900]),
        ("They flew with Boeing 747, Airbus 320 and Embraer 190.", []),
        ("He left 200 papers; he cited: Boeing 747, Airbus 320 and Embraer 190.", [200]),
        ("The firm has 800 workers: Boeing 747 is what they build.", [800]),
    ],
)
def test_names_that_a_number_ends_stay_names(text: str, expected: list[int]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have 40 clerks: Kem 12, Lower Bay 20, Ostrow 5 and Pell 3.", [40, 12, 20, 5, 3]),
        ("It speaks for 8,450 nurses: Kem 3,900, Pell 4,230 and the Islands 320.", [8450, 3900, 4230, 320]),
        ("The 61 members by field: Botany 20, Fine Arts 40, Greek 1.", [61, 20, 40, 1]),
    ],
)
def test_what_names_share_out_is_counted(text: str, expected: list[int]) -> None:
    assert values(text) == expected
