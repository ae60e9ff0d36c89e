"""`make bench`: speed and memory of the commands against the bare libraries, as ratios in one run.

make bench                      all of it
make bench BENCH=check          one of: check, report, quantities, letter, pdf, matching, loading, scale
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import duplicates, loading, matching, one_letter, pdf_pages
from tests.benchmarks.measure import BIN, line, once, pair
from tests.benchmarks.scale import growing

PYTHON, CROSSFOOT = sys.executable, str(BIN / "crossfoot")
BARE_READING = "import dateparser, quantulum3.parser as p; p.parse('5 km')"
BARE_RUN = "import prefect, great_expectations, pandas\n@prefect.flow\ndef f(): pass\nf()"
BARE_QUANTITIES = (
    "import sys, json; from quantulum3 import parser\n"
    "for l in sys.stdin: r = json.loads(l); print(json.dumps([str(q) for q in parser.parse(r['text'])]))"
)


def check() -> None:
    ours, theirs = pair([CROSSFOOT, "check", "seeds/"], [PYTHON, "-c", BARE_READING])
    print(line("check seeds/, cold", ours, theirs, "< 3x, < 200 MB"))


def report() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = str(Path(folder) / "bare")
        quiet = {"PREFECT_HOME": home, "DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
        ours_command = [CROSSFOOT, "report", "seeds/", "--out", str(Path(folder) / "out")]
        bare = [PYTHON, "-c", BARE_RUN]
        print(f"report seeds/, first run: {once(ours_command).wall:.1f} s (with Prefect's migrations)")
        once(bare, env=quiet)
        pairs = [(once(ours_command), once(bare, env=quiet)) for _ in range(5)]
        print(line("report seeds/, second run", [a for a, _ in pairs], [b for _, b in pairs], "< 1.5x"))


def quantities() -> None:
    """Sentences made from parts, none from a benchmark; rates without start-up (one line's run is taken off)."""
    rates, starts, peak = {}, {}, 0.0
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "one.jsonl", Path(folder) / "many.jsonl"
        rows = [json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(_sentences(2000))]
        one.write_text(rows[0])
        many.write_text("".join(rows))
        for name, command in (
            ("crossfoot", [CROSSFOOT, "quantities"]),
            ("quantulum3", [PYTHON, "-c", BARE_QUANTITIES]),
        ):
            starts[name] = min(once(command, stdin=one).wall for _ in range(3))
            whole = once(command, stdin=many)
            rates[name] = len(rows) / max(1e-6, whole.wall - starts[name])
            peak = whole.peak if name == "crossfoot" else peak
    speed, start = rates["crossfoot"] / rates["quantulum3"], starts["crossfoot"] / starts["quantulum3"]
    print(f"quantities, warm: {rates['crossfoot']:.0f} sentences a second, {speed:.1f}x quantulum3 alone   bar >= 8x")
    print(f"quantities, start to first sentence: {starts['crossfoot']:.2f} s, {start:.2f}x   bar <= 0.4x")
    print(f"quantities, peak memory: {peak:.0f} MB   bar <= 120 MB")


def _sentences(count: int) -> list[str]:
    dice = random.Random(1)
    who = ("The ministry", "Local monitors", "Our members", "Aid workers in the north", "The commission")
    did = ("recorded", "documented", "reported", "confirmed", "counted")
    what = (
        "attacks on schools",
        "people displaced",
        "houses burned",
        "kilometres of road",
        "tonnes of rice",
        "arrests",
    )
    how = ("at least ", "more than ", "some ", "", "nearly ", "about ", "up to ")
    when = ("since March 2021", "over the past 18 months", "in the first quarter of 2023", "on 3 May 2022", "to date")
    return [
        f"{dice.choice(who)} {dice.choice(did)} {dice.choice(how)}{dice.randrange(3, 90000):,} {dice.choice(what)} "
        f"{dice.choice(when)}, {dice.randrange(2, 99)} per cent of them in {dice.randrange(2, 12)} districts."
        for _ in range(count)
    ]


if __name__ == "__main__":
    benchmarks = {
        "check": check,
        "report": report,
        "quantities": quantities,
        "duplicates": duplicates.main,
        "letter": one_letter.main,
        "matching": matching.main,
        "loading": loading.main,
        "pdf": pdf_pages.main,
        "scale": growing.main,
    }
    for benchmark in sys.argv[1:] or benchmarks:
        benchmarks[benchmark]()
