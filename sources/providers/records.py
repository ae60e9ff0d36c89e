"""Fields of a provider's records, read strictly: a field that is missing or of another kind is told, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from sources.providers.asking import ProviderError
from sources.providers.net.client import Client

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?")
_DAY: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([T ][0-9:.]+(Z|[+-][0-9:]+)?)?")
_SHOWN: Final = 60
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
# Beyond this a number is no figure, and its digits fill the memory: 1e999999999 is valid JSON.
_MOST_DIGITS: Final = 40


class Record:
    """One record of an answer, its number in it (from 1), and the address it came from."""

    __slots__ = ("_client", "address", "fields", "number")

    def __init__(self, fields: Mapping[str, Any], number: int, address: str, client: Client) -> None:
        self.fields = fields
        self.number = number
        self.address = address
        self._client = client

    def fault(self, name: str, what: str) -> ProviderError:
        """The error that says which field of which record is not as documented."""
        message = (
            f"record {self.number}, field {name!r} {what};"
            " the answer is not as the provider documents it, so nothing of it is used"
        )
        return self._client.error(self.address, message)

    def _value(self, name: str) -> Any:
        if name not in self.fields:
            raise self.fault(name, "is missing")
        return self.fields[name]

    def optional_text(self, name: str) -> str:
        """Text on one line, "" for null."""
        value = self._value(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.fault(name, f"is no text but {_shown(value)}")
        return " ".join(value.split())

    def text(self, name: str) -> str:
        value = self.optional_text(name)
        if not value:
            raise self.fault(name, "is empty")
        return value

    def optional_number(self, name: str, empty: frozenset[str] = frozenset({""})) -> Decimal | None:
        """A finite number, written as one or as its text; `None` for null and for the texts that mean it."""
        value = self._value(name)
        if value is None or (isinstance(value, str) and value.strip() in empty):
            return None
        number = as_decimal(value)
        if number is None:
            raise self.fault(name, f"is no number but {_shown(value)}")
        return number

    def number_of(self, name: str) -> Decimal:
        number = self.optional_number(name)
        if number is None:
            raise self.fault(name, "is empty")
        return number

    def count(self, name: str) -> int:
        """A whole number of at least 0."""
        count = self.optional_count(name)
        if count is None:
            raise self.fault(name, "is empty")
        return count

    def optional_count(self, name: str, empty: frozenset[str] = frozenset({""})) -> int | None:
        """A whole number of at least 0; `None` for null and for the texts that mean it."""
        number = self.optional_number(name, empty)
        if number is not None and (number < 0 or number != number.to_integral_value()):
            raise self.fault(name, f"is no count but {_shown(self.fields[name])}")
        return None if number is None else int(number)

    def year(self, name: str) -> int:
        """A year of our time, as a number or as its four digits."""
        year = self.count(name)
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise self.fault(name, f"is no year but {_shown(self.fields[name])}")
        return year

    def day(self, name: str) -> date:
        day = self.optional_day(name)
        if day is None:
            raise self.fault(name, "is empty")
        return day

    def optional_day(self, name: str) -> date | None:
        """A day, written YYYY-MM-DD, with or without a time after it."""
        text = self.optional_text(name)
        if not text:
            return None
        found = _DAY.fullmatch(text)
        try:
            return date.fromisoformat(found[1]) if found else self._no_day(name, text)
        except ValueError:
            return self._no_day(name, text)

    def _no_day(self, name: str, text: str) -> date:
        raise self.fault(name, f"is no day but {_shown(text)}")


def as_decimal(value: object) -> Decimal | None:
    """A number of JSON or its plain text as an exact decimal; `None` for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return Decimal(value.strip()) if _NUMBER.fullmatch(value.strip()) else None
    if isinstance(value, int | Decimal):
        try:
            number = Decimal(value)
        except InvalidOperation:
            return None
        return number if number.is_finite() and _sized(number) else None
    return None


def _sized(number: Decimal) -> bool:
    return abs(number.adjusted()) <= _MOST_DIGITS and len(number.as_tuple().digits) <= 2 * _MOST_DIGITS


def records(content: Any, address: str, client: Client, *, what: str, first: int = 1) -> Iterator[Record]:
    """The records of a list. Raises `ProviderError` where it is none, or holds something else than records."""
    if not isinstance(content, list):
        raise client.error(address, f"{what} is no list but {_shown(content)}; the provider changed its answer")
    for number, fields in enumerate(content, first):
        if not isinstance(fields, dict):
            raise client.error(address, f"record {number} of {what} is no record but {_shown(fields)}")
        yield Record(fields, number, address, client)


def member(content: Any, name: str, address: str, client: Client) -> Any:
    """A member of an answer that is a JSON object. Raises `ProviderError` where it has none of that name."""
    if not isinstance(content, dict):
        raise client.error(address, f"the answer is no object but {_shown(content)}; the provider changed it")
    if name not in content:
        raise client.error(address, f"the answer has no {name!r}; the provider changed it")
    return content[name]


def from_unix(record: Record, name: str) -> date | None:
    """A day from seconds since 1970 in UTC, `None` where the field is null or absent."""
    value = as_decimal(record.fields.get(name))
    if value is None:
        return None
    try:
        return datetime.fromtimestamp(int(value), tz=UTC).date()
    except (OverflowError, ValueError, OSError):
        raise record.fault(name, f"is no moment but {_shown(record.fields[name])}") from None


def _shown(value: object) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
