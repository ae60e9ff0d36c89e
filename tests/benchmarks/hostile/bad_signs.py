"""Letters in other and damaged codings, with digits of other scripts, control and format characters."""

from __future__ import annotations

import random

from tests.benchmarks.hostile.bad_kinds import Outcome
from tests.benchmarks.scale.made_letters import letter

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
