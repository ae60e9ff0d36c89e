"""`python -m tests.benchmarks.duplicates`: bodies named twice in lists of 1,250 to 10,000 names, in time and growth.

The names are made from parts; one in fifty stands twice, under another spelling. Measured is the rule alone, on a list
that has been read, and the whole check of the letter.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence

from claims.extracting import extract
from claims.extraction import Extraction
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import findings_of
from expectations.rules.signatory_duplicate import RULE
from expectations.signing.roll import bodies_of

SIZES = (1250, 2500, 5000, 10_000)
EMPTY = Field(measures=(), events=(), producers=(), places=())
STEMS = ("Al", "Bor", "Cam", "Dun", "Es", "Far", "Gar", "Hex", "Iv", "Jar", "Kel", "Lor", "Mar", "Nor", "Or", "Pel")
ENDS = ("den", "ley", "ford", "more", "ter", "low", "mouth", "by", "wick", "stead", "holm", "gate", "worth", "combe")
SIDES = ("", "Upper", "Lower", "Great", "Little", "Old")
KINDS = (
    "Fishers Union", "Valley Law Centre", "Press Club", "Farmers Forum", "Teachers Association", "Theatre Company",
    "Youth Council", "Tidal Institute", "Archive Foundation", "Network for Rivers", "Coalition of Weavers",
)  # fmt: skip


def names(count: int) -> list[str]:
    """`count` names, one in fifty of them a second spelling of an earlier one."""
    dice = random.Random(count)
    towns = [f"{stem}{end}" for stem in STEMS for end in ENDS]
    made = dict.fromkeys(f"{a} {b} {kind}" for a in towns for b in SIDES for kind in KINDS)
    fresh = dice.sample(sorted(" ".join(name.split()) for name in made), count - count // 50)
    again = [name.replace("Centre", "Center").upper() for name in dice.sample(fresh, count // 50)]
    listed = [*fresh, *again]
    dice.shuffle(listed)
    return listed


def letter(count: int) -> str:
    """A letter with a bulleted list of `count` names."""
    listed = "\n".join(f"- {name}" for name in names(count))
    return f"3 May 2024\n\nDear Members,\n\nWe ask you to act.\n\nSigned by {count} organizations:\n\n{listed}\n"


def _seconds(work: Callable[[], object], runs: int = 3) -> float:
    times = []
    for _ in range(runs):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def _read(count: int) -> Extraction:
    return extract(letter_from_bytes(letter(count).encode(), path="list.txt", letter_id="list"), EMPTY)


def _rule_alone(extraction: Extraction) -> float:
    from expectations.signing import roll

    def run() -> object:
        roll._repeats.cache_clear()
        return RULE.run(extraction, EMPTY)

    return _seconds(run)


def main(sizes: Sequence[int] = SIZES) -> int:
    """Print a line a size: seconds of the rule, of the whole check, and how each grew as the list doubled."""
    before: tuple[float, float] | None = None
    for size in sizes:
        extraction = _read(size)
        assert len(bodies_of(extraction.signatories.names)) == size, "the list was not read whole"
        found = sum(finding.status == "inconsistent" for finding in RULE.run(extraction, EMPTY))
        rule, whole = _rule_alone(extraction), _seconds(lambda size=size: findings_of(_read(size), EMPTY), 1)
        grown = f"   grown {rule / before[0]:.1f}x and {whole / before[1]:.1f}x" if before else ""
        print(
            f"duplicates, {size:6,} names: {found} of {size // 50} found, rule {rule:.2f} s, check {whole:.2f} s{grown}"
        )
        before = rule, whole
    print("bar: a list twice as long takes about twice the time (< 2.6x)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
