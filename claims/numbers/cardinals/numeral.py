"""What a number read in a text is: its tokens, its value and how exactly it is told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from claims.quick_records import dataclass
from claims.text.tokens import Token

NumeralKind = Literal["cardinal", "share", "multiple", "vague", "ordinal", "score", "unread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number of tokens `[first, stop)`. `high` is set for vague amounts and ranges.

    `step` is the place of the last printed digit where the wording rounds ("1.6 million": 100,000), else `None`;
    `scale` what the printed mantissa was multiplied with (1 for none); `digits` whether it is written in digits;
    `form` the record that read it (`claims/numbers/records/forms.yml`); `unit_at` the token of a unit inside the number
    ("a year and a half").
    """

    first: int
    stop: int
    start: int
    end: int
    value: Decimal
    kind: NumeralKind = "cardinal"
    high: Decimal | None = None
    step: Decimal | None = None
    scale: Decimal = Decimal(1)
    digits: bool = False
    unit_at: int | None = None
    form: str = ""

    def with_end(self, tokens: list[Token], stop: int) -> Numeral:
        """The same number over tokens up to `stop`."""
        return replace(self, stop=stop, end=tokens[stop - 1].end)
