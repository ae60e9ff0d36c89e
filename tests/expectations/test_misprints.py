"""What a slip makes of a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from expectations.misprints import misprints


@pytest.mark.parametrize(
    ("value", "others"),
    [
        ("112", ["12", "212000"]),
        ("7", ["0.07", "9"]),
        ("1204", ["1402", "4201"]),
    ],
)
def test_no_slip(value, others):
    assert not set(map(Decimal, others)) & set(misprints(Decimal(value)))


@pytest.mark.parametrize(
    ("value", "others"),
    [
        ("1204", ["1240", "2104", "1205", "12040", "120.4"]),
        ("37.5", ["73.5", "37.6", "375"]),
        ("8", ["9", "80", "0.8"]),
    ],
)
def test_slips(value, others):
    assert set(map(Decimal, others)) <= set(misprints(Decimal(value)))
