"""The same finding whatever the words: every comparator and every form of number in every rule and every total.

A letter is put together from a frame with one slot for a figure. The wordings of one meaning (all of the corpus, and
what num2words and other scripts make of a number) take turns in it; each has to give what the plainest gives. Nothing
here says what that is: the tests of the rules do.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from num2words import num2words

from claims import Field, letter_from_bytes
from expectations import Finding, check_letter

ROOT = Path(__file__).parents[2]
EMPTY = Field(measures=(), events=(), producers=(), places=())
NAMES = (
    "Harbour Union", "Lake Network", "River Watch", "Coast Alliance", "Hill Forum", "Valley Trust", "Meadow League",
    "Forest Council", "Island Congress", "Delta Institute", "Plain Foundation", "Ridge Society",
)  # fmt: skip
HEAD = "3 May 2023\n\nDear Members,\n\n"
BODY = f"{HEAD}We write to you about the dam.\n\n"
LIST = "\n".join(f"{at}. {name}" for at, name in enumerate(NAMES, 1))
SCRIPTS = {"fullwidth": "０１２３４５６７８９", "Burmese": "၀၁၂၃၄၅၆၇၈၉", "Devanagari": "०१२३४५६७८९"}


@dataclass(frozen=True)
class Frame:
    """A letter with a slot `{n}` for `number` and its noun, whose finding of `rule` is looked at."""

    rule: str
    text: str
    number: int
    noun: str

    def __str__(self) -> str:
        return f"{self.rule} {self.noun}"

    def letter(self, words: str) -> str:
        """The letter with a wording of the figure; "_" in it stands for the noun."""
        return self.text.replace("{n}", words.replace("_", self.noun))


FRAMES = [
    Frame("signatory-total", f"{BODY}This letter is signed by {{n}}:\n\n{LIST}\n", 12, "organisations"),
    Frame("signatory-total", f"{HEAD}We, the undersigned {{n}}, write.\n\nSigned by:\n\n{LIST}\n", 12, "groups"),
    Frame("signatory-total", f"Open letter of {{n}} on the dam\n\n{BODY}Signed by:\n\n{LIST}\n", 12, "unions"),
    Frame("parts-whole", f"{HEAD}The flood killed {{n}}: 60 women, 40 men and 20 children.\n", 120, "people"),
    Frame("parts-whole", f"{HEAD}The flood killed {{n}}, including 40 children.\n", 120, "villagers"),
    Frame("percentage", f"{HEAD}Of the {{n}}, 312 wells (65 per cent) are dry.\n", 480, "wells"),
    Frame("change", f"{HEAD}Arrests rose from {{n}} in 2021 to 210 in 2022, an increase of 50 per cent.\n", 140, ""),
    Frame("rate", f"{HEAD}In April 2023 police arrested {{n}}, an average of three people a day.\n", 90, "people"),
    Frame("duration", f"{HEAD}The camp has been closed for {{n}}, since May 2021.\n", 24, "months"),
    Frame("repeated-figure", f"{HEAD}The dam displaced 4,120 families when it was filled.\n\nWe note that the dam "
          "displaced {n}, and that none of them was paid.\n", 4120, "families"),
    Frame("nested-window", f"{HEAD}Since March 2019, guards have carried out {{n}}. In 2022 alone, guards carried out "
          "150 raids.\n", 410, "raids"),
    Frame("announced-list", f"{HEAD}We make {{n}}:\n\n1. Open the dam.\n2. Pay the farmers.\n3. Hear us.\n", 3,
          "demands"),
    Frame("superlative", f"{HEAD}There were 60 raids in 2019, 80 raids in 2020 and {{n}} in 2021, the highest number "
          "yet.\n", 72, "raids"),
    Frame("majority-words", f"{HEAD}A majority of the members agreed: {{n}} of 96 voted for it.\n", 40, ""),
]  # fmt: skip


def findings(text: str) -> list[Finding]:
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    return list(check_letter(letter, EMPTY, None).findings)


def finding(frame: Frame, text: str) -> list[tuple[str, str, bool]]:
    """What the frame's rule says: status, severity, and whether it leans on claims."""
    found = [one for one in findings(text) if one.rule == frame.rule]
    return sorted((one.status, one.severity, bool(one.claim_ids)) for one in found)


