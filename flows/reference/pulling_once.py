"""One pull: a provider asked, its figures merged into the table, the whole checked, and then written or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import CrossfootError
from claims.quick_records import dataclass

if TYPE_CHECKING:
    from sources.keeping.folder import Table
    from sources.keeping.pulling import Merged
    from sources.providers.asking import Figure, Provider, Query
    from sources.providers.net.outside import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """What is asked of which provider; `since` and `until` are ISO dates, `mapping` a file."""

    provider: str
    place: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    measure: str | None = None
    mapping: str | None = None
    base_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """What came of it; `remarks` tell what was left out."""

    provider_id: str
    result: Merged
    remarks: tuple[str, ...]


def pull(asked: Pull, into: str, state: Path, *, dry: bool, world: World | None, today: date | None) -> Pulled:
    """Ask, merge, check, and write unless `dry`; answers are cached under `state`.

    Raises ProviderError, BadReferenceTable (the table is untouched) and PullUsageError.
    """
    from sources.keeping.folder import open_table, write
    from sources.keeping.pulling import merged

    table = open_table(into)
    query = _query(asked, table, today or date.today())
    provider, figures = _figures(asked, query, state, world)
    result = merged(table, figures, query.today, provider.provider_id)
    if result.added and not dry:
        write(table, result.files)
    return Pulled(provider_id=provider.provider_id, result=result, remarks=tuple(provider.remarks.lines()))


def _figures(asked: Pull, query: Query, state: Path, world: World | None) -> tuple[Provider, list[Figure]]:
    from sources.providers.catalogue import Setting, open_provider
    from sources.providers.net.http_cache import HttpCache

    cache = HttpCache(state / "http")
    setting = Setting(base_url=asked.base_url, mapping=asked.mapping, cache=cache, world=world)
    provider, client = open_provider(asked.provider, setting)
    try:
        return provider, list(provider.observations(query))
    finally:
        client.close()


def _query(asked: Pull, table: Table, today: date) -> Query:
    from sources.keeping.folder import country_codes, places_of
    from sources.providers.asking import PullUsageError, Query

    since, until = day("--since", asked.since), day("--until", asked.until)
    if since and until and until < since:
        raise PullUsageError("--until", f"{until} is before --since {since}; put the two right")
    if since and since > today:
        raise PullUsageError("--since", f"{since} is still to come; nothing can be known of it")
    places = country_codes(list(asked.place), places_of(table))
    return Query(places=places, since=since, until=until, measure=asked.measure, today=today)


def day(option: str, text: str | None) -> date | None:
    """A day as an option gives it. Raises CrossfootError."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CrossfootError(option, f"{text!r} is no date; write it as 2025-05-21") from None
