"""One million observations and ten thousand claims: how long matching takes, in how much memory, and how it grows.

The table is made of parts, none of it from a real series: monthly counts of townships as humanitarian data exchanges
publish them, weekly running counts and stocks of regions and countries, and tolls of single events.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from claims.language.load import load_language
from claims.model import Claim, Event, Interval, Letter, Measure, Period, Place, Producer, Quantity, Span
from sources.compare import compare_claim
from sources.comparison.asking.weighing import Scales
from sources.lookup.table_index import Index
from sources.model import Observation, ReferenceTable
from sources.settings import DEFAULTS
from sources.table.published import interval_of

T = TypeVar("T")
BAR_SECONDS, BAR_MB = 60, 1536
OBSERVATIONS, CLAIMS = 1_000_000, 10_000
START = date(2018, 1, 1)
COUNTRIES, REGIONS, TOWNSHIPS = 3, 12, 10
PRODUCERS = [f"producer-{at}" for at in range(6)]
COUNTS, STOCKS, TOLLS = [f"count-{at}" for at in range(12)], [f"stock-{at}" for at in range(6)], ["toll-0", "toll-1"]
EVENTS = 4000


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock and seconds of the processor: on a shared machine the first says more of the neighbours."""

    wall: float
    cpu: float

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.wall + other.wall, self.cpu + other.cpu)

    def __str__(self) -> str:
        return f"{self.wall:.1f} s ({self.cpu:.1f} s of CPU)"


def timed(work: Callable[[], T]) -> tuple[T, Taken]:
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, Taken(time.perf_counter() - wall, time.process_time() - cpu)


