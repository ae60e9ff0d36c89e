"""The rules of dates as one expression: month names and the like from the vocabulary, the shapes from here.

Each rule is a shape with one-letter groups, `y` year, `m` month, `d` day, `e` end day, `n` end month, `z` end year,
`q` quarter, `h` half, `t` season, `o` ordinal word, `k` what it counts, `a b c` the numbers of a numeric date. Every
repetition is bounded, so the expression is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from claims.language.words import of_language, vocabulary

# A gap is a few blanks and at most one line break: letters wrap "21 May" at the end of a line. Blanks of every kind are
# plain ones in what the expression is matched with: a set of them, a hundred times over, costs more to compile than all
# else. So do letters of which each may be a capital, in the expression and whenever it is tried.
GAP = r"(?: {0,3}(?:\n {0,3})?)"
SPACE = r"(?: {1,3}(?:\n {0,3})?|\n {0,3})"
BLANKS = str.maketrans("\t\r\u00a0\u2009\u202f", "     ")
YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,·‧⋅’\u066b\u066c\uff0c\uff0e]\d)"

# "at 7" is left to the numbers; these start with a digit (or an apostrophe)
NUMERIC: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>{year4})(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2]|{month})(?P=s)(?P<d>{day})"
            r"(?:[t ]\d\d:\d\d(?::\d\d)?(?:\.\d{{1,6}})?z?)?(?!\d)"),
    ("iso", r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    ("era", r"\d{{3,4}}{s}(?:{era})(?:{g}[(/]{g}(?P<y>{year4}){g}\)?)?"),
    ("numeric", r"(?P<a>\d{{1,2}})(?P<s>[/.-])(?P<b>\d{{1,2}})(?P=s)(?P<c>(?:1[5-9]|20|21)\d\d|\d\d)(?![\d/]|[.-]\d)"),
    ("clock", r"(?:\d{{1,2}}(?:[:.]\d\d)?{g}(?:{clock_half})?{g}(?:{between}){g}|{day}(?:{s}at|,){s})?{clock}"
              r"(?:{g}(?:{between}){g}\d{{1,2}}(?![\d%/-]|[.,:]\d|{g}(?!on\b)[a-z])"
              r"|{s}on{s}{day}(?![\d%]|[.,·‧⋅٫]\d|{g}[a-z]))?"),
    ("clock", r"(?:[01]?\d|2[0-4])(?!\d)(?:{g}(?:{between}){g}\d{{1,2}})?"
              r"(?=,?{s}(?:{day_part}|{relative}{s}{weekday})\b)(?:{g}(?:{day_part}))?"),
    ("clock", r"\d{{1,2}}{s}(?:(?:minutes?|min|mins){s})?past{s}\d{{1,2}}(?!\d)"),
    ("days", r"(?P<d>{day}){suffix}?{g}(?:{between}){g}(?P<m>{month}){s}(?P<e>{day}){suffix}?"
             r"(?:,{g}|{s})(?P<y>{year})"),
    ("days", r"(?P<d>{day}){suffix}?(?:,{g}{day}{suffix}?){{1,8}},?{g}(?:{between}){g}(?P<e>{day}){suffix}?"
             r"{s}(?P<m>{month})\b\.?(?:(?:,{g}|{s})(?P<y>{year}))?"),
    ("days", r"(?P<d>{day}){suffix}?{g}(?:{between}){g}(?:the{s})?(?P<e>{day}){suffix}?"
             r"(?:(?:{s}of)?{s}this{s}month|(?:{s}of)?{g}(?P<m>{month})\b\.?(?:(?:,{g}|{s}(?:of{s})?)(?P<y>{year}))?)"),
    ("day", r"(?P<d>{day})(?:{suffix}|\.)?(?:{s}of{s}|[-/]|{g})(?P<m>{month})\b(?:\.(?=,?{g}[\da-z]))?"
            r"(?:(?:,{g}|[-/]|{s}(?:of{s})?|{g})(?P<y>{year_of_day}|'\d\d(?!\d)))?"),
    ("month", r"(?P<m>0?[1-9]|1[0-2]){g}[-/]{g}(?P<y>{year4})(?![\d/-]|{g}[a-z%])"),
    ("quarter", r"(?P<q>[1-4]q)(?:{g}(?:fy)?(?P<y>{year}|'?\d\d(?!\d|[.,·‧⋅٫]\d)))?(?!\w)"),
    ("quarter", r"(?P<y>{year4}){g}[-/]?{g}(?P<q>q[1-4]|[1-4]q)(?!\w)"),
    ("years", r"(?P<y>{year4}){g}(?P<j>{between}|/){g}(?P<z>{year4}|\d\d(?!\d))(?![\w%]|[.,·‧⋅٫]\d|-\d)"),
    ("century", r"\d{{1,2}}{suffix}(?:{g}(?:{between}){g}\d{{1,2}}{suffix})?[ -](?:{century})"),
    ("part", r"(?P<o>[1-4](?:st|nd|rd|th))[ -]{{1,2}}(?P<k>quarters?|half)"
             r"(?:(?:{s}of{s}(?:fiscal{s}|the{s}year{s})?|,?{s})(?P<y>{year}))?"),
    ("decade", r"(?P<y>(?:1[5-9]|20)\d0)['’]?s(?!\w)|(?P<y>[2-9]0)['’]?s(?!\w)"),
    ("year", r"(?P<y>{year4})['’]?s(?!\w)"),
    ("day_month", r"(?P<d>0[1-9]|[12]\d|3[01])\.(?P<m>0[1-9]|1[0-2])(?:\.(?!\d)|(?![.\d%]))"),
    ("day_of_month", r"(?P<d>{day}){suffix}(?={s}(?:at|next|this|last|until|through)\b|{g}[.,;!?)]|{g}$)"),
    ("year", r"(?P<y>{year})(?![%]|:\d)"),
)  # fmt: skip
APOSTROPHE: tuple[tuple[str, str], ...] = (("decade", r"['’](?P<y>[2-9]0)s(?!\w)"),)
WORDED: tuple[tuple[str, str], ...] = (
    ("day", r"(?:(?:{weekday})\.?,?{g}[-(]?)?(?P<m>{month})(?:\.{g}|{s}(?:the{s})?|[-/])"
            r"(?P<d>{day}){suffix}?(?![\w%]|[.,:]\d)"
            r"(?:{g}(?:{between}){g}(?:the{s})?(?P<e>{day}){suffix}?(?![\w%]|[.,:]\d)(?!{s}(?:{month})\b))?"
            r"(?:(?:,{g}|{s}(?:of{s})?)(?P<y>{year_of_day}))?"),
    ("day", r"(?P<w>{ordinal_day}){s}of{s}(?P<m>{month})\b(?:(?:,{g}|{s})(?P<y>{year}))?"),
    ("era", r"(?:{era}){s}\d{{3,4}}(?:{g}[(/]{g}(?P<y>{year4}){g}\)?)?(?!\d)"),
    ("months", r"(?P<m>{month})\b\.?{g}(?:{between}){g}(?P<n>{month})\b\.?"
               r"(?:(?:,{g}|{s}(?:of{s})?)(?P<y>{year}|{year2}))?"),
    ("month", r"(?P<m>{month})\b(?:(?:\.?,?{g}|{s}of{s}|[-/])(?P<y>{year}|'\d\d(?!\d)|{year2}))?"),
    ("quarter", r"(?P<q>q[1-4])(?:(?:{s}of{s}|[-/]|{g})(?:fy)?(?P<y>{year}|'?\d\d(?!\d|[.,·‧⋅٫]\d|{g}[a-z%])))?(?!\w)"),
    ("part", r"(?P<o>{ordinal})[ -]{{1,2}}(?P<k>quarters?|half)"
             r"(?:(?:{s}of{s}(?:fiscal{s}|the{s}year{s})?|,?{s})(?P<y>{year}))?"),
    ("decade", r"(?:{stretch})[- ](?P<y>(?:1[5-9]|20)\d0|[2-9]0)['’]?s(?!\w)"),
    ("year", r"(?:{stretch})-(?P<y>{year4})"),
    ("half", r"h(?P<h>[12])(?:{s}of{s}|{g})(?P<y>{year})"),
    ("fiscal_year", r"fy{g}'?(?P<y>(?:19|20)\d\d|\d\d)(?:[-/–](?P<z>\d\d(?:\d\d)?))?(?!\d)"),
    ("season", r"(?P<t>{season})(?:{s}of)?{s}(?P<y>{year})"),
    ("century", r"(?:{century_ordinal})[ -](?:{century})"),
    ("clock", r"t\d\d:\d\d:\d\d|(?:a{s})?(?:quarter|half){s}(?:to|past){s}(?:\d{{1,2}}(?!\d)|{clock_hour}\b)"),
    ("clock", r"(?:{day_part}){s}(?:at|around|by){s}{clock_number}"),
)  # fmt: skip


def either(words: Iterable[str]) -> str:
    """An alternation, longest first, blanks matching a gap; of no words one that matches nothing."""
    ordered = sorted((word.lower() for word in words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("\\ ", GAP) for word in ordered) + ")" if ordered else "(?!)"


Groups = Mapping[str, tuple[str, tuple[tuple[str, str], ...]]]


@of_language
def date_pattern() -> tuple[re.Pattern[str], Groups, frozenset[str]]:
    """The expression, for texts in small letters with `BLANKS` made plain; for each rule's group its kind and its
    (letter, group name) pairs; how words of dates start: the first three letters of every word that a date may start
    with.
    """
    slots = _slots(vocabulary("dates"))
    groups: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {}
    numeric, apostrophe, worded = (
        "|".join(_rule(f"r{series}{i}", kind, shape.format(**slots), groups) for i, (kind, shape) in enumerate(rules))
        for series, rules in enumerate((NUMERIC, APOSTROPHE, WORDED))
    )
    # A raised digit glued to a date is a footnote mark ("in May 2022²").
    source = (
        r"(?<![^\W_])(?<![$€£¥#])(?:(?=\d)(?<!\d[.,:])(?<!\w[/-])(?:" + numeric + r")(?![^\W\d_²³¹⁰-⁹])"
        r"|(?=['’])(?:" + apostrophe + r")|(?=[^\W\d_])(?:" + worded + r")(?![^\W\d_²³¹⁰-⁹]))"
    )
    words = (*_starts(vocabulary("dates")), "q", "h", "fy", "t")
    starts = frozenset(re.split(r"[^\w'’]", word)[0][:3] for word in words)
    return re.compile(source), groups, starts


def _slots(words: Any) -> dict[str, str]:
    months = [name for names in words["months"] for name in names]
    ordinals = list(words["ordinals"])
    return {
        "g": GAP,
        "s": SPACE,
        "year": YEAR,
        "year4": r"(?:1[5-9]|20|21)\d\d(?!\d)",
        "year2": r"[3-9]\d(?!\d|[.,·‧⋅٫]\d|" + GAP + "[a-z%])",
        "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
        "suffix": either(vocabulary("ordinals")["suffixes"]),
        "month": either(months),
        "weekday": either(words["weekdays"]),
        "stretch": either(words["stretches"]),
        "relative": either(words["relative"]),
        "year_of_day": f"(?:{YEAR}|1[0-4]\\d\\d(?!\\d|[.,·‧⋅٫]\\d|{GAP}[a-z]))",
        "day_part": either(words["day_parts"]),
        "clock_hour": either(words["clock_hours"]),
        "clock_number": r"\d{1,2}(?![\d%]|[.,:]\d|" + GAP + "[a-z])",
        "clock": _clock(words),
        "between": either(words["between"]),
        "clock_half": either(words["clock_half"]),
        "season": either(words["seasons"]),
        "clock_words": either(words["clock_words"]),
        "ordinal": either(ordinals),
        "ordinal_day": either(days_in_words()),
        "era": either(words["eras"]),
        "century": either(words["century"]),
        "century_ordinal": either(words["century_ordinals"]),
    }


def _starts(words: Any) -> list[str]:
    """The words that a date in words may start with."""
    months = [name for names in words["months"] for name in names]
    lists = ("day_parts", "clock_starts", "weekdays", "seasons", "stretches", "ordinals", "century_ordinals", "eras")
    return months + [word for name in lists for word in words[name]] + list(days_in_words())


@of_language
def days_in_words() -> dict[str, int]:
    """ "first" to "thirty-first", as days of the month."""
    words = {str(word): int(value) for word, value in vocabulary("ordinals")["words"].items()}
    tens = {word.removesuffix("ieth") + "y": value for word, value in words.items() if word.endswith("ieth")}
    joined = {f"{ten}-{word}": a + b for ten, a in tens.items() for word, b in words.items() if b < 10}
    last = int(vocabulary("dates")["last_day"])
    return {word: value for word, value in (words | joined).items() if value <= last}


def _clock(words: Any) -> str:
    """One time of day with its minutes or its half of the day: "9:35 PM", "8.30pm", "14:00", "7 o'clock"."""
    half, named = either(words["clock_half"]), either(words["clock_words"])
    return (
        rf"(?:\d{{1,4}}(?:[:.]\d\d){{0,2}}(?:{GAP}\.?{half}(?![\w%])|{GAP}{named})"
        r"|\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,3})?(?!\d))"
    )


def _rule(name: str, kind: str, shape: str, groups: dict[str, tuple[str, tuple[tuple[str, str], ...]]]) -> str:
    """The shape with its groups renamed apart; a letter used twice in one rule gets a running number."""
    pairs: list[tuple[str, str]] = []

    def rename(match: re.Match[str]) -> str:
        pairs.append((match.group(1), f"{name}_{match.group(1)}{len(pairs)}"))
        return f"(?P<{pairs[-1][1]}>"

    body = re.sub(r"\(\?P<(\w)>", rename, shape)
    body = re.sub(r"\(\?P=(\w)\)", lambda m: f"(?P={dict(pairs)[m.group(1)]})", body)
    groups[name] = (kind, tuple(pairs))
    return f"(?P<{name}>{body})"
