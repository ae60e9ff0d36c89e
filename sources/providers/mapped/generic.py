"""Any CSV or JSON address, with a mapping file that says which field is which column.

The documentation to read is that of whoever publishes the file; the form of the mapping is in docs/providers.md.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, cast
from urllib.parse import urljoin

from claims.model import Comparator
from sources.model import Grade
from sources.providers.asking import Figure, Query, Remarks
from sources.providers.mapped.mapped_cells import Cell
from sources.providers.mapped.mapping import TableMapping
from sources.providers.net.answers import Answer, Key, UnreadableAnswerError, read_json, whole_text
from sources.providers.net.client import Client
from sources.providers.net.paging import Pages
from sources.providers.records import Record, as_decimal, member, records

PROVIDER_ID: Final = "generic"
_FIELD: Final = re.compile(r"\{([^{}]+)\}")
_DAYS: Final = ("period_start", "period_end", "published_on")
_NUMBERS: Final = ("value", "low", "high")


class Generic:
    """Figures of a file of anybody's. The producer and the measure must stand in the table already."""

    def __init__(self, client: Client, mapping: TableMapping, key: Key | None, url: str) -> None:
        self.provider_id = mapping.name
        self.remarks = Remarks()
        self._client = client
        self._mapping = mapping
        self._key = key
        self._url = url
        measure = mapping.figure["measure_id"].constant
        self.measures: tuple[str, ...] = (measure,) if measure else ()

    def observations(self, query: Query) -> Iterator[Figure]:
        for record in self._records():
            if not self._wanted(record):
                self.remarks.add("the row is not among those that 'where' names")
                continue
            figure = self._figure(record)
            if query.measure is not None and figure.measure_id != query.measure:
                self.remarks.add("another measure")
            elif query.places and figure.place_code not in query.places:
                self.remarks.add("another place")
            elif figure.period_end is not None and not query.covers(figure.period_end):
                self.remarks.add("outside the days asked for")
            else:
                yield figure

    def _records(self) -> Iterator[Record]:
        pages, address, number, count = Pages(self._client), self._url, 0, 0
        while True:
            parameters = self._page_parameters(number)
            content, shown = self._client.get(address, parameters, key=self._key, read=self._read)
            rows = self._rows(content, shown)
            pages.take(rows, shown)
            yield from records(rows, shown, self._client, what="the records", first=count + 1)
            count, number = count + len(rows), number + 1
            following = self._following(content, rows, shown, address)
            if following is None:
                return
            address = following

    def _page_parameters(self, number: int) -> dict[str, str]:
        paging = self._mapping.paging
        if paging is None or paging.parameter is None:
            return {}
        parameters = {paging.parameter: str(paging.first + number * paging.step)}
        return {**parameters, paging.size_parameter: str(paging.size)} if paging.size_parameter else parameters

    def _following(self, content: Any, rows: list[Any], shown: str, address: str) -> str | None:
        """The address of the next page, `None` after the last."""
        paging = self._mapping.paging
        if paging is None:
            return None
        if paging.following is None:
            return address if len(rows) >= paging.size else None
        *path, last = paging.following.split(".")
        for name in path:
            content = member(content, name, shown, self._client)
        link = content.get(last) if isinstance(content, dict) else None
        if link is not None and not isinstance(link, str):
            raise self._client.error(shown, f"{paging.following!r} is no address; the provider changed its answer")
        return urljoin(address, link) if link else None

    def _read(self, answer: Answer) -> tuple[Any, str]:
        if self._mapping.format == "json":
            return read_json(answer.body), answer.address
        text = whole_text(answer, (self._mapping.encoding,))
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=self._mapping.delimiter, strict=True)
        try:
            header, *rows = [cells for cells in lines if any(cells)]
        except csv.Error as error:
            raise UnreadableAnswerError(f"sent an answer that is no CSV ({error})") from None
        except ValueError:
            raise UnreadableAnswerError("sent an empty answer") from None
        self._require_columns(header, answer.address)
        for number, cells in enumerate(rows, 2):
            if len(cells) != len(header):
                what = f"row {number} has {len(cells)} cells where the header has {len(header)}"
                raise UnreadableAnswerError(f"sent an answer that is damaged or cut short: {what}")
        return [dict(zip(header, cells, strict=True)) for cells in rows], answer.address

    def _require_columns(self, header: list[str], shown: str) -> None:
        """A file without rows, or with other columns than the mapping's, is no file of no figures."""
        wanted = [cell.field for cell in self._mapping.figure.values() if cell.field is not None]
        if missing := [name for name in dict.fromkeys((*wanted, *self._mapping.where)) if name not in header]:
            found = ", ".join(header)[:120]
            raise self._client.error(shown, f"has no column {missing[0]!r}, which {self._mapping.file} names: {found}")

    def _rows(self, content: Any, shown: str) -> list[Any]:
        if self._mapping.format == "json" and self._mapping.records:
            for name in self._mapping.records.split("."):
                content = member(content, name, shown, self._client)
        if not isinstance(content, list):
            where = self._mapping.records or "the answer"
            raise self._client.error(shown, f"{where} is no list of records; see 'records' in {self._mapping.file}")
        return content

    def _wanted(self, record: Record) -> bool:
        return all(self._plain(record, name) in values for name, values in self._mapping.where.items())

    def _plain(self, record: Record, path: str) -> str:
        """A field as text; `a.b` is the field b of the record a."""
        value: Any = record.fields
        # A CSV may have a dot in a name of its own.
        for name in [path] if path in record.fields else path.split("."):
            if not isinstance(value, Mapping) or name not in value:
                raise record.fault(path, "is missing")
            value = value[name]
        if value is None:
            return ""
        if isinstance(value, bool | list | dict):
            return json.dumps(value, default=str)
        return " ".join(str(value).split())

    def _text(self, record: Record, column: str, cell: Cell) -> str:
        if cell.constant is not None:
            return cell.constant
        if cell.field is not None:
            text = self._plain(record, cell.field)
        else:
            text = _FIELD.sub(lambda found: self._plain(record, found[1]), cell.text or "")
        if cell.values is None:
            return text
        if text not in cell.values:
            raise record.fault(cell.field or column, f"is {text!r}, for which the mapping of {column} has no value")
        return cell.values[text]

    def _figure(self, record: Record) -> Figure:
        mapped = self._mapping.figure
        texts = {name: self._text(record, name, cell) for name, cell in mapped.items()}
        days = {name: self._day(record, name, texts.pop(name)) for name in _DAYS if name in texts}
        numbers = {name: self._number(record, name, texts.pop(name)) for name in _NUMBERS if name in texts}
        if numbers["value"] is None:
            raise record.fault(mapped["value"].field or "value", "is empty")
        grade, comparator = texts.pop("grade"), texts.pop("comparator", "=")
        return Figure(
            value=numbers["value"],
            low=numbers.get("low"),
            high=numbers.get("high"),
            period_start=days.get("period_start"),
            period_end=days.get("period_end"),
            published_on=days.get("published_on"),
            grade=cast(Grade, grade),
            comparator=cast(Comparator, comparator),
            **{"place_code": "", "url": self._client.show(self._url, with_query=False), **texts},
        )

    def _day(self, record: Record, column: str, text: str) -> date | None:
        if not text:
            return None
        try:
            return datetime.strptime(text, self._mapping.dates).date()
        except ValueError:
            named = self._mapping.figure[column].field or column
            raise record.fault(named, f"is {text!r}, no day of the form {self._mapping.dates}") from None

    def _number(self, record: Record, column: str, text: str) -> Decimal | None:
        if not text:
            return None
        plain = text.replace(self._mapping.thousands, "") if self._mapping.thousands else text
        number = as_decimal(plain.replace(self._mapping.decimal, "."))
        if number is None:
            raise record.fault(self._mapping.figure[column].field or column, f"is {text!r}, which is no number")
        return number
