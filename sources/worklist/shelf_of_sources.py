"""The figures of a table by the address, the day and the title of the text that prints them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from claims.places.gazetteer import Gazetteer, gazetteer
from sources.lookup.addresses import host_of, plain_address
from sources.model import Observation, ReferenceTable

_Key = TypeVar("_Key")
_WORD: Final = re.compile(r"\w+")
_LEAST_TITLE: Final = 20


class Shelf:
    """The texts of a reference table, by address, by producer and day, by title. Built once a table; read-only."""

    def __init__(self, table: ReferenceTable) -> None:
        self._table = table

    @cached_property
    def _by_address(self) -> Mapping[str, list[Observation]]:
        return _grouped((plain, each) for each in self._table.observations if (plain := plain_address(each.url)))

    @cached_property
    def _by_day(self) -> Mapping[tuple[str, date], list[Observation]]:
        """Figures by their counter and each of the days a note may give for the text: printed on, as of."""
        found = (
            ((each.producer_id, day), each)
            for each in self._table.observations
            for day in dict.fromkeys((each.published_on, each.period_end if each.period_end_grain == "day" else None))
            if day
        )
        return _grouped(found)

    @cached_property
    def _by_title(self) -> Mapping[str, list[Observation]]:
        return _grouped((_words(each.title), each) for each in self._table.observations if _telling(each.title))

    @cached_property
    def _owners(self) -> Mapping[str, str | None]:
        """Producers by the host they publish on; a host that two share names neither."""
        owners: dict[str, str | None] = {}
        for producer in self._table.producers:
            host = host_of(producer.url or "")
            if host:
                owners[host] = None if host in owners else producer.producer_id
        return owners

    def observations(self, text: str, url: str | None, producer: str | None, day: date | None) -> tuple[str, ...]:
        """The ids of the figures of the text that is cited so, in the table's order; none where two texts may be it."""
        found = self._by_address.get(plain_address(url or "") or "", [])
        if not found and producer and day:
            found = [each for each in self._by_day.get((producer, day), []) if self._may_be_of(each, text)]
        return tuple(each.observation_id for each in found or self._titled(text, day))

    def _may_be_of(self, observation: Observation, text: str) -> bool:
        """A body that counts in two countries on one day: a note that names the one does not cite the other."""
        own = self._places.named(observation.place or "")
        told = {self._places.outermost(mention.place) for mention in self._places.mentions(text)}
        return own is None or not told or self._places.outermost(own) in told

    @cached_property
    def _places(self) -> Gazetteer:
        return gazetteer(self._table.places)

    def _titled(self, text: str, day: date | None) -> list[Observation]:
        """The figures of the one text whose title stands in a note; "Daily Briefing" of some other day is another."""
        told = f" {_words(text)} "
        found = [each for title, group in self._by_title.items() if f" {title} " in told for each in group]
        if day is not None:
            return [each for each in found if each.published_on == day]
        texts = {(each.published_by, each.title, each.published_on) for each in found}
        return found if len(texts) == 1 else []

    def owner(self, url: str | None) -> str | None:
        """The producer that publishes on the host of an address, or on the host above it ("data.example.org")."""
        host = host_of(url or "") or ""
        while "." in host:
            if host in self._owners:
                return self._owners[host]
            host = host.partition(".")[2]
        return None


def _grouped(pairs: Iterable[tuple[_Key, Observation]]) -> Mapping[_Key, list[Observation]]:
    groups: dict[_Key, list[Observation]] = defaultdict(list)
    for key, observation in pairs:
        groups[key].append(observation)
    return dict(groups)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _telling(title: str) -> bool:
    """Whether a title is long enough to be known again: "Update" is the title of many texts."""
    return len(_words(title)) >= _LEAST_TITLE