def differing(frame: Frame, wordings: list[str]) -> dict[str, object]:
    """The wordings that give another finding than the first."""
    first = finding(frame, frame.letter(wordings[0]))
    given = {words: finding(frame, frame.letter(words)) for words in wordings[1:]}
    return {words: (found, "in place of", first) for words, found in given.items() if found != first}


# --- forms of number ---


def forms(number: int) -> list[str]:
    """A whole number as it may be printed, the plainest first."""
    words = str(num2words(number))
    found = [str(number), f"{number:,}", words, words.replace("-", " "), words.capitalize().lower()]
    found += [str(number).translate(str.maketrans("0123456789", digits)) for digits in SCRIPTS.values()]
    found += [f"{number:,}".replace(",", "\u202f"), f"{number:,}".replace(",", "\u00a0")]
    found += {12: ["a dozen", "one dozen", "twelve (12)"], 24: ["two dozen"], 120: ["ten dozen", "six score"],
              480: ["forty dozen"]}.get(number, [])  # fmt: skip
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("frame", FRAMES, ids=str)
def test_every_form_of_a_number(frame):
    assert differing(frame, [f"{form} _".strip() for form in forms(frame.number)]) == {}


@pytest.mark.parametrize("frame", FRAMES, ids=str)
def test_every_form_of_a_wrong_number(frame):
    wrong = frame.number + 1 if frame.number < 1000 else frame.number + 90
    assert differing(frame, [f"{form} _".strip() for form in forms(wrong) if "dozen" not in form]) == {}


# --- comparators ---

NO_WORDS = {"approx .", "ca .", "c .", "sub -", "> =", "= >", "< =", "or equal to", "or equal"}
"""Fills of the corpus as a tokenizer leaves them, with a blank that no letter prints, and halves of a phrase."""
SAYS_MORE = {
    "parts-whole": {"# _ or more", "# _ or more than"}, "signatory-total": {"# _ and more"},
    "majority-words": {"# _ maximum"},
}  # fmt: skip
"""Words that say more than a bound there, and keep the rule silent: parts may overlap ("one or more answers"), the list
is not the whole ("Harbour Union, River Watch and more"), "40 maximum of 96" may bound the 96.
"""
CORPUS = yaml.safe_load((ROOT / "tests/claims/corpus/frames-comparators.yml").read_text(encoding="utf-8"))


def comparators() -> list[tuple[str, list[str]]]:
    """(comparator and what it admits, its wordings around "#"), for every meaning of the corpus of comparators."""
    groups = []
    for entry in CORPUS:
        means, frames = entry.get("means"), entry.get("frames")
        if isinstance(means, dict) and frames and "fill" in entry and means["comparator"] not in ("=", "range"):
            behind = frames[0].index("_") > frames[0].index("{")
            fills = [" ".join(str(fill).split()) for fill in entry["fill"]]
            wordings = [f"# _ {fill}" if behind else f"{fill} # _" for fill in fills if fill not in NO_WORDS]
            groups.append((f"{means['comparator']} {means['admits']}", wordings))
    return groups


COMPARED = [frame for frame in FRAMES if frame.rule != "announced-list" and frame.noun != "villagers"]


# Every wording takes its turn in a third of the frames; in all of them under `make soak`.
STEP = 1 if os.environ.get("CROSSFOOT_GRID") == "whole" else 3


