"""The options of `crossfoot serve`."""

from __future__ import annotations

import argparse

from flows.command_line.options import (
    as_known_option,
    language_option,
    notice_options,
    ocr_option,
    pages_option,
    positive,
    references_option,
    retention_options,
    rules_option,
)


def serve_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = commands.add_parser("serve", help="the schedule: the same flow over an inbox, until stopped")
    serve.add_argument(
        "--inbox", required=True, metavar="DIR", help="the folder letters are put in, e.g. --inbox letters/"
    )
    serve.add_argument(
        "--out", required=True, metavar="DIR", help="where runs/, latest and state/ stand, e.g. --out out"
    )
    ocr_option(serve)
    references_option(serve)
    rules_option(serve)
    as_known_option(serve)
    language_option(serve)
    pages_option(serve)
    when = serve.add_mutually_exclusive_group()
    when.add_argument(
        "--cron", metavar="CRON", help="five fields, e.g. '0 3 * * *' (the default: every night at three)"
    )
    when.add_argument(
        "--interval", type=positive, metavar="SECONDS", help="so long after one run the next, e.g. --interval 3600"
    )
    serve.add_argument(
        "--timezone",
        default="UTC",
        metavar="ZONE",
        help="of the schedule (default: UTC), e.g. --timezone Asia/Yangon",
    )
    serve.add_argument(
        "--name", metavar="NAME", help="of the deployment (default: that of the inbox's folder), e.g. --name letters"
    )
    serve.add_argument(
        "--ui", action="store_true", help="Prefect's pages too, at the address that is told, e.g. --ui --inbox letters/"
    )
    retention_options(serve)
    notice_options(serve)
    serve.add_argument(
        "--refresh", metavar="FILE", help="providers to ask (docs/operate.md) for the table, e.g. --refresh pulls.toml"
    )
    serve.add_argument(
        "--refresh-cron", metavar="CRON", help="when they are asked (default: '0 1 * * 0', Sundays), e.g. '0 1 * * *'"
    )
    serve.add_argument(
        "--log-format",
        choices=("text", "json"),
        default="text",
        help="the log for people, or a line of JSON a record, e.g. --log-format json",
    )
