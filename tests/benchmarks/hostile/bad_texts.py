"""Letters whose bytes, figures, signs or names are bad, by kind and by dice; none is from a real letter.

Each is (name of the file, bytes, what must come of it): `read`, `refused`, or `either`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from tests.benchmarks.scale.made_letters import TOWNS, letter

Outcome = Literal["read", "refused", "either"]
CODINGS = (
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "cp1251",
    "koi8-r",
    "gb18030",
    "shift-jis",
    "big5",
    "euc-kr",
    "iso-8859-7",
    "mac-roman",
    "cp500",
    "utf-7",
    "cp037",
    "hz",
)
WORDS = {
    "cp1251": "Открытое письмо о портах. ",
    "koi8-r": "Открытое письмо о портах. ",
    "gb18030": "关于港口的公开信。",
    "shift-jis": "港に関する公開書簡。",
    "big5": "關於港口的公開信。",
    "euc-kr": "항구에 관한 공개 서한. ",
    "hz": "关于港口。",
    "iso-8859-7": "Ανοιχτή επιστολή. ",
}
DIGITS = (
    "０１２３４５６７８９",
    "٠١٢٣٤٥٦٧٨٩",
    "۰۱۲۳۴۵۶۷۸۹",
    "၀၁၂၃၄၅၆၇၈၉",
    "०१२३४५६७८९",
    "๐๑๒๓๔๕๖๗๘๙",
    "௦௧௨௩௪௫௬௭௮௯",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
    "⁰¹²³⁴⁵⁶⁷⁸⁹",
    "₀₁₂₃₄₅₆₇₈₉",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "Ol2З4S6789",
    "〇一二三四五六七八九",
    "⁰1٢3၄५6๗𝟖9",
    "🄁🄂🄃🄄🄅🄆🄇🄈🄉🄊",
    "0️⃣1️2️⃣3️4️⃣5️6️7️8️9️"[:10],
)
SIGNS = (
    "\x00",
    "\x07",
    "\x08",
    "\x0b",
    "\x0c",
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x1c",
    "\x7f",
    "\x85",
    "\x9b2J",
    "\u00ad",
    "\u061c",
    "\u200b",
    "\u200d",
    "\u200e",
    "\u202e",
    "\u2066",
    "\u2028",
    "\u2029",
    "\u2060",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\U000e0041",
    "\ufe0f",
    "\U0010ffff",
    "\u0301" * 60,
    "\r",
    "\r\r\n",
    "\ud800",
    "\udfff",
    "\U000f0000",
    "\ufdd0",
)
FIGURES = (
    "9" * 30,
    "9" * 5000,
    "1e999",
    "1E+40",
    "1" + ",000" * 400,
    "1,,,1",
    ",1,",
    "1.2.3.4.5",
    "0." + "0" * 400 + "1",
    "1/0",
    "0/0",
    "3/00",
    "½⅓¼",
    "1½/2½",
    "-0",
    "−−5",
    "+-7",
    "5-1",
    "99999999999-1",
    "1-2-3-4-5",
    "٣,٠٠٠",
    "MMMMMMMM",
    "MCMXCIX",
    "1'000'000",
    "1 000 000 000 000 000 000 000",
    "1_000",
    "0x1F",
    "1.000.000,00",
    "NaN",
    "Infinity",
    "-inf",
    "1e-400",
    "10^400",
    "10⁴⁰⁰",
    "2²⁵⁵",
    "one hundred hundred hundred",
    "five trillion trillion trillion",
    "million million million",
    "a dozen dozen dozen gross",
    "twenty-twenty-twenty",
    "minus nine hundred billion",
    "half a third of a quarter of 7",
    "two and a half and a half",
    "1000000000000000000000th",
    "99999999999999999999 years",
    "10 million per cent",
    "400% of 300% of -200%",
    "0 per cent of 0",
    "31 February 2021",
    "0 January 0000",
    "1 January 99999",
    "29 February 2023",
    "the year 0001",
    "12/31/9999",
    "9999-12-31",
    "year 10000000000",
    "the 32nd of May 2020",
    "24:61 on 00.00.0000",
    "Q9 2021",
    "since 9999 BC",
    "30,000 BC until 9999 AD",
    "300 months ago and 40000 centuries",
    "between 5 and between 6 and 7",
    "from 9 to from 8",
    "up to at least more than 5",
    "$1e400",
    "€€5",
    "£-3.5.2bn",
    "USD 9" + "0" * 60,
    "5 km/h/h/h",
    "7 m² m³ m⁴",
    "1:0",
    "1 in 0",
    "0 in 0",
    "one out of zero",
    "0 out of every 0",
    "x2",
    "1,234,56",
    "12,34,56,789",
    "1.234,567.89",
    "100 - 100 = 0 / 0",
    "5 of the 3",
    "9 of which 90",
)


class Bad(NamedTuple):
    """A file and what must come of it."""

    name: str
    data: bytes
    outcome: Outcome


Kind = Callable[[random.Random], tuple[bytes, Outcome]]


def in_coding(dice: random.Random) -> tuple[bytes, Outcome]:
    """In another coding, whole or with a second one in the middle, or damaged."""
    coding = dice.choice(CODINGS)
    text = WORDS.get(coding, "Größe, naïve, señor. ") * dice.randrange(1, 9) + letter(dice.randrange(10**6))
    data = text.encode(coding, "replace")
    how = dice.randrange(5)
    if how == 0:
        return data, "either"
    at = dice.randrange(len(data))
    if how == 1:
        return data[:at] + text.encode(dice.choice(CODINGS), "replace"), "either"
    if how == 2:
        return data[: at | 1], "either"
    inside = dice.choice((b"\xc0\xaf", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xef\xbb\xbf", b"\x00", b"\xff\xfe"))
    if how == 3:
        return data[:at] + inside * dice.randrange(1, 50) + data[at:], "either"
    return text.encode("utf-8").decode("latin-1").encode("utf-8"), "either"


def with_digits(dice: random.Random) -> tuple[bytes, Outcome]:
    """Digits of other scripts, or signs that only look like digits, for all figures or for some."""
    others, share = dice.choice(DIGITS), dice.choice((0.1, 0.5, 1.0))
    text = letter(dice.randrange(10**6))
    made = "".join(others[int(c)] if c in "0123456789" and dice.random() < share else c for c in text)
    return made.encode("utf-8"), "read"


def with_signs(dice: random.Random) -> tuple[bytes, Outcome]:
    """Control and format characters anywhere, within words and figures too."""
    text, signs = letter(dice.randrange(10**6)), dice.sample(SIGNS, dice.choice((1, 1, 4)))
    places = sorted(dice.sample(range(len(text)), min(len(text), dice.choice((3, 30, 200)))))
    parts = [text[a:b] + dice.choice(signs) for a, b in zip([0, *places], [*places, len(text)], strict=True)]
    return "".join(parts).encode("utf-8", "surrogatepass"), "either"


def with_figures(dice: random.Random) -> tuple[bytes, Outcome]:
    """Figures that no one can reckon with, where figures stand."""
    before = ("At least", "More than", "Nearly", "Of the", "Between", "Some", "Not")
    after = (
        "boats lie idle",
        "people fled",
        "years",
        "per cent of them",
        "were killed since",
        "days later",
        "% more than",
        "of",
    )
    pick = dice.choice
    said = [
        f"{pick(before)} {pick(FIGURES)} {pick(after)} {pick(FIGURES)} in {pick(TOWNS)}."
        for _ in range(dice.choice((2, 8, 40)))
    ]
    names = "".join(f"{n}. Union of {dice.choice(FIGURES)[:80]} {dice.choice(TOWNS)}\n" for n in range(1, 5))
    signed = f"Signed by {dice.choice(FIGURES)[:300]} organisations:"
    return f"On {dice.choice(FIGURES)[:90]}\n\n{' '.join(said)}\n\n{signed}\n\n{names}".encode(), "read"


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


TEXTS: dict[str, Kind] = {
    "coding": in_coding,
    "digits": with_digits,
    "signs": with_signs,
    "figures": with_figures,
    "names": with_names,
    "shape": in_shape,
    "nothing": of_nothing,
}


def of_kind(name: str, kind: Kind, count: int, seed: int, ending: str = "txt") -> Iterator[Bad]:
    """`count` letters of a kind; the same seed gives the same bytes."""
    dice = random.Random(f"{seed}-{name}")
    for number in range(count):
        data, outcome = kind(dice)
        yield Bad(f"{name}-{number:03}.{ending}", data, outcome)
