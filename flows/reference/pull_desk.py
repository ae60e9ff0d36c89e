"""`crossfoot sources pull PROVIDER`: figures of a provider into a reference table of the user's."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import BadReferenceTable
from flows.reference.pulling_once import Pull, Pulled, pull

if TYPE_CHECKING:
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
    from sources.providers.asking import ProviderError

    asked = Pull(
        provider=arguments.provider,
        place=tuple(arguments.place),
        since=arguments.since,
        until=arguments.until,
        measure=arguments.measure,
        mapping=arguments.mapping,
        base_url=arguments.base_url,
    )
    state = Path(arguments.state)
    try:
        pulled = pull(asked, arguments.into, state, dry=arguments.dry_run, world=world, today=today)
    except (ProviderError, BadReferenceTable) as error:
        print(f"crossfoot: {error}", file=sys.stderr)
        print(f"{arguments.into}: not changed", file=sys.stderr)
        return _AT_FAULT
    for line in _told(arguments, pulled):
        print(line)
    return 0


def _told(arguments: argparse.Namespace, pulled: Pulled) -> list[str]:
    """What the pull did, or would do: counts, the first rows, what it left out."""
    result = pulled.result
    would = "would add" if arguments.dry_run else "added"
    lines = [
        f"{row['observation_id']}  {row['comparator']} {row['value']} {row['unit']}  {row['place']}"
        for row in result.added[:_SHOWN]
    ]
    if len(result.added) > _SHOWN:
        lines.append(f"… and {len(result.added) - _SHOWN} more")
    lines += [f"{old} is superseded by {new}" for old, new in result.superseded[:_SHOWN]]
    lines += [f"{would} to {each}" for each in result.vocabulary]
    lines += [f"{pulled.provider_id}: {line}" for line in pulled.remarks]
    lines.append(
        f"{arguments.into}: {would} {len(result.added)} observations, of them {len(result.superseded)} later vintages;"
        f" {result.unchanged} stood there already"
    )
    return lines