def main() -> None:
    """Print the figures, each beside its bar."""
    table, made = timed(lambda: make_table(OBSERVATIONS))
    print(f"matching: {len(table.observations):,} observations made in {made}", flush=True)
    claims, runs = list(make_claims(CLAIMS)), []
    for count in (CLAIMS // 4, CLAIMS):
        index, indexed = timed(lambda: Index(table))
        cold = compare_all(claims[:200], index)
        runs.append((count, compare_all(claims[:count], index)))
        print(
            f"matching: index {indexed}, first 200 claims with the laying out {cold}, "
            f"then {count:,} claims {runs[-1][1]}", flush=True,
        )  # fmt: skip
    total = indexed + cold + runs[-1][1]
    growth = runs[1][1].cpu / runs[0][1].cpu
    print(
        f"matching: in all {total}   bar < {BAR_SECONDS} s;   peak {peak():.0f} MB   bar < {BAR_MB} MB;   "
        f"four times the claims take {growth:.1f}x   bar about 4x"
    )


def peak() -> float:
    """The largest resident set of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def compare_all(claims: Sequence[Claim], index: Index) -> Taken:
    scales = Scales(index=index, settings=DEFAULTS)
    with load_language("en").in_force():
        return timed(lambda: [compare_claim(claim, LETTER, scales) for claim in claims])[1]


def make_table(size: int) -> ReferenceTable:
    """A table of about `size` figures: seven tenths of months and townships, the rest weekly series and tolls."""
    places = list(_places())
    months = range(1 + size * 7 // 10 // (COUNTRIES * REGIONS * TOWNSHIPS * len(COUNTS) * 3))
    weeks = range(1 + size * 26 // 100 // (COUNTRIES * (REGIONS + 1) * (len(COUNTS) + len(STOCKS)) * 3))
    rows = (*_monthly(places, months), *_weekly(places, weeks), *_tolls(places, size // 25))
    return ReferenceTable(
        where="made", sha256="", observations=rows, measures=_measures(), events=_events(places),
        producers=tuple(
            Producer(producer_id=each, name=each, aliases=(), url=None, counts="", cadence="", caveat="", lag_days=3)
            for each in PRODUCERS
        ),
        places=tuple(places),
    )  # fmt: skip


def _places() -> Iterator[Place]:
    for country in range(COUNTRIES):
        code = f"C{country}"
        yield Place(place_id=code, name=f"Country {country}", aliases=(), kind="country", parent=None)
        for region in range(REGIONS):
            inner = f"{code}-{region}"
            yield Place(place_id=inner, name=f"Region {inner}", aliases=(), kind="region", parent=code)
            for township in range(TOWNSHIPS):
                name = f"{inner}-{township}"
                yield Place(place_id=name, name=f"Township {name}", aliases=(), kind="township", parent=inner)


def _measures() -> tuple[Measure, ...]:
    told = [(each, "cumulative", COUNTS) for each in COUNTS] + [(each, "stock", STOCKS) for each in STOCKS]
    told += [(each, "event", TOLLS) for each in TOLLS]
    return tuple(
        Measure(
            measure_id=each, label=each, kind=kind,  # type: ignore[arg-type]
            unit="person", parent=family[0] if each != family[0] else None, definition="", surface_forms=(),
            confused_with=(family[(family.index(each) + 1) % len(family)],),
        )
        for each, kind, family in told
    )  # fmt: skip


def _events(places: Sequence[Place]) -> tuple[Event, ...]:
    return tuple(
        Event(
            event_id=f"event-{at}", name=f"The strike numbered {at} of the year", surface_forms=(), verified=True,
            place=places[at % len(places)].place_id,
            start=START + timedelta(at % 2000), end=START + timedelta(at % 2000),
        )
        for at in range(EVENTS)
    )  # fmt: skip


def _monthly(places: Sequence[Place], months: range) -> Iterator[Observation]:
    dice = random.Random(1)
    townships = [place for place in places if place.kind == "township"]
    for place in townships:
        for measure in COUNTS:
            for producer in PRODUCERS[:3]:
                for at in months:
                    start = START.replace(year=START.year + at // 12, month=at % 12 + 1)
                    end = (start + timedelta(32)).replace(day=1) - timedelta(1)
                    yield _row(
                        f"m-{place.place_id}-{measure}-{producer}-{at}",
                        measure,
                        place,
                        producer,
                        start,
                        end,
                        dice.randrange(0, 400),
                    )


def _weekly(places: Sequence[Place], weeks: range) -> Iterator[Observation]:
    dice = random.Random(2)
    for place in (each for each in places if each.kind != "township"):
        for measure in (*COUNTS, *STOCKS):
            for producer in PRODUCERS[3:]:
                value, step = dice.randrange(100, 9000), dice.randrange(1, 90)
                for at in weeks:
                    value += dice.randrange(0, step)
                    start = START if measure in COUNTS else None
                    yield _row(
                        f"w-{place.place_id}-{measure}-{producer}-{at}",
                        measure,
                        place,
                        producer,
                        start,
                        START + timedelta(7 * at + 6),
                        value,
                    )


def _tolls(places: Sequence[Place], size: int) -> Iterator[Observation]:
    dice = random.Random(3)
    for at in range(size):
        event = at % EVENTS
        day, place = START + timedelta(event % 2000), places[event % len(places)]
        yield _row(
            f"t-{at}",
            TOLLS[at % 2],
            place,
            PRODUCERS[at // EVENTS % 6],
            day,
            day + timedelta(at // EVENTS),
            dice.randrange(1, 60),
            event=f"event-{event}",
        )


def _row(
    name: str,
    measure: str,
    place: Place,
    producer: str,
    start: date | None,
    end: date,
    count: int,
    event: str | None = None,
) -> Observation:
    value = Decimal(count)
    return Observation(
        observation_id=name, measure_id=measure, event_id=event, place=place.name, place_code=place.place_id,
        period_start=start, period_end=end, period_end_grain="day", value=value,
        interval=interval_of("=", value, None, None), comparator="=", unit="person", producer_id=producer,
        published_by=producer, title="A count", url=f"https://example.org/{name}", published_on=None,
        published_by_rule=end + timedelta(3), accessed_on=None, licence="unknown", as_printed=f"{count} people",
        grade="quoted", cites=None, superseded_by=None, note="",
    )  # fmt: skip


LETTER = Letter(
    letter_id="made", path="made.txt", sha256="", text="", title=None, title_span=None, written_on=date(2023, 6, 1),
    written_on_span=None, published_on=None, published_on_span=None,
)  # fmt: skip


def make_claims(count: int) -> Iterator[Claim]:
    """Claims of every measure, of countries, regions and townships alike, since the start or since some other day."""
    dice, places = random.Random(4), list(_places())
    by_kind = [[place for place in places if place.kind == kind] for kind in ("country", "region", "township")]
    for at in range(count):
        place = dice.choice(dice.choice(by_kind))
        measure = dice.choice((*COUNTS, *STOCKS, *TOLLS))
        start = dice.choice((START, START, date(2020, 1, 1), START + timedelta(dice.randrange(1500)), None))
        yield _claim(f"made-{at}", Decimal(dice.randrange(5, 12_000)), dice, measure, place, start)


def _claim(name: str, value: Decimal, dice: random.Random, measure: str, place: Place, start: date | None) -> Claim:
    comparator = dice.choice(("=", ">", ">=", "~", "<="))
    admitted = {">": (value, None), ">=": (value, None), "<=": (None, value)}.get(comparator, (value, value))
    quantity = Quantity(
        span=Span(0, 1), text=f"{value} people", number_span=Span(0, 1), as_written=str(value), value=value,
        interval=Interval(low=admitted[0], high=admitted[1], low_open=comparator == ">"),
        comparator=comparator,  # type: ignore[arg-type]
        comparator_span=None, dimension="count", unit="person", counted="people", counted_span=None,
    )  # fmt: skip
    period = Period(text="", span=Span(0, 1), start=start, end=date(2023, 6, 1), grain="day")
    return Claim(
        claim_id=name, letter_id="made", kind="statistic", span=Span(0, 1), text=quantity.text, sentence="A sentence.",
        sentence_span=Span(0, 1), quantity=quantity, measure=measure, measures_possible=(measure,), unit="person",
        place=place.name, place_inherited=None, period=period, event=None, attribution=None, citations=(),
    )  # fmt: skip


if __name__ == "__main__":
    main()
