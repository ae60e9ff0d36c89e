"""Short letters from parts, none from a real one: 300 bytes to 2 kB, 2 to 24 signatories, two to seven figures each."""

from __future__ import annotations

import random
from pathlib import Path

STEMS = "Al Bor Cam Dun Es Far Gar Hex Iv Jar Kel Lor Mar Nor Or Pel Quin Ras Sel Tor Ul Ver Wen Yar Zel"
ENDS = "den ley ford more ter low mouth by wick stead holm gate worth combe minster hithe"
SIDES = ("", "Upper ", "Lower ", "Great ", "Little ", "Old ", "New ", "Saint ")
TOWNS = tuple(f"{side}{stem}{end}" for stem in STEMS.split() for end in ENDS.split() for side in SIDES)
THINGS = ("boats", "wells", "classrooms", "clinics", "bridges", "looms", "granaries", "ferries", "nets", "orchards",
          "mills", "kilns", "ponds", "shops", "carts", "barns", "quays", "presses", "ovens", "sheds", "tents", "pumps",
          "terraces", "stables", "workshops", "libraries", "gardens", "canals", "hives", "fields")  # fmt: skip
BODIES = ("Fishers", "Weavers", "Teachers", "Farmers", "Printers", "Nurses", "Drivers", "Students", "Miners", "Boatmen")
KINDS = ("Union", "Network", "Forum", "Council", "Association", "Circle")
MONTHS = ("January", "February", "March", "April", "May", "June")
PLAIN = (
    "We have asked for an answer and none has come.",
    "The road to the market is closed and nobody says for how long.",
    "Those who speak for the quarter were not heard.",
    "We are ready to meet at any place and on any day.",
)


def write_letters(folder: Path, count: int, seed: int = 1) -> None:
    """`count` letters as files of `folder`, which is made; the same seed gives the same bytes."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"letter-{number:05}.txt").write_text(letter(seed * 1_000_003 + number), encoding="utf-8")


def letter(seed: int) -> str:
    """One letter."""
    dice = random.Random(seed)
    names = _names(dice)
    sentences = [*_counted(dice), *(_of_things(dice) for _ in range(dice.randrange(1, 4))), *_parts(dice)]
    sentences += dice.sample(PLAIN, dice.randrange(0, 3))
    dice.shuffle(sentences)
    half = -(-len(sentences) // 2)
    paragraphs = "\n\n".join(" ".join(part) for part in (sentences[:half], sentences[half:]) if part)
    listed = "\n".join(f"{at}. {name}" for at, name in enumerate(names, start=1))
    head = f"Open letter from {dice.choice(TOWNS)} on the {dice.choice(THINGS)}\n\n{_day(dice)} 2024"
    return f"{head}\n\nDear minister,\n\n{paragraphs}\n\nSigned by {len(names)} organisations:\n\n{listed}\n"


def _names(dice: random.Random) -> list[str]:
    made = (f"{dice.choice(BODIES)} {dice.choice(KINDS)} of {dice.choice(TOWNS)}" for _ in range(30))
    return list(dict.fromkeys(made))[: dice.choice((2, 3, 5, 8, 12, 24))]


def _day(dice: random.Random) -> str:
    return f"{dice.randrange(1, 28)} {dice.choice(MONTHS)}"


def _counted(dice: random.Random) -> list[str]:
    """In one letter of four a figure that the packaged table has something to say of."""
    if dice.random() < 0.75:
        return []
    how, many = dice.choice(("at least", "more than", "some")), dice.randrange(900, 30_000)
    what = dice.choice(("killed", "arrested", "displaced"))
    return [f"Since the coup of 1 February 2021 {how} {many:,} people have been {what} in Myanmar."]


def _of_things(dice: random.Random) -> str:
    many, thing, town = dice.randrange(3, 900), dice.choice(THINGS), dice.choice(TOWNS)
    return f"{dice.choice(('Nearly', 'About', 'At least'))} {many} {thing} lie idle in {town} since {_day(dice)} 2023."


def _parts(dice: random.Random) -> list[str]:
    if dice.random() < 0.5:
        return []
    north, south = dice.randrange(4, 60), dice.randrange(4, 60)
    whole = north + south + (dice.random() < 0.3)
    where = dice.choice(TOWNS)
    return [f"The district of {where} has {whole} villages: {north} in the north and {south} in the south."]