@pytest.mark.parametrize("frame", COMPARED, ids=str)
@pytest.mark.parametrize(
    ("meaning", "wordings"), comparators(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_wording_of_a_comparator(frame, meaning, wordings):
    taken = [
        wordings[0],
        *wordings[1:][COMPARED.index(frame) % STEP :: STEP],
    ]  # the first is what the others are held to
    fit = [words for words in taken if words not in SAYS_MORE.get(frame.rule, ())]
    assert differing(frame, [words.replace("#", f"{frame.number:,}") for words in fit]) == {}


def test_there_are_many_comparators():
    assert len(comparators()) >= 8
    assert sum(len(wordings) for _, wordings in comparators()) > 150


# --- nouns, marks of lists, quotes, line ends ---

NOUNS = ["organisations", "organizations", "groups", "unions", "associations", "networks", "NGOs", "signatories",
         "civil society organisations", "local and national groups", "undersigned organisations"]  # fmt: skip


@pytest.mark.parametrize("number", [12, 13])
def test_every_noun_of_signers(number):
    frame = FRAMES[0]
    assert differing(frame, [f"{number} {noun}" for noun in NOUNS]) == {}


MARKS = {
    "digits": "{n}. ", "digits in brackets": "({n}) ", "half a bracket": "{n}) ", "colon": "{n}: ", "square": "{n}] ",
    "letters": "{a}. ", "letters in brackets": "({a}) ", "roman": "{i}. ", "hyphen": "- ", "star": "* ", "bullet": "• ",
    "tick": "✓ ", "arrow": "➢ ", "dash": "– ", "plain arrow": "→ ", "box": "☐ ", "hand": "👉 ", "drawn tick": "✔️ ",
    "number and dash": "{n} – ", "task": "- [ ] ",
}  # fmt: skip
DEMANDS = ("Open the dam before the sowing.", "Pay the farmers who lost their land.", "Hear us in public.")


def listed(mark: str, items: tuple[str, ...]) -> str:
    romans = ("i", "ii", "iii")
    return "\n".join(f"{mark.format(n=at + 1, a='abc'[at], i=romans[at])}{item}" for at, item in enumerate(items))


@pytest.mark.parametrize("number", ["three", "four"])
def test_every_mark_of_a_list(number):
    frame = next(frame for frame in FRAMES if frame.rule == "announced-list")
    texts = {kind: f"{HEAD}We make {number} demands:\n\n{listed(mark, DEMANDS)}\n" for kind, mark in MARKS.items()}
    given = {kind: finding(frame, text) for kind, text in texts.items()}
    first = given["digits"]
    assert first[0][0] == ("consistent" if number == "three" else "inconsistent")
    assert {kind: found for kind, found in given.items() if found != first} == {}


LIST_MARKS = ["{n}. ", "{n}) ", "({n}) ", "- ", "• ", "* ", ""]


@pytest.mark.parametrize("number", [12, 13])
def test_every_mark_of_the_signatories(number):
    frame, given = FRAMES[0], {}
    for mark in LIST_MARKS:
        names = "\n".join(f"{mark.format(n=at)}{name}" for at, name in enumerate(NAMES, 1))
        text = f"{BODY}This letter is signed by {number} organisations:\n\n{names}\n"
        given[mark] = [status for status, _, _ in finding(frame, text)]
    assert {mark: found for mark, found in given.items() if found != given["{n}. "]} == {}


DRESS = {
    "curly quotes": lambda text: text.replace("'", "’").replace(' "', " “").replace('"', "”"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of old": lambda text: text.replace("\n", "\r"),
    "blanks at the ends": lambda text: text.replace("\n", "  \n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "no-break blanks": lambda text: text.replace(" of the ", "\u00a0of the "),
}
QUOTED = (
    f"{HEAD}The farmers' union said: \"Of the 480 wells, 312 wells (65 per cent) are dry.\" The valley's registry "
    "counts 1,204 people without a home: 794 men, 312 women and 98 children. The camp has been closed for 24 months, "
    f"since May 2021. We make three demands:\n\n{listed(MARKS['digits'], DEMANDS)}\n\n"
    f"Signed by 12 organisations:\n\n{LIST}\n"
)
SPOILT = QUOTED.replace("65 per", "56 per").replace("98 children", "89 children").replace("24 months", "42 months")


@pytest.mark.parametrize("dress", DRESS)
@pytest.mark.parametrize("text", [QUOTED, SPOILT], ids=["right", "wrong"])
def test_dress_changes_nothing(text, dress):
    plain = sorted((one.rule, one.status, one.severity, one.stated.strip("“”")) for one in findings(text))
    changed = sorted(
        (one.rule, one.status, one.severity, one.stated.strip("“”")) for one in findings(DRESS[dress](text))
    )
    assert sum(status != "not_checkable" for _, status, _, _ in plain) >= 5
    assert changed == plain
