"""Lists of names that are none, one sign over and over, thousands of lines, next to nothing."""

from __future__ import annotations

import random

from tests.benchmarks.hostile.bad_kinds import Outcome
from tests.benchmarks.scale.made_letters import letter


def with_names(dice: random.Random) -> tuple[bytes, Outcome]:
    """Lists of names that are no names, too long, too many, numbered anyhow."""
    odd = (
        "x" * 4000,
        "",
        "-",
        "&",
        "<b>Union</b>",
        "=SUM(A1)",
        "8888 Generation",
        "46th Forum of 12",
        "\u202eUnion\u202c",
        "İstanbul ŞŞ",
        "ﬁﬂ" * 40,
        "(",
        "((((",
        "Union (",
        "1. 2. 3.",
        "and 400 others",
        "... and 12 more",
        "@SUM",
        "'; DROP TABLE",
        "Ünïón " * 60,
        "🚢" * 30,
        "A",
        "a\u0301" * 30,
        "同盟",
        "اتحاد",
        "1",
        "III",
        "Mr",
        "https://example.org/" + "a" * 300,
        "a@b.example",
        "\t\t\t",
    )
    mark = dice.choice(("{}. ", "{}) ", "({}) ", "{}", "- ", "• ", "* ", "| {} | ", "{}.{}. ", "[{}] ", ""))
    count = dice.choice((3, 12, 60, 700))
    start = dice.choice((1, 0, -3, 97, 10**12))
    said = [mark.replace("{}", str(start + n * dice.choice((1, 1, 1, 0, 7)))) + dice.choice(odd) for n in range(count)]
    listed = dice.choice(("\n", "\n\n", ", ", "; ", " | ", "\r")).join(said)
    stated = dice.choice((count, count + 1, 0, 10**15))
    return (
        f"Open letter\n\n4 May 2021\n\nWe, the {stated} undersigned, ask.\n\nSigned:\n\n{listed}\n".encode(),
        "either",
    )


def in_shape(dice: random.Random) -> tuple[bytes, Outcome]:
    """One sign, word or sentence over and over, on one line or each on its own: time must be linear in it."""
    parts = (
        "(1",
        "1)",
        "(((",
        "[1]",
        "[x](",
        "![",
        "**",
        "_",
        "`",
        "~~",
        ">",
        "# ",
        "|",
        "| 1 ",
        "1. ",
        "a) ",
        "- ",
        "\u2014",
        '"',
        "“",
        "‘",
        "5 of the ",
        "of whom 3 ",
        "3 boats, ",
        "3 boats and ",
        "12 May 2021, ",
        "since 2019 ",
        "per cent ",
        "40% of ",
        "and ",
        "one hundred ",
        "twenty-",
        "million ",
        "$5 ",
        "1,",
        "1.",
        "1/",
        "1-",
        "9",
        "a",
        "A. ",
        "Mr. ",
        "e.g. ",
        "St. ",
        "e\u0301",
        "www.example.org ",
        "http://",
        "a@b",
        "note 1 ",
        "¹",
        "iv ",
        "UNHCR, ",
        "according to ",
        "Myanmar ",
        "killed ",
        "\u00a0",
        "\t",
        "the same 40 ",
        "from 3 to 5 ",
        "3 to ",
        "more than ",
        "not ",
        "I. ",
        "(a) ",
        "…",
        "...",
        ";",
        ": ",
        "&amp;",
        "<b>",
        "<",
        "\\",
    )
    part, length = dice.choice(parts), dice.choice((2_000, 16_000, 60_000))
    sep = dice.choice(("", " ", "\n", "\n\n"))
    many = (part + sep) * (length // max(1, len(part + sep)))
    how = dice.randrange(3)
    said = many if how == 0 else f"We ask for 12 boats. {many}\n" if how == 1 else many + letter(dice.randrange(10**6))
    return said.encode(), "either"  # thousands of figures are more than a letter has


def of_nothing(dice: random.Random) -> tuple[bytes, Outcome]:
    """Next to nothing."""
    said = (
        b"",
        b" ",
        b"\n" * 500,
        b"\x00",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\t \r\n",
        "\u200b".encode() * 40,
        b".",
        b"-- \n",
        b"\x1a",
    )
    short = (
        b"7",
        b"x",
        b"1.",
        b"Dear minister,",
        b"Signed:",
        b"1. A",
        "½".encode(),
        "万".encode(),
        b"12 May 2021",
        b"50%",
    )
    return (dice.choice(said), "refused") if dice.random() < 0.5 else (dice.choice(short), "read")
