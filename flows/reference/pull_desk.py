"""`crossfoot sources pull PROVIDER`: figures of a provider into a reference table of the user's."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import BadReferenceTable, CrossfootError

if TYPE_CHECKING:
    from sources.keeping.folder import Table
    from sources.keeping.pulling import Merged
    from sources.providers.asking import Figure, Provider, Query
    from sources.providers.net.outside import World

_AT_FAULT = 1
_SHOWN = 20
# The names stand here as well as in the registry so that parsing options does not load the providers.
PROVIDERS = ("hdx-hapi", "acled", "unhcr", "idmc", "world-bank", "ucdp", "generic")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources pull`, for the parser of the command line."""
    parser.add_argument("provider", choices=PROVIDERS, metavar="PROVIDER", help=f"one of {', '.join(PROVIDERS)}")
    parser.add_argument("--into", required=True, metavar="DIR", help="the folder of your reference table (CSV)")
    parser.add_argument(
        "--place",
        action="append",
        default=[],
        metavar="COUNTRY",
        help="a country, by name or ISO 3166 code; may repeat",
    )
    parser.add_argument("--since", metavar="YYYY-MM-DD", help="the first day; of running counts, the day they begin")
    parser.add_argument("--until", metavar="YYYY-MM-DD", help="the last as-of date (default: today)")
    parser.add_argument("--measure", metavar="ID", help="one measure (default: all that the provider fills)")
    parser.add_argument("--mapping", metavar="FILE", help="a mapping file (YAML), see docs/providers.md")
    parser.add_argument("--base-url", metavar="URL", help="another address of the provider")
    parser.add_argument(
        "--state", default="out/state", metavar="DIR", help="where answers are cached (default: out/state)"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would change and write nothing to the table")


def run_pull(arguments: argparse.Namespace, *, world: World | None = None, today: date | None = None) -> int:
    """Ask, merge, check, write. 0 done, 1 the provider or its rows at fault (the table untouched), 2 usage (raised)."""
    from sources.keeping.folder import open_table, write
    from sources.keeping.pulling import merged
    from sources.providers.asking import ProviderError

    try:
        table = open_table(arguments.into)
        query = _query(arguments, table, today or date.today())
        provider, figures = _asked(arguments, query, world)
        result = merged(table, figures, query.today, provider.provider_id)
        if result.added and not arguments.dry_run:
            write(table, result.files)
    except (ProviderError, BadReferenceTable) as error:
        print(f"crossfoot: {error}", file=sys.stderr)
        print(f"{arguments.into}: not changed", file=sys.stderr)
        return _AT_FAULT
    for line in _told(arguments, provider, result):
        print(line)
    return 0


def _asked(arguments: argparse.Namespace, query: Query, world: World | None) -> tuple[Provider, list[Figure]]:
    from sources.providers.catalogue import Setting, open_provider
    from sources.providers.net.http_cache import HttpCache

    cache = HttpCache(Path(arguments.state) / "http")
    setting = Setting(base_url=arguments.base_url, mapping=arguments.mapping, cache=cache, world=world)
    provider, client = open_provider(arguments.provider, setting)
    try:
        return provider, list(provider.observations(query))
    finally:
        client.close()


def _query(arguments: argparse.Namespace, table: Table, today: date) -> Query:
    from sources.keeping.folder import country_codes, places_of
    from sources.providers.asking import PullUsageError, Query

    since, until = _day("--since", arguments.since), _day("--until", arguments.until)
    if since and until and until < since:
        raise PullUsageError("--until", f"{until} is before --since {since}; put the two right")
    if since and since > today:
        raise PullUsageError("--since", f"{since} is still to come; nothing can be known of it")
    places = country_codes(arguments.place, places_of(table))
    return Query(places=places, since=since, until=until, measure=arguments.measure, today=today)


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CrossfootError(option, f"{text!r} is no date; write it as 2025-05-21") from None


def _told(arguments: argparse.Namespace, provider: Provider, result: Merged) -> list[str]:
    """What the pull did, or would do: counts, the first rows, what it left out."""
    would = "would add" if arguments.dry_run else "added"
    lines = [
        f"{row['observation_id']}  {row['comparator']} {row['value']} {row['unit']}  {row['place']}"
        for row in result.added[:_SHOWN]
    ]
    if len(result.added) > _SHOWN:
        lines.append(f"… and {len(result.added) - _SHOWN} more")
    lines += [f"{old} is superseded by {new}" for old, new in result.superseded[:_SHOWN]]
    lines += [f"{would} to {each}" for each in result.vocabulary]
    lines += [f"{provider.provider_id}: {line}" for line in provider.remarks.lines()]
    lines.append(
        f"{arguments.into}: {would} {len(result.added)} observations, of them {len(result.superseded)} later vintages;"
        f" {result.unchanged} stood there already"
    )
    return lines
