"""Options that several commands share, each added to a parser by a function of its own."""

from __future__ import annotations

import argparse

SETTINGS, SETTINGS_FILE = "--settings", "crossfoot.toml"


def letter_options(parser: argparse.ArgumentParser) -> None:
    """What is to be read: files, folders, a text."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="letters, folders and archives of letters, `-` for standard input, e.g. letters/ week.zip",
    )
    parser.add_argument(
        "--text", metavar="TEXT", help="a letter's text itself, e.g. --text 'At least 3,460 boats lie idle.'"
    )
    ocr_option(parser)


def ocr_option(parser: argparse.ArgumentParser) -> None:
    """Scanned pages."""
    parser.add_argument(
        "--ocr",
        action="store_true",
        help="read scanned pages through Tesseract, where it is there, e.g. --ocr scan.pdf",
    )


def references_option(parser: argparse.ArgumentParser) -> None:
    """The table to compare with."""
    parser.add_argument(
        "--references",
        metavar="WHERE",
        help="your own reference table: a folder, a workbook, a database, e.g. --references our-table/",
    )


def pages_option(parser: argparse.ArgumentParser) -> None:
    """The pages that the letters cite."""
    parser.add_argument(
        "--pages",
        metavar="DIR",
        help="pages that the letters cite, fetched or saved (docs/cited-pages.md), e.g. --pages saved/",
    )


def as_known_option(parser: argparse.ArgumentParser) -> None:
    """Of what day the figures are."""
    parser.add_argument(
        "--as-known",
        choices=("letter", "today"),
        help="compare with what was out on the letter's day, or with all that is known today, e.g. --as-known letter",
    )


def language_option(parser: argparse.ArgumentParser) -> None:
    """The language of the letters."""
    parser.add_argument(
        "--language",
        default="auto",
        metavar="CODE",
        help="the language of the texts (default: told from each), e.g. --language fr",
    )


def rules_option(parser: argparse.ArgumentParser) -> None:
    """Settings of the rules."""
    parser.add_argument(
        "--rules",
        metavar="FILE",
        help="settings of the rules, YAML or TOML (`ordinal: off`, severity, tolerance), e.g. --rules rules.yml",
    )


def retention_options(parser: argparse.ArgumentParser) -> None:
    """How long runs are kept, and the store that remembers them."""
    parser.add_argument(
        "--keep",
        type=positive,
        default=30,
        metavar="N",
        help="whole runs kept under runs/, and the names in them (default: 30), e.g. --keep 7",
    )
    parser.add_argument(
        "--remember",
        type=positive,
        default=365,
        metavar="N",
        help="runs whose figures and verdicts the store remembers (default: 365), e.g. --remember 60",
    )
    store_option(parser)


def notice_options(parser: argparse.ArgumentParser) -> None:
    """Who is told of a run, and under which address its pages are found."""
    parser.add_argument(
        "--notify",
        action="append",
        metavar="WHERE",
        help="who is told what an editor must see anew (docs/operate.md); may repeat, e.g. --notify env:DESK_MAIL",
    )
    parser.add_argument(
        "--site",
        metavar="URL",
        help="the address that the folder of --out is published at, for links, e.g. --site https://desk.example/reports",
    )
    parser.add_argument(
        "--metrics",
        metavar="FILE",
        help="figures of each run for Prometheus' node exporter, e.g. --metrics /var/lib/node_exporter/crossfoot.prom",
    )


def store_option(parser: argparse.ArgumentParser) -> None:
    """Where runs are remembered and decisions kept."""
    parser.add_argument(
        "--store",
        metavar="WHERE",
        help="the database of runs and decisions (default: state/crossfoot.db; docs/history.md), e.g. --store env:DESK",
    )


def positive(text: str) -> int:
    """A whole number of at least 1, as an option gives it."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return number
